/* The part of Check that runs tests: a process for each, so that a crash or an
 * endless loop is one failed test and the rest still run. */
#include "check.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 500, FAILED = 1 };

typedef struct planned {
    const TCase *group;
    const TTest *test;
    int start, end;
} planned;

struct TCase {
    unsigned seconds;
};

/* A program has one suite, a suite at most MOST groups and tests. */
struct Suite {
    const char *name;
    int groups, plans;
};

struct SRunner {
    int run, failures, errors;
};

static Suite suite;
static TCase groups[MOST];
static planned plans[MOST];
static SRunner runner;

static void enough(int used)
{
    if (used < MOST)
        return;
    (void)fputs("tests/machines/check.c: MOST is too small\n", stderr);
    exit(EXIT_FAILURE);
}

Suite *suite_create(const char *name)
{
    suite.name = name;
    return &suite;
}

TCase *tcase_create(const char *name)
{
    (void)name;
    enough(suite.groups);
    return &groups[suite.groups++];
}

void tcase_set_timeout(TCase *group, double seconds)
{
    group->seconds = (unsigned)ceil(seconds);
}

void suite_add_tcase(Suite *to, TCase *group)
{
    (void)to;
    (void)group;
}

void tcase_add_loop_test(TCase *group, const TTest *test, int start, int end)
{
    enough(suite.plans);
    plans[suite.plans++] = (planned){group, test, start, end};
}

_Noreturn void check_failed(const char *file, int line, const char *format, ...)
{
    va_list arguments;

    (void)printf("%s:%d: ", file, line);
    va_start(arguments, format);
    (void)vprintf(format, arguments);
    va_end(arguments);
    (void)putchar('\n');
    (void)fflush(stdout);
    _exit(FAILED);
}

SRunner *srunner_create(Suite *of)
{
    (void)of;
    return &runner;
}

/* In the test's own process. */
static _Noreturn void child(const planned *plan, int i)
{
    (void)alarm(plan->group->seconds);
    plan->test->fn(i);
    (void)fflush(NULL);
    _exit(EXIT_SUCCESS);
}

static void run_test(const planned *plan, int i)
{
    int status = 0;
    pid_t pid;

    (void)fflush(NULL);
    pid = fork();
    if (pid == 0)
        child(plan, i);
    if (pid < 0 || waitpid(pid, &status, 0) != pid) {
        perror("fork");
        exit(EXIT_FAILURE);
    }
    runner.run++;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
        return;
    if (WIFEXITED(status) && WEXITSTATUS(status) == FAILED)
        runner.failures++;
    else
        runner.errors++;
    (void)printf("%s:%d: %s, _i = %d: %s%d\n", plan->test->file,
                 plan->test->line, plan->test->name, i,
                 WIFSIGNALED(status) ? "signal " : "exit status ",
                 WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

void srunner_run_all(SRunner *of, enum print_output how)
{
    int passed;

    (void)how;
    (void)printf("Running suite(s): %s\n", suite.name);
    for (const planned *plan = plans; plan < plans + suite.plans; plan++)
        for (int i = plan->start; i < plan->end; i++)
            run_test(plan, i);
    passed = of->run - of->failures - of->errors;
    (void)printf("%d%%: Checks: %d, Failures: %d, Errors: %d\n",
                 of->run > 0 ? 100 * passed / of->run : 100, of->run,
                 of->failures, of->errors);
}

int srunner_ntests_run(SRunner *of)
{
    return of->run;
}

int srunner_ntests_failed(SRunner *of)
{
    return of->failures + of->errors;
}

void srunner_free(SRunner *of)
{
    (void)of;
}
