/* Every file in tests/submissions gets the verdict its first line asks for:
 *
 *   // expect: verdict=wrong_answer misconception=C01
 *
 * Honest ones earn all points, all others fewer; a crash or an endless loop
 * in one leaves the verdicts of the others standing, or this suite fails. */
#include "tests/support/suite.h"

#include "contract.h"
#include "explain.h"
#include "files.h"
#include "grade.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "verdict=crash" in "verdict=crash misconception=C01": the value. */
static void expected(const char *line, const char *key, char *value,
                     size_t size)
{
    const char *at = strstr(line, key);
    value[0] = '\0';
    if (at == NULL)
        return;
    at += strlen(key);
    snprintf(value, size, "%.*s", (int)strcspn(at, " \n"), at);
}

static void check_one(const struct entry *entry, const char *path)
{
    char kind[40], id[40];
    char *text = file_read(path, SOURCE_MAX_BYTES, NULL);
    ck_assert_ptr_nonnull(text);
    ck_assert_msg(strncmp(text, "// expect: ", 11) == 0,
                  "%s: the first line says no verdict", path);
    char *line = strndup(text, strcspn(text, "\n"));
    expected(line, "verdict=", kind, sizeof kind);
    expected(line, "misconception=", id, sizeof id);
    struct verdict *v = grade(entry, path, 7);
    const char *found = v->misconception != NULL ? v->misconception->id : "";
    ck_assert_msg(strcmp(verdict_kind_name(v->kind), kind) == 0,
                  "%s: %s, not %s (trial %d)", path, verdict_kind_name(v->kind),
                  kind, v->failed_trial);
    ck_assert_msg(id[0] == '\0' || strcmp(found, id) == 0,
                  "%s: misconception '%s', not '%s'", path, found, id);
    ck_assert_msg((v->points == v->max) == (strcmp(kind, "pass") == 0),
                  "%s: %d of %d points for %s", path, v->points, v->max, kind);
    verdict_free(v);
    free(line);
    free(text);
}

/* All are tried once, in the plain build. The sanitizers watch the judge, and
 * clang is another compiler of the same: one or two of each exercise, besides
 * its solution and its stub, are enough. */
#if defined(__SANITIZE_ADDRESS__) || defined(__clang__)
enum { ONE_IN = 15 };
#else
enum { ONE_IN = 1 };
#endif

static int check_folder(const struct entry *entry)
{
    char folder[300], path[700];
    int found = 0;
    snprintf(folder, sizeof folder, "tests/submissions/%s/%d_%s",
             entry->chapter, entry->number, entry->name);
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return 0;
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir)) {
        if (d->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, d->d_name);
        if (found++ % ONE_IN == 0)
            check_one(entry, path);
    }
    closedir(dir);
    return found;
}

START_TEST(test_every_submission_gets_its_verdict)
{
    ck_assert_int_ge(check_folder(&catalog[_i]), 10);
}
END_TEST

START_TEST(test_every_solution_passes)
{
    for (int i = 0; i < catalog_size; i++) {
        const struct entry *e = &catalog[i];
        struct verdict *v = grade(e, entry_path(e, "solutions"), 11);
        ck_assert_msg(v->kind == VERDICT_PASS && v->points == v->max,
                      "%s: %s in trial %d", e->name, verdict_kind_name(v->kind),
                      v->failed_trial);
        verdict_free(v);
    }
}
END_TEST

/* Stubs as `make reset` writes them. */
START_TEST(test_every_stub_is_not_started)
{
    for (int i = 0; i < catalog_size; i++) {
        const struct entry *e = &catalog[i];
        char *stub = contract_stub(e), path[200];
        snprintf(path, sizeof path, "build/stub_%s.c", e->name);
        ck_assert(file_write(path, stub, strlen(stub)));
        struct verdict *v = grade(e, path, 11);
        ck_assert_msg(v->kind == VERDICT_NOT_STARTED && v->points == 0,
                      "%s: %s with %d points", e->name,
                      verdict_kind_name(v->kind), v->points);
        verdict_free(v);
        remove(path);
        free(stub);
    }
}
END_TEST

/* One seed, one verdict: the same file judged twice says the same. */
START_TEST(test_the_same_seed_gives_the_same_verdict)
{
    const char *path = "tests/submissions/01-cross-correlation/"
                       "2_correlate_2d/height_pitch.c";
    char problem[80], where[2][160];
    const struct entry *e = catalog_find("correlate_2d", problem, 80);
    for (int i = 0; i < 2; i++) {
        struct verdict *v = grade(e, path, 5);
        explain_case(v, where[i], sizeof where[i]);
        verdict_free(v);
    }
    ck_assert_str_eq(where[0], where[1]);
}
END_TEST

static void fill(void)
{
    suite_case("submissions");
    suite_loop(test_every_submission_gets_its_verdict, catalog_size);
    suite_test(test_the_same_seed_gives_the_same_verdict);
    suite_case("solutions and stubs");
    suite_test(test_every_solution_passes);
    suite_test(test_every_stub_is_not_started);
}

int main(void)
{
    files_go_to_root();
    return suite_main("submissions", fill);
}
