/* board, list: where the learner stands. */
#include "explain.h"
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "show.h"
#include "term.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Checks an exercise again if its file changed; what is known otherwise. */
static struct progress refresh(const struct entry *e)
{
    struct progress p = progress_read(e);
    const char *path = entry_path(e, "exercises");
    if (progress_is_fresh(e, &p) && file_problem(path) == NULL)
        return p;
    if (file_problem(path) != NULL) {
        snprintf(p.kind, sizeof p.kind, "missing");
        p.points = p.max = 0;
        return p;
    }
    struct verdict *v = grade(e, path, new_seed());
    progress_record(v);
    verdict_free(v);
    return progress_read(e);
}

static bool is(const struct progress *p, const char *kind)
{
    return strcmp(p->kind, kind) == 0;
}

static void print_mark(const struct progress *p)
{
    if (is(p, "pass"))
        printf("%s+%s", ink(INK_GOOD), ink(INK_PLAIN));
    else if (is(p, "not_started") || is(p, "missing"))
        printf("%s.%s", ink(INK_DIM), ink(INK_PLAIN));
    else
        printf("%sx%s", ink(INK_BAD), ink(INK_PLAIN));
}

/* "wrong answer" from "wrong_answer". */
static void print_kind(const struct progress *p)
{
    char words[32];
    snprintf(words, sizeof words, "%s", is(p, "pass") ? "right" : p->kind);
    for (char *c = words; *c != '\0'; c++)
        if (*c == '_')
            *c = ' ';
    printf("%-13s", words);
}

static void print_row(const struct entry *e, const struct progress *p)
{
    printf(" ");
    print_mark(p);
    printf(" %d %-22s ", e->number, e->name);
    print_kind(p);
    if (p->max > 0 && !is(p, "not_started"))
        printf(" %2d/%-2d", p->points, p->max);
    else
        printf("      ");
    printf(" %c %s%s%s\n", p->predicted == 'y' ? 'p' : ' ', ink(INK_DIM),
           e->exercise->title, ink(INK_PLAIN));
}

/* All verdicts, checking again what changed. Free the result. */
static struct progress *refresh_all(int *solved)
{
    struct progress *all = need(calloc((size_t)catalog_size, sizeof *all));
    *solved = 0;
    for (int i = 0; i < catalog_size; i++) {
        all[i] = refresh(&catalog[i]);
        *solved += is(&all[i], "pass");
    }
    return all;
}

static void print_chapters(const struct progress *all)
{
    for (int begin = 0; begin < catalog_size;) {
        int end = chapter_end(begin), solved = 0;
        for (int i = begin; i < end; i++)
            solved += is(&all[i], "pass");
        printf("\n%s%s%s   %d of %d   chapters/%s/README.md\n", ink(INK_STRONG),
               chapter_title(&catalog[begin]), ink(INK_PLAIN), solved,
               end - begin, catalog[begin].chapter);
        for (int i = begin; i < end; i++)
            print_row(&catalog[i], &all[i]);
        begin = end;
    }
    putchar('\n');
}

/* The first exercise that is not solved, checked afresh for its story. */
static void print_current(const struct progress *all)
{
    int at = 0;
    while (at < catalog_size && is(&all[at], "pass"))
        at++;
    if (at == catalog_size) {
        printf("%sEvery exercise is solved.%s Compare with solutions/, then"
               " read reference/README.md:\nhow the same operators are made"
               " fast.\n",
               ink(INK_GOOD), ink(INK_PLAIN));
        return;
    }
    const struct entry *e = &catalog[at];
    const char *path = entry_path(e, "exercises");
    if (is(&all[at], "missing")) {
        printf("%s %s.\n", path, file_problem(path));
        show_way_back(e);
        return;
    }
    struct verdict *v = grade(e, path, new_seed());
    printf("Exercise %d of %d: ", at + 1, catalog_size);
    show_verdict(v, path);
    show_ways(v);
    verdict_free(v);
}

int verb_board(const struct options *o)
{
    int solved;
    (void)o;
    struct progress *all = refresh_all(&solved);
    printf("%sConvlings%s  ", ink(INK_STRONG), ink(INK_PLAIN));
    term_bar(stdout, solved, catalog_size, 40);
    printf("  %d of %d solved\n", solved, catalog_size);
    print_chapters(all);
    print_current(all);
    free(all);
    return 0;
}

int verb_list(const struct options *o)
{
    int solved;
    (void)o;
    struct progress *all = refresh_all(&solved);
    print_chapters(all);
    printf(
        "  + solved   x not right yet   . not started   p predicted right\n");
    free(all);
    return 0;
}
