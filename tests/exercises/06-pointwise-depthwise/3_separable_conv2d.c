/* What separable_conv2d is checked against: the lesson's example, shapes
 * that tell channels in from channels out, and laws. Its outputs are sums of
 * products of three, so the models add up here and not with answer_tap. */
#include "3_separable_conv2d.h"

#include "reference/bound.h"
#include "reference/conv.h"
#include "reference/io/image_file.h"
#include "tests/grader/fault.h"
#include "tests/grader/grid.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},      {"c_in", ARG_INT}, {"h", ARG_INT},  {"w", ARG_INT},
    {"depth", ARG_IN},  {"kh", ARG_INT},   {"kw", ARG_INT}, {"point", ARG_IN},
    {"c_out", ARG_INT}, {"bias", ARG_IN},  {"y", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct separable separable_of(const struct call *c)
{
    struct separable t = {.call = c,
                          .c_in = call_number(c, C_IN),
                          .h = call_number(c, H),
                          .w = call_number(c, W),
                          .kh = call_number(c, KH),
                          .kw = call_number(c, KW),
                          .c_out = call_number(c, C_OUT)};

    t.oh = t.h - t.kh + 1;
    t.ow = t.w - t.kw + 1;
    return t;
}

int separable_x(const struct separable *t)
{
    return (t->c * t->h + t->i + t->u) * t->w + t->j + t->v;
}

int separable_depth(const struct separable *t)
{
    return (t->c * t->kh + t->u) * t->kw + t->v;
}

int separable_point(const struct separable *t)
{
    return t->o * t->c_in + t->c;
}

/* A sum on its way, with the sum of its absolute terms. */
struct total {
    double value, magnitude;
    bool whole, unknown;
};

static double read(const struct separable *t, struct total *sum, int arg,
                   int element)
{
    if (element == PADDING)
        return 0;
    if (element < 0 || element >= t->call->arg[arg].count) {
        sum->unknown = true;
        return 0;
    }
    double value = call_at(t->call, arg, element);
    /* fractions of 1/4 at most: products of three are 1/64 at most */
    sum->whole = sum->whole && value * 4 == rint(value * 4);
    return value;
}

/* Kernel c laid on a channel, added to what sum holds. */
static void laid_on(int channel, struct separable t,
                    const struct separable_loops *p, struct total *sum)
{
    for (t.u = 0; t.u < t.kh; t.u++)
        for (t.v = 0; t.v < t.kw; t.v++) {
            struct separable from = t;

            from.c = channel;
            double product = read(&t, sum, X, p->x(&from)) *
                             read(&t, sum, DEPTH, p->depth(&t));

            sum->value += product;
            sum->value = p->cut ? trunc(sum->value) : sum->value;
            sum->magnitude += fabs(product);
        }
}

/* z[c, i, j], added to what sum holds. */
static void window(struct separable t, const struct separable_loops *p,
                   struct total *sum)
{
    for (int k = 0; k < t.c_in; k++)
        if (k == t.c || p->all_planes)
            laid_on(k, t, p, sum);
}

/* All that comes before z[c, i, j] in z. */
static void windows_before(struct separable t, const struct separable_loops *p,
                           struct total *sum)
{
    int end = (t.c * t.oh + t.i) * t.ow + t.j;

    for (int n = 0; n < end; n++) {
        t.c = n / t.ow / t.oh;
        t.i = n / t.ow % t.oh;
        t.j = n % t.ow;
        window(t, p, sum);
    }
}

/* The 1x1 convolution of the pixels below, then kernel o of the depthwise
 * one on its output channel o. */
static void window_of_mixture(struct separable t,
                              const struct separable_loops *p,
                              struct total *sum)
{
    for (t.u = 0; t.u < t.kh; t.u++)
        for (t.v = 0; t.v < t.kw; t.v++)
            for (t.c = 0; t.c < t.c_in; t.c++) {
                struct separable own = t;

                own.c = t.o;
                double product = read(&t, sum, X, p->x(&t)) *
                                 read(&t, sum, POINT, p->point(&t)) *
                                 read(&t, sum, DEPTH, p->depth(&own));

                sum->value += product;
                sum->magnitude += fabs(product);
            }
}

static void mixture(struct separable t, const struct separable_loops *p,
                    struct total *sum)
{
    struct total z = {.whole = true};

    t.c = p->last_term ? t.c_in - 1 : p->terms_from;
    for (; t.c < t.c_in - p->terms_to; t.c++) {
        if (!p->goes_on)
            z = (struct total){.whole = true};
        if (p->runs_on)
            windows_before(t, p, &z);
        window(t, p, &z);
        double weight = p->no_point ? 1 : read(&t, sum, POINT, p->point(&t));
        double value = p->between != NULL ? p->between(z.value) : z.value;

        sum->value += weight * value;
        sum->magnitude += fabs(weight) * z.magnitude;
        sum->whole = sum->whole && z.whole;
        sum->unknown = sum->unknown || z.unknown;
        if (p->bias_per_channel && t.c > 0)
            sum->value += call_at(t.call, BIAS, t.o);
    }
}

/* Each product of three and each sum of them is rounded; the full kernel may
 * be multiplied out first. In all orders a term meets at most one rounding
 * for each other term, and two more. Whole numbers are exact. */
static double allowed(const struct separable *t, const struct total *sum)
{
    int terms = t->c_in * t->kh * t->kw + 3;

    if (sum->whole && sum->magnitude < 65536)
        return 0;
    return ref_gamma(terms) * sum->magnitude + terms * (double)FLT_MIN;
}

void separable_run(const struct call *c, struct answer *a, const void *how)
{
    struct separable_loops p = *(const struct separable_loops *)how;
    struct separable t = separable_of(c);

    p.x = p.x != NULL ? p.x : separable_x;
    p.depth = p.depth != NULL ? p.depth : separable_depth;
    p.point = p.point != NULL ? p.point : separable_point;
    for (int n = 0; n < c->arg[Y].count; n++) {
        struct total sum = {.whole = true};

        t.o = n / t.ow / t.oh;
        t.i = n / t.ow % t.oh;
        t.j = n % t.ow;
        if (!p.no_bias)
            sum.value = read(&t, &sum, BIAS, p.bias != NULL ? p.bias(&t) : t.o);
        sum.magnitude = fabs(sum.value);
        if (p.point_first)
            window_of_mixture(t, &p, &sum);
        else
            mixture(t, &p, &sum);
        answer_put(a, Y, n, sum.value, allowed(&t, &sum));
        if (sum.unknown)
            answer_unknown(a, Y, n);
    }
}

void right_separable_conv2d(const struct call *c, struct answer *a)
{
    separable_run(c, a, &(const struct separable_loops){.no_bias = false});
}

/* Two calls, depthwise and 1x1. */
static void reference(const struct call *c, struct answer *a)
{
    struct separable t = separable_of(c);
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    int count = c->arg[Y].count;
    float *z = need(malloc(sizeof *z * (size_t)(t.c_in * t.oh * t.ow)));
    float *y = need(malloc(sizeof *y * (size_t)count));

    p.groups = t.c_in;
    if (ref_conv2d(c->arg[X].data, 1, t.c_in, t.h, t.w, c->arg[DEPTH].data,
                   t.c_in, t.kh, t.kw, NULL, &p, z) != REF_OK ||
        ref_conv2d(z, 1, t.c_in, t.oh, t.ow, c->arg[POINT].data, t.c_out, 1, 1,
                   c->arg[BIAS].data, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < count; i++)
        answer_put(a, Y, i, (double)y[i], 0);
    free(y);
    free(z);
}

/* ---- how an element comes about ------------------------------------------ */

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    const struct separable_loops right = {
        .x = separable_x, .depth = separable_depth, .point = separable_point};
    struct separable t = separable_of(c);
    double sum;

    (void)seen;
    t.o = cell / t.ow / t.oh;
    t.i = cell / t.ow % t.oh;
    t.j = cell % t.ow;
    sum = call_at(c, BIAS, t.o);
    for (t.c = 0; t.c < t.c_in && t.c < 6; t.c++) {
        struct total z = {.whole = true};
        double weight = call_at(c, POINT, separable_point(&t));

        window(t, &right, &z);
        sum += weight * z.value;
        fprintf(f, "     z[%d][%d][%d] = %s, ", t.c, t.i, t.j,
                number_text(z.value, NAN));
        fprintf(f, "times point[%d][%d] = %s: %s\n", t.o, t.c,
                number_text(weight, NAN), number_text(weight * z.value, NAN));
    }
    if (t.c < t.c_in)
        fprintf(f, "     and %d channels more\n", t.c_in - t.c);
    else
        fprintf(f, "     all that and bias[%d] = %s: %s\n", t.o,
                number_text(call_at(c, BIAS, t.o), NAN), number_text(sum, NAN));
}

/* ---- the cases ----------------------------------------------------------- */

struct sizes {
    int c_in, h, w, kh, kw, c_out;
};

static void shape(struct call *c, struct sizes z)
{
    call_shape(c, X, 3, (const int[]){z.c_in, z.h, z.w});
    call_int(c, C_IN, z.c_in);
    call_int(c, H, z.h);
    call_int(c, W, z.w);
    call_shape(c, DEPTH, 3, (const int[]){z.c_in, z.kh, z.kw});
    call_int(c, KH, z.kh);
    call_int(c, KW, z.kw);
    call_matrix(c, POINT, z.c_out, z.c_in);
    call_int(c, C_OUT, z.c_out);
    call_vector(c, BIAS, z.c_out);
    call_shape(c, Y, 3, (const int[]){z.c_out, z.h - z.kh + 1, z.w - z.kw + 1});
}

static struct call *add(struct suite *s, enum stage stage, struct sizes z,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d, %d to %d channels, %dx%d kernels%s", z.h,
                 z.w, z.c_in, z.c_out, z.kh, z.kw, note);

    shape(c, z);
    return c;
}

static void give(struct suite *s, enum stage stage, struct sizes z,
                 const float *x, const float *depth, const float *point,
                 const float *bias, const char *note)
{
    add(s, stage, z, note);
    case_values(s, X, x);
    case_values(s, DEPTH, depth);
    case_values(s, POINT, point);
    case_values(s, BIAS, bias);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (struct sizes){2, 2, 3, 2, 2, 3},
         (const float[]){1, 2, 0, 0, 1, 4, 3, 0, 1, 1, 2, 0},
         (const float[]){1, 2, 3, 5, 1, 0, 0, -1},
         (const float[]){1, 0, 1, 10, 2, -1}, (const float[]){0, 0, 100}, "");
}

static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {1, 1, 1, 1, 1, 1},  {1, 2, 3, 1, 2, 2},  {2, 1, 1, 1, 1, 3},
        {3, 3, 2, 2, 1, 1},  {2, 3, 4, 2, 3, 3},  {3, 4, 3, 2, 2, 2},
        {3, 2, 4, 1, 3, 5},  {4, 5, 3, 3, 2, 2},  {2, 4, 6, 4, 3, 4},
        {9, 3, 4, 2, 2, 2},  {2, 3, 4, 2, 3, 10}, {3, 11, 4, 9, 2, 2},
        {2, 4, 13, 2, 9, 3}, {5, 6, 7, 3, 4, 6},  {17, 2, 3, 2, 1, 3},
        {3, 2, 17, 1, 2, 2}, {2, 17, 3, 3, 1, 4}, {3, 13, 12, 2, 3, 4},
    };

    give(s, STAGE_EDGES, (struct sizes){2, 1, 3, 1, 2, 2},
         (const float[]){4, 1, 2, 1, 3, -2}, (const float[]){1, -1, 2, 1},
         (const float[]){1, 3, 10, 2}, (const float[]){0, 5}, "");
    give(s, STAGE_EDGES, (struct sizes){2, 2, 2, 1, 2, 2},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f},
         (const float[]){1.5f, 0.5f, -1, 2.5f},
         (const float[]){0.25f, -0.75f, 1.25f, 2},
         (const float[]){0.5f, -0.25f}, ", fractions");
    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++)
        add(s, STAGE_EDGES, size[i], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int i = 0; i < cases; i++) {
        int side = 2 + 5 * i / cases;
        struct sizes z = {.c_in = suite_int(s, 1, 4),
                          .h = suite_int(s, 2, side + 1),
                          .w = suite_int(s, 2, side + 2),
                          .c_out = suite_int(s, 1, 4)};

        z.kh = suite_int(s, 1, z.h < 4 ? z.h : 4);
        z.kw = suite_int(s, 1, z.w < 4 ? z.w : 4);
        add(s, stage, z, "");
    }
}

/* Ten times the numbers of depth is ten times those of point. */
static const char *moves_over(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != y[1][n])
            return "what depth is multiplied by may as well be put into point: "
                   "the answer must stay";
    return NULL;
}

static void factors(struct suite *s)
{
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, (struct sizes){3, 3, 4, 2, 3, 2},
                   n == 0 ? ", depth times 4" : ", point times 4");
        suite_fill(s, c[n], STAGE_INTEGERS);
        for (int arg = X; arg < Y; arg++)
            if (c[n]->arg[arg].kind == ARG_IN)
                case_values(s, arg, c[0]->arg[arg].data);
    }
    for (int i = 0; i < c[0]->arg[DEPTH].count; i++)
        c[0]->arg[DEPTH].data[i] *= 4;
    for (int i = 0; i < c[1]->arg[POINT].count; i++)
        c[1]->arg[POINT].data[i] *= 4;
    case_law(s, 2, moves_over);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    factors(s);
}

/* Two channels, both the chart; Sobel finds edges across in one and down in
 * the other, and the 1x1 kernels turn that into the two diagonals. */
static struct call *picture(void)
{
    static const float sobel[18] = {-1, 0,  1,  -2, 0, 2, -1, 0, 1,
                                    -1, -2, -1, 0,  0, 0, 1,  2, 1};
    struct call *c = call_new(params);
    ref_image image;

    if (ref_image_read("chapters/chart.png", &image) != REF_OK)
        grader_fault("%s", ref_status_message());
    int pixels = image.h * image.w;
    shape(c, (struct sizes){2, image.h, image.w, 3, 3, 2});
    for (int i = 0; i < 2 * pixels; i++)
        c->arg[X].data[i] = image.data[i % pixels];
    for (int i = 0; i < 18; i++)
        c->arg[DEPTH].data[i] = sobel[i] / 8;
    for (int i = 0; i < 4; i++)
        c->arg[POINT].data[i] = i < 3 ? 1 : -1;
    ref_image_free(&image);
    return c;
}

const struct exercise exercise_separable_conv2d = {
    .kind = EXERCISE_WRITE,
    .title = "depthwise, then pointwise",
    .anchor = "first-alone-then-together",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_separable_conv2d,
    .reference = reference,
    .misconceptions = wrong_separable_conv2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"G04", "SP1", "SP2"},
    .picture = picture,
};
