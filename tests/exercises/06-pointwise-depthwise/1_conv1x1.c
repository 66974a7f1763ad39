/* What conv1x1 is checked against: the lesson's pixel, shapes that tell
 * every axis from every other, and laws. */
#include "1_conv1x1.h"

#include "reference/conv.h"
#include "reference/io/image_file.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},  {"n", ARG_INT},     {"c_in", ARG_INT},  {"h", ARG_INT},
    {"w", ARG_INT}, {"weight", ARG_IN}, {"c_out", ARG_INT}, {"bias", ARG_IN},
    {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct mixing mixing_of(const struct call *c)
{
    struct mixing t = {.n = call_number(c, N),
                       .c_in = call_number(c, C_IN),
                       .h = call_number(c, H),
                       .w = call_number(c, W),
                       .c_out = call_number(c, C_OUT)};

    t.pixels = t.h * t.w;
    return t;
}

void right_conv1x1(const struct call *c, struct answer *a)
{
    struct mixing t = mixing_of(c);

    for (int b = 0; b < t.n; b++)
        for (int o = 0; o < t.c_out; o++)
            for (int i = 0; i < t.pixels; i++) {
                int y = (b * t.c_out + o) * t.pixels + i;

                answer_add(a, Y, y, BIAS, o);
                for (int k = 0; k < t.c_in; k++)
                    answer_tap(a, Y, y, X, (b * t.c_in + k) * t.pixels + i,
                               WEIGHT, o * t.c_in + k);
            }
}

static void reference(const struct call *c, struct answer *a)
{
    struct mixing t = mixing_of(c);
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv2d(c->arg[X].data, t.n, t.c_in, t.h, t.w, c->arg[WEIGHT].data,
                   t.c_out, 1, 1, c->arg[BIAS].data, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < count; i++)
        answer_put(a, Y, i, (double)y[i], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int n, int c_in, int h, int w, int c_out)
{
    call_shape(c, X, 4, (const int[]){n, c_in, h, w});
    call_int(c, N, n);
    call_int(c, C_IN, c_in);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, WEIGHT, c_out, c_in);
    call_int(c, C_OUT, c_out);
    call_vector(c, BIAS, c_out);
    call_shape(c, Y, 4, (const int[]){n, c_out, h, w});
}

static struct call *add(struct suite *s, enum stage stage, int n, int c_in,
                        int h, int w, int c_out, const char *note)
{
    struct call *c = case_add(s, stage, "%d image%s %dx%d, %d to %d channels%s",
                              n, n == 1 ? "" : "s", h, w, c_in, c_out, note);

    shape(c, n, c_in, h, w, c_out);
    return c;
}

static void give(struct suite *s, enum stage stage, int c_in, int h, int w,
                 const float *x, int c_out, const float *weight,
                 const float *bias, const char *note)
{
    add(s, stage, 1, c_in, h, w, c_out, note);
    case_values(s, X, x);
    case_values(s, WEIGHT, weight);
    case_values(s, BIAS, bias);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 1, 1, (const float[]){2, 1, 4}, 2,
         (const float[]){1, 2, 3, -1, 0, 5}, (const float[]){10, 20}, "");
    give(s, STAGE_LESSON, 2, 2, 3,
         (const float[]){1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}, 2,
         (const float[]){1, 1, 3, -1}, (const float[]){0, 5}, "");
}

/* Every size is 1, even, odd, and beyond 8 somewhere, above and below each
 * other size; lengths of every remainder by 4, for loops done in fours. */
static void edges(struct suite *s)
{
    static const int size[][5] = {
        {1, 1, 1, 1, 1}, {1, 1, 2, 3, 1},  {1, 1, 2, 2, 3},  {1, 3, 1, 1, 1},
        {2, 2, 1, 1, 2}, {1, 2, 3, 2, 2},  {2, 1, 1, 3, 2},  {2, 3, 2, 4, 2},
        {3, 2, 4, 2, 5}, {2, 5, 3, 1, 4},  {1, 4, 1, 5, 7},  {4, 3, 2, 3, 6},
        {1, 9, 3, 5, 2}, {2, 2, 3, 9, 10}, {3, 17, 1, 2, 3}, {1, 2, 9, 4, 17},
        {9, 3, 4, 2, 2}, {2, 6, 13, 3, 5}, {2, 11, 2, 6, 9}, {5, 4, 3, 7, 3},
    };

    give(s, STAGE_EDGES, 2, 1, 2, (const float[]){3, 1, 2, 5}, 2,
         (const float[]){2, 1, -1, 4}, (const float[]){10, 100}, "");
    give(s, STAGE_EDGES, 2, 2, 2,
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f}, 3,
         (const float[]){1.5f, 0.5f, -1, 2.5f, 0.25f, -0.75f},
         (const float[]){0.5f, -0.25f, 1.5f}, ", fractions");
    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++)
        add(s, STAGE_EDGES, size[i][0], size[i][1], size[i][2], size[i][3],
            size[i][4], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int i = 0; i < cases; i++) {
        int side = 2 + 5 * i / cases;

        add(s, stage, suite_int(s, 1, 3), suite_int(s, 1, side),
            suite_int(s, 1, side), suite_int(s, 1, side + 1),
            suite_int(s, 1, side), "");
    }
}

/* The second image is the first with its pixels in the opposite order. */
static const char *pixels_are_alone(const struct call *const *c,
                                    double *const *y)
{
    struct mixing t = mixing_of(c[0]);

    for (int o = 0; o < t.c_out; o++)
        for (int i = 0; i < t.pixels; i++)
            if (y[0][o * t.pixels + i] != y[1][o * t.pixels + t.pixels - 1 - i])
                return "when the pixels of the image change places, those of "
                       "the answer must change places alike";
    return NULL;
}

static void permutation(struct suite *s)
{
    enum { C = 3, H0 = 2, W0 = 4 };
    struct call *c[2];

    for (int i = 0; i < 2; i++) {
        c[i] = add(s, STAGE_PROPERTIES, 1, C, H0, W0, 2,
                   i == 0 ? "" : ", pixels reversed");
        suite_fill(s, c[i], STAGE_INTEGERS);
        case_values(s, WEIGHT, c[0]->arg[WEIGHT].data);
        case_values(s, BIAS, c[0]->arg[BIAS].data);
    }
    for (int k = 0; k < C; k++)
        for (int i = 0; i < H0 * W0; i++)
            c[1]->arg[X].data[k * H0 * W0 + i] =
                c[0]->arg[X].data[k * H0 * W0 + H0 * W0 - 1 - i];
    case_law(s, 2, pixels_are_alone);
}

static const char *is_the_input(const struct call *const *c, double *const *y)
{
    for (int i = 0; i < c[0]->arg[Y].count; i++)
        if (y[0][i] != call_at(c[0], X, i))
            return "weights of 1 from each channel to itself, 0 elsewhere and "
                   "no bias must give the image back";
    return NULL;
}

static void identity(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, 2, 3, 3, 2, 3, ", each channel to itself");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, WEIGHT, (const float[]){1, 0, 0, 0, 1, 0, 0, 0, 1});
    case_values(s, BIAS, (const float[]){0, 0, 0});
    case_law(s, 1, is_the_input);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    permutation(s);
    identity(s);
}

/* Two channels, the chart and its mirror image; out come their mean and
 * their difference. */
static struct call *picture(void)
{
    struct call *c = call_new(params);
    ref_image image;

    if (ref_image_read("chapters/chart.png", &image) != REF_OK)
        grader_fault("%s", ref_status_message());
    int h = image.h, w = image.w;
    shape(c, 1, 2, h, w, 2);
    for (int i = 0; i < h * w; i++) {
        c->arg[X].data[i] = image.data[i];
        c->arg[X].data[h * w + i] = image.data[i / w * w + w - 1 - i % w];
    }
    ref_image_free(&image);
    for (int k = 0; k < 4; k++)
        c->arg[WEIGHT].data[k] = (const float[]){0.5f, 0.5f, 1, -1}[k];
    return c;
}

const struct exercise exercise_conv1x1 = {
    .kind = EXERCISE_WRITE,
    .title = "mix channels, pixel by pixel",
    .anchor = "one-pixel-at-a-time",
    .params = params,
    .cases = cases,
    .right = right_conv1x1,
    .reference = reference,
    .misconceptions = wrong_conv1x1,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"G05", "N02", "N10"},
    .picture = picture,
};
