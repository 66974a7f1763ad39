/* break_zero_padding: an input on which a max_pool_2d whose padding holds
 * zeros is wrong. */
#include "tests/grader/exercise.h"
#include "tests/grader/pools.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

enum { X, H, W, KH, KW, SH, SW, PH, PW, ARGS };
enum { SIDE = 8, ROOM = SIDE * SIDE };

static const struct param params[] = {
    {"x", ARG_OUT},      {"h", ARG_OUT_INT},  {"w", ARG_OUT_INT},
    {"kh", ARG_OUT_INT}, {"kw", ARG_OUT_INT}, {"sh", ARG_OUT_INT},
    {"sw", ARG_OUT_INT}, {"ph", ARG_OUT_INT}, {"pw", ARG_OUT_INT},
    {NULL, ARG_END},
};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the input that it writes");

    call_vector(c, X, ROOM);
    for (int arg = H; arg < ARGS; arg++)
        call_vector(c, arg, 1);
}

/* Where the verdict in words goes. */
struct words {
    char *text;
    size_t size;
};

/* ---- reading what the learner wrote -------------------------------------- */

/* One of the sizes; false and a sentence otherwise. */
static bool read_size(const struct call *c, const struct cell *seen, int arg,
                      int least, int most, int *size, const struct words *say)
{
    const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
    const char *name = c->params[arg].name;

    if (cell->state != CELL_VALUE) {
        snprintf(say->text, say->size, "*%s was not set.", name);
        return false;
    }
    if (cell->value < least || cell->value > most) {
        snprintf(say->text, say->size, "*%s is %.0f; it must be from %d to %d.",
                 name, cell->value, least, most);
        return false;
    }
    *size = (int)cell->value;
    return true;
}

/* A limit that follows from other sizes is told with them. */
static bool read_within(const struct call *c, const struct cell *seen, int arg,
                        int least, int most, const char *why, int *size,
                        const struct words *say)
{
    if (!read_size(c, seen, arg, INT_MIN, INT_MAX, size, say))
        return false;
    if (*size >= least && *size <= most)
        return true;
    snprintf(say->text, say->size,
             "*%s is %d; it must be from %d to %s, which is %d.",
             c->params[arg].name, *size, least, why, most);
    return false;
}

/* Windows of an axis: kw <= w + 2*pw and pw <= kw/2. */
static bool read_axis(const struct call *c, const struct cell *seen, int axis,
                      int *w, int *kw, int *sw, int *pw,
                      const struct words *say)
{
    const char *most_window = axis == 0 ? "*h + 2 * *ph" : "*w + 2 * *pw";
    const char *most_padding = axis == 0 ? "*kh / 2" : "*kw / 2";

    if (!read_size(c, seen, H + axis, 1, SIDE, w, say) ||
        !read_size(c, seen, SH + axis, 1, SIDE, sw, say) ||
        !read_size(c, seen, KH + axis, 1, INT_MAX, kw, say))
        return false;
    return read_within(c, seen, PH + axis, 0, *kw / 2, most_padding, pw, say) &&
           read_within(c, seen, KH + axis, 1, *w + 2 * *pw, most_window, kw,
                       say);
}

static bool read_numbers(const struct call *c, const struct cell *seen,
                         int count, const struct words *say)
{
    for (int n = 0; n < count; n++) {
        const struct cell *cell = &seen[call_cell_of(c, X, n)];

        if (cell->state != CELL_VALUE) {
            snprintf(say->text, say->size,
                     "x[%d] was not set; *h x *w makes %d number%s.", n, count,
                     count == 1 ? "" : "s");
            return false;
        }
        if (isnan(cell->value) || fabs(cell->value) > 1000) {
            snprintf(say->text, say->size,
                     "x[%d] is %g; it must be from -1000 to 1000.", n,
                     cell->value);
            return false;
        }
    }
    return true;
}

/* ---- the right program and the wrong one --------------------------------- */

/* The largest number of a window, and whether the window sees padding. */
static double largest(const struct call *c, const struct cell *seen,
                      struct pool_at t, bool *padding)
{
    double best = -INFINITY;

    *padding = false;
    for (t.u = 0; t.u < t.kh; t.u++)
        for (t.v = 0; t.v < t.kw; t.v++) {
            int place = pool_x(&t);

            if (place == PADDING)
                *padding = true;
            else
                best = fmax(best, seen[call_cell_of(c, X, place)].value);
        }
    return best;
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    struct words say = {text, (size_t)text_size};
    struct pool_at t = {.c = 1};
    bool padding, any = false;

    *size = 0;
    if (!read_axis(c, seen, 0, &t.h, &t.kh, &t.sh, &t.ph, &say) ||
        !read_axis(c, seen, 1, &t.w, &t.kw, &t.sw, &t.pw, &say) ||
        !read_numbers(c, seen, t.h * t.w, &say))
        return false;
    *size = t.h * t.w;
    t.oh = (t.h + 2 * t.ph - t.kh) / t.sh + 1;
    t.ow = (t.w + 2 * t.pw - t.kw) / t.sw + 1;
    for (t.i = 0; t.i < t.oh; t.i++)
        for (t.j = 0; t.j < t.ow; t.j++) {
            double right = largest(c, seen, t, &padding);

            any = any || padding;
            if (padding && right < 0) {
                snprintf(text, say.size,
                         "y[%d][%d] should be %g; the program makes it 0.", t.i,
                         t.j, right);
                return true;
            }
        }
    snprintf(text, say.size, "On this input the wrong program is right: %s.",
             any ? "every window that sees padding also holds a number that "
                   "is not below 0"
                 : "no window sees padding");
    return false;
}

/* No fewer than 1: an image has a number. */
const struct exercise exercise_break_zero_padding = {
    .kind = EXERCISE_BREAK,
    .title = "show that padding holds zeros",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 1,
};
