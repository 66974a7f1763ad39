/* break_dilated_size: sizes for which a printed output size, with d*k in it,
 * is wrong. */
#include "tests/grader/exercise.h"

#include <stdio.h>

enum { N, K, P, S, D, SIZES };

static const struct param params[] = {
    {"n", ARG_OUT_INT}, {"k", ARG_OUT_INT}, {"p", ARG_OUT_INT},
    {"s", ARG_OUT_INT}, {"d", ARG_OUT_INT}, {NULL, ARG_END},
};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the sizes that it writes");

    for (int arg = 0; arg < SIZES; arg++)
        call_vector(c, arg, 1);
}

/* Reads the five; false and a sentence otherwise. */
static bool read_sizes(const struct call *c, const struct cell *seen,
                       int size[SIZES], char *text, size_t text_size)
{
    for (int arg = 0; arg < SIZES; arg++) {
        const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
        int least = arg == P ? 0 : 1;

        if (cell->state != CELL_VALUE) {
            snprintf(text, text_size, "*%s was not set.", c->params[arg].name);
            return false;
        }
        if (cell->value < least || cell->value > 100) {
            snprintf(text, text_size, "*%s is %.0f; it must be from %d to 100.",
                     c->params[arg].name, cell->value, least);
            return false;
        }
        size[arg] = (int)cell->value;
    }
    return true;
}

static int floored(int a, int b)
{
    return a / b - (a % b < 0);
}

static const char *why(const int size[SIZES])
{
    if (size[D] == 1)
        return "with dilation 1 both formulas are the same";
    return "it is too small by d-1 before the division by the stride, and "
           "rounding down hides that here";
}

static bool exposes(const struct call *c, const struct cell *seen, int *fewest,
                    char *text, int text_size)
{
    int size[SIZES];

    *fewest = 0;
    if (!read_sizes(c, seen, size, text, (size_t)text_size))
        return false;
    int extent = size[D] * (size[K] - 1) + 1, padded = size[N] + 2 * size[P];
    int print = padded - (size[D] * size[K] - 1) - 1;

    if (extent > padded) {
        snprintf(
            text, (size_t)text_size,
            "No window fits: the kernel covers %d*(%d-1) + 1 = %d elements "
            "and the padded axis has %d.",
            size[D], size[K], extent, padded);
        return false;
    }
    *fewest = size[N] + size[K];
    int right = (padded - extent) / size[S] + 1;
    int printed = floored(print, size[S]) + 1;
    if (right == printed) {
        snprintf(text, (size_t)text_size,
                 "Both formulas give %d for these sizes: %s.", right,
                 why(size));
        return false;
    }
    snprintf(text, (size_t)text_size,
             "There is room for %d window%s, the printed formula has %d.",
             right, right == 1 ? "" : "s", printed);
    return true;
}

/* No fewer than 2: axis and kernel have a number each. n = k = s = 1, p = 0
 * and d = 2 will do. */
const struct exercise exercise_break_dilated_size = {
    .kind = EXERCISE_BREAK,
    .title = "refute a printed size",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 2,
};
