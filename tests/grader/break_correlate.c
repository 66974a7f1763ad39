#include "break_correlate.h"

#include "reference/bound.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

enum { X, H, W, K, KH, KW };

const struct param break_params[] = {
    {"x", ARG_OUT},  {"h", ARG_OUT_INT},  {"w", ARG_OUT_INT},
    {"k", ARG_OUT},  {"kh", ARG_OUT_INT}, {"kw", ARG_OUT_INT},
    {NULL, ARG_END},
};

void break_cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the input that it writes");

    call_vector(c, X, BREAK_ROOM);
    call_vector(c, K, BREAK_ROOM);
    call_vector(c, H, 1);
    call_vector(c, W, 1);
    call_vector(c, KH, 1);
    call_vector(c, KW, 1);
}

/* Where the verdict in words goes. */
struct words {
    char *text;
    size_t size;
};

/* ---- reading what the learner wrote -------------------------------------- */

/* One of the sizes, from 1 to 8; false and a sentence otherwise. */
static bool read_size(const struct call *c, const struct cell *seen, int arg,
                      int *size, struct words *say)
{
    const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
    const char *name = c->params[arg].name;

    if (cell->state != CELL_VALUE) {
        snprintf(say->text, say->size, "*%s was not set to a size.", name);
        return false;
    }
    if (cell->value < 1 || cell->value > BREAK_SIDE) {
        snprintf(say->text, say->size, "*%s is %.0f; it must be from 1 to %d.",
                 name, cell->value, (int)BREAK_SIDE);
        return false;
    }
    *size = (int)cell->value;
    return true;
}

/* The first rows * cols numbers of an array; false and a sentence if one is
 * missing or out of range. */
static bool read_numbers(const struct call *c, const struct cell *seen, int arg,
                         int rows, int cols, float *numbers, struct words *say)
{
    const char *name = c->params[arg].name;

    for (int n = 0; n < rows * cols; n++) {
        const struct cell *cell = &seen[call_cell_of(c, arg, n)];

        if (cell->state != CELL_VALUE) {
            snprintf(say->text, say->size,
                     "%s[%d] was not set: %d x %d are %d numbers.", name, n,
                     rows, cols, rows * cols);
            return false;
        }
        if (isnan(cell->value)) {
            snprintf(say->text, say->size, "%s[%d] is not a number.", name, n);
            return false;
        }
        if (fabs(cell->value) > 1000) {
            snprintf(say->text, say->size,
                     "%s[%d] is %g; it must be from -1000 to 1000.", name, n,
                     cell->value);
            return false;
        }
        numbers[n] = (float)cell->value;
    }
    return true;
}

static bool fits(const char *kernel, int k, const char *image, int x,
                 struct words *say)
{
    if (k > x)
        snprintf(say->text, say->size,
                 "*%s is %d and *%s is %d: the kernel must not be larger than "
                 "the image.",
                 kernel, k, image, x);
    return k <= x;
}

static bool read_input(const struct call *c, const struct cell *seen,
                       struct break_input *in, struct words *say)
{
    return read_size(c, seen, H, &in->h, say) &&
           read_size(c, seen, W, &in->w, say) &&
           read_size(c, seen, KH, &in->kh, say) &&
           read_size(c, seen, KW, &in->kw, say) &&
           fits("kh", in->kh, "h", in->h, say) &&
           fits("kw", in->kw, "w", in->w, say) &&
           read_numbers(c, seen, X, in->h, in->w, in->x, say) &&
           read_numbers(c, seen, K, in->kh, in->kw, in->k, say);
}

/* ---- the right program and the wrong one --------------------------------- */

/* The right sum, and how far an honest float program may be from it. */
static double right_sum(const struct break_input *in, int i, int j,
                        double *allowed)
{
    double sum = 0, magnitude = 0;

    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++) {
            double product = (double)in->x[(i + u) * in->w + (j + v)] *
                             (double)in->k[u * in->kw + v];

            sum += product;
            magnitude += fabs(product);
        }
    int terms = in->kh * in->kw; /* each product may also underflow */
    *allowed = ref_gamma(terms) * magnitude + terms * (double)FLT_TRUE_MIN;
    return sum;
}

/* Whether y[i, j] gives the wrong program away. */
static bool differs(const struct break_input *in, int i, int j,
                    wrong_sum *wrong, struct words *say)
{
    double allowed, sum = 0, expected = right_sum(in, i, j, &allowed);
    int outside = wrong(in, i, j, &sum);

    if (outside >= 0) {
        snprintf(say->text, say->size,
                 "For y[%d][%d] the program reads x[%d], outside the image: it "
                 "has %d numbers.",
                 i, j, outside, in->h * in->w);
        return true;
    }
    if (fabs(sum - expected) <= 2 * allowed)
        return false;
    snprintf(say->text, say->size,
             "y[%d][%d] should be %.9g; the program makes it %.9g.", i, j,
             expected, sum);
    return true;
}

bool break_judge(const struct call *c, const struct cell *seen,
                 wrong_sum *wrong, excuse *why, int *size, char *text,
                 int text_size)
{
    struct words say = {text, (size_t)text_size};
    struct break_input in = {0};

    *size = 0;
    if (!read_input(c, seen, &in, &say))
        return false;
    *size = in.h * in.w + in.kh * in.kw;
    for (int i = 0; i < in.h - in.kh + 1; i++)
        for (int j = 0; j < in.w - in.kw + 1; j++)
            if (differs(&in, i, j, wrong, &say))
                return true;
    snprintf(text, say.size, "On this input the wrong program is right: %s.",
             why(&in));
    return false;
}
