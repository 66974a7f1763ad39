#ifndef CONVLINGS_TESTS_SUITE_H
#define CONVLINGS_TESTS_SUITE_H

#include <check.h>

/* One Check suite as one program:
 *     static void fill(void)
 *     {
 *         suite_case("core");
 *         suite_test(test_a_b);
 *     }
 *     int main(void) { return suite_main("shape", fill); }
 * The exit status is the truth: 0 if and only if every test that fill added
 * was run and passed. Variables that make Check leave tests out (CK_RUN_CASE
 * and its kin) are cleared first, and the tests are counted afterwards. */

/* Runs what fill adds.
 *   name  in   the suite's name             fill  in  adds cases and tests
 * Returns  EXIT_SUCCESS or EXIT_FAILURE */
int suite_main(const char *name, void (*fill)(void));

/* Starts a group of tests; those that follow belong to it. */
void suite_case(const char *name);

/* Adds a test made by START_TEST. */
void suite_test(const TTest *test);

/* Adds it count times, each with its own time limit; inside, _i is 0, 1 ... */
void suite_loop(const TTest *test, int count);

#endif
