/* Reports as a script gets them: by the judge's verbs, in files and on
 * standard output, and what happens when they cannot be written. */
#include "tests/support/records.h"
#include "tests/support/suite.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char wrong[] = "tests/submissions/01-cross-correlation/"
                            "2_correlate_2d/flipped.c";
static const char right[] = "solutions/01-cross-correlation/2_correlate_2d.c";

static char folder[60], output[1 << 16];

/* Runs a command; J is the judge and D a folder of the test's own. Both
 * streams are left in `output`. */
static int run(const char *command)
{
    char line[2000];
    const char *build = getenv("CONVLINGS_BUILD");
    snprintf(line, sizeof line, "J=%s/bin/judge D=%s; { %s; } </dev/null 2>&1",
             build != NULL ? build : "build", folder, command);
    FILE *f = popen(line, "r");
    ck_assert_ptr_nonnull(f);
    size_t got = fread(output, 1, sizeof output - 1, f);
    output[got] = '\0';
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

static void enter(void)
{
    strcpy(folder, "/tmp/deliver.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void leave(void)
{
    ck_assert_int_eq(run("rm -rf $D"), 0);
}

static void keep(struct record *r, const char *name)
{
    char path[120];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert(record_write(r, path));
    record_free(r);
}

START_TEST(test_every_format_of_a_check)
{
    char command[500];
    const char *name = report_format_name((enum report_format)_i);
    enter();
    for (int good = 0; good < 2; good++) {
        snprintf(command, sizeof command,
                 "$J check correlate_2d --file %s --seed 3 --format %s --out"
                 " $D/file && exit 9; test $? = 1 && test -s $D/file",
                 wrong, name);
        if (good)
            snprintf(command, sizeof command,
                     "$J check correlate_2d --file %s --seed 3 --format %s"
                     " --out $D/file && test -s $D/file",
                     right, name);
        expect(0, command, "");
        ck_assert_str_eq(output, "");
        expect(0, "ls -A $D", "file\n");
        ck_assert_str_eq(output, "file\n");
    }
    leave();
}
END_TEST

/* Check, record, report: the same as report from the check itself. */
START_TEST(test_a_kept_record_says_the_same)
{
    char command[500];
    enter();
    snprintf(command, sizeof command,
             "$J check correlate_2d --file %s --seed 3 --format record --out"
             " $D/r.json; $J check correlate_2d --file %s --seed 3 --format"
             " line >$D/line; $J report $D/r.json --format line | cmp -"
             " $D/line",
             wrong, wrong);
    expect(0, command, "");
    ck_assert_str_eq(output, "");
    expect(1, "cd $D && J=$OLDPWD/$J && $J report r.json --format record",
           "\"format\": \"convlings record\"");
    expect(0,
           "cmp $D/r.json $D/r.json && $J report $D/r.json --format record"
           " | cmp - $D/r.json",
           "");
    expect(1, "$J report $D/r.json", "correlate_2d                0/10");
    leave();
}
END_TEST

START_TEST(test_wrong_usage)
{
    enter();
    expect(2, "$J report $D/none.json --format tap",
           "none.json: it cannot be read: No such file or directory.");
    expect(2, "echo '{}' >$D/bad; $J report $D/bad --format tap --out $D/out",
           "bad: it is no record of a submission.");
    expect(2, "$J report --format tap", "Which record?");
    expect(2, "$J report $D/bad --format xml", "terminal line tap junit");
    expect(0, "ls $D", "bad\n");
    ck_assert_str_eq(output, "bad\n");
    leave();
}
END_TEST

/* Where the grader failed there is no score, in any format. */
START_TEST(test_a_fault_is_no_score)
{
    enter();
    keep(records_fault(), "r.json");
    expect(3, "$J report $D/r.json --format gradescope --out $D/results.json",
           "grader error: the compiler is gone");
    expect(3, "$J report $D/r.json --format classroom50 --out $D/result.json",
           "grader error: the compiler is gone");
    expect(3, "$J report $D/r.json --format csv --out $D/r.csv",
           "grader error: the compiler is gone");
    expect(0, "ls $D", "r.json\n");
    ck_assert_str_eq(output, "r.json\n");
    for (int i = 0; i < REPORT_FORMATS; i++) {
        char command[200];
        snprintf(command, sizeof command, "$J report $D/r.json --format %s",
                 report_format_name((enum report_format)i));
        expect(3, command, "grader error");
        ck_assert_ptr_null(strstr(output, "score"));
        ck_assert_ptr_null(strstr(output, "points="));
    }
    leave();
}
END_TEST

START_TEST(test_what_cannot_be_written_is_said)
{
    enter();
    keep(records_nasty(), "r.json");
    expect(3, "$J report $D/r.json --format junit >/dev/full",
           "grader error: the report was not written to standard output: No"
           " space left on device");
    expect(3, "mkfifo $D/pipe; $J report $D/r.json --format tap --out $D/pipe",
           "/pipe: Invalid argument");
    expect(0, "test -p $D/pipe && rm $D/pipe", "");
    expect(3, "$J report $D/r.json --format tap --out $D", "Is a directory");
    expect(3, "$J report $D/r.json --format tap --out $D/r.json/x",
           "Not a directory");
    expect(3,
           "echo before >$D/out; ulimit -f 1; $J report $D/r.json --format"
           " junit --out $D/out",
           "");
    expect(0, "cat $D/out; ls $D", "before\nout\nr.json\n");
    leave();
}
END_TEST

START_TEST(test_the_summary_of_a_workflow_is_added_to)
{
    enter();
    keep(records_plain(), "r.json");
    expect(1,
           "echo before >$D/s; GITHUB_STEP_SUMMARY=$D/s $J report"
           " $D/r.json --format github",
           "::error file=exercises/");
    expect(0, "cat $D/s", "before\n## Convlings: ");
    expect(0,
           "$J report $D/r.json --format summary >$D/t;"
           " (echo before; cat $D/t) | cmp - $D/s",
           "");
    expect(3,
           "ln -s $D/s $D/link; GITHUB_STEP_SUMMARY=$D/link $J report"
           " $D/r.json --format github",
           "grader error: no summary was added to ");
    expect(1, "GITHUB_STEP_SUMMARY= $J report $D/r.json --format github",
           "::stop-commands::");
    leave();
}
END_TEST

/* A folder's name may hold what gnuplot takes for a command. */
START_TEST(test_a_picture_of_the_wrong_output)
{
    char command[500];
    enter();
    snprintf(command, sizeof command,
             "$J check correlate_2d --file %s --format junit --pictures"
             " \"$D/p'; system('touch /tmp/pwned'); '\"",
             wrong);
    expect(1, command, "correlate_2d.png]]\n");
    expect(0,
           "od -c $D/p*/correlate_2d.png $D/p*/*/*/correlate_2d.png"
           " 2>/dev/null | head -1",
           "P   N   G");
    expect(0, "test ! -e /tmp/pwned", "");
    snprintf(command, sizeof command, /* named as the caller sees it */
             "F=$PWD/%s; J=$PWD/$J; cd $D && $J check correlate_2d --file $F"
             " --format junit --pictures pictures",
             wrong);
    expect(1, command, "[[ATTACHMENT|pictures/correlate_2d.png]]");
    snprintf(command, sizeof command,
             "GNUPLOT=/nowhere $J check correlate_2d --file %s --format junit"
             " --pictures $D/none; ls $D/none",
             wrong);
    run(command);
    ck_assert_ptr_null(strstr(output, "correlate_2d.png"));
    ck_assert_ptr_null(strstr(output, "gnuplot"));
    snprintf(command, sizeof command,
             "$J check correlate_2d --file %s --format junit --pictures"
             " $D/right",
             right);
    expect(0, command, "</testsuites>");
    ck_assert_ptr_null(strstr(output, ".png"));
    leave();
}
END_TEST

static void fill(void)
{
    suite_case("deliver");
    suite_loop(test_every_format_of_a_check, REPORT_FORMATS);
    suite_test(test_a_kept_record_says_the_same);
    suite_test(test_wrong_usage);
    suite_case("failures");
    suite_test(test_a_fault_is_no_score);
    suite_test(test_what_cannot_be_written_is_said);
    suite_test(test_the_summary_of_a_workflow_is_added_to);
    suite_case("pictures");
    suite_test(test_a_picture_of_the_wrong_output);
}

int main(void)
{
    files_go_to_root();
    return suite_main("deliver", fill);
}
