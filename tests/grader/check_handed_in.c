/* Which files of a submission answer which exercise, whatever learners,
 * browsers and course systems make of folders, names and archives. */
#include "tests/support/suite.h"

#include "class/handed_in.h"
#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
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

/* With TMPDIR in it, so that what is left behind is seen. */
static void enter(void)
{
    char tmp[60];
    strcpy(folder, "/tmp/handed-in.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(tmp, sizeof tmp, "%s/tmp", folder);
    setenv("TMPDIR", tmp, 1);
    sh("mkdir tmp sub");
}

static void leave(void)
{
    sh("test -z \"$(ls -A tmp)\"");
    sh("rm -rf sub* tmp *.zip *.c out && cd .. && rm -rf $OLDPWD");
}

static struct handed_in *open_it(const char *name)
{
    static char path[200];
    char *paths[] = {path};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return handed_in_open(paths, 1);
}

static const struct entry *entry_named(const char *name)
{
    char problem[300];
    const struct entry *e = catalog_find(name, problem, (int)sizeof problem);
    ck_assert_msg(e != NULL, "%s", problem);
    return e;
}

static const char *file_of(const struct handed_in *h, const char *name)
{
    return h->file[entry_named(name) - catalog];
}

/* The text of the file that was taken for an exercise, "" without one. */
static const char *text_of(const struct handed_in *h, const char *name)
{
    static char text[100];
    const char *path = file_of(h, name);
    text[0] = '\0';
    FILE *f = path != NULL ? fopen(path, "r") : NULL;
    ck_assert(path == NULL || f != NULL);
    if (f != NULL) {
        text[fread(text, 1, sizeof text - 1, f)] = '\0';
        fclose(f);
    }
    return text;
}

/* Opens a submission in which one exercise has this text. */
static void expect(const char *name, const char *exercise, const char *text)
{
    struct handed_in *h = open_it(name);
    ck_assert_str_eq(text_of(h, exercise), text);
    ck_assert_int_eq(h->found, text[0] != '\0');
    handed_in_free(h);
}

START_TEST(test_names_of_files)
{
    static const struct {
        const char *file, *exercise;
        int again;
    } names[] = {
        {"conv2d.c", "conv2d", 0},
        {"2_conv2d.c", "conv2d", 0},
        {"2_conv2d.C", "conv2d", 0},
        {"2_conv2d (1).c", "conv2d", 1},
        {"2_conv2d(12).c", "conv2d", 12},
        {"2_conv2d-3.c", "conv2d", 3},
        {"doejane_1234_56789_2_conv2d.c", "conv2d", 0},
        {"doejane_LATE_1234_56789_conv2d-2.c", "conv2d", 2},
        {"Jane Doe_12_assignsubmission_file_2_conv2d.c", "conv2d", 0},
        {"Hw 1_jane_attempt_2026-03-01-09-30-00_conv2d.c", "conv2d", 0},
        {"conv2d_one.c", "conv2d_one", 0},
        {"conv2d", NULL, 0},
        {"conv2d.h", NULL, 0},
        {"conv2d.c.bak", NULL, 0},
        {"my_conv2d.c", NULL, 0},
        {"conv2d_.c", NULL, 0},
        {"_conv2d.c", NULL, 0},
        {".c", NULL, 0},
        {"", NULL, 0},
        {"conv2d-99999999999999999999.c", NULL, 0},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        int again = 0;
        const struct entry *e = handed_in_name(names[i].file, &again);
        const char *found = e != NULL ? e->name : "none";
        const char *said =
            names[i].exercise != NULL ? names[i].exercise : "none";
        ck_assert_msg(strcmp(found, said) == 0, "%s: %s", names[i].file, found);
        ck_assert_msg(e == NULL || again == names[i].again, "%s: %d",
                      names[i].file, again);
    }
}
END_TEST

START_TEST(test_one_file)
{
    enter();
    sh("printf A >2_conv2d.c");
    expect("2_conv2d.c", "conv2d", "A");
    leave();
}
END_TEST

START_TEST(test_any_folder)
{
    enter();
    sh("mkdir -p 'sub/my work/é' && printf A >'sub/my work/é/conv2d.c' &&"
       " printf B >sub/notes.c && printf C >sub/report.pdf");
    expect("sub", "conv2d", "A");
    leave();
}
END_TEST

/* As in the project counts before a copy elsewhere, a later version before
 * an earlier one, and neither depends on the order of a folder. */
START_TEST(test_two_versions)
{
    enter();
    sh("mkdir -p sub/exercises/04-channels sub/old && printf A"
       " >sub/exercises/04-channels/2_conv2d.c && printf B >sub/conv2d-9.c &&"
       " printf C >sub/old/conv2d.c");
    expect("sub", "conv2d", "A");
    sh("rm -r sub/exercises");
    expect("sub", "conv2d", "B");
    sh("rm -r sub/conv2d-9.c; printf A >'sub/conv2d (2).c'; printf B"
       " >'sub/conv2d (10).c'");
    expect("sub", "conv2d", "B");
    leave();
}
END_TEST

START_TEST(test_the_whole_project)
{
    enter();
    sh("mkdir -p sub/c/exercises/04-channels sub/c/solutions/04-channels"
       " sub/c/tests/exercises/04-channels sub/c/.git sub/c/build &&"
       " printf A >sub/c/exercises/04-channels/2_conv2d.c;"
       " for d in solutions tests/exercises; do printf S"
       " >sub/c/$d/04-channels/2_conv2d.c; printf S"
       " >sub/c/$d/04-channels/4_im2col.c; done;"
       " cp sub/c/solutions/04-channels/4_im2col.c sub/c/.git;"
       " cp sub/c/solutions/04-channels/4_im2col.c sub/c/build");
    expect("sub", "conv2d", "A");
    sh("cd sub && bsdtar -a -cf ../whole.zip c");
    expect("whole.zip", "conv2d", "A");
    leave();
}
END_TEST

START_TEST(test_links_are_not_followed)
{
    enter();
    sh("printf S >out && mkdir sub/real sub-other && printf S"
       " >sub-other/conv2d.c && ln -s /etc/passwd sub/4_im2col.c && ln -s"
       " ../../out sub/real/conv2d.c && ln -s ../sub-other sub/other &&"
       " ln -s / sub/root && mkfifo sub/real/conv2d_one.c");
    struct handed_in *h = open_it("sub");
    ck_assert_int_eq(h->found, 0);
    ck_assert_str_eq(h->problem, "No file has the name of an exercise.");
    handed_in_free(h);
    leave();
}
END_TEST

/* Zip and tar with every compression that bsdtar was built with. */
START_TEST(test_archives)
{
    static const char *const ends[] = {"zip",     "tar",    "tar.gz", "tgz",
                                       "tar.bz2", "tar.xz", "7z"};
    char command[300], name[40];
    enter();
    sh("mkdir -p sub/a/b && printf A >sub/a/b/conv2d.c && head -c 100000"
       " /dev/zero >sub/a/big.png");
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(command, sizeof command, "bsdtar -a -cf 'x y'.%s sub",
                 ends[i]);
        sh(command);
        snprintf(name, sizeof name, "x y.%s", ends[i]);
        expect(name, "conv2d", "A");
        snprintf(command, sizeof command, "rm 'x y'.%s", ends[i]);
        sh(command);
    }
    leave();
}
END_TEST

START_TEST(test_files_without_rights_in_an_archive)
{
    enter();
    sh("printf A >out && printf '#mtree\n./d type=dir mode=0000\n./d/conv2d.c"
       " type=file mode=0000 contents=out\n' >list && bsdtar -cf x.tar @list"
       " && bsdtar -tvf x.tar | grep -e '^----------.*conv2d.c'");
    expect("x.tar", "conv2d", "A");
    sh("rm x.tar list");
    leave();
}
END_TEST

START_TEST(test_an_archive_in_an_archive)
{
    enter();
    sh("printf A >conv2d.c && bsdtar -a -cf sub/inner.zip conv2d.c && bsdtar"
       " -a -cf 'outer.zip' sub && rm -r sub conv2d.c && mkdir sub && mv"
       " outer.zip sub/");
    expect("sub", "conv2d", "A");
    leave();
}
END_TEST

/* An archive within itself, so to speak: each has the next and a bit more. */
START_TEST(test_archives_without_end)
{
    enter();
    sh("printf A >conv2d.c && bsdtar -a -cf x.zip conv2d.c && for i in $(seq"
       " 30); do bsdtar -a -cf y.zip x.zip && mv y.zip x.zip; done");
    struct handed_in *h = open_it("x.zip");
    ck_assert_int_eq(h->found, 0);
    handed_in_free(h);
    leave();
}
END_TEST

START_TEST(test_names_that_lead_outside)
{
    enter();
    sh("mkdir -p sub/in && printf A >sub/in/conv2d.c && printf S"
       " >sub/in/im2col.c && cd sub/in && bsdtar -P -s '|im2col.c|../../"
       "im2col.c|' -cf ../../up.tar im2col.c conv2d.c && bsdtar -P -s"
       " \"|im2col.c|$OLDPWD/im2col.c|\" -cf ../../root.tar im2col.c conv2d.c"
       " && ln -s /etc/passwd im2col_.c && ln -s .. parent && ln conv2d.c"
       " 4_im2col.c && bsdtar -cf ../../links.tar conv2d.c parent 4_im2col.c"
       " im2col_.c");
    static const char *const names[] = {"up.tar", "root.tar", "links.tar"};
    for (int i = 0; i < 3; i++) {
        struct handed_in *h = open_it(names[i]);
        ck_assert_str_eq(text_of(h, "conv2d"), "A");
        ck_assert_int_eq(h->found, i == 0 ? 1 : 2);
        handed_in_free(h);
    }
    sh("test ! -e im2col.c && rm *.tar");
    leave();
}
END_TEST

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* 300 MB of zeros in a few kilobytes: in one file, and in many. */
START_TEST(test_a_bomb)
{
    double begin;
    enter();
    sh("mkdir sub/a && truncate -s 100M sub/a/conv2d.c && for i in 1 2; do"
       " ln sub/a/conv2d.c sub/a/$i.c; done; printf A >sub/a/0_im2col.c;"
       " bsdtar -a -cf bomb.zip sub");
    begin = seconds();
    struct handed_in *h = open_it("bomb.zip");
    ck_assert_double_lt(seconds() - begin, 25);
    ck_assert_str_eq(h->problem,
                     "The archive bomb.zip cannot be unpacked completely.");
    sh("test $(du -sm tmp | cut -f1) -lt 140");
    handed_in_free(h);
    leave();
}
END_TEST

START_TEST(test_empty_and_broken)
{
    enter();
    sh(": >empty.zip; printf A >conv2d.c && bsdtar -a -cf good.zip conv2d.c"
       " && head -c 60 good.zip >cut.zip && echo hello >text.zip && mkdir"
       " sub/none && bsdtar -a -cf none.zip sub && rm conv2d.c");
    struct handed_in *h = open_it("sub");
    ck_assert_str_eq(h->problem, "No file has the name of an exercise.");
    handed_in_free(h);
    h = open_it("none.zip");
    ck_assert_str_eq(h->problem, "No file has the name of an exercise.");
    handed_in_free(h);
    static const char *const broken[] = {"cut.zip", "text.zip"};
    for (int i = 0; i < 2; i++) {
        h = open_it(broken[i]);
        ck_assert_int_eq(h->found, 0);
        ck_assert_ptr_nonnull(strstr(h->problem, "cannot be unpacked"));
        handed_in_free(h);
    }
    h = open_it("empty.zip");
    ck_assert_int_eq(h->found, 0);
    ck_assert_ptr_nonnull(h->problem);
    handed_in_free(h);
    leave();
}
END_TEST

static unsigned long long hash(const char *name)
{
    static char path[200];
    char *paths[] = {path};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return handed_in_hash(paths, 1);
}

/* What was graded is known again, wherever it lies, and nothing else is. */
START_TEST(test_the_hash)
{
    enter();
    sh("mkdir -p sub/a && printf A >sub/a/conv2d.c && printf B >sub/im2col.c"
       " && cp -r sub sub-copy && touch sub-copy/notes.txt && ln -s / "
       "sub-copy/link");
    unsigned long long first = hash("sub");
    ck_assert(first == hash("sub-copy"));
    sh("printf C >sub/a/conv2d.c");
    ck_assert(first != hash("sub"));
    sh("printf A >sub/a/conv2d.c");
    ck_assert(first == hash("sub"));
    sh("mv sub/a/conv2d.c sub/conv2d.c");
    ck_assert(first != hash("sub"));
    sh("mv sub/conv2d.c sub/a/conv2d.c; printf A >sub/im2col.c; printf B"
       " >sub/a/conv2d.c");
    ck_assert(first != hash("sub"));
    leave();
}
END_TEST

START_TEST(test_what_the_learner_calls_it)
{
    enter();
    sh("mkdir -p sub/a && printf A >sub/a/conv2d.c && bsdtar -a -cf x.zip"
       " sub");
    static const char *const names[] = {"sub", "x.zip", "sub/a/conv2d.c"};
    static const char *const shown[] = {"a/conv2d.c", "sub/a/conv2d.c",
                                        "conv2d.c"};
    for (int i = 0; i < 3; i++) {
        char path[200], *paths[] = {path};
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        struct handed_in *h = handed_in_open(paths, 1);
        ck_assert_str_eq(handed_in_shown(h, file_of(h, "conv2d"), paths, 1),
                         shown[i]);
        handed_in_free(h);
    }
    leave();
}
END_TEST

static void fill(void)
{
    suite_case("folders");
    suite_test(test_names_of_files);
    suite_test(test_one_file);
    suite_test(test_any_folder);
    suite_test(test_two_versions);
    suite_test(test_the_whole_project);
    suite_test(test_links_are_not_followed);
    suite_test(test_the_hash);
    suite_test(test_what_the_learner_calls_it);
    suite_case("archives");
    suite_test(test_archives);
    suite_test(test_files_without_rights_in_an_archive);
    suite_test(test_an_archive_in_an_archive);
    suite_test(test_archives_without_end);
    suite_test(test_names_that_lead_outside);
    suite_test(test_a_bomb);
    suite_test(test_empty_and_broken);
}

int main(void)
{
    files_go_to_root();
    return suite_main("handed in", fill);
}
