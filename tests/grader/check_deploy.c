/* The scripts that platforms call, on a platform made of a scratch folder. In
 * place of the judge stands a script that ends as it is told to: what must
 * not be is a score where the grader failed. */
#include "tests/support/suite.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <yaml.h>

static char folder[60], output[1 << 16];

/* Runs a command; D is the scratch folder. Both streams are left in
 * `output`. */
static int run(const char *command)
{
    char line[3000];
    snprintf(line, sizeof line,
             "D=%s AUTOGRADER_ROOT=%s; export D AUTOGRADER_ROOT;"
             " S=tests/grader/deploy; { %s; } </dev/null 2>&1",
             folder, folder, command);
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

/* The judge's part: says its words, then writes what follows --out, or not,
 * and ends, as $DOES says. */
static const char fake_judge[] = "#!/bin/sh\n"
                                 "printf '%s\\n' \"$@\" >$D/words\n"
                                 "while [ \"$1\" != --out ]; do shift; done\n"
                                 "case $DOES in\n"
                                 "full) echo '{\"score\": 10}' >$2; exit 0 ;;\n"
                                 "some) echo '{\"score\": 4}' >$2; exit 1 ;;\n"
                                 "usage) exit 2 ;;\n"
                                 "fault) exit 3 ;;\n"
                                 "late) echo '{\"score\": 0}' >$2; exit 3 ;;\n"
                                 "silent) exit 0 ;;\n"
                                 "killed) echo half >$2; kill -9 $$ ;;\n"
                                 "esac\n";

static void enter(const char *settings)
{
    char path[200];
    strcpy(folder, "/tmp/deploy.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/source/convlings/build/bin/judge", folder);
    ck_assert(file_write(path, fake_judge, strlen(fake_judge)));
    snprintf(path, sizeof path, "%s/source/settings", folder);
    ck_assert(file_write(path, settings, strlen(settings)));
    expect(0,
           "chmod +x $D/source/convlings/build/bin/judge && mkdir $D/results"
           " $D/submission && cp $S/gradescope/* $D/source &&"
           " cp -R $D/source $D/bundle && cp $S/classroom50/* $D/bundle",
           "");
}

static void leave(void)
{
    ck_assert_int_eq(run("rm -rf $D"), 0);
}

/* How the judge ends, and whether there may be results then. */
static const struct {
    const char *does;
    bool graded;
} ends[] = {{"full", true},    {"some", true},   {"usage", false},
            {"fault", false},  {"late", false},  {"silent", false},
            {"killed", false}, {"absent", false}};

enum { ENDS = sizeof ends / sizeof ends[0] };

static void check_end(int i, const char *call, const char *file)
{
    char command[400];
    enter("ONLY=\nLIMIT=\nHOURS=24\n");
    if (strcmp(ends[i].does, "absent") == 0)
        run("rm $D/*/convlings/build/bin/judge; mkdir -p"
            " $D/bundle/convlings/build/bin; ln -s /nowhere"
            " $D/bundle/convlings/build/bin/judge");
    /* results of somebody else, behind a link, must not survive either */
    snprintf(command, sizeof command,
             "echo '{\"score\": 99}' >$D/old && ln -s $D/old %s && export "
             "DOES=%s && %s",
             file, ends[i].does, call);
    int status = run(command);
    ck_assert_msg((status == 0) == ends[i].graded, "%s: status %d\n%s",
                  ends[i].does, status, output);
    snprintf(command, sizeof command, "cat %s", file);
    ck_assert_msg((run(command) == 0) == ends[i].graded, "%s: %s", ends[i].does,
                  output);
    if (ends[i].graded)
        ck_assert_str_eq(output, strcmp(ends[i].does, "full") == 0
                                     ? "{\"score\": 10}\n"
                                     : "{\"score\": 4}\n");
    expect(0, "cat $D/old", "{\"score\": 99}\n");
    leave();
}

START_TEST(test_gradescope_has_results_only_when_graded)
{
    check_end(_i, "$D/source/run_autograder", "$D/results/results.json");
}
END_TEST

START_TEST(test_classroom50_has_a_result_only_when_graded)
{
    check_end(_i, "(cd $D/submission && sh $D/bundle/grade.sh)",
              "$D/submission/result.json");
}
END_TEST

START_TEST(test_what_the_judge_is_asked)
{
    enter("ONLY=01-cross-correlation\nLIMIT=\nHOURS=24\n");
    expect(0, "DOES=full $D/source/run_autograder && cat $D/words",
           "--require-sandbox\n--format\ngradescope\n");
    expect(0, "head -2 $D/words", "submission\n/tmp/deploy.");
    expect(0, "tail -2 $D/words", "--only\n01-cross-correlation\n");
    expect(0, "ls $(grep -A1 -x -e --pictures $D/words | tail -1) || echo gone",
           "gone");
    expect(0,
           "cd $D/submission && SUBMISSION_TAG='submit/1 x' DOES=full"
           " sh $D/bundle/grade.sh && cat $D/words",
           "--name\nsubmit/1 x\n--require-sandbox\n--format\nclassroom50\n");
    leave();
}
END_TEST

START_TEST(test_classroom50_starts_by_its_own_name)
{
    if (run("command -v python3") != 0)
        return;
    enter("ONLY=\nLIMIT=\nHOURS=24\n");
    expect(0,
           "cd $D/submission && DOES=some python3 $D/bundle/autograder.py &&"
           " cat result.json",
           "{\"score\": 4}");
    leave();
}
END_TEST

/* The judge itself in its place: one right, one wrong, the rest not there. */
START_TEST(test_gradescope_with_the_judge)
{
    const char *build = getenv("CONVLINGS_BUILD");
    char command[400];
    if (run(CONVLINGS_BUILD "/bin/judge help | grep '^  submission '") != 0)
        return;
    enter("ONLY=01-cross-correlation\nLIMIT=\nHOURS=24\n");
    snprintf(command, sizeof command,
             "rm -r $D/source/convlings/build/bin && ln -s $PWD/%s/bin"
             " $D/source/convlings/build/bin && mkdir $D/submission/hw &&"
             " cp solutions/01-cross-correlation/1_correlate_1d.c"
             " $D/submission/hw && cp tests/submissions/01-cross-correlation/"
             "2_correlate_2d/flipped.c $D/submission/hw/2_correlate_2d.c",
             build != NULL ? build : "build");
    expect(0, command, "");
    expect(0, "$D/source/run_autograder; cat $D/results/results.json",
           "\"score\": 10,\n");
    ck_assert_ptr_nonnull(strstr(output, "\"output\": \"10 of 63 points."));
    ck_assert_ptr_nonnull(strstr(output, "\"C01\""));
    ck_assert_ptr_nonnull(strstr(output, "find_pattern"));
    expect(0, "ls -A $D/results", "results.json\n");
    leave();
    enter("ONLY=no_such_exercise\nLIMIT=\nHOURS=24\n");
    expect(0, command, "");
    expect(1, "$D/source/run_autograder", "the judge ended with status 2");
    expect(0, "ls -A $D/results", "");
    ck_assert_str_eq(output, "");
    leave();
}
END_TEST

/* ---- the limit on submissions -------------------------------------------- */

static const char metadata[] =
    "{\"created_at\": \"2026-03-02T12:00:00.000000-08:00\","
    " \"previous_submissions\": ["
    "{\"submission_time\": \"2026-03-01T11:59:59.000000-08:00\","
    " \"score\": 1, \"autograder_error\": false, \"results\":"
    " {\"score\": 1, \"output\": \"too long ago\"}},"
    "{\"submission_time\": \"2026-03-02T19:00:00Z\","
    " \"score\": 3, \"autograder_error\": false, \"results\":"
    " {\"score\": 3, \"output\": \"the last\", \"tests\": []}},"
    "{\"submission_time\": \"2026-03-02T10:00:00.000000-08:00\","
    " \"score\": 2, \"autograder_error\": false, \"results\":"
    " {\"score\": 2, \"output\": \"the one before\"}},"
    "{\"submission_time\": \"2026-03-02T11:30:00.000000-08:00\","
    " \"autograder_error\": true, \"results\": {\"score\": 9}},"
    "{\"submission_time\": \"2026-03-02T11:40:00.000000-08:00\","
    " \"autograder_error\": false, \"results\": null}]}";

static void write_metadata(const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/submission_metadata.json", folder);
    ck_assert(file_write(path, text, strlen(text)));
}

/* Two were graded in the 24 hours before. */
START_TEST(test_a_limit_gives_the_last_results_again)
{
    if (run("command -v python3") != 0)
        return;
    enter("ONLY=\nLIMIT=2\nHOURS=24\n");
    write_metadata(metadata);
    expect(0,
           "DOES=full $D/source/run_autograder; test ! -e $D/words && cat"
           " $D/results/results.json",
           "Not graded: 2 submissions in 24 hours, 2 are allowed.");
    ck_assert_ptr_nonnull(strstr(output, "the last"));
    ck_assert_ptr_nonnull(strstr(output, "\"score\": 3"));
    expect(0, "ls $D/results", "results.json\n");
    ck_assert_str_eq(output, "results.json\n");
    leave();
    enter("ONLY=\nLIMIT=3\nHOURS=24\n");
    write_metadata(metadata);
    expect(0, "DOES=full $D/source/run_autograder; cat $D/results/*",
           "{\"score\": 10}");
    leave();
    enter("ONLY=\nLIMIT=3\nHOURS=25\n");
    write_metadata(metadata);
    expect(0, "DOES=full $D/source/run_autograder; cat $D/results/*",
           "Not graded: 3 submissions in 25 hours");
    leave();
}
END_TEST

START_TEST(test_a_limit_that_cannot_be_checked_is_no_score)
{
    static const char *const broken[] = {"", "[]", "{}", "{\"created_at\": 1}",
                                         "{\"created_at\": \"noon\"}"};
    if (run("command -v python3") != 0)
        return;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        enter("ONLY=\nLIMIT=2\nHOURS=24\n");
        write_metadata(broken[i]);
        expect(1, "DOES=full $D/source/run_autograder",
               "the limit on submissions could not be checked");
        expect(0, "ls $D/results", "");
        ck_assert_str_eq(output, "");
        leave();
    }
}
END_TEST

/* ---- packing ------------------------------------------------------------- */

/* Everything the judge is built from, and nothing of a learner's. */
START_TEST(test_what_is_packed)
{
    enter("");
    expect(0, "ONLY=04-channels LIMIT=5 B=$D/b sh $S/pack.sh classroom50",
           "packed ");
    expect(0, "cat $D/b/classroom50/settings",
           "ONLY=04-channels\nLIMIT=5\nHOURS=24\n");
    expect(0, "ls $D/b/classroom50",
           "autograder.py\nconvlings\ngrade.sh\nsettings\n");
    expect(0,
           "cd $D/b/classroom50/convlings && ls Makefile LICENSE"
           " tests/house/setup.sh tests/grader/judge.c"
           " tests/grader/deploy/pack.sh exercises/*/exercises.h"
           " solutions/01-cross-correlation/1_correlate_1d.c",
           "");
    expect(0,
           "cd $D/b/classroom50/convlings && ls -d exercises/*/*.c"
           " tests/submissions tests/grader/check_* .git 2>/dev/null || :",
           "");
    ck_assert_str_eq(output, "");
    expect(0,
           "B=$D/b sh $S/pack.sh gradescope && mkdir $D/z && cd $D/z &&"
           " bsdtar -xf $D/b/gradescope.zip && ls",
           "convlings\nlimit.py\nrun_autograder\nsettings\nsetup.sh\n");
    expect(0, "ls -A $D/b", "classroom50\ngradescope.zip\n");
    leave();
}
END_TEST

START_TEST(test_wrong_settings_are_refused)
{
    enter("");
    expect(2, "ONLY='$(reboot)' sh $S/pack.sh gradescope", "ONLY is a list");
    expect(2, "LIMIT=many sh $S/pack.sh gradescope", "LIMIT is a whole");
    expect(2, "HOURS=-1 sh $S/pack.sh gradescope", "HOURS is a whole");
    expect(2, "sh $S/pack.sh moodle", "not 'moodle'");
    leave();
}
END_TEST

/* ---- the workflow -------------------------------------------------------- */

static const yaml_node_t *member(yaml_document_t *d, const yaml_node_t *map,
                                 const char *name)
{
    ck_assert_int_eq(map->type, YAML_MAPPING_NODE);
    yaml_node_pair_t *pair = map->data.mapping.pairs.start;
    for (; pair < map->data.mapping.pairs.top; pair++) {
        yaml_node_t *key = yaml_document_get_node(d, pair->key);
        if (strcmp((char *)key->data.scalar.value, name) == 0)
            return yaml_document_get_node(d, pair->value);
    }
    return NULL;
}

static const char *text_of(yaml_document_t *d, const yaml_node_t *map,
                           const char *name)
{
    const yaml_node_t *found = member(d, map, name);
    return found != NULL ? (const char *)found->data.scalar.value : "";
}

/* A workflow as GitHub's syntax has it: each step runs or uses something, no
 * text of an event is pasted into a script, and the token reads only. */
START_TEST(test_the_workflow)
{
    yaml_parser_t parser;
    yaml_document_t d;
    FILE *f = fopen("tests/grader/deploy/github/grade.yml", "r");
    ck_assert_ptr_nonnull(f);
    ck_assert(yaml_parser_initialize(&parser));
    yaml_parser_set_input_file(&parser, f);
    ck_assert(yaml_parser_load(&parser, &d));
    const yaml_node_t *root = yaml_document_get_root_node(&d);
    ck_assert_ptr_nonnull(member(&d, root, "on"));
    ck_assert_str_eq(text_of(&d, member(&d, root, "permissions"), "contents"),
                     "read");
    const yaml_node_t *job = member(&d, member(&d, root, "jobs"), "grade");
    ck_assert_ptr_nonnull(member(&d, job, "runs-on"));
    const yaml_node_t *steps = member(&d, job, "steps");
    ck_assert_int_eq(steps->type, YAML_SEQUENCE_NODE);
    int sandboxed = 0, reported = 0, kept = 0;
    yaml_node_item_t *item = steps->data.sequence.items.start;
    for (; item < steps->data.sequence.items.top; item++) {
        const yaml_node_t *step = yaml_document_get_node(&d, *item);
        const char *script = text_of(&d, step, "run");
        const char *uses = text_of(&d, step, "uses");
        ck_assert_msg((script[0] != '\0') != (uses[0] != '\0'),
                      "a step runs or uses");
        ck_assert_ptr_null(strstr(script, "${{"));
        sandboxed += strstr(script, "--require-sandbox") != NULL;
        reported += strstr(script, "--format github") != NULL;
        kept += strstr(uses, "actions/upload-artifact@") != NULL;
    }
    ck_assert_int_eq(sandboxed, 1);
    ck_assert_int_eq(reported, 1);
    ck_assert_int_eq(kept, 1);
    yaml_document_delete(&d);
    yaml_parser_delete(&parser);
    fclose(f);
}
END_TEST

static void fill(void)
{
    suite_case("scripts");
    suite_loop(test_gradescope_has_results_only_when_graded, ENDS);
    suite_loop(test_classroom50_has_a_result_only_when_graded, ENDS);
    suite_test(test_what_the_judge_is_asked);
    suite_test(test_classroom50_starts_by_its_own_name);
    suite_test(test_gradescope_with_the_judge);
    suite_case("limit");
    suite_test(test_a_limit_gives_the_last_results_again);
    suite_test(test_a_limit_that_cannot_be_checked_is_no_score);
    suite_case("packing");
    suite_test(test_what_is_packed);
    suite_test(test_wrong_settings_are_refused);
    suite_case("workflow");
    suite_test(test_the_workflow);
}

int main(void)
{
    files_go_to_root();
    return suite_main("deploy", fill);
}
