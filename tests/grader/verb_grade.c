/* grade: a folder of submissions, all of them or one. */
#ifdef __linux__
#define _DEFAULT_SOURCE /* for _SC_NPROCESSORS_ONLN */
#endif

#include "class/batch.h"
#include "class/book.h"
#include "class/only.h"
#include "class/report_class.h"
#include "fault.h"
#include "sandbox.h"
#include "show.h"
#include "verbs.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Seconds for one submission unless said otherwise: what a single exercise
 * may take at most, for each of those asked for. */
enum { SECONDS_EACH = 120 };

/* Where results go that nobody gave a folder: beside the submissions,
 * "homework/" and "homework.zip" to "homework-results". */
static char *results_beside(const char *path)
{
    static const char end[] = "-results";
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length > 4 && strncmp(path + length - 4, ".zip", 4) == 0)
        length -= 4;
    size_t size = length + sizeof end;
    char *folder = need(malloc(size));
    snprintf(folder, size, "%.*s%s", (int)length, path, end);
    return folder;
}

static int list(const struct roster *r)
{
    for (int i = 0; i < r->count; i++)
        puts(r->of[i].key);
    return 0;
}

/* The submission that --one names: by its line in --list, or "#" and the
 * number of that line (a name may be a number). */
static int index_of(const struct roster *r, const char *one)
{
    char *end;
    for (int i = 0; i < r->count; i++)
        if (strcmp(r->of[i].key, one) == 0)
            return i;
    long number = one[0] == '#' ? strtol(one + 1, &end, 10) : 0;
    if (number > 0 && *end == '\0' && number <= r->count)
        return (int)number - 1;
    fprintf(stderr,
            "There is no submission '%s'; judge grade FOLDER --list names"
            " all %d.\n",
            one, r->count);
    return -1;
}

/* The seed that was asked for, the one that was kept, or a new one. */
static uint64_t choose_seed(const struct options *o, const struct results *r)
{
    uint64_t seed;
    bool kept = results_seed(r, &seed);
    if (o->has_seed || !kept) {
        seed = o->has_seed ? o->seed : new_seed();
        results_keep_seed(r, seed);
    }
    return seed;
}

static int asked_count(const bool *asked)
{
    int count = 0;
    for (int i = 0; i < catalog_size; i++)
        count += asked[i];
    return count;
}

static int processors(void)
{
#ifdef _SC_NPROCESSORS_ONLN
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 && count < 1000 ? (int)count : 1;
#else
    return 1;
#endif
}

/* The gradebook and the class report. */
static int sum_up(const struct options *o, const struct roster *r,
                  const char *folder)
{
    struct book *b = book_new();
    for (int i = 0; i < r->count; i++)
        book_add(b, folder, r->of[i].key);
    book_sort(b);
    int status = report_class(b, o->csv, folder);
    book_free(b);
    return status;
}

static int grade_one_of(const struct batch *b, const char *one)
{
    int which = index_of(b->roster, one);
    if (which < 0)
        return EXIT_USAGE;
    struct book *book = book_new();
    batch_run(b, which);
    book_add(book, b->results->folder, b->roster->of[which].key);
    int faults = book_faults(book);
    book_free(book);
    return faults > 0 ? EXIT_FAULT : 0;
}

/* Results among the submissions would be graded by the next run. */
static bool lies_in(const char *folder, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return strncmp(folder, path, length) == 0 && folder[length] == '/';
}

static int grade_into(const struct options *o, const struct roster *r,
                      const bool *asked, const char *folder)
{
    char problem[512];
    struct results results;
    if (!results_open(&results, folder, o->one == NULL, problem,
                      (int)sizeof problem)) {
        fprintf(stderr, "%s\n", problem);
        return EXIT_USAGE;
    }
    struct batch b = {.roster = r,
                      .results = &results,
                      .asked = asked,
                      .seed = choose_seed(o, &results),
                      .jobs = o->jobs > 0 ? (int)o->jobs : processors(),
                      .limit = o->limit > 0
                                   ? (double)o->limit
                                   : 60 + SECONDS_EACH * asked_count(asked),
                      .pictures = o->pictures};
    int status;
    if (o->one != NULL) {
        status = grade_one_of(&b, o->one);
    } else {
        printf("%d submissions, seed %llu, sandbox: %s\n", r->count,
               (unsigned long long)b.seed, sandbox_words());
        batch_run(&b, -1);
        status = sum_up(o, r, folder);
    }
    results_close(&results);
    return status;
}

static int grade_roster(const struct options *o, const struct roster *r)
{
    char problem[512];
    if (o->list)
        return list(r);
    bool *asked = only_read(o->only, problem, (int)sizeof problem);
    if (asked == NULL) {
        fprintf(stderr, "%s\n", problem);
        return EXIT_USAGE;
    }
    char *folder =
        o->out != NULL ? need(strdup(o->out)) : results_beside(o->path);
    int status = EXIT_USAGE;
    if (lies_in(folder, o->path))
        fprintf(stderr, "Results cannot lie among the submissions: %s\n",
                folder);
    else
        status = grade_into(o, r, asked, folder);
    free(folder);
    free(asked);
    return status;
}

int verb_grade(const struct options *o)
{
    char problem[PATH_MAX + 200];
    if (o->path == NULL || o->path[0] == '\0') {
        fputs("Which submissions? For example: make grade DIR=submissions\n",
              stderr);
        return EXIT_USAGE;
    }
    struct roster *r = roster_read(o->path, problem, (int)sizeof problem);
    if (r == NULL) {
        fprintf(stderr, "%s\n", problem);
        return EXIT_USAGE;
    }
    int status = grade_roster(o, r);
    roster_free(r);
    return status;
}
