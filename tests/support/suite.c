/* A Check suite becomes a program whose exit status is the truth. */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>

/* Seconds a test may take: generous, for valgrind and the sanitizers. */
enum { TIMEOUT = 120 };

static Suite *suite;
static TCase *group;
static int added;

void suite_case(const char *name)
{
    group = tcase_create(name);
    tcase_set_timeout(group, TIMEOUT);
    suite_add_tcase(suite, group);
}

void suite_test(const TTest *test)
{
    tcase_add_test(group, test);
    added++;
}

void suite_loop(const TTest *test, int count)
{
    tcase_add_loop_test(group, test, 0, count);
    added += count;
}

int suite_main(const char *name, void (*fill)(void))
{
    static const char *const choosers[] = {
        "CK_RUN_SUITE", "CK_RUN_CASE", "CK_INCLUDE_TAGS", "CK_EXCLUDE_TAGS"};
    SRunner *runner;
    int ran, failed;

    for (size_t i = 0; i < sizeof choosers / sizeof choosers[0]; i++)
        (void)unsetenv(choosers[i]);
    suite = suite_create(name);
    fill();
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    ran = srunner_ntests_run(runner);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    if (ran != added || added == 0) {
        (void)fprintf(stderr, "%s: %d tests exist, %d were run\n", name, added,
                      ran);
        return EXIT_FAILURE;
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
