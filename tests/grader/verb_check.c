/* check, next: one exercise, one verdict, in words or as one line. */
#include "explain.h"
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "show.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

/* Blanks end a word of the line, so the case is written without any. */
static void print_case(const struct verdict *v)
{
    char text[160];
    explain_case(v, text, sizeof text);
    if (text[0] == '\0')
        return;
    for (char *p = text; *p != '\0'; p++)
        if (*p == ' ' || *p == '\t')
            *p = '_';
    printf(" case=%s", text);
}

static void print_line(const struct verdict *v)
{
    printf("verdict=%s points=%d max=%d exercise=%s",
           verdict_kind_name(v->kind), v->points, v->max, v->entry->name);
    if (v->misconception != NULL)
        printf(" misconception=%s", v->misconception->id);
    print_case(v);
    putchar('\n');
}

static bool is_unchanged(const struct entry *e)
{
    struct progress p = progress_read(e);
    return progress_is_fresh(e, &p) && strcmp(p.kind, "not_started") != 0;
}

static int check(const struct options *o, const struct entry *e)
{
    const char *path =
        o->file != NULL ? path_from_root(o->file) : entry_path(e, "exercises");
    bool as_line = strcmp(o->format, "line") == 0;
    if (!as_line && strcmp(o->format, "terminal") != 0) {
        fprintf(stderr, "judge: --format is line or terminal, not '%s'\n",
                o->format);
        return EXIT_USAGE;
    }
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
    if (as_line) {
        print_line(v);
    } else {
        show_verdict(v, path);
        if (o->file == NULL)
            show_ways(v);
        if (unchanged && v->kind != VERDICT_PASS)
            printf("\n  The file is as it was at the last check: saved?\n");
    }
    int status = v->points == v->max ? 0 : 1;
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
