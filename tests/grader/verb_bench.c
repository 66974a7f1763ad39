/* bench: how long the checks of the solutions take, and where the time goes.
 *
 * Each check is made in a process of its own, as a learner's is, so that the
 * probing of the sandbox counts; the clocks are those of the verdict. */
#include "fault.h"
#include "files.h"
#include "process.h"
#include "verbs.h"

#include "grade.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 3, SEED = 7, NAME_COLUMNS = 24 };

/* Seconds of one check, or of several. */
enum share { COMPILE, LINK, RUN, REST, TOTAL, SHARES };

struct sample {
    double seconds[SHARES];
    bool passed;
};

static const char *const share_names[] = {"compile", "link", "run", "rest",
                                          "total"};

static struct sample sample_of(const struct entry *e, const char *path)
{
    double begin = seconds_now();
    struct verdict *v = grade(e, path, SEED);
    struct sample s = {.passed = v->kind == VERDICT_PASS};
    s.seconds[LINK] = v->compiled.link_seconds;
    s.seconds[COMPILE] = v->compiled.seconds - v->compiled.link_seconds;
    s.seconds[RUN] = v->run_seconds;
    verdict_free(v);
    s.seconds[TOTAL] = seconds_now() - begin;
    s.seconds[REST] = s.seconds[TOTAL] - s.seconds[COMPILE] - s.seconds[LINK] -
                      s.seconds[RUN];
    return s;
}

/* The same in a new process. */
static struct sample fresh_sample(const struct entry *e, const char *path)
{
    struct sample s = {.passed = false};
    int ends[2];
    if (pipe(ends) != 0)
        grader_fault("no pipe");
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        s = sample_of(e, path);
        _exit(write(ends[1], &s, sizeof s) == (ssize_t)sizeof s ? 0 : 1);
    }
    close(ends[1]);
    if (pid < 0 || read(ends[0], &s, sizeof s) != (ssize_t)sizeof s)
        grader_fault("%s was not checked", path);
    close(ends[0]);
    waitpid(pid, NULL, 0);
    return s;
}

static int by_value(const void *a, const void *b)
{
    double l = *(const double *)a, r = *(const double *)b;
    return (l > r) - (l < r);
}

/* The median of one share of some samples. */
static double median(const struct sample *s, int count, enum share share)
{
    double *values = need(malloc(sizeof *values * (size_t)count));
    for (int i = 0; i < count; i++)
        values[i] = s[i].seconds[share];
    qsort(values, (size_t)count, sizeof *values, by_value);
    double middle = values[count / 2];
    free(values);
    return middle;
}

static void print_row(const char *name, const struct sample *s, int count)
{
    printf("%-*s", NAME_COLUMNS, name);
    for (int i = 0; i < SHARES; i++)
        printf(" %8.1f", 1e3 * median(s, count, (enum share)i));
    putchar('\n');
}

/* What the compiler needs for nothing at all: the floor of every check. */
static void print_floor(const struct entry *e)
{
    char path[] = "/tmp/convlings-empty.XXXXXX";
    struct sample s[ROUNDS];
    int fd = mkstemp(path);
    if (fd < 0)
        grader_fault("no temporary file");
    close(fd);
    for (int i = 0; i < ROUNDS; i++)
        s[i] = fresh_sample(e, path);
    unlink(path);
    printf("%-*s %8.1f\n", NAME_COLUMNS, "an empty file",
           1e3 * median(s, ROUNDS, COMPILE));
}

int verb_bench(const struct options *o)
{
    const struct entry *only = NULL;
    if (o->exercise != NULL && (only = named_exercise(o, "bench")) == NULL)
        return EXIT_USAGE;
    struct sample *s = need(calloc((size_t)catalog_size * ROUNDS, sizeof *s));
    int count = 0;
    bool passed = true;
    printf("%-*s", NAME_COLUMNS, "median ms");
    for (int i = 0; i < SHARES; i++)
        printf(" %8s", share_names[i]);
    putchar('\n');
    for (int i = 0; i < catalog_size; i++) {
        const struct entry *e = &catalog[i];
        if (only != NULL && e != only)
            continue;
        for (int round = 0; round < ROUNDS; round++, count++) {
            s[count] = fresh_sample(e, entry_path(e, "solutions"));
            passed = passed && s[count].passed;
        }
        print_row(e->name, s + count - ROUNDS, ROUNDS);
    }
    print_floor(only != NULL ? only : &catalog[0]);
    print_row("all checks", s, count);
    free(s);
    return passed ? 0 : 1;
}
