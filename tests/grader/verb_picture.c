/* picture: what the learner's own function does to a real input. */
#include "explain.h"
#include "fault.h"
#include "files.h"
#include "panel.h"
#include "show.h"
#include "term.h"
#include "verbs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALL = 81 }; /* elements of an array that is read as numbers */

/* One input as a panel; small ones carry their numbers. */
static void add_input(struct panels *all, const struct call *c, int arg)
{
    const struct arg *a = &c->arg[arg];
    int rows = a->rank == 2 ? a->dim[0] : 1;
    struct panel *p =
        panel_add(all, c->params[arg].name, rows, a->count / rows);
    for (int i = 0; i < a->count; i++)
        p->value[i] = call_at(c, arg, i);
    p->numbers = a->count <= SMALL && rows > 1;
    p->own_scale = a->count <= SMALL;
}

/* What a call gave, for one output: expected, yours, and their difference. */
struct outcome {
    const struct call *call;
    const struct answer *right;
    const struct ran *ran;
};

static struct cell seen_at(const struct outcome *o, int cell)
{
    return o->ran->call[CALL_FIRST].cell[cell];
}

static struct panel *add_output(struct panels *all, const struct outcome *o,
                                int arg, const char *what)
{
    char title[64];
    const struct arg *a = &o->call->arg[arg];
    int rows = a->rank == 2 ? a->dim[0] : 1;
    snprintf(title, sizeof title, "%s, %s", o->call->params[arg].name, what);
    struct panel *p = panel_add(all, title, rows, a->count / rows);
    p->numbers = a->count <= SMALL && rows > 1;
    return p;
}

static int add_outputs(struct panels *all, const struct outcome *o, int arg)
{
    int wrong = 0;
    struct panel *want = add_output(all, o, arg, "expected");
    struct panel *have = add_output(all, o, arg, "yours");
    struct panel *less = add_output(all, o, arg, "yours - expected");
    for (int i = 0; i < o->call->arg[arg].count; i++) {
        int cell = call_cell_of(o->call, arg, i);
        struct cell seen = seen_at(o, cell);
        const struct cell *said = &o->right->cell[cell];
        want->value[i] = said->value;
        bool written = seen.state != CELL_UNWRITTEN;
        have->value[i] = written ? seen.value : NAN;
        less->value[i] = written ? seen.value - said->value : NAN;
        have->wrong[i] = !answer_agrees(said, &seen);
        if (!have->wrong[i]) /* within the rounding that is allowed */
            less->value[i] = 0;
        wrong += have->wrong[i];
    }
    return wrong;
}

/* A place (row, col) is drawn as a frame on the first input, of the size of
 * the second: once where it should be, once where it was found. */
static int add_place(struct panels *all, const struct outcome *o, int row,
                     int col)
{
    const struct call *c = o->call;
    int wrong = 0;
    for (int yours = 0; yours < 2; yours++) {
        add_input(all, c, 0);
        struct panel *p = &all->panel[all->count - 1];
        int at_row = call_cell_of(c, row, 0), at_col = call_cell_of(c, col, 0);
        double r = o->right->cell[at_row].value;
        double k = o->right->cell[at_col].value;
        if (yours) {
            p->frame_wrong =
                seen_at(o, at_row).value != r || seen_at(o, at_col).value != k;
            wrong = p->frame_wrong;
            r = seen_at(o, at_row).value;
            k = seen_at(o, at_col).value;
        }
        snprintf(p->title, sizeof p->title, "%s (%g, %g)",
                 yours ? "yours" : "expected", r, k);
        p->frame_row = (int)fmin(fmax(r, -100), 10000);
        p->frame_col = (int)fmin(fmax(k, -100), 10000);
        p->frame_rows = c->arg[3].dim[0];
        p->frame_cols = c->arg[3].dim[1];
    }
    return wrong;
}

static int build(struct panels *all, const struct outcome *o)
{
    const struct call *c = o->call;
    int place = -1, wrong = 0;
    for (int i = 0; i < c->args; i++)
        if (c->arg[i].kind == ARG_IN)
            add_input(all, c, i);
    for (int i = 0; i < c->args; i++) {
        if (c->arg[i].kind == ARG_OUT)
            wrong += add_outputs(all, o, i);
        else if (c->arg[i].kind == ARG_OUT_INT && place < 0)
            place = i;
        else if (c->arg[i].kind == ARG_OUT_INT)
            wrong += add_place(all, o, place, i);
    }
    return wrong;
}

static void print_text(const struct panels *all)
{
    const struct panel *want = NULL, *have = NULL;
    for (int i = 0; i < all->count; i++) {
        const struct panel *p = &all->panel[i];
        if (strstr(p->title, "expected") == p->title ||
            strstr(p->title, ", expected") != NULL)
            want = p;
        if (strstr(p->title, "yours ") == p->title ||
            strstr(p->title, ", yours") != NULL)
            have = have == NULL ? p : have;
    }
    if (want != NULL && have != NULL)
        panels_print(stdout, want, have);
}

static int draw(const struct options *o, const struct entry *e,
                const struct outcome *outcome)
{
    struct panels all = {0};
    char path[300], why[300];
    int wrong = build(&all, outcome);
    snprintf(path, sizeof path, "build/pictures/%s.png", e->name);
    const char *out = o->out != NULL ? o->out : path;
    printf("%s%s%s: %d of %d elements differ from the reference.\n\n",
           ink(INK_STRONG), e->name, ink(INK_PLAIN), wrong,
           outcome->right->cells);
    print_text(&all);
    int status = 0;
    if (panels_draw(&all, e->name, out, why, sizeof why)) {
        printf("\n  Picture  %s\n", out);
    } else {
        printf("\n  No picture was written: %s\n", why);
        status = 1;
    }
    panels_free(&all);
    return status;
}

/* The call that is drawn, as a trial for the runner. */
static struct trial picture_trial(const struct entry *e)
{
    struct trial t = {.stage = STAGE_REALS};
    if (e->exercise->picture != NULL) {
        t.call = e->exercise->picture();
    } else {
        struct suite *s = suite_new(e->exercise, 0);
        t.call = call_copy(s->trial[0].call);
        suite_free(s);
    }
    t.fresh = call_copy(t.call);
    return t;
}

int verb_picture(const struct options *o)
{
    const struct entry *e = named_or_next(o, "picture");
    if (e == NULL)
        return EXIT_USAGE;
    if (e->exercise->kind != EXERCISE_WRITE) {
        printf("%s makes an input, not a picture.\n", e->name);
        return 0;
    }
    const char *path =
        o->file != NULL ? path_from_root(o->file) : entry_path(e, "exercises");
    struct compiled compiled = compile_file(e, path);
    int status = 1;
    if (!compiled.ok) {
        printf("%s\n%s does not compile, so there is nothing to draw.\n",
               compiled.first, path);
    } else {
        struct trial t = picture_trial(e);
        struct ran ran = worker_run(compiled.runner, &t);
        struct answer *right = answer_of(e->exercise->right, t.call, NULL);
        struct outcome outcome = {t.call, right, &ran};
        if (ran.call[CALL_FIRST].end == END_RETURNED)
            status = draw(o, e, &outcome);
        else
            printf("%s did not return from the picture's input; see make"
                   " check EX=%s\n",
                   e->name, e->name);
        answer_free(right);
        ran_free(&ran);
        call_free(t.call);
        call_free(t.fresh);
    }
    compiled_free(&compiled);
    return status;
}
