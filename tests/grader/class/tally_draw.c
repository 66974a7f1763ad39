/* The pictures of a class: columns for gnuplot, which draws them in a folder
 * of the judge's own; class.gp says how. */
#include "tally.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/process.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 20 }; /* misconceptions drawn */

static const char script[] = "tests/grader/class/class.gp";
static const char *const columns[] = {"scores.dat", "exercises.dat",
                                      "misconceptions.dat"};
static const char *const pictures[] = {"class_scores", "class_exercises",
                                       "class_misconceptions"};
enum { PICTURES = sizeof pictures / sizeof pictures[0] };

static void write_scores(FILE *f, const struct tally *t)
{
    fprintf(f, "# %d %d %.1f %.1f\n", t->submissions, t->faults, t->mean,
            t->median);
    for (int i = 0; i < BINS; i++)
        fprintf(f, "%d\t%d\n", i * 100 / BINS, t->bin[i]);
}

/* Kinds that mean the same to a teacher share a colour: right, wrong answer
 * with a name, without one, crashed or stopped, does not compile, nothing. */
static void write_exercises(FILE *f, const struct tally *t)
{
    for (int i = 0; i < t->exercises; i++) {
        const struct tally_exercise *x = &t->of[i];
        int named = 0, stopped = x->submissions;
        for (int j = 0; j < x->outcomes; j++)
            if (x->outcome[j].kind == VERDICT_WRONG_ANSWER &&
                x->outcome[j].id[0] != '\0')
                named += x->outcome[j].count;
        const int part[] = {x->kind[VERDICT_PASS],
                            named,
                            x->kind[VERDICT_WRONG_ANSWER] - named,
                            0,
                            x->kind[VERDICT_COMPILE_ERROR],
                            x->kind[VERDICT_NOT_STARTED]};
        for (int j = 0; j < 6; j++)
            stopped -= part[j];
        fprintf(f, "%s", x->entry->name);
        for (int j = 0; j < 6; j++)
            fprintf(f, "\t%g",
                    100.0 * (j == 3 ? stopped : part[j]) / x->submissions);
        fputc('\n', f);
    }
}

/* A misconception of an exercise, and how often it was seen. */
struct seen {
    const char *exercise, *name;
    int count;
};

static int by_count(const void *a, const void *b)
{
    const struct seen *x = a, *y = b;
    return (x->count < y->count) - (x->count > y->count);
}

static void write_misconceptions(FILE *f, const struct tally *t)
{
    size_t count = 0;
    struct seen *all = NULL;
    for (int i = 0; i < t->exercises; i++)
        for (int j = 0; j < t->of[i].outcomes; j++) {
            const struct outcome *o = &t->of[i].outcome[j];
            if (o->id[0] == '\0')
                continue;
            all = need(realloc(all, (count + 1) * sizeof *all));
            all[count++] =
                (struct seen){t->of[i].entry->name, o->name, o->count};
        }
    if (count > 0)
        qsort(all, count, sizeof *all, by_count);
    for (size_t i = 0; i < count && i < MOST; i++)
        fprintf(f, "%s: %s\t%d\n", all[i].exercise, all[i].name, all[i].count);
    free(all);
}

static bool write_columns(const struct tally *t, const char *folder)
{
    static void (*const write[])(FILE *, const struct tally *) = {
        write_scores, write_exercises, write_misconceptions};
    for (int i = 0; i < PICTURES; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", folder, columns[i]);
        FILE *f = fopen(path, "w");
        if (f == NULL)
            return false;
        write[i](f, t);
        if (fclose(f) != 0)
            return false;
    }
    return true;
}

static bool run_gnuplot(const char *folder, char *why, int size)
{
    char path[4096];
    const char *gnuplot = getenv("GNUPLOT"), *from = getenv("PATH");
    snprintf(path, sizeof path, "PATH=%s", from != NULL ? from : "/usr/bin");
    const char *const argv[] = {gnuplot != NULL ? gnuplot : "gnuplot",
                                "class.gp", NULL};
    const char *const env[] = {path, "LC_ALL=C", NULL};
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = folder,
                      .seconds = 60,
                      .file_bytes = 64 << 20,
                      .text_limit = 2000};
    struct job_end end = job_run(&job);
    bool good = WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0;
    if (end.not_started != 0)
        snprintf(why, (size_t)size, "gnuplot is not installed (make doctor)");
    else if (!good)
        snprintf(why, (size_t)size, "gnuplot failed: %.200s", end.text);
    job_end_free(&end);
    return good;
}

/* Moves what was drawn; a picture with nothing on it was not drawn. */
static bool bring(const char *from, const char *folder)
{
    static const char *const ends[] = {"svg", "png"};
    for (int i = 0; i < 2 * PICTURES; i++) {
        char drawn[PATH_MAX], to[PATH_MAX];
        snprintf(drawn, sizeof drawn, "%s/%s.%s", from, pictures[i / 2],
                 ends[i % 2]);
        snprintf(to, sizeof to, "%s/%s.%s", folder, pictures[i / 2],
                 ends[i % 2]);
        if (!file_exists(drawn))
            remove(to);
        else if (!file_copy(drawn, to))
            return false;
    }
    return true;
}

static void tidy(const char *folder)
{
    char path[PATH_MAX];
    for (int i = 0; i < PICTURES; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, columns[i]);
        remove(path);
        snprintf(path, sizeof path, "%s/%s.svg", folder, pictures[i]);
        remove(path);
        snprintf(path, sizeof path, "%s/%s.png", folder, pictures[i]);
        remove(path);
    }
    snprintf(path, sizeof path, "%s/class.gp", folder);
    remove(path);
    rmdir(folder);
}

bool tally_draw(const struct tally *t, const char *folder, char *why, int size)
{
    char scratch[200], gp[PATH_MAX];
    const char *base = getenv("TMPDIR");
    if (t->submissions == 0) {
        snprintf(why, (size_t)size, "there is nothing to draw");
        return false;
    }
    snprintf(scratch, sizeof scratch, "%s/convlings-class.XXXXXX",
             base != NULL && base[0] == '/' ? base : "/tmp");
    if (mkdtemp(scratch) == NULL) {
        snprintf(why, (size_t)size, "%s: %s", scratch, strerror(errno));
        return false;
    }
    snprintf(gp, sizeof gp, "%s/class.gp", scratch);
    bool good = file_copy(script, gp) && write_columns(t, scratch);
    if (!good)
        snprintf(why, (size_t)size, "%s: %s", scratch, strerror(errno));
    good = good && run_gnuplot(scratch, why, size);
    if (good && !bring(scratch, folder)) {
        snprintf(why, (size_t)size, "%s: %s", folder, strerror(errno));
        good = false;
    }
    tidy(scratch);
    return good;
}
