/* What depthwise_conv2d is checked against: the lesson's example, shapes
 * that tell channels from outputs and rows from columns, strides that do not
 * divide, padding on both sides, and laws. */
#include "2_depthwise_conv2d.h"

#include "reference/conv.h"
#include "reference/io/image_file.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},      {"c_in", ARG_INT}, {"h", ARG_INT},  {"w", ARG_INT},
    {"weight", ARG_IN}, {"m", ARG_INT},    {"kh", ARG_INT}, {"kw", ARG_INT},
    {"bias", ARG_IN},   {"s", ARG_INT},    {"p", ARG_INT},  {"y", ARG_OUT},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct depthwise depthwise_of(const struct call *c)
{
    struct depthwise t = {.c = call_number(c, C),
                          .h = call_number(c, H),
                          .w = call_number(c, W),
                          .m = call_number(c, M),
                          .kh = call_number(c, KH),
                          .kw = call_number(c, KW),
                          .s = call_number(c, S),
                          .p = call_number(c, P)};

    t.oh = (t.h + 2 * t.p - t.kh) / t.s + 1;
    t.ow = (t.w + 2 * t.p - t.kw) / t.s + 1;
    return t;
}

int depthwise_pixel(const struct depthwise *t, int channel, int row, int col)
{
    if (row < 0 || row >= t->h || col < 0 || col >= t->w)
        return PADDING;
    return (channel * t->h + row) * t->w + col;
}

static int x_right(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, t->i * t->s - t->p + t->u,
                           t->j * t->s - t->p + t->v);
}

static int weight_right(const struct depthwise *t)
{
    return (t->o * t->kh + t->u) * t->kw + t->v;
}

static int bias_right(const struct depthwise *t)
{
    return t->o;
}

static int y_right(const struct depthwise *t)
{
    return (t->o * t->oh + t->i) * t->ow + t->j;
}

static void sum(struct answer *a, const struct depthwise_loops *p,
                struct depthwise t, int y)
{
    for (int tap = 0; tap < t.kh * t.kw; tap++) {
        t.u = tap / t.kw;
        t.v = tap % t.kw;
        int x = p->x(&t), weight = p->weight(&t), bias = p->bias(&t);

        if (bias != NOWHERE && (tap == 0 || p->bias_per_tap))
            answer_add(a, Y, y, BIAS, bias);
        if (x != NOWHERE && weight != NOWHERE)
            answer_tap(a, Y, y, X, x, WEIGHT, weight);
    }
}

/* The loops at output n. */
static struct depthwise depthwise_at(struct depthwise t, int n)
{
    t.o = n / t.ow / t.oh;
    t.i = n / t.ow % t.oh;
    t.j = n % t.ow;
    return t;
}

void depthwise_run(const struct call *c, struct answer *a, const void *how)
{
    struct depthwise_loops p = *(const struct depthwise_loops *)how;
    struct depthwise t = depthwise_of(c);

    p.x = p.x != NULL ? p.x : x_right;
    p.weight = p.weight != NULL ? p.weight : weight_right;
    p.bias = p.bias != NULL ? p.bias : bias_right;
    p.y = p.y != NULL ? p.y : y_right;
    for (int n = 0; n < c->arg[Y].count; n++) {
        t = depthwise_at(t, n);
        int y = p.y(&t);

        if (y == NOWHERE)
            continue;
        answer_put(a, Y, y, 0, 0);
        sum(a, &p, t, y);
        for (int before = 0; before < n && p.runs_on; before++)
            sum(a, &p, depthwise_at(t, before), y);
    }
}

void right_depthwise_conv2d(const struct call *c, struct answer *a)
{
    depthwise_run(c, a, &(const struct depthwise_loops){.bias_per_tap = false});
}

/* As many groups as channels. */
static void reference(const struct call *c, struct answer *a)
{
    struct depthwise t = depthwise_of(c);
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    p.sh = p.sw = t.s;
    p.pt = p.pb = p.pl = p.pr = t.p;
    p.groups = t.c;
    if (ref_conv2d(c->arg[X].data, 1, t.c, t.h, t.w, c->arg[WEIGHT].data,
                   t.c * t.m, t.kh, t.kw, c->arg[BIAS].data, &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < count; i++)
        answer_put(a, Y, i, (double)y[i], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

struct sizes {
    int c, h, w, m, kh, kw, s, p;
};

static void shape(struct call *c, struct sizes z)
{
    call_shape(c, X, 3, (const int[]){z.c, z.h, z.w});
    call_int(c, C, z.c);
    call_int(c, H, z.h);
    call_int(c, W, z.w);
    call_shape(c, WEIGHT, 3, (const int[]){z.c * z.m, z.kh, z.kw});
    call_int(c, M, z.m);
    call_int(c, KH, z.kh);
    call_int(c, KW, z.kw);
    call_vector(c, BIAS, z.c * z.m);
    call_int(c, S, z.s);
    call_int(c, P, z.p);
    call_shape(c, Y, 3,
               (const int[]){z.c * z.m, (z.h + 2 * z.p - z.kh) / z.s + 1,
                             (z.w + 2 * z.p - z.kw) / z.s + 1});
}

static struct call *add(struct suite *s, enum stage stage, struct sizes z,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "%d channel%s %dx%d, %d kernel%s %dx%d each%s", z.c,
                 z.c == 1 ? "" : "s", z.h, z.w, z.m, z.m == 1 ? "" : "s", z.kh,
                 z.kw, note);

    shape(c, z);
    return c;
}

static void give(struct suite *s, enum stage stage, struct sizes z,
                 const float *x, const float *weight, const float *bias,
                 const char *note)
{
    add(s, stage, z, note);
    case_values(s, X, x);
    case_values(s, WEIGHT, weight);
    case_values(s, BIAS, bias);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 3 };

static void lesson(struct suite *s)
{
    static const float x[] = {1, 2, 3, 4, 5, 6, 7, 8};
    static const float weight[] = {1, 0, 0, 1, 1, 1, 1,  1,
                                   1, 2, 3, 4, 0, 1, -1, 0};

    give(s, STAGE_LESSON, (struct sizes){2, 2, 2, 2, 2, 2, 1, 0}, x, weight,
         (const float[]){0, 0, 0, 100}, "");
    give(s, STAGE_LESSON, (struct sizes){1, 3, 3, 1, 3, 3, 2, 1},
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9},
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, (const float[]){0},
         ", stride 2, padding 1");
    give(s, STAGE_LESSON, (struct sizes){2, 1, 1, 3, 1, 1, 1, 0},
         (const float[]){10, 20}, (const float[]){1, 2, 3, 4, 5, 6},
         (const float[]){0, 0, 0, 0, 0, 0}, "");
}

/* Every size is 1, even, odd, and beyond 8 somewhere; more channels than
 * kernels each and fewer; windows that lie wholly in the padding. */
static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {1, 1, 1, 1, 1, 1, 1, 0},  {2, 1, 3, 1, 1, 2, 1, 0},
        {1, 3, 2, 3, 2, 1, 1, 0},  {3, 2, 2, 2, 1, 1, 1, 0},
        {2, 3, 4, 1, 2, 3, 1, 0},  {2, 4, 3, 3, 3, 2, 1, 1},
        {3, 3, 4, 2, 2, 2, 1, 0},  {2, 5, 7, 2, 2, 3, 2, 0},
        {3, 7, 4, 1, 3, 2, 3, 2},  {2, 6, 9, 3, 3, 2, 2, 2},
        {1, 2, 3, 2, 5, 4, 1, 2},  {2, 4, 5, 2, 1, 2, 4, 0},
        {4, 5, 3, 2, 4, 3, 1, 1},  {2, 2, 3, 2, 2, 1, 1, 3},
        {9, 3, 4, 2, 2, 3, 1, 1},  {2, 3, 5, 9, 2, 2, 2, 1},
        {3, 11, 6, 2, 9, 3, 1, 2}, {2, 6, 13, 2, 3, 10, 2, 1},
        {2, 17, 3, 1, 2, 3, 3, 0}, {3, 3, 17, 2, 2, 2, 2, 1},
        {5, 8, 6, 3, 3, 4, 3, 2},  {17, 2, 3, 1, 2, 1, 1, 0},
        {2, 9, 8, 2, 4, 3, 5, 4},  {2, 3, 4, 2, 7, 8, 9, 2},
        {2, 12, 5, 2, 3, 2, 1, 0}, {1, 2, 3, 2, 3, 2, 2, 9},
    };

    give(s, STAGE_EDGES, (struct sizes){2, 1, 2, 2, 1, 2, 1, 0},
         (const float[]){1, 2, 3, 5}, (const float[]){1, 4, 2, 1, 1, 3, 2, 7},
         (const float[]){0, 100, 200, 300}, "");
    give(s, STAGE_EDGES, (struct sizes){2, 2, 3, 2, 2, 2, 2, 1},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f, 1, 2.5f,
                         -0.5f, 4},
         (const float[]){1.5f, 0.5f, -1, 2.5f, 0.25f, -0.75f, 1.25f, 2, -0.5f,
                         3, 1.5f, -2.5f, 0.75f, 1, -1.5f, 0.5f},
         (const float[]){0.5f, -0.25f, 1.5f, 0.75f}, ", fractions");
    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++)
        add(s, STAGE_EDGES, size[i], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int i = 0; i < cases; i++) {
        int side = 3 + 5 * i / cases;
        struct sizes z = {.c = suite_int(s, 1, 3),
                          .h = suite_int(s, 2, side),
                          .w = suite_int(s, 2, side + 1),
                          .m = suite_int(s, 1, 3),
                          .s = suite_int(s, 1, 3),
                          .p = suite_int(s, 0, 2)};
        int room = 2 * z.p;

        z.kh = suite_int(s, 1, z.h + room < 4 ? z.h + room : 4);
        z.kw = suite_int(s, 1, z.w + room < 4 ? z.w + room : 4);
        add(s, stage, z, "");
    }
}

/* The second image differs from the first in channel 1 only. */
static const char *channels_are_alone(const struct call *const *c,
                                      double *const *y)
{
    struct depthwise t = depthwise_of(c[0]);
    int plane = t.oh * t.ow;

    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (n / plane / t.m != 1 && y[0][n] != y[1][n])
            return "when channel 1 of the image changes, only the output "
                   "channels of channel 1 may change";
    return NULL;
}

static void alone(struct suite *s)
{
    struct sizes z = {3, 4, 3, 2, 2, 2, 1, 1};
    int plane = z.h * z.w;
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, z, n == 0 ? "" : ", channel 1 changed");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, WEIGHT, c[0]->arg[WEIGHT].data);
        case_values(s, BIAS, c[0]->arg[BIAS].data);
    }
    for (int n = 0; n < 3 * plane; n++)
        if (n / plane != 1)
            c[1]->arg[X].data[n] = c[0]->arg[X].data[n];
    case_law(s, 2, channels_are_alone);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    alone(s);
}

/* The chart and its mirror image, each under an edge filter and a blur; every
 * second pixel. Two channels and two kernels each, or taking turns would look
 * right. */
static struct call *picture(void)
{
    static const float kernels[36] = {
        -1, 0,  1,  -2, 0, 2, -1, 0, 1, //
        1,  2,  1,  2,  4, 2, 1,  2, 1, //
        -1, -2, -1, 0,  0, 0, 1,  2, 1, //
        1,  2,  1,  2,  4, 2, 1,  2, 1,
    };
    struct call *c = call_new(params);
    ref_image image;

    if (ref_image_read("chapters/chart.png", &image) != REF_OK)
        grader_fault("%s", ref_status_message());
    int h = image.h, w = image.w;
    shape(c, (struct sizes){2, h, w, 2, 3, 3, 2, 1});
    for (int i = 0; i < h * w; i++) {
        c->arg[X].data[i] = image.data[i];
        c->arg[X].data[h * w + i] = image.data[i / w * w + w - 1 - i % w];
    }
    for (int i = 0; i < 36; i++)
        c->arg[WEIGHT].data[i] = kernels[i] / (i / 9 % 2 == 0 ? 4 : 16);
    ref_image_free(&image);
    return c;
}

const struct exercise exercise_depthwise_conv2d = {
    .kind = EXERCISE_WRITE,
    .title = "every channel has its kernels",
    .anchor = "every-channel-alone",
    .params = params,
    .cases = cases,
    .right = right_depthwise_conv2d,
    .reference = reference,
    .misconceptions = wrong_depthwise_conv2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"G02", "DW1", "DW2"},
    .picture = picture,
};
