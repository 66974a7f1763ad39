/* A class graded as an instructor does it: by the judge's verbs, in parallel,
 * interrupted and killed, on several machines. */
#include "tests/support/suite.h"

#include "files.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char folder[40], judge[300], output[1 << 16];

/* Runs a command; J is the judge, S the submissions of exercise 01/2 and D a
 * folder of the test's own, with TMPDIR in it. No time is spent on pictures
 * but where they are looked at. */
static int run(const char *command)
{
    char line[3000];
    snprintf(
        line, sizeof line,
        "J=%s S=tests/submissions/01-cross-correlation/2_correlate_2d"
        " D=%s; export TMPDIR=$D/tmp GNUPLOT=none; { %s; } </dev/null 2>&1",
        judge, folder, command);
    FILE *f = popen(line, "r");
    ck_assert_ptr_nonnull(f);
    output[fread(output, 1, sizeof output - 1, f)] = '\0';
    int status = pclose(f);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void expect(int status, const char *command, const char *words)
{
    int found = run(command);
    ck_assert_msg(found == status, "%s: exit status %d\n%s", command, found,
                  output);
    ck_assert_msg(strstr(output, words) != NULL, "%s: no '%s' in\n%s", command,
                  words, output);
}

static void nap(double seconds)
{
    struct timespec t = {(time_t)seconds,
                         (long)(1e9 * (seconds - (double)(time_t)seconds))};
    nanosleep(&t, NULL);
}

/* How many processes have to do with the folder: by what they are called
 * with, where they are, or which program they run. */
static int processes(void)
{
    static const char *const links[] = {"cwd", "exe"};
    char path[300], text[4096];
    int count = 0;
    DIR *dir = opendir("/proc");
    for (struct dirent *d; dir != NULL && (d = readdir(dir)) != NULL;) {
        bool found = false;
        long pid = strtol(d->d_name, NULL, 10);
        if (pid <= 0 || pid == (long)getpid())
            continue;
        for (int i = 0; i < 2; i++) {
            snprintf(path, sizeof path, "/proc/%ld/%s", pid, links[i]);
            ssize_t got = readlink(path, text, sizeof text - 1);
            text[got > 0 ? got : 0] = '\0';
            found = found || strstr(text, folder) != NULL;
        }
        snprintf(path, sizeof path, "/proc/%ld/cmdline", pid);
        FILE *f = fopen(path, "r");
        size_t got = f != NULL ? fread(text, 1, sizeof text - 1, f) : 0;
        for (size_t i = 0; i < got; i++)
            text[i] = text[i] == '\0' ? ' ' : text[i];
        text[got] = '\0';
        found = found || strstr(text, folder) != NULL;
        if (f != NULL)
            fclose(f);
        count += found;
    }
    if (dir != NULL)
        closedir(dir);
    return count;
}

/* What was killed tidies up at once, but not before it is asked. */
static void nothing_is_left(void)
{
    for (int i = 0; i < 60; i++) {
        if (processes() == 0 && run("test -z \"$(ls -A $D/tmp)\"") == 0)
            return;
        nap(0.05);
    }
    run("find $D/tmp");
    ck_abort_msg("%d processes are left, and\n%s", processes(), output);
}

/* Eight learners in eight ways, and two of whom nothing can be graded. */
static const char make_class[] =
    "mkdir -p $D/tmp $D/c/ann $D/c/bob/deep/er $D/c/empty &&"
    " cp solutions/01*/2_correlate_2d.c $D/c/ann &&"
    " cp $S/flipped.c $D/c/bob/deep/er/correlate_2d.c &&"
    " cp $S/honest_double.c $D/c/cid_7_8_correlate_2d.c &&"
    " j=\"$D/c/Jörg =1+1_12_assignsubmission_file_\" && mkdir \"$j\" &&"
    " cp $S/column_missing.c \"$j/2_correlate_2d (1).c\" &&"
    " $J stub correlate_2d >$D/tmp/2_correlate_2d.c &&"
    " bsdtar -C $D/tmp -a -cf $D/c/dan.zip 2_correlate_2d.c &&"
    " rm $D/tmp/* && echo oops >$D/c/eve.zip &&"
    " cp $S/exit_zero.c $D/c/flo_LATE_1_2_correlate_2d.c &&"
    " mkdir $D/c/gus && echo 'int' >$D/c/gus/correlate_2d.c";

static void enter(void)
{
    strcpy(folder, "/tmp/class.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    expect(0, make_class, "");
}

static void leave(void)
{
    nothing_is_left();
    expect(0, "rm -rf $D", "");
}

#define GRADE "$J grade $D/c --only 01/2 --seed 5 --jobs 2 "

START_TEST(test_the_gradebook)
{
    enter();
    expect(0, "unset GNUPLOT;" GRADE "--csv $D/g.csv",
           "9 submissions graded, 1 of them late");
    expect(0, "cat $D/g.csv", "");
    ck_assert_str_eq(output,
                     "name,id,late,points,max,percent,01/2 correlate_2d,fault\n"
                     "\"J\xc3\xb6rg =1+1\",\"12\",,0,10,0.0,0,\"\"\n"
                     "\"ann\",\"\",,10,10,100.0,10,\"\"\n"
                     "\"bob\",\"\",,0,10,0.0,0,\"\"\n"
                     "\"cid\",\"7\",,10,10,100.0,10,\"\"\n"
                     "\"dan\",\"\",,0,10,0.0,0,\"\"\n"
                     "\"empty\",\"\",,0,10,0.0,0,\"\"\n"
                     "\"eve\",\"\",,0,10,0.0,0,\"\"\n"
                     "\"flo\",\"1\",late,0,10,0.0,0,\"\"\n"
                     "\"gus\",\"\",,0,10,0.0,0,\"\"\n");
    expect(0, "cat $D/c-results/class_scores.csv", "0,10,7\n");
    ck_assert_ptr_nonnull(strstr(output, "90,100,2\n"));
    expect(0, "cat $D/c-results/class_misconceptions.csv",
           "correlate_2d,wrong_answer,C01,\"flipped\",");
    ck_assert_ptr_nonnull(
        strstr(output, "correlate_2d,pass,,\"\",\"\",2,22.2"));
    ck_assert_ptr_nonnull(
        strstr(output, "correlate_2d,not_started,,\"\",\"\",3,33.3"));
    expect(0,
           "for p in scores exercises misconceptions; do test -s"
           " $D/c-results/class_$p.svg && head -c 4"
           " $D/c-results/class_$p.png | grep -q PNG || exit 1; done",
           "");
    leave();
}
END_TEST

/* What was graded is kept, until the submission, the seed or the list of
 * exercises is another. */
START_TEST(test_only_what_changed_is_graded_again)
{
    enter();
    expect(0, GRADE, "9/9");
    expect(0, GRADE "| grep -c kept", "9\n");
    expect(0,
           "cp $S/flipped.c $D/c/ann/correlate_2d.c; rm"
           " $D/c/ann/2_correlate_2d.c;" GRADE "| grep -c kept",
           "8\n");
    expect(0, "grep ann $D/c-results/gradebook.csv", ",0,10,0.0,0,");
    expect(0, "$J grade $D/c --only 01/2 --jobs 2 | grep -c kept", "9\n");
    expect(1, "$J grade $D/c --only 01/2 --seed 6 | grep -c kept", "0\n");
    expect(0, "cat $D/c-results/seed", "6\n");
    leave();
}
END_TEST

/* Starts the judge on the class, without a shell between. */
static pid_t start(const char *out)
{
    char class[80], results[80], tmp[80];
    snprintf(class, sizeof class, "%s/c", folder);
    snprintf(results, sizeof results, "%s/%s", folder, out);
    snprintf(tmp, sizeof tmp, "%s/tmp", folder);
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    setenv("TMPDIR", tmp, 1);
    setenv("GNUPLOT", "none", 1);
    ck_assert_ptr_nonnull(freopen("/dev/null", "w", stdout));
    ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
    execl(judge, "judge", "grade", class, "--only", "01/2", "--seed", "5",
          "--jobs", "2", "--out", results, (char *)NULL);
    _exit(127);
}

/* Ten times at random moments; after each, what is there can be joined, and
 * at the end all is as if nothing had happened. */
START_TEST(test_killed_at_random_moments)
{
    int hits = 0, status;
    unsigned random = (unsigned)time(NULL);
    enter();
    expect(0, GRADE "--out $D/whole --csv $D/whole.csv", "9/9");
    for (int i = 0; i < 40 && hits < 10; i++) {
        pid_t pid = start("part");
        random = random * 1103515245 + 12345;
        nap(0.02 + 0.25 * (random >> 16) / 65536.0);
        kill(pid, hits % 2 == 0 ? SIGKILL : SIGINT);
        ck_assert_int_eq(waitpid(pid, &status, 0), pid);
        hits += WIFSIGNALED(status);
        nothing_is_left();
        if (!WIFSIGNALED(status))
            expect(0, "rm -r $D/part", "");
        else
            run("test ! -d $D/part/records || $J merge $D/part --csv $D/m.csv"
                " && test -z \"$(cut -d, -f1 $D/m.csv | sort | uniq -d)\"");
    }
    ck_assert_int_eq(hits, 10);
    expect(0, GRADE "--out $D/part --csv $D/part.csv", "9/9");
    expect(0, "cmp $D/whole.csv $D/part.csv && ls $D/part/records | wc -l",
           "9\n");
    expect(0,
           "cmp $D/whole/class_misconceptions.csv"
           " $D/part/class_misconceptions.csv",
           "");
    leave();
}
END_TEST

/* Those that compute without end end with the judge, long before their own
 * limits of some seconds. */
START_TEST(test_nobody_outlives_the_judge)
{
    static const int signals[] = {SIGKILL, SIGINT};
    if (access("/proc/self/exe", F_OK) != 0)
        return; /* nobody tells which processes there are */
    enter();
    expect(0,
           "rm -r $D/c/* && for i in 1 2 3; do mkdir $D/c/$i && cp"
           " $S/endless.c $D/c/$i/correlate_2d.c; done",
           "");
    for (int i = 0; i < 2; i++) {
        pid_t pid = start("out");
        nap(0.7);
        ck_assert_int_gt(processes(), 2);
        kill(pid, signals[i]);
        ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
        nap(0.3);
        ck_assert_int_eq(processes(), 0);
        nothing_is_left();
    }
    leave();
}
END_TEST

/* The processes that grade are killed under the judge's hands. */
START_TEST(test_children_killed)
{
    enter();
    expect(0, GRADE "--out $D/whole --csv $D/whole.csv", "9/9");
    expect(0,
           GRADE "--out $D/part --csv $D/part.csv >$D/said & p=$!; for i in 1 2"
                 " 3 4 5 6; do sleep 0.05; kill -9 $(cat"
                 " /proc/$p/task/$p/children) 2>/dev/null; done; wait $p; test"
                 " $? = 3",
           "");
    expect(0, "cat $D/said",
           "grader error: the process that graded it ended"
           " by signal 9");
    expect(0, "grep -c ',,,,,\"the process that graded' $D/part.csv", "");
    expect(0, GRADE "--out $D/part --csv $D/part.csv", "9 submissions graded");
    expect(0, "cmp $D/whole.csv $D/part.csv", "");
    /* a scratch folder of a killed process is swept later */
    expect(0, "rm -rf $D/tmp/*", "");
    leave();
}
END_TEST

/* A fault stops nobody else, has no score, and is tried again. */
START_TEST(test_one_bad_submission)
{
    enter();
    expect(3, "mkdir -p $D/out/records/bob.json;" GRADE "--out $D/out",
           "8 submissions graded, 1 of them late, 1 not");
    expect(0, "grep bob $D/out/gradebook.csv",
           "\"bob\",\"\",,,,,,\"the record is of no use: ");
    expect(0, "rmdir $D/out/records/bob.json;" GRADE "--out $D/out",
           "9 submissions graded");
    expect(0, "grep bob $D/out/gradebook.csv", "\"bob\",\"\",,0,10,0.0,0,\"\"");
    leave();
}
END_TEST

START_TEST(test_too_slow_to_grade)
{
    enter();
    expect(3,
           "cp $S/endless.c $D/c/gus/correlate_2d.c;" GRADE "--limit 1"
           " --out $D/out",
           "gus: grader error: it was not graded in time (--limit)");
    expect(0, "grep gus $D/out/gradebook.csv", ",,,,,\"it was not graded");
    nothing_is_left();
    expect(0, GRADE "--out $D/out", "9 submissions graded");
    leave();
}
END_TEST

/* Rights on this machine cost nobody a point. Root reads everything, and an
 * ordinary user may not read where the project lies (below /root, say). */
#define ORDINARY "setpriv --reuid 65534 --regid 65534 --clear-groups "
START_TEST(test_unreadable)
{
    if (geteuid() == 0 && run(ORDINARY "test -r tests/grader/judge.c") != 0)
        return;
    enter();
    if (geteuid() == 0) {
        expect(0, "chmod 755 $D && chmod 777 $D/tmp && chmod 000 $D/c/bob", "");
        run(ORDINARY GRADE "--out $D/tmp/out");
    } else {
        run("chmod 000 $D/c/bob; " GRADE "--out $D/tmp/out");
    }
    ck_assert_msg(strstr(output, "8 submissions graded") != NULL, "%s", output);
    ck_assert_msg(strstr(output, "bob cannot be read: Perm") != NULL, "%s",
                  output);
    expect(0, "grep bob $D/tmp/out/gradebook.csv", "\"bob\",\"\",,,,,,\"/");
    expect(0, "chmod 755 $D/c/bob; rm -r $D/tmp/out", "");
    leave();
}
END_TEST

START_TEST(test_two_at_once)
{
    enter();
    pid_t pid = start("out");
    nap(0.1);
    kill(pid, SIGSTOP);
    expect(2, GRADE "--out $D/out", "Another judge is grading into");
    kill(pid, SIGCONT);
    ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
    expect(0, GRADE "--out $D/out | grep -c kept", "9\n");
    leave();
}
END_TEST

/* One by one, in two folders as on two machines, is the same. */
START_TEST(test_more_than_one_machine)
{
    enter();
    expect(0, GRADE "--out $D/whole --csv $D/whole.csv", "9/9");
    expect(0, "$J grade $D/c --list", "J__rg__1_1-");
    expect(0,
           "i=0; for n in $($J grade $D/c --list); do i=$((i + 1)); $J grade"
           " $D/c --only 01/2 --seed 5 --out $D/m$((i % 2)) --one"
           " $([ $i -gt 4 ] && echo $n || echo \"#$i\") || exit 1; done",
           "");
    expect(0,
           "$J merge $D/m0 $D/m1 --csv $D/m.csv --report $D/m && cmp"
           " $D/whole.csv $D/m.csv && cmp $D/whole/class_misconceptions.csv"
           " $D/m/class_misconceptions.csv",
           "");
    expect(0,
           "$J merge $D/m0 $D/whole $D/m1 --csv $D/n.csv && cmp $D/n.csv"
           " $D/m.csv",
           "");
    expect(2, "$J grade $D/c --out $D/c/results", "among the submissions");
    expect(2, "$J grade $D/c --one nobody --out $D/m0", "no submission");
    expect(2, "$J merge $D/c --csv $D/x.csv", "is no folder of results");
    leave();
}
END_TEST

START_TEST(test_results_that_differ)
{
    enter();
    expect(0, GRADE "--out $D/a", "9/9");
    expect(0,
           "cp -r $D/a $D/b && sed -i 's/\"points\": 10/\"points\": 9/;"
           "s/\"pass\"/\"leak\"/' $D/b/records/ann.json",
           "");
    expect(3, "$J merge $D/a $D/b --csv $D/x.csv",
           "ann: grader error: two results that differ, in ");
    expect(0, "grep ann $D/x.csv", "\"ann\",\"\",,,,,,\"two results");
    leave();
}
END_TEST

START_TEST(test_a_hundred)
{
    enter();
    expect(0,
           "rm -r $D/c/*; for i in $(seq 100); do mkdir $D/c/s$i; case $i in"
           " *7)"
           " echo 'int' >$D/c/s$i/correlate_2d.c ;; *) echo hello"
           " >$D/c/s$i/readme.txt ;; esac; done",
           "");
    expect(0, GRADE, "100 submissions graded");
    expect(0, "cut -d, -f1 $D/c-results/gradebook.csv | sort -u | wc -l",
           "101\n");
    expect(0, "grep -c ',compile_error,' $D/c-results/class_misc*.csv", "1\n");
    expect(0, "cat $D/c-results/class_misc*.csv",
           "correlate_2d,compile_error,,\"\",\"\",10,10.0");
    leave();
}
END_TEST

START_TEST(test_one_submission)
{
    enter();
    expect(0, "$J submission $D/c/ann --only 01/2 --format line --seed 1",
           "verdict=pass points=10 max=10 exercise=correlate_2d\n");
    expect(1, "$J submission $D/c/bob --only 01/2,01/7 --format line --seed 1",
           "verdict=not_started points=0 max=2 exercise=break_flip\n");
    expect(1, "$J submission $D/c/eve.zip --only 01/2 --format record",
           "The archive eve.zip cannot be unpacked completely.");
    expect(2, "$J submission $D/none", "No such file");
    expect(2, "$J submission $D/c/ann --only 77", "77");
    expect(2, "$J submission", "Which submission?");
    expect(3,
           "CONVLINGS_SANDBOX=none $J submission $D/c/ann --require-sandbox"
           " --format record --out $D/r.json",
           "nothing is graded, as --require-sandbox asks: ");
    expect(3, "CONVLINGS_SANDBOX=none " GRADE "--require-sandbox",
           "nothing is graded, as --require-sandbox asks: ");
    expect(0, "test ! -e $D/r.json && test ! -e $D/c-results", "");
    leave();
}
END_TEST

static void fill(void)
{
    suite_case("one");
    suite_test(test_one_submission);
    suite_case("class");
    suite_test(test_the_gradebook);
    suite_test(test_only_what_changed_is_graded_again);
    suite_test(test_a_hundred);
    suite_case("trouble");
    suite_test(test_killed_at_random_moments);
    suite_test(test_nobody_outlives_the_judge);
    suite_test(test_children_killed);
    suite_test(test_one_bad_submission);
    suite_test(test_too_slow_to_grade);
    suite_test(test_unreadable);
    suite_test(test_two_at_once);
    suite_case("machines");
    suite_test(test_more_than_one_machine);
    suite_test(test_results_that_differ);
}

int main(void)
{
    const char *build = getenv("CONVLINGS_BUILD");
    files_go_to_root();
    snprintf(judge, sizeof judge, "%s/bin/judge",
             build != NULL ? build : "build");
    return suite_main("class", fill);
}
