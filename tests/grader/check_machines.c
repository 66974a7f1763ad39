/* A class graded on more than one machine by the scripts that are shipped:
 * whichever way, the gradebook is the same. */
#include "tests/support/suite.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[40], output[1 << 16];

/* Runs a command; J is the judge, P the folder of the scripts and D one of
 * the test's own. */
static int run(const char *command)
{
    char line[3000], *judge = path_from_here(CONVLINGS_BUILD "/bin/judge");
    snprintf(line, sizeof line,
             "J='%s' P=tests/grader/deploy D=%s; export JUDGE=\"$J\""
             " GNUPLOT=none SEED=5 ONLY=01/7; { %s; } </dev/null 2>&1",
             judge, folder, command);
    free(judge);
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

/* Six learners, and what one machine says about them; in a folder whose name
 * is a trap for scripts. */
static void enter(void)
{
    strcpy(folder, "/tmp/machines.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    expect(0,
           "c=\"$D/a 'b/c\" && mkdir -p \"$c/ann\" \"$c/B o\" \"$c/\\$x\" &&"
           " s=tests/submissions/01-cross-correlation/7_break_flip &&"
           " cp solutions/01*/7_*.c \"$c/ann\" &&"
           " cp $s/empty.c \"$c/B o/break_flip.c\" &&"
           " cp $s/writes_65.c \"$c/\\$x/break_flip.c\" &&"
           " cp $s/honest_column.c \"$c/dan_LATE_1_2_break_flip.c\" &&"
           " echo oops >\"$c/eve.zip\"",
           "");
    expect(0,
           "$J grade \"$D/a 'b/c\" --only 01/7 --seed 5 --out $D/one >$D/said",
           "");
    expect(0, "cat $D/one/gradebook.csv", "\"dan\",\"1\",late,2,2,100.0,2,");
}

static void leave(void)
{
    expect(0, "rm -rf $D", "");
}

static bool has(const char *program)
{
    char command[100];
    snprintf(command, sizeof command, "command -v %s", program);
    if (run(command) == 0)
        return true;
    fprintf(stderr, "%s is not installed: not tried\n", program);
    return false;
}

START_TEST(test_parallel_here)
{
    enter();
    if (has("parallel"))
        expect(0,
               "sh $P/parallel.sh \"$D/a 'b/c\" $D/two >$D/said && cmp"
               " $D/one/gradebook.csv $D/two/gradebook.csv && sh"
               " $P/parallel.sh \"$D/a 'b/c\" $D/two | grep -c kept",
               "5\n");
    expect(2, "sh $P/parallel.sh $D", "which submissions");
    leave();
}
END_TEST

/* Over ssh, two tasks at a time, with and without folders in common. */
START_TEST(test_parallel_by_ssh)
{
    static const char *const copies[] = {"", "1"};
    enter();
    for (int i = 0; i < 2 && has("parallel"); i++) {
        char command[500];
        snprintf(command, sizeof command,
                 "COPY=%s HOSTS=2/localhost sh tests/grader/ssh_localhost.sh"
                 " $D/ssh sh $P/parallel.sh \"$D/a 'b/c\" \"$D/out put%d\"",
                 copies[i], i);
        int status = run(command);
        if (status == 77) {
            fprintf(stderr, "no ssh server can run here: not tried\n");
            break;
        }
        ck_assert_msg(status == 0, "%d: %s", status, output);
        snprintf(command, sizeof command,
                 "cmp $D/one/gradebook.csv \"$D/out put%d/gradebook.csv\" &&"
                 " test ! -e $D/ssh",
                 i);
        expect(0, command, "");
    }
    leave();
}
END_TEST

/* A cluster of one: its sbatch runs the tasks of an array one by one, away
 * from the project as a cluster does, and notes what it was asked for. */
static const char sbatch[] =
    "mkdir $D/bin && cat >$D/bin/sbatch <<'END'\n"
    "#!/bin/sh\n"
    "echo \"$*\" >>$NOTES\n"
    "array=1-1 file=\n"
    "while :; do case $1 in\n"
    "--array=*) array=${1#--array=} ;;\n"
    "-*) ;;\n"
    "*) break ;;\n"
    "esac; shift; done\n"
    "script=$(mktemp) && cp \"$1\" $script && shift && cd /\n"
    "count=${array#1-} && count=${count%%%*}\n"
    "for i in $(seq $count); do\n"
    "    SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=$count \\\n"
    "        sh $script \"$@\" >>$NOTES.log 2>&1\n"
    "done\n"
    "rm $script\n"
    "echo 77\n"
    "END\n"
    "chmod +x $D/bin/sbatch";

START_TEST(test_slurm)
{
    enter();
    expect(0, sbatch, "");
    expect(0,
           "export PATH=$D/bin:$PATH NOTES=$D/notes; sh $P/slurm.sh"
           " \"$D/a 'b/c\" $D/two && cmp $D/one/gradebook.csv"
           " $D/two/gradebook.csv && cat $D/notes",
           "--array=1-5 ");
    ck_assert_ptr_nonnull(strstr(output, "--dependency=afterany:77"));
    expect(0,
           "export PATH=$D/bin:$PATH NOTES=$D/notes2; PARALLEL=3 TASKS=2 sh"
           " $P/slurm.sh \"$D/a 'b/c\" $D/three && cmp $D/one/gradebook.csv"
           " $D/three/gradebook.csv && cat $D/notes2",
           "--array=1-2%3 ");
    expect(2, "sh $P/slurm.sh $D", "which submissions");
    leave();
}
END_TEST

static void fill(void)
{
    suite_case("machines");
    suite_test(test_parallel_here);
    suite_test(test_parallel_by_ssh);
    suite_test(test_slurm);
}

int main(void)
{
    files_go_to_root();
    return suite_main("machines", fill);
}
