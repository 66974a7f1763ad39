#include "tally.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/report/csv.h"
#include "tests/grader/term.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WEAKEST = 5, OFTEN = 3 };

/* --- counting ---------------------------------------------------------- */

static struct tally_exercise *exercise_of(struct tally *t,
                                          const struct entry *e)
{
    for (int i = 0; i < t->exercises; i++)
        if (t->of[i].entry == e)
            return &t->of[i];
    grader_fault("%s is counted in no column", e->name);
}

static void count_outcome(struct tally_exercise *x, const struct result *r)
{
    for (int i = 0; i < x->outcomes; i++) {
        struct outcome *o = &x->outcome[i];
        if (o->kind == r->kind && strcmp(o->id, r->misconception) == 0) {
            o->count++;
            return;
        }
    }
    size_t count = (size_t)x->outcomes + 1;
    x->outcome = need(realloc(x->outcome, count * sizeof *x->outcome));
    x->outcome[x->outcomes++] =
        (struct outcome){r->kind, r->misconception, r->misconception_name,
                         r->misconception_remark, 1};
}

static double percent_of(const struct record *r)
{
    int max = record_max(r);
    return max > 0 ? 100.0 * record_points(r) / max : 0;
}

static void count_record(struct tally *t, const struct record *r)
{
    int bin = (int)(percent_of(r) * BINS / 100);
    t->submissions++;
    t->late += strcmp(r->mark, "late") == 0;
    t->bin[bin < BINS ? bin : BINS - 1]++;
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        struct tally_exercise *e = exercise_of(t, x->entry);
        e->submissions++;
        e->points += x->points;
        e->max += x->max;
        e->kind[x->kind]++;
        count_outcome(e, x);
    }
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void find_middle(struct tally *t, const struct book *b)
{
    size_t count = 0;
    double *percent = need(calloc((size_t)b->lines + 1, sizeof *percent));
    for (int i = 0; i < b->lines; i++)
        if (b->line[i].r->fault[0] == '\0')
            t->mean += percent[count++] = percent_of(b->line[i].r);
    qsort(percent, count, sizeof *percent, by_value);
    if (count > 0) {
        t->mean /= (double)count;
        t->median = 0.5 * (percent[(count - 1) / 2] + percent[count / 2]);
    }
    free(percent);
}

static int by_count(const void *a, const void *b)
{
    const struct outcome *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return strcmp(x->id, y->id);
}

struct tally *tally_new(const struct book *b)
{
    struct tally *t = need(calloc(1, sizeof *t));
    bool *occurs = book_exercises(b);
    t->of = need(calloc((size_t)catalog_size, sizeof *t->of));
    for (int i = 0; i < catalog_size; i++)
        if (occurs[i])
            t->of[t->exercises++].entry = &catalog[i];
    free(occurs);
    for (int i = 0; i < b->lines; i++)
        if (b->line[i].r->fault[0] == '\0')
            count_record(t, b->line[i].r);
    t->faults = book_faults(b);
    find_middle(t, b);
    for (int i = 0; i < t->exercises; i++)
        if (t->of[i].outcomes > 0)
            qsort(t->of[i].outcome, (size_t)t->of[i].outcomes,
                  sizeof *t->of[i].outcome, by_count);
    return t;
}

void tally_free(struct tally *t)
{
    for (int i = 0; i < t->exercises; i++)
        free(t->of[i].outcome);
    free(t->of);
    free(t);
}

/* --- as CSV ------------------------------------------------------------ */

static bool save(FILE *f, char **text, size_t *size, const char *folder,
                 const char *name)
{
    char path[PATH_MAX];
    if (fclose(f) != 0)
        grader_fault("out of memory");
    snprintf(path, sizeof path, "%s/%s", folder, name);
    bool good = file_write(path, *text, *size);
    int why = errno;
    free(*text);
    errno = why;
    return good;
}

static double share(int part, int whole)
{
    return whole > 0 ? 100.0 * part / whole : 0;
}

bool tally_write(const struct tally *t, const char *folder)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    fputs("from_percent,to_percent,submissions\n", f);
    for (int i = 0; i < BINS; i++)
        fprintf(f, "%d,%d,%d\n", i * 100 / BINS, (i + 1) * 100 / BINS,
                t->bin[i]);
    if (!save(f, &text, &size, folder, "class_scores.csv"))
        return false;
    f = need(open_memstream(&text, &size));
    fputs("exercise,verdict,misconception,name,remark,submissions,percent\n",
          f);
    for (int i = 0; i < t->exercises; i++)
        for (int j = 0; j < t->of[i].outcomes; j++) {
            const struct outcome *o = &t->of[i].outcome[j];
            fprintf(f, "%s,%s,%s,", t->of[i].entry->name,
                    verdict_kind_name(o->kind), o->id);
            csv_text(f, o->name);
            fputc(',', f);
            csv_text(f, o->remark);
            fprintf(f, ",%d,%.1f\n", o->count,
                    share(o->count, t->of[i].submissions));
        }
    return save(f, &text, &size, folder, "class_misconceptions.csv");
}

/* --- in words ---------------------------------------------------------- */

static int by_share(const void *a, const void *b)
{
    const struct tally_exercise *const *x = a, *const *y = b;
    double one = share((*x)->points, (*x)->max);
    double other = share((*y)->points, (*y)->max);
    if (one != other)
        return one < other ? -1 : 1;
    return ((*x)->entry > (*y)->entry) - ((*x)->entry < (*y)->entry);
}

/* "12 right, 5 wrong answer (flipped)", what is most frequent. */
static void say_outcomes(const struct tally_exercise *x)
{
    for (int i = 0; i < x->outcomes && i < OFTEN; i++) {
        const struct outcome *o = &x->outcome[i];
        printf("%s%d %s", i > 0 ? ", " : "", o->count,
               verdict_kind_words(o->kind));
        if (o->id[0] != '\0')
            printf(" (%s)", o->name);
    }
    putchar('\n');
}

static void say_weakest(const struct tally *t)
{
    size_t count = (size_t)t->exercises;
    const struct tally_exercise **order =
        need(calloc(count + 1, sizeof *order));
    for (size_t i = 0; i < count; i++)
        order[i] = &t->of[i];
    qsort(order, count, sizeof *order, by_share);
    if (count > 0 && order[0]->points < order[0]->max)
        puts("\nThe weakest exercises:");
    for (size_t i = 0; i < count && i < WEAKEST; i++) {
        if (order[i]->points == order[i]->max)
            break;
        printf("  %-22s %3.0f %%  ", order[i]->entry->name,
               share(order[i]->points, order[i]->max));
        say_outcomes(order[i]);
    }
    free(order);
}

void tally_say(const struct tally *t)
{
    int most = 1;
    printf("%d submission%s graded", t->submissions,
           t->submissions == 1 ? "" : "s");
    if (t->late > 0)
        printf(", %d of them late", t->late);
    if (t->faults > 0)
        printf(", %d not (a fault of the grader, no score)", t->faults);
    putchar('\n');
    if (t->submissions == 0)
        return;
    printf("mean %.1f %%, median %.1f %% of the points\n\n", t->mean,
           t->median);
    for (int i = 0; i < BINS; i++)
        most = t->bin[i] > most ? t->bin[i] : most;
    for (int i = 0; i < BINS; i++) {
        printf("  %3d-%3d %%  %4d  ", i * 100 / BINS, (i + 1) * 100 / BINS,
               t->bin[i]);
        for (int j = 0; j < (t->bin[i] * 40 + most - 1) / most; j++)
            putchar('#');
        putchar('\n');
    }
    say_weakest(t);
}
