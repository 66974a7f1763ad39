#include "book.h"

#include "results.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/report/csv.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct book *book_new(void)
{
    return need(calloc(1, sizeof(struct book)));
}

void book_free(struct book *b)
{
    for (int i = 0; i < b->lines; i++) {
        free(b->line[i].key);
        free(b->line[i].folder);
        record_free(b->line[i].r);
    }
    free(b->line);
    free(b);
}

/* Whether two records of a submission say the same about it. */
static bool agree(const struct record *a, const struct record *b)
{
    bool same = a->results == b->results && a->seed == b->seed &&
                strcmp(a->submission, b->submission) == 0 &&
                strcmp(a->id, b->id) == 0 && strcmp(a->mark, b->mark) == 0;
    for (int i = 0; same && i < a->results; i++) {
        const struct result *x = &a->result[i], *y = &b->result[i];
        same = x->entry == y->entry && x->kind == y->kind &&
               x->points == y->points && x->max == y->max &&
               strcmp(x->misconception, y->misconception) == 0;
    }
    return same;
}

static struct record *read_one(const char *folder, const char *key)
{
    char path[PATH_MAX], problem[300], why[400];
    results_path(folder, key, path, sizeof path);
    struct record *r = record_read(path, problem, (int)sizeof problem);
    if (r != NULL)
        return r;
    snprintf(why, sizeof why, "the record is of no use: %s", problem);
    r = record_new(key, 0);
    record_set_fault(r, why);
    return r;
}

/* Two records for one line: which of them it is to have. */
static void join(struct line *line, const char *folder, struct record *r)
{
    char why[2 * PATH_MAX];
    bool had = line->r->fault[0] == '\0', has = r->fault[0] == '\0';
    if (had && has && !agree(line->r, r)) {
        snprintf(why, sizeof why, "two results that differ, in %s and %s",
                 line->folder, folder);
        record_set_fault(line->r, why);
    } else if (!had && has) {
        record_free(line->r);
        free(line->folder);
        line->r = r;
        line->folder = need(strdup(folder));
        return;
    }
    record_free(r);
}

void book_add(struct book *b, const char *folder, const char *key)
{
    struct record *r = read_one(folder, key);
    for (int i = 0; i < b->lines; i++)
        if (strcmp(b->line[i].key, key) == 0) {
            join(&b->line[i], folder, r);
            return;
        }
    size_t count = (size_t)b->lines + 1;
    b->line = need(realloc(b->line, count * sizeof *b->line));
    b->line[b->lines++] =
        (struct line){need(strdup(key)), r, need(strdup(folder))};
}

static int by_name(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = strcmp(x->r->submission, y->r->submission);
    if (order == 0)
        order = strcmp(x->r->id, y->r->id);
    return order != 0 ? order : strcmp(x->key, y->key);
}

void book_sort(struct book *b)
{
    if (b->lines > 0)
        qsort(b->line, (size_t)b->lines, sizeof *b->line, by_name);
}

int book_faults(const struct book *b)
{
    int faults = 0;
    for (int i = 0; i < b->lines; i++)
        faults += b->line[i].r->fault[0] != '\0';
    return faults;
}

bool *book_exercises(const struct book *b)
{
    bool *occurs = need(calloc((size_t)catalog_size, sizeof *occurs));
    for (int i = 0; i < b->lines; i++)
        for (int j = 0; j < b->line[i].r->results; j++)
            occurs[b->line[i].r->result[j].entry - catalog] = true;
    return occurs;
}

static void write_points(FILE *f, const struct record *r, const bool *occurs)
{
    int *points = need(malloc(sizeof *points * (size_t)catalog_size));
    for (int i = 0; i < catalog_size; i++)
        points[i] = -1;
    for (int i = 0; i < r->results; i++)
        points[r->result[i].entry - catalog] = r->result[i].points;
    for (int i = 0; i < catalog_size; i++)
        if (occurs[i] && points[i] >= 0)
            fprintf(f, "%d,", points[i]);
        else if (occurs[i])
            fputc(',', f);
    free(points);
}

static void write_row(FILE *f, const struct record *r, const bool *occurs)
{
    int points = record_points(r), max = record_max(r);
    csv_text(f, r->submission);
    fputc(',', f);
    csv_text(f, r->id);
    fprintf(f, ",%s,", r->mark);
    if (r->fault[0] != '\0')
        fputs(",,,", f);
    else
        fprintf(f, "%d,%d,%.1f,", points, max,
                max > 0 ? 100.0 * points / max : 0.0);
    write_points(f, r, occurs);
    csv_text(f, r->fault);
    fputc('\n', f);
}

bool book_write(const struct book *b, const char *path)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    bool *occurs = book_exercises(b);
    fputs("name,id,late,points,max,percent,", f);
    for (int i = 0; i < catalog_size; i++)
        if (occurs[i])
            fprintf(f, "%.2s/%d %s,", catalog[i].chapter, catalog[i].number,
                    catalog[i].name);
    fputs("fault\n", f);
    for (int i = 0; i < b->lines; i++)
        write_row(f, b->line[i].r, occurs);
    free(occurs);
    if (fclose(f) != 0)
        grader_fault("out of memory");
    bool good = file_write(path, text, size);
    int why = errno;
    free(text);
    errno = why;
    return good;
}
