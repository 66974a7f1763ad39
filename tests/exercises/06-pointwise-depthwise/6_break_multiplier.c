/* break_multiplier: an input on which a depthwise convolution that lets the
 * channels take turns, o % c_in for o / m, is wrong. */
#include "tests/grader/exercise.h"
#include "tests/grader/grid.h"

#include "reference/bound.h"

#include <float.h>
#include <math.h>

enum { X, C, H, W, WEIGHT, M, KH, KW, SIZES = 6, SIDE = 8, ROOM = 64 };

static const struct param params[] = {
    {"x", ARG_OUT},      {"c_in", ARG_OUT_INT}, {"h", ARG_OUT_INT},
    {"w", ARG_OUT_INT},  {"weight", ARG_OUT},   {"m", ARG_OUT_INT},
    {"kh", ARG_OUT_INT}, {"kw", ARG_OUT_INT},   {NULL, ARG_END},
};

static const int size_args[SIZES] = {C, H, W, M, KH, KW};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the input that it writes");

    call_vector(c, X, ROOM);
    call_vector(c, WEIGHT, ROOM);
    for (int i = 0; i < SIZES; i++)
        call_vector(c, size_args[i], 1);
}

/* What the learner wrote. */
struct input {
    int c, h, w, m, kh, kw;
    double x[ROOM], weight[ROOM];
};

/* Where the verdict in words goes. */
struct words {
    char *text;
    size_t size;
};

static bool read_size(const struct call *c, const struct cell *seen, int arg,
                      int *size, struct words *say)
{
    const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
    const char *name = c->params[arg].name;

    if (cell->state != CELL_VALUE)
        snprintf(say->text, say->size, "*%s was not set to a size.", name);
    else if (cell->value < 1 || cell->value > SIDE)
        snprintf(say->text, say->size, "*%s is %.0f; it must be from 1 to %d.",
                 name, cell->value, SIDE);
    else
        *size = (int)cell->value;
    return *size > 0;
}

static bool read_numbers(const struct call *c, const struct cell *seen, int arg,
                         int count, double *numbers, struct words *say)
{
    const char *name = c->params[arg].name;

    if (count > ROOM) {
        snprintf(say->text, say->size, "%s has %d numbers; at most %d.", name,
                 count, ROOM);
        return false;
    }
    for (int n = 0; n < count; n++) {
        const struct cell *cell = &seen[call_cell_of(c, arg, n)];

        if (cell->state != CELL_VALUE || isnan(cell->value)) {
            snprintf(say->text, say->size,
                     "%s[%d] was not set: %s has %d numbers.", name, n, name,
                     count);
            return false;
        }
        if (fabs(cell->value) > 1000) {
            snprintf(say->text, say->size,
                     "%s[%d] is %g; it must be from -1000 to 1000.", name, n,
                     cell->value);
            return false;
        }
        numbers[n] = cell->value;
    }
    return true;
}

static bool fits(const struct input *in, struct words *say)
{
    if (in->kh <= in->h && in->kw <= in->w)
        return true;
    snprintf(say->text, say->size,
             "The kernel is %d x %d and the image %d x %d: the kernel must "
             "not be larger than the image.",
             in->kh, in->kw, in->h, in->w);
    return false;
}

static bool read_input(const struct call *c, const struct cell *seen,
                       struct input *in, struct words *say)
{
    return read_size(c, seen, C, &in->c, say) &&
           read_size(c, seen, H, &in->h, say) &&
           read_size(c, seen, W, &in->w, say) &&
           read_size(c, seen, M, &in->m, say) &&
           read_size(c, seen, KH, &in->kh, say) &&
           read_size(c, seen, KW, &in->kw, say) && fits(in, say) &&
           read_numbers(c, seen, X, in->c * in->h * in->w, in->x, say) &&
           read_numbers(c, seen, WEIGHT, in->c * in->m * in->kh * in->kw,
                        in->weight, say);
}

/* Output o at [i, j] if it reads this channel. */
static double sum(const struct input *in, int o, int channel, int i, int j,
                  double *magnitude)
{
    double total = 0;

    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++) {
            double product = in->x[(channel * in->h + i + u) * in->w + j + v] *
                             in->weight[(o * in->kh + u) * in->kw + v];

            total += product;
            *magnitude += fabs(product);
        }
    return total;
}

static bool differs(const struct input *in, int o, int i, int j,
                    struct words *say)
{
    int terms = in->kh * in->kw;
    double magnitude = 0;
    double right = sum(in, o, o / in->m, i, j, &magnitude);
    double wrong = sum(in, o, o % in->c, i, j, &magnitude);

    if (fabs(right - wrong) <=
        2 * (ref_gamma(terms) * magnitude + terms * (double)FLT_TRUE_MIN))
        return false;
    snprintf(say->text, say->size,
             "y[%d][%d][%d] should be %s; the program makes it %s.", o, i, j,
             number_text(right, wrong), number_text(wrong, right));
    return true;
}

static const char *why(const struct input *in)
{
    if (in->c == 1)
        return "there is one channel, so every output reads it in both";
    if (in->m == 1)
        return "with one kernel for each channel o / m and o % c_in are both o";
    return "it reads other channels, but they lead to the same sums; numbers "
           "that all differ show more";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    struct words say = {text, (size_t)text_size};
    struct input in = {0};

    *size = 0;
    if (!read_input(c, seen, &in, &say))
        return false;
    *size = in.c * in.h * in.w + in.c * in.m * in.kh * in.kw;
    for (int o = 0; o < in.c * in.m; o++)
        for (int i = 0; i < in.h - in.kh + 1; i++)
            for (int j = 0; j < in.w - in.kw + 1; j++)
                if (differs(&in, o, i, j, &say))
                    return true;
    snprintf(text, say.size, "On this input the wrong program is right: %s.",
             why(&in));
    return false;
}

/* No fewer than 6: with one channel, or one kernel for each, both programs
 * are the same; two channels of a pixel and two kernels of a number for each
 * are 2 + 4. */
const struct exercise exercise_break_multiplier = {
    .kind = EXERCISE_BREAK,
    .title = "show channels by turns",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 6,
};
