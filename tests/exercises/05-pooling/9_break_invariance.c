/* break_invariance: a row whose pooled numbers all change when it moves by
 * one place. */
#include "tests/grader/exercise.h"

#include <math.h>
#include <stdio.h>

enum { X, W };
enum { ROOM = 64 };

static const struct param params[] = {
    {"x", ARG_OUT}, {"w", ARG_OUT_INT}, {NULL, ARG_END}};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the input that it writes");

    call_vector(c, X, ROOM);
    call_vector(c, W, 1);
}

/* ---- reading what the learner wrote -------------------------------------- */

static bool read_length(const struct call *c, const struct cell *seen, int *w,
                        char *text, size_t size)
{
    const struct cell *cell = &seen[call_cell_of(c, W, 0)];

    if (cell->state != CELL_VALUE) {
        snprintf(text, size, "*w was not set.");
        return false;
    }
    if (cell->value < 4 || cell->value > ROOM || fmod(cell->value, 2) != 0) {
        snprintf(text, size, "*w is %.0f; it must be even, from 4 to %d.",
                 cell->value, (int)ROOM);
        return false;
    }
    *w = (int)cell->value;
    return true;
}

static bool read_row(const struct call *c, const struct cell *seen, int w,
                     double *x, char *text, size_t size)
{
    for (int n = 0; n < w; n++) {
        const struct cell *cell = &seen[call_cell_of(c, X, n)];

        if (cell->state != CELL_VALUE) {
            snprintf(text, size, "x[%d] was not set: *w is %d.", n, w);
            return false;
        }
        if (isnan(cell->value) || fabs(cell->value) > 1000) {
            snprintf(text, size, "x[%d] is %g; it must be from -1000 to 1000.",
                     n, cell->value);
            return false;
        }
        x[n] = cell->value;
    }
    if (x[w - 1] != 0)
        snprintf(text, size, "x[%d], the last number, is %g; it must be 0.",
                 w - 1, x[w - 1]);
    return x[w - 1] == 0;
}

/* ---- the claim ----------------------------------------------------------- */

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    double x[ROOM + 1] = {0}; /* x[0] is what comes in from the left */
    int w;

    *size = 0;
    if (!read_length(c, seen, &w, text, (size_t)text_size) ||
        !read_row(c, seen, w, x + 1, text, (size_t)text_size))
        return false;
    *size = w;
    for (int i = 0; i < w / 2; i++) {
        double before = fmax(x[2 * i + 1], x[2 * i + 2]);

        if (before == fmax(x[2 * i], x[2 * i + 1])) {
            snprintf(text, (size_t)text_size,
                     "y[%d] is %g before and after the move; it must change.",
                     i, before);
            return false;
        }
    }
    snprintf(text, (size_t)text_size,
             "All %d numbers change; y[0] goes from %g to %g.", w / 2,
             fmax(x[1], x[2]), fmax(x[0], x[1]));
    return true;
}

/* No fewer than 4: the contract asks for two outputs. */
const struct exercise exercise_break_invariance = {
    .kind = EXERCISE_BREAK,
    .title = "show pooling is not invariant",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 4,
};
