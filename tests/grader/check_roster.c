/* Who handed in what: the exports of course systems, and names that hold
 * anything. */
#include "tests/support/suite.h"

#include "class/only.h"
#include "class/roster.h"
#include "files.h"

#include "catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[40];

/* A command in the test's folder; it must succeed. */
static void sh(const char *command)
{
    char line[3000];
    snprintf(line, sizeof line, "cd %s && { %s; } >/dev/null 2>&1", folder,
             command);
    ck_assert_msg(system(line) == 0, "%s", command);
}

static void enter(void)
{
    char tmp[60];
    strcpy(folder, "/tmp/roster.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(tmp, sizeof tmp, "%s/tmp", folder);
    setenv("TMPDIR", tmp, 1);
    sh("mkdir tmp class");
}

static void leave(void)
{
    sh("test -z \"$(ls -A tmp)\"");
    sh("rm -rf class tmp *.zip && cd .. && rm -rf $OLDPWD");
}

static struct roster *read_it(const char *name)
{
    char path[200], problem[500];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct roster *r = roster_read(path, problem, (int)sizeof problem);
    ck_assert_msg(r != NULL, "%s", problem);
    return r;
}

struct said {
    const char *name, *id;
    int paths;
    bool late;
};

/* The list, by name; keys are file names of plain letters, all different. */
static void expect(const char *name, const struct said *said, int count)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz_-."
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    struct roster *r = read_it(name);
    ck_assert_int_eq(r->count, count);
    for (int i = 0; i < count; i++) {
        const struct hand_in *h = &r->of[i];
        ck_assert_str_eq(h->name, said[i].name);
        ck_assert_str_eq(h->id, said[i].id);
        ck_assert_int_eq(h->paths, said[i].paths);
        ck_assert_int_eq(h->late, said[i].late);
        ck_assert_uint_eq(strspn(h->key, plain), strlen(h->key));
        ck_assert_uint_lt(strlen(h->key), 100);
        ck_assert(h->key[0] != '.' && h->key[0] != '\0');
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(h->key, r->of[j].key);
    }
    roster_free(r);
}

START_TEST(test_plain)
{
    static const struct said said[] = {{"anna", "", 1, false},
                                       {"anna.zip", "", 1, false},
                                       {"ben", "", 1, false},
                                       {"carla", "", 1, false},
                                       {"dan.c.smith", "", 1, false}};
    enter();
    sh("cd class && mkdir anna dan.c.smith .git __MACOSX && touch anna.zip"
       " ben.tar.gz carla.c notes.txt grades.csv .DS_Store && ln -s /"
       " everything");
    expect("class", said, 5);
    leave();
}
END_TEST

/* Each name as it is, and what is left of it in a file's name. */
START_TEST(test_names_hold_anything)
{
    static const struct said said[] = {{" ", "", 1, false},
                                       {"$(reboot)", "", 1, false},
                                       {"-rf", "", 1, false},
                                       {"=1+1", "", 1, false},
                                       {"A b", "", 1, false},
                                       {"A_b", "", 1, false},
                                       {"O'Neil \"x\"", "", 1, false},
                                       {"a\nb", "", 1, false},
                                       {"a_b", "", 1, false},
                                       {"\xc3\x89mile", "", 1, false},
                                       {"\xff\xfe", "", 1, false}};
    enter();
    for (int i = 0; i < 11; i++) {
        char path[200];
        snprintf(path, sizeof path, "mkdir \"$(printf '%s/class/'; cat)\"",
                 folder);
        FILE *f = popen(path, "w");
        ck_assert_ptr_nonnull(f);
        fputs(said[i].name, f);
        ck_assert_int_eq(pclose(f), 0);
    }
    expect("class", said, 11);
    struct roster *r = read_it("class");
    ck_assert_str_eq(r->of[8].key, "a_b");
    roster_free(r);
    leave();
}
END_TEST

START_TEST(test_moodle)
{
    static const struct said said[] = {
        {"Ann_Lee 2", "7", 1, false}, {"Jane Doe", "12345", 2, false},
        {"Jane Doe", "99", 1, false}, {"J\xc3\xb6rg O'Neil", "12", 1, false},
        {"Nobody", "3", 1, false},    {"Paul", "4", 1, false}};
    enter();
    sh("cd class && mkdir \"Jörg O'Neil_12_assignsubmission_file_\""
       " 'Ann_Lee 2_7_assignsubmission_file' && touch"
       " 'Jane Doe_12345_assignsubmission_file_conv2d.c'"
       " 'Jane Doe_12345_assignsubmission_file_a_b.zip'"
       " 'Jane Doe_99_assignsubmission_file_x.c'");
    sh("cd class && for d in */; do touch \"$d/conv2d.c\"; done; mkdir"
       " Nobody_3_assignsubmission_file_ Paul_4_assignsubmission_file_ &&"
       " touch Paul_4_assignsubmission_file_/essay.pdf; bsdtar -a -cf"
       " ../export.zip * && cd .. && bsdtar -a -cf one.zip class");
    expect("class", said, 6);
    expect("export.zip", said, 6);
    expect("one.zip", said, 6);
    leave();
}
END_TEST

START_TEST(test_canvas)
{
    static const struct said said[] = {{"doejane", "1234", 2, true},
                                       {"doejane", "77", 1, false},
                                       {"xu", "5", 1, false}};
    enter();
    sh("cd class && touch doejane_LATE_1234_56789_conv2d-2.c"
       " doejane_LATE_1234_56790_im2col.c doejane_77_1_project.zip"
       " xu_5_6_2_conv2d.c");
    expect("class", said, 3);
    leave();
}
END_TEST

START_TEST(test_blackboard)
{
    static const struct said said[] = {{"doejane", "", 2, false},
                                       {"xu", "", 1, false}};
    enter();
    sh("cd class && for t in 2026-03-01-09-30-00 2026-03-02-08-00-00; do"
       " touch \"Hw 1_doejane_attempt_${t}_conv2d.c\""
       " \"Hw 1_doejane_attempt_${t}_im2col.c\""
       " \"Hw 1_doejane_attempt_$t.txt\"; done;"
       " touch 'Hw 1_xu_attempt_2026-03-01-09-30-00_all.zip'");
    expect("class", said, 2);
    struct roster *r = read_it("class");
    for (int i = 0; i < r->of[0].paths; i++)
        ck_assert_ptr_nonnull(strstr(r->of[0].path[i], "2026-03-02"));
    roster_free(r);
    leave();
}
END_TEST

/* The list as Gradescope writes it, with results of a student that try to
 * look like another submission. */
START_TEST(test_gradescope)
{
    static const struct said said[] = {
        {"A \"B\"\nC \xc3\x89", "a@x.edu", 1, false},
        {"Jane Doe", "12345", 1, false},
        {"O'Brien: x; Xu Li", "007; xu@x.edu", 1, false},
        {"submission_4", "", 1, false}};
    enter();
    sh("cd class && mkdir submission_1 submission_2 submission_3 submission_4"
       " && cat >submission_metadata.yml <<'END'\n"
       "---\n"
       "submission_1:\n"
       "  :submitters:\n"
       "  - :name: Jane Doe\n"
       "    :sid: '12345'\n"
       "    :email: jane@x.edu\n"
       "  :created_at: 2026-03-01 09:30:00.000000000 Z\n"
       "  :score: 3.0\n"
       "  :results:\n"
       "    :output: |\n"
       "      submission_4:\n"
       "        :submitters:\n"
       "        - :name: Mallory\n"
       "    tests:\n"
       "    - :name: Mallory\n"
       "      :sid: '666'\n"
       "submission_2:\n"
       "  :submitters:\n"
       "  - :name: 'O''Brien: x'\n"
       "    :sid: '007'\n"
       "    :email: o@x.edu\n"
       "  - :name: Xu Li\n"
       "    :sid: ''\n"
       "    :email: xu@x.edu\n"
       "  :score:\n"
       "submission_3:\n"
       "  :submitters:\n"
       "  - :name: \"A \\\"B\\\"\\nC \\u00C9\"\n"
       "    :email: a@x.edu\n"
       "    :sid:\n"
       "  :status: processed\n"
       "END\n"
       "true");
    expect("class", said, 4);
    leave();
}
END_TEST

START_TEST(test_what_is_no_class)
{
    static const struct {
        const char *make, *problem;
    } cases[] = {
        {"mkdir x", "x has no submissions in it."},
        {"mkdir x && touch x/2_conv2d.c x/4_im2col.c", "one submission"},
        {"mkdir -p x/exercises/04-channels x/chapters", "one submission"},
        {"echo hello >x", "x is neither a folder nor an archive."},
        {"true", "No such file or directory."},
    };
    enter();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[200], problem[500] = "";
        snprintf(path, sizeof path, "%s/x", folder);
        sh(cases[i].make);
        ck_assert_ptr_null(roster_read(path, problem, (int)sizeof problem));
        ck_assert_msg(strstr(problem, cases[i].problem) != NULL, "%s", problem);
        sh("rm -rf x");
    }
    sh("echo hello >x.zip");
    char path[200], problem[500];
    snprintf(path, sizeof path, "%s/x.zip", folder);
    ck_assert_ptr_null(roster_read(path, problem, (int)sizeof problem));
    ck_assert_ptr_nonnull(strstr(problem, "cannot be unpacked"));
    leave();
}
END_TEST

/* How many exercises a list names, or -1. */
static int asked(const char *list)
{
    char problem[300] = "";
    int count = 0;
    bool *which = only_read(list, problem, (int)sizeof problem);
    if (which == NULL) {
        ck_assert_str_ne(problem, "");
        return -1;
    }
    for (int i = 0; i < catalog_size; i++)
        count += which[i];
    free(which);
    return count;
}

START_TEST(test_only)
{
    ck_assert_int_eq(asked(NULL), catalog_size);
    ck_assert_int_eq(asked(""), catalog_size);
    ck_assert_int_eq(asked(" , "), catalog_size);
    ck_assert_int_eq(asked("01"), 9);
    ck_assert_int_eq(asked("1"), 9);
    ck_assert_int_eq(asked("01-cross-correlation"), 9);
    ck_assert_int_eq(asked("01,02/3,conv2d"), 11);
    ck_assert_int_eq(asked("conv2d, conv2d 04/2"), 1);
    ck_assert_int_eq(asked("99"), -1);
    ck_assert_int_eq(asked("01,nonsense"), -1);
    ck_assert_int_eq(asked("01/99"), -1);
}
END_TEST

static void fill(void)
{
    suite_case("layouts");
    suite_test(test_plain);
    suite_test(test_names_hold_anything);
    suite_test(test_moodle);
    suite_test(test_canvas);
    suite_test(test_blackboard);
    suite_test(test_gradescope);
    suite_test(test_what_is_no_class);
    suite_case("selection");
    suite_test(test_only);
}

int main(void)
{
    files_go_to_root();
    return suite_main("roster", fill);
}
