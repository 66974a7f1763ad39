/* The judge as a learner, an editor or a script calls it: in a copy of the
 * learner's folders, verb by verb, by what it prints and how it exits. */
#include "tests/support/suite.h"

#include "catalog.h"
#include "contract.h"
#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { OUTPUT_MAX = 1 << 16 };

static char root[200], output[OUTPUT_MAX];

/* Runs a command line at the copy's root; its output, both streams, is left
 * in `output`. Returns the exit status. */
static int run(const char *command)
{
    char line[2000];
    snprintf(line, sizeof line,
             "cd %s && CONVLINGS_ROOT=%s && export CONVLINGS_ROOT &&"
             " PATH=$CONVLINGS_ROOT/build/bin:$PATH && { %s; } </dev/null"
             " 2>&1",
             root, root, command);
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

static void make_copy(void)
{
    char command[1200];
    const char *build = getenv("CONVLINGS_BUILD");
    char *real = path_from_here(build != NULL ? build : "build");
    char *here = path_from_here(".");
    strcpy(root, "/tmp/learner.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(root));
    /* the stubs as they were: a learner may be working in the tree */
    snprintf(command, sizeof command,
             "cp -R %s/exercises %s/solutions %s/chapters %s && mkdir -p"
             " %s/tests/grader %s/%s && cp %s/tests/grader/*.gp"
             " %s/tests/grader/judge.c %s/tests/grader && ln -s %s/bin"
             " %s/runner %s/%s",
             here, here, here, root, root, root,
             build != NULL ? build : "build", here, here, root, real, real,
             root, build != NULL ? build : "build");
    ck_assert_int_eq(system(command), 0);
    if (build != NULL && strcmp(build, "build") != 0) {
        snprintf(command, sizeof command, "ln -s %s/bin %s/build/bin", real,
                 root);
        ck_assert_int_eq(system(command), 0);
    }
    for (int i = 0; i < catalog_size; i++) {
        char *stub = contract_stub(&catalog[i]);
        snprintf(command, sizeof command, "%s/%s", root,
                 entry_path(&catalog[i], "exercises"));
        ck_assert(file_write(command, stub, strlen(stub)));
        free(stub);
    }
    free(real);
    free(here);
}

static void remove_copy(void)
{
    char command[400];
    snprintf(command, sizeof command, "rm -rf %s", root);
    ck_assert_int_eq(system(command), 0);
}

static const char flipped[] = "tests/submissions/01-cross-correlation/"
                              "2_correlate_2d/flipped.c";

START_TEST(test_check_as_a_line)
{
    char command[600], *wrong = path_from_here(flipped);
    make_copy();
    snprintf(command, sizeof command,
             "judge check correlate_2d --file %s --format line --seed 3",
             wrong);
    expect(1, command,
           "verdict=wrong_answer points=0 max=10 exercise=correlate_2d"
           " misconception=C01 case=lesson:_3x3_image,_2x2_kernel\n");
    expect(0,
           "judge check correlate_2d --format line --file"
           " solutions/01-cross-correlation/2_correlate_2d.c",
           "verdict=pass points=10 max=10 exercise=correlate_2d\n");
    expect(1, "judge check correlate_2d --format=line --seed=5",
           "verdict=not_started points=0 max=10 exercise=correlate_2d\n");
    free(wrong);
    remove_copy();
}
END_TEST

START_TEST(test_check_in_words)
{
    char command[600], *wrong = path_from_here(flipped);
    make_copy();
    snprintf(command, sizeof command,
             "cp %s exercises/01-cross-correlation/2_correlate_2d.c", wrong);
    ck_assert_int_eq(run(command), 0);
    expect(1, "judge check correlate_2d",
           "First difference: y[0][0] should be 370, yours is 230.");
    ck_assert_ptr_nonnull(strstr(output, "1*10 + 2*20 + 4*30 + 5*40 = 370"));
    ck_assert_ptr_nonnull(strstr(output, "  flipped: the kernel"));
    ck_assert_ptr_nonnull(strstr(output, "README.md#the-flip"));
    ck_assert_msg(strchr(output, '\033') == NULL, "colour without terminal");
    expect(0, "judge hint correlate_2d", "The last check found: flipped");
    free(wrong);
    remove_copy();
}
END_TEST

/* The second call of a case has other numbers; where all of them are sizes,
 * other sizes. An array of rank 3 is counted as it is indexed. */
START_TEST(test_what_is_told_of_sizes_is_true)
{
    char command[600];
    char *biases = path_from_here("tests/submissions/02-toeplitz/"
                                  "6_count_weights/no_biases.c");
    char *wide = path_from_here("tests/submissions/02-toeplitz/"
                                "7_recover_kernel/y_as_wide_as_x.c");
    char *overflow = path_from_here("tests/submissions/06-pointwise-depthwise/"
                                    "5_separable_cost/int_overflow.c");
    make_copy();
    snprintf(command, sizeof command,
             "judge check count_weights --seed 1 --file %s", biases);
    expect(1, command, "  With other numbers\n");
    ck_assert_ptr_null(strstr(output, "Sizes as in"));
    snprintf(command, sizeof command,
             "judge check recover_kernel --seed 1 --file %s", wide);
    expect(1, command, "y is 3 x 1 x 3: 9 elements, y[0] to");
    snprintf(command, sizeof command,
             "judge check separable_cost --seed 1 --file %s", overflow);
    expect(1, command,
           "     *separable   expected 8768         yours 8768\n"
           "     the result   expected 2910208000   yours [-1384759296]\n");
    free(biases);
    free(wide);
    free(overflow);
    remove_copy();
}
END_TEST

START_TEST(test_wrong_usage_is_refused_by_name)
{
    make_copy();
    expect(2, "judge check corelate_2d", "Near it: correlate_2d");
    expect(2, "judge check correlate",
           "more than one: correlate_1d, correlate_2d");
    expect(2, "judge check correlate_2d --file nowhere.c", "nowhere.c");
    expect(2, "judge check correlate_2d --seed minus", "'minus'");
    expect(2, "judge check correlate_2d --format xml", "'xml'");
    expect(2, "judge check correlate_2d --colour", "'--colour'");
    expect(2, "judge check correlate_2d correlate_1d", "'correlate_1d'");
    expect(2, "judge predict correlate_2d --answer e", "a, b, c or d");
    expect(2, "judge dance", "'dance'");
    expect(2, "judge", "usage");
    expect(0, "judge help", "usage");
    remove_copy();
}
END_TEST

START_TEST(test_an_exercise_has_several_names)
{
    static const char *const names[] = {
        "correlate_2d",
        "01/2",
        "1/2",
        "01-cross-correlation/2",
        "exercises/01-cross-correlation/2_correlate_2d.c",
        "2_correlate_2d",
    };
    char problem[300];
    const struct entry *begun = catalog_find("filter_s", problem, 300);
    ck_assert_ptr_nonnull(begun);
    ck_assert_str_eq(begun->name, "filter_same_2d");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct entry *e = catalog_find(names[i], problem, 300);
        ck_assert_msg(e != NULL && strcmp(e->name, "correlate_2d") == 0, "%s",
                      names[i]);
    }
    ck_assert_ptr_null(catalog_find("correlate_", problem, 300));
    ck_assert_ptr_nonnull(strstr(problem, "correlate_1d"));
    ck_assert_ptr_null(catalog_find("", problem, 300));
    ck_assert_ptr_null(catalog_find("99/1", problem, 300));
    ck_assert_ptr_null(catalog_find("/", problem, 300));
}
END_TEST

START_TEST(test_hints_come_one_by_one)
{
    make_copy();
    expect(0, "judge hint correlate_1d; judge hint correlate_1d",
           " covers `x[i]` to\n  `x[i + kw - 1]`. ");
    expect(0, "judge hint correlate_2d", "Hint 1 of");
    ck_assert_ptr_null(strstr(output, "Hint 2 of"));
    expect(0, "judge hint correlate_2d", "Hint 2 of");
    for (int i = 0; i < 8; i++)
        expect(0, "judge hint correlate_2d", "Hint 3 of");
    ck_assert_ptr_nonnull(strstr(output, "That was the last one"));
    remove_copy();
}
END_TEST

START_TEST(test_one_prediction_of_four_is_right)
{
    make_copy();
    for (int i = 0; i < catalog_size; i++) {
        int right = 0, taught = 0;
        if (catalog[i].exercise->kind == EXERCISE_BREAK)
            continue;
        for (int pick = 'a'; pick <= 'd'; pick++) {
            char command[200];
            snprintf(command, sizeof command, "judge predict %s --answer %c",
                     catalog[i].name, pick);
            ck_assert_int_eq(run(command), 0);
            right += strstr(output, "is right. The others") != NULL;
            taught += strstr(output, "is not it. That comes out") != NULL;
        }
        ck_assert_msg(right == 1 && taught == 3, "%s: %d right, %d taught",
                      catalog[i].name, right, taught);
    }
    expect(0, "judge predict pad_index", "Here mode 1 is PAD_REFLECT.");
    expect(0, "judge predict pad_2d", "Here mode 0 is PAD_ZEROS.");
    remove_copy();
}
END_TEST

/* An output that is the same in all four answers would hide what differs. */
START_TEST(test_a_prediction_shows_what_differs)
{
    make_copy();
    expect(0, "judge predict max_pool_2d_indices", "a  index");
    ck_assert_ptr_null(strstr(output, "a  y"));
    expect(0, "judge predict max_pool_2d", "a  y");
    expect(0, "judge predict pooled_size", "a   result = ");
    remove_copy();
}
END_TEST

START_TEST(test_reset_keeps_every_backup)
{
    make_copy();
    const char *file = "exercises/01-cross-correlation/2_correlate_2d.c";
    char command[400];
    for (int i = 1; i <= 2; i++) {
        snprintf(command, sizeof command, "echo '/* mine %d */' >%s", i, file);
        ck_assert_int_eq(run(command), 0);
        expect(0, "judge reset correlate_2d", "Nothing was changed");
        snprintf(command, sizeof command, "cat %s", file);
        expect(0, command, "mine");
        expect(0, "judge reset correlate_2d --yes", "is the stub again");
        snprintf(command, sizeof command,
                 "cat .convlings/backups/correlate_2d.%d.c", i);
        expect(0, command, i == 1 ? "mine 1" : "mine 2");
    }
    expect(0, "judge reset correlate_2d --yes", "is the stub already");
    snprintf(command, sizeof command, "judge stub correlate_2d | cmp - %s",
             file);
    ck_assert_int_eq(run(command), 0);
    remove_copy();
}
END_TEST

START_TEST(test_the_solution_is_shown_once_solved)
{
    make_copy();
    expect(0, "judge solution correlate_2d", "once yours is right");
    ck_assert_ptr_null(strstr(output, "#include"));
    ck_assert_int_eq(run("cp solutions/01-*/2_correlate_2d.c exercises/01-*/"),
                     0);
    expect(0, "judge solution correlate_2d", "#include \"exercises.h\"");
    expect(0, "judge check correlate_2d", "make picture EX=correlate_2d");
    ck_assert_int_eq(run("cp solutions/03-*/1_output_size.c exercises/03-*/"),
                     0);
    expect(0, "judge check output_size", "make solution EX=output_size");
    ck_assert_ptr_null(strstr(output, "make picture"));
    remove_copy();
}
END_TEST

/* One exercise crashes, one does not compile, one is missing: the rest of
 * the board stands. */
START_TEST(test_the_board_survives_everything)
{
    make_copy();
    ck_assert_int_eq(run("cp solutions/01-*/2_correlate_2d.c exercises/01-*/ &&"
                         " echo 'void correlate_1d(' "
                         ">exercises/01-cross-correlation/1_correlate_1d.c &&"
                         " rm exercises/01-*/3_*.c"),
                     0);
    expect(0, "judge board", "1 of ");
    ck_assert_ptr_nonnull(strstr(output, "compile error"));
    ck_assert_ptr_nonnull(strstr(output, "missing"));
    expect(0, "judge list", "missing");
    ck_assert_int_eq(run("cp -R solutions/* exercises"), 0);
    expect(0, "judge board", "Every exercise is solved.");
    expect(0, "judge next", "Every exercise is solved.");
    remove_copy();
}
END_TEST

/* What is said with the picture of a wrong program. */
static void expect_picture(const char *name, const char *file,
                           const char *words)
{
    char command[600];
    char *folder = path_from_here("tests/submissions/01-cross-correlation");
    snprintf(command, sizeof command,
             "judge picture %s --out p.png --file %s/%s", name, folder, file);
    expect(0, command, words);
    free(folder);
}

/* Nothing but numbers goes in and comes out. */
static int is_number(const struct param *p)
{
    while (p->kind == ARG_INT || p->kind == ARG_FLOAT ||
           p->kind == ARG_OUT_INT || p->kind == ARG_RETURN)
        p++;
    return p->kind == ARG_END;
}

START_TEST(test_pictures)
{
    make_copy();
    for (int i = 0; i < catalog_size; i++) {
        char command[300], words[80];
        if (catalog[i].exercise->kind == EXERCISE_BREAK)
            continue;
        snprintf(command, sizeof command,
                 "judge picture %s --file %s --out p.png && od -c p.png"
                 " | head -1",
                 catalog[i].name, entry_path(&catalog[i], "solutions"));
        if (is_number(catalog[i].exercise->params)) {
            snprintf(words, sizeof words, "%s makes a number", catalog[i].name);
            *strchr(command, '&') = '\0';
            expect(0, command, words);
            continue;
        }
        snprintf(words, sizeof words, "%s: 0 of ", catalog[i].name);
        expect(0, command, words);
        ck_assert_msg(strstr(output, "P   N   G") != NULL, "%s: %s",
                      catalog[i].name, output);
    }
    expect_picture("filter_same_2d", "4_filter_same_2d/border_unset.c",
                   "y, yours (1884 not written)");
    expect_picture("find_pattern", "6_find_pattern/plain_products.c",
                   "find_pattern: 2 of 2 elements differ");
    expect(0, "rm p.png; judge picture correlate_2d --out p.png", "differ");
    expect(1,
           "rm p.png; GNUPLOT=/nowhere judge picture correlate_2d --out"
           " p.png",
           "No picture was written: gnuplot is not installed");
    expect(0, "ls", "exercises");
    ck_assert_msg(strstr(output, "p.png") == NULL, "a half-written picture");
    remove_copy();
}
END_TEST

/* What gnuplot was told of the picture of a solution. */
static void expect_in_script(const char *name, const char *file,
                             const char *words)
{
    char command[600];
    snprintf(command, sizeof command,
             "judge picture %s --out p.png --file solutions/%s &&"
             " grep -n '^\\(name\\|rows\\|cols\\|planes\\|colour\\)'"
             " build/pictures/%s/all.gp | cut -d: -f2 | tr '\\n' ' '",
             name, file, name);
    expect(0, command, words);
}

START_TEST(test_pictures_of_planes)
{
    make_copy();
    expect_in_script("conv2d", "04-channels/2_conv2d.c",
                     "planes = 1 colour = 1 names = \"'[0][0]' 31.5");
    expect(0, "cat build/pictures/conv2d/all.gp",
           "name = 'x: red, green, blue, 3 channels'\nrows = 64\ncols = 96");
    expect(0, "head -1 build/pictures/conv2d/0.values", "0 0 16 16 16");
    expect(0, "cat build/pictures/conv2d/all.gp",
           "names = \"'[0][0]' 30.5, '[0][1]' 92.5, '[0][2]' 154.5\"");
    expect_in_script("nchw_to_nhwc", "04-channels/3_nchw_to_nhwc.c",
                     "name = 'y, yours' rows = 64 cols = 288");
    expect_in_script("depthwise_conv2d",
                     "06-pointwise-depthwise/2_depthwise_conv2d.c",
                     "planes = 4 colour = 0 names = \"'[0]' 31.5, '[1]' 95.5");
    remove_copy();
}
END_TEST

static void fill(void)
{
    suite_case("check");
    suite_test(test_check_as_a_line);
    suite_test(test_check_in_words);
    suite_test(test_what_is_told_of_sizes_is_true);
    suite_test(test_wrong_usage_is_refused_by_name);
    suite_test(test_an_exercise_has_several_names);
    suite_case("companion");
    suite_test(test_hints_come_one_by_one);
    suite_test(test_one_prediction_of_four_is_right);
    suite_test(test_a_prediction_shows_what_differs);
    suite_test(test_reset_keeps_every_backup);
    suite_test(test_the_solution_is_shown_once_solved);
    suite_test(test_the_board_survives_everything);
    suite_test(test_pictures);
    suite_test(test_pictures_of_planes);
}

int main(void)
{
    files_go_to_root();
    return suite_main("verbs", fill);
}
