/* terminal: the board of one submission, and what is wrong first in each
 * exercise; of a single exercise the whole story. */
#include "writers.h"

#include "tests/grader/term.h"

#include <string.h>

static bool is_missing(const struct result *x)
{
    return x->kind == VERDICT_NOT_STARTED;
}

static void write_head(FILE *f, const struct record *r)
{
    int points = record_points(r), max = record_max(r);
    fprintf(f, "%s%s%s\n", ink(INK_STRONG), r->submission, ink(INK_PLAIN));
    if (r->fault[0] == '\0') {
        term_bar(f, points, max, 40);
        fprintf(f, "  %d of %d points\n", points, max);
    }
    fprintf(f, "seed %llu, %.1f s, sandbox: %s\n", (unsigned long long)r->seed,
            r->seconds, r->sandbox[0] != '\0' ? r->sandbox : "none");
}

static void write_row(FILE *f, const struct result *x)
{
    char mark = '+';
    enum ink colour = INK_GOOD;
    if (x->kind != VERDICT_PASS) {
        mark = is_missing(x) ? '.' : 'x';
        colour = is_missing(x) ? INK_DIM : INK_BAD;
    }
    fprintf(f, " %s%c%s %2d %-26s %2d/%-2d  %s\n", ink(colour), mark,
            ink(INK_PLAIN), x->entry->number, x->entry->name, x->points, x->max,
            verdict_kind_words(x->kind));
}

static void write_first_failure(FILE *f, const struct result *x)
{
    enum { INDENT = 6 };
    if (x->kind == VERDICT_PASS || is_missing(x))
        return;
    if (x->where[0] != '\0' && x->kind != VERDICT_COMPILE_ERROR)
        term_wrap(f, x->where, INDENT, 0);
    term_wrap(f, x->sentence, INDENT, 0);
    if (x->misconception[0] == '\0')
        return;
    fprintf(f, "%*s%s%s%s: ", INDENT, "", ink(INK_NOTE), x->misconception_name,
            ink(INK_PLAIN));
    term_wrap(f, x->misconception_remark, INDENT,
              INDENT + 2 + (int)strlen(x->misconception_name));
}

void write_terminal(FILE *f, const struct record *r)
{
    write_head(f, r);
    if (r->fault[0] != '\0') {
        fprintf(f, "%sgrader error:%s ", ink(INK_BAD), ink(INK_PLAIN));
        term_wrap(f, r->fault, 0, 14);
        return;
    }
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        if (i == 0 || strcmp(x->entry->chapter, x[-1].entry->chapter) != 0)
            fprintf(f, "\n%s%s%s\n", ink(INK_STRONG), chapter_title(x->entry),
                    ink(INK_PLAIN));
        write_row(f, x);
        if (r->results > 1)
            write_first_failure(f, x);
    }
    if (r->results == 1) {
        fputc('\n', f);
        fputs(r->result[0].story, f);
    }
}
