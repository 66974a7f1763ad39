#include "picture.h"

#include "fault.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_words(struct panel *p, const char *words, int count)
{
    size_t length = strlen(p->title);
    snprintf(p->title + length, sizeof p->title - length, words, count);
}

/* A panel for an array: its planes one below the other. When the last axis is
 * short and the panel would be a thread, as with channels last, each plane is
 * laid out in one row. */
static struct panel *add_array(struct panels *all, enum panel_role role,
                               const char *title, const struct arg *a)
{
    enum { THREAD = 100 }; /* times as high as wide */
    int planes = arg_planes(a), rows = planes * arg_rows(a);
    bool is_thread = planes > 1 && rows > THREAD * (a->count / rows);

    if (is_thread)
        return panel_add(all, role, title, planes, a->count / planes);
    struct panel *p = panel_add(all, role, title, rows, a->count / rows);
    p->planes = planes;
    p->inner = a->rank == 4 ? a->dim[1] : 0;
    return p;
}

/* Three planes of light, from 0 to 255, are a picture in colour. */
static bool is_colour(const struct panel *p)
{
    double low = INFINITY, high = -INFINITY;

    panel_range(p, &low, &high);
    return p->planes == 3 && p->rows >= 48 && low >= 0 && high > 1 &&
           high <= 255;
}

static void add_input(struct panels *all, enum panel_role role,
                      const struct call *c, int arg)
{
    const struct arg *a = &c->arg[arg];
    struct panel *p = add_array(all, role, c->params[arg].name, a);
    for (int i = 0; i < a->count; i++)
        p->value[i] = call_at(c, arg, i);
    p->colour = role == PANEL_INPUT && is_colour(p);
    if (p->colour)
        add_words(p, ": red, green, blue, %d channels", p->planes);
}

static struct panel *add_output(struct panels *all, enum panel_role role,
                                const struct outcome *o, int arg)
{
    static const char *const words[] = {
        [PANEL_INPUT] = "",
        [PANEL_EXPECTED] = ", expected",
        [PANEL_YOURS] = ", yours",
        [PANEL_DIFFERENCE] = ", yours - expected",
    };
    char title[64];
    const struct arg *a = &o->call->arg[arg];
    snprintf(title, sizeof title, "%s%s", o->call->params[arg].name,
             words[role]);
    return add_array(all, role, title, a);
}

/* Returns how many elements are wrong, as do the others. */
static int add_outputs(struct panels *all, const struct outcome *o, int arg)
{
    int wrong = 0, unwritten = 0;
    struct panel *want = add_output(all, PANEL_EXPECTED, o, arg);
    struct panel *have = add_output(all, PANEL_YOURS, o, arg);
    struct panel *less = add_output(all, PANEL_DIFFERENCE, o, arg);
    want->begins_line = true;
    for (int i = 0; i < o->call->arg[arg].count; i++) {
        int cell = call_cell_of(o->call, arg, i);
        struct cell seen = o->seen[cell];
        const struct cell *said = &o->right->cell[cell];
        bool written = seen.state != CELL_UNWRITTEN;
        want->value[i] = said->value;
        have->value[i] = written ? seen.value : NAN;
        have->wrong[i] = !answer_agrees(said, &seen);
        less->value[i] = written ? seen.value - said->value : NAN;
        if (!have->wrong[i]) /* within the rounding that is allowed */
            less->value[i] = 0;
        wrong += have->wrong[i];
        unwritten += !written;
    }
    if (unwritten > 0)
        add_words(have, " (%d not written)", unwritten);
    if (wrong == 0)
        add_words(less, ": %d everywhere", 0);
    return wrong;
}

/* A place (row, col) is drawn as a frame on the first input, of the size of
 * the second: once where it should be, once where it was found. */
static int add_place(struct panels *all, const struct outcome *o, int row,
                     int col)
{
    const struct call *c = o->call;
    int at_row = call_cell_of(c, row, 0), at_col = call_cell_of(c, col, 0);
    const struct cell *right = o->right->cell;
    const struct cell *seen = o->seen;
    int wrong = !answer_agrees(&right[at_row], &seen[at_row]) +
                !answer_agrees(&right[at_col], &seen[at_col]);
    for (int yours = 0; yours < 2; yours++) {
        const struct cell *cell = yours ? seen : right;
        double r = cell[at_row].value, k = cell[at_col].value;
        add_input(all, yours ? PANEL_YOURS : PANEL_EXPECTED, c, 0);
        struct panel *p = &all->panel[all->count - 1];
        snprintf(p->title, sizeof p->title, "%s: row %g, column %g",
                 yours ? "yours" : "expected", r, k);
        p->frame_row = (int)fmin(fmax(r, -100), 10000);
        p->frame_col = (int)fmin(fmax(k, -100), 10000);
        p->frame_rows = c->arg[3].dim[0];
        p->frame_cols = c->arg[3].dim[1];
        p->frame_wrong = yours && wrong > 0;
    }
    return wrong;
}

/* The first parameter of some kind from there on, or -1. */
static int next_of(const struct call *c, enum arg_kind kind, int from)
{
    for (int i = from; i < c->args; i++)
        if (c->arg[i].kind == kind)
            return i;
    return -1;
}

int picture_panels(struct panels *all, const struct outcome *o)
{
    const struct call *c = o->call;
    int wrong = 0, row = next_of(c, ARG_OUT_INT, 0);
    int from = row >= 0; /* with a place, the image is drawn under its frame */
    for (int i = next_of(c, ARG_IN, from); i >= 0;
         i = next_of(c, ARG_IN, i + 1))
        add_input(all, PANEL_INPUT, c, i);
    for (int i = next_of(c, ARG_OUT, 0); i >= 0; i = next_of(c, ARG_OUT, i + 1))
        wrong += add_outputs(all, o, i);
    if (row >= 0)
        wrong += add_place(all, o, row, next_of(c, ARG_OUT_INT, row + 1));
    return wrong;
}

bool picture_is_possible(const struct entry *e)
{
    return e->exercise->kind == EXERCISE_WRITE &&
           params_can_be_drawn(e->exercise->params);
}

/* The cells of the call that failed, as the comparison saw them. */
static struct cell *seen_cells(const struct verdict *v, int cells)
{
    struct cell *seen = need(calloc((size_t)cells, sizeof *seen));
    for (int i = 0; i < cells; i++)
        seen[i] = verdict_seen(v, v->failed_trial, v->failed_call, i);
    return seen;
}

bool picture_of_verdict(const struct verdict *v, const char *folder, char *path,
                        size_t size)
{
    bool values = v->problem == PROBLEM_VALUES || v->problem == PROBLEM_MEMORY;
    char why[300];
    if (v->kind != VERDICT_WRONG_ANSWER || !values ||
        !picture_is_possible(v->entry))
        return false;
    const struct trial *t = &v->suite->trial[v->failed_trial];
    bool fresh = v->failed_call == CALL_FRESH;
    struct outcome o = {
        .call = fresh ? t->fresh : t->call,
        .right = (fresh ? v->right_fresh : v->right)[v->failed_trial]};
    struct cell *seen = seen_cells(v, o.right->cells);
    struct panels all = {0};
    o.seen = seen;
    int wrong = picture_panels(&all, &o);
    snprintf(all.title, sizeof all.title,
             "%s: %d of %d elements differ from the reference", v->entry->name,
             wrong, o.right->cells);
    int length = snprintf(path, size, "%s/%s.png", folder, v->entry->name);
    bool drawn = length >= 0 && (size_t)length < size &&
                 panels_draw(&all, NULL, path, why, sizeof why);
    panels_free(&all);
    free(seen);
    return drawn;
}
