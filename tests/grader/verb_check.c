/* check, next: one exercise, one verdict, in words or as a report. */
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "report/deliver.h"
#include "show.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

static bool is_unchanged(const struct entry *e)
{
    struct progress p = progress_read(e);
    return progress_is_fresh(e, &p) && strcmp(p.kind, "not_started") != 0;
}

/* In words for the learner, who can do something about it. */
static int say(const struct options *o, const struct verdict *v,
               const char *path, bool unchanged)
{
    show_verdict(v, path);
    if (o->file == NULL)
        show_ways(v);
    if (unchanged && v->kind != VERDICT_PASS)
        printf("\n  The file is as it was at the last check: saved?\n");
    return v->points == v->max ? 0 : 1;
}

/* A record of one exercise, in any format. */
static int report(const struct options *o, const struct verdict *v,
                  const char *path, enum report_format format)
{
    struct record *r = record_new(path, v->seed);
    record_add(r, v, path, o->pictures);
    record_close(r);
    r->seconds = v->seconds;
    int status = deliver(r, format, o->out);
    record_free(r);
    return status;
}

static int check(const struct options *o, const struct entry *e)
{
    const char *path =
        o->file != NULL ? path_from_root(o->file) : entry_path(e, "exercises");
    enum report_format format = deliver_format(o->format);
    if (format == REPORT_FORMATS)
        return EXIT_USAGE;
    const char *problem = file_problem(path);
    if (problem != NULL) {
        fprintf(stderr, "%s %s.\n", path, problem);
        if (o->file == NULL)
            show_way_back(e);
        return EXIT_USAGE;
    }
    bool unchanged = o->file == NULL && is_unchanged(e);
    struct verdict *v = grade(e, path, o->has_seed ? o->seed : new_seed());
    if (o->file == NULL)
        progress_record(v);
    int status = format == REPORT_TERMINAL && o->out == NULL
                     ? say(o, v, path, unchanged)
                     : report(o, v, path, format);
    verdict_free(v);
    return status;
}

int verb_check(const struct options *o)
{
    const struct entry *e = named_or_next(o, "check");
    return e != NULL ? check(o, e) : EXIT_USAGE;
}

int verb_next(const struct options *o)
{
    for (int i = 0; i < catalog_size; i++)
        if (!progress_is_solved(&catalog[i]))
            return check(o, &catalog[i]);
    puts("Every exercise is solved.");
    return 0;
}
