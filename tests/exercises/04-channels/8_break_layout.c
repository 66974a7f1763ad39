/* break_layout: an input on which a conv2d_one that reads its image with the
 * channels last is wrong. */
#include "reference/bound.h"
#include "tests/grader/exercise.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

enum { X, C_IN, H, W, WEIGHT, KH, KW };
enum { SIDE = 4, ROOM = SIDE * SIDE * SIDE };

static const struct param params[] = {
    {"x", ARG_OUT},      {"c_in", ARG_OUT_INT}, {"h", ARG_OUT_INT},
    {"w", ARG_OUT_INT},  {"weight", ARG_OUT},   {"kh", ARG_OUT_INT},
    {"kw", ARG_OUT_INT}, {NULL, ARG_END},
};

struct input {
    int c_in, h, w, kh, kw;
    float x[ROOM], weight[ROOM];
};

/* Where the verdict in words goes. */
struct words {
    char *text;
    size_t size;
};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the input that it writes");

    for (int n = X; n <= KW; n++)
        call_vector(c, n, n == X || n == WEIGHT ? ROOM : 1);
}

/* ---- reading what the learner wrote -------------------------------------- */

static bool read_size(const struct call *c, const struct cell *seen, int arg,
                      int *size, struct words *say)
{
    const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
    const char *name = c->params[arg].name;

    if (cell->state != CELL_VALUE) {
        snprintf(say->text, say->size, "*%s was not set to a size.", name);
        return false;
    }
    if (cell->value < 1 || cell->value > SIDE) {
        snprintf(say->text, say->size, "*%s is %.0f; it must be from 1 to %d.",
                 name, cell->value, (int)SIDE);
        return false;
    }
    *size = (int)cell->value;
    return true;
}

static bool read_numbers(const struct call *c, const struct cell *seen, int arg,
                         int count, float *numbers, struct words *say)
{
    const char *name = c->params[arg].name;

    for (int n = 0; n < count; n++) {
        const struct cell *cell = &seen[call_cell_of(c, arg, n)];

        if (cell->state != CELL_VALUE) {
            snprintf(say->text, say->size,
                     "%s[%d] was not set: it has %d numbers.", name, n, count);
            return false;
        }
        if (!(fabs(cell->value) <= 1000)) {
            snprintf(say->text, say->size,
                     "%s[%d] is %g; it must be from -1000 to 1000.", name, n,
                     cell->value);
            return false;
        }
        numbers[n] = (float)cell->value;
    }
    return true;
}

static bool fits(const struct input *in, struct words *say)
{
    bool good = in->kh <= in->h && in->kw <= in->w;

    if (!good)
        snprintf(say->text, say->size,
                 "The kernel is %dx%d and the image %dx%d: it must not be "
                 "larger than the image.",
                 in->kh, in->kw, in->h, in->w);
    return good;
}

static bool read_input(const struct call *c, const struct cell *seen,
                       struct input *in, struct words *say)
{
    return read_size(c, seen, C_IN, &in->c_in, say) &&
           read_size(c, seen, H, &in->h, say) &&
           read_size(c, seen, W, &in->w, say) &&
           read_size(c, seen, KH, &in->kh, say) &&
           read_size(c, seen, KW, &in->kw, say) && fits(in, say) &&
           read_numbers(c, seen, X, in->c_in * in->h * in->w, in->x, say) &&
           read_numbers(c, seen, WEIGHT, in->c_in * in->kh * in->kw, in->weight,
                        say);
}

/* ---- the right program and the wrong one --------------------------------- */

/* One output of both, and how far apart honest float programs may be. */
static void sums(const struct input *in, int i, int j, double *right,
                 double *wrong, double *allowed)
{
    double magnitude = 0;
    int terms = in->c_in * in->kh * in->kw;

    *right = *wrong = 0;
    for (int n = 0; n < terms; n++) {
        int c = n / (in->kh * in->kw);
        int row = i + n / in->kw % in->kh, column = j + n % in->kw;
        double k = (double)in->weight[n];
        double first = (double)in->x[(c * in->h + row) * in->w + column];
        double last = (double)in->x[(row * in->w + column) * in->c_in + c];

        *right += first * k;
        *wrong += last * k;
        magnitude += fabs(first * k) + fabs(last * k);
    }
    *allowed = ref_gamma(terms) * magnitude + terms * (double)FLT_TRUE_MIN;
}

static bool is_blind(const struct input *in)
{
    for (int n = 0; n < in->c_in * in->kh * in->kw; n++)
        if (in->weight[n] != 0)
            return false;
    return true;
}

static const char *why(const struct input *in)
{
    if (in->c_in == 1)
        return "with one channel both layouts are the same";
    if (in->h * in->w == 1)
        return "with one pixel both layouts are the same";
    if (is_blind(in))
        return "all weights are 0, so every sum is";
    return "it reads other elements of this image, but they lead to the same "
           "sums; numbers that all differ, in x and in weight, show more";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    struct words say = {text, (size_t)text_size};
    struct input in = {0};

    *size = 0;
    if (!read_input(c, seen, &in, &say))
        return false;
    *size = in.c_in * (in.h * in.w + in.kh * in.kw);
    for (int i = 0; i < in.h - in.kh + 1; i++)
        for (int j = 0; j < in.w - in.kw + 1; j++) {
            double right, wrong, allowed;

            sums(&in, i, j, &right, &wrong, &allowed);
            if (fabs(wrong - right) <= 2 * allowed)
                continue;
            snprintf(text, say.size,
                     "y[%d][%d] should be %.9g; the program makes it %.9g.", i,
                     j, right, wrong);
            return true;
        }
    snprintf(text, say.size, "On this input the wrong program is right: %s.",
             why(&in));
    return false;
}

/* No fewer than 6: it takes two channels and two pixels, and a weight for
 * each channel. */
const struct exercise exercise_break_layout = {
    .kind = EXERCISE_BREAK,
    .title = "show channels taken for columns",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 6,
};
