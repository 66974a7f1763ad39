/* What count_weights is checked against: a signal that can be counted by
 * hand, the lectures' layers, and counts beyond an int. */
#include "6_count_weights.h"

#include "reference/cost.h"
#include "tests/grader/fault.h"

static const struct param params[] = {
    {"c_in", ARG_INT},  {"h", ARG_INT},         {"w", ARG_INT},
    {"c_out", ARG_INT}, {"oh", ARG_INT},        {"ow", ARG_INT},
    {"kh", ARG_INT},    {"kw", ARG_INT},        {"sharing", ARG_INT},
    {"bias", ARG_INT},  {"result", ARG_RETURN}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct layer weights_layer(const struct call *c)
{
    struct layer l = {
        .c_in = call_number(c, C_IN),
        .h = call_number(c, H),
        .w = call_number(c, W),
        .c_out = call_number(c, C_OUT),
        .oh = call_number(c, OH),
        .ow = call_number(c, OW),
        .kh = call_number(c, KH),
        .kw = call_number(c, KW),
        .sharing = call_number(c, SHARING),
        .bias = call_number(c, BIAS),
    };

    l.inputs = l.c_in * l.h * l.w;
    l.outputs = l.c_out * l.oh * l.ow;
    l.taps = l.c_in * l.kh * l.kw;
    return l;
}

long long layer_count(const struct layer *l)
{
    long long kernels = l->sharing == SHARED ? l->c_out : l->outputs;
    long long numbers = l->sharing == DENSE ? l->inputs : l->taps;

    return kernels * (numbers + l->bias);
}

void right_count_weights(const struct call *c, struct answer *a)
{
    struct layer l = weights_layer(c);

    answer_put(a, COUNT, 0, (double)layer_count(&l), 0);
}

/* A dense layer is one whose kernel is as large as its input, and without
 * sharing each place has a layer of its own. */
static void reference(const struct call *c, struct answer *a)
{
    struct layer l = weights_layer(c);
    int kh = (int)(l.sharing == DENSE ? l.h : l.kh);
    int kw = (int)(l.sharing == DENSE ? l.w : l.kw);
    long long places = l.sharing == SHARED ? 1 : l.oh * l.ow;
    ref_cost cost;

    if (ref_conv2d_cost((int)l.c_in, kh, kw, (int)l.c_out, kh, kw, l.bias, NULL,
                        &cost) != REF_OK)
        grader_fault("%s", ref_status_message());
    answer_put(a, COUNT, 0, (double)(places * cost.parameters), 0);
}

static const char *plural(long long count)
{
    return count == 1 ? "" : "s";
}

/* The count as a product. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct layer l = weights_layer(c);
    const char *bias = l.bias ? " and a bias" : "";
    long long kernels = l.sharing == SHARED ? l.c_out : l.outputs;
    long long numbers = l.sharing == DENSE ? l.inputs : l.taps;

    (void)seen;
    (void)cell;
    if (l.sharing == DENSE)
        fprintf(f,
                "     dense: %lld output%s (%lld*%lld*%lld), each with a "
                "weight for each of\n"
                "     %lld input%s (%lld*%lld*%lld)%s",
                kernels, plural(kernels), l.c_out, l.oh, l.ow, numbers,
                plural(numbers), l.c_in, l.h, l.w, bias);
    else
        fprintf(f,
                "     %s: %lld kernel%s (one for each %s) of\n"
                "     %lld*%lld*%lld = %lld weight%s%s",
                l.sharing == LOCAL ? "local" : "shared", kernels,
                plural(kernels), l.sharing == LOCAL ? "output" : "map", l.c_in,
                l.kh, l.kw, numbers, plural(numbers), bias);
    if (l.bias)
        fprintf(f, ":\n     %lld * (%lld + 1) = %lld\n", kernels, numbers,
                layer_count(&l));
    else
        fprintf(f, ":\n     %lld * %lld = %lld\n", kernels, numbers,
                layer_count(&l));
}

/* ---- the cases ----------------------------------------------------------- */

/* Numbers of a layer, in the order of the parameters up to kw. */
typedef int sizes[KW + 1];

static void set(struct call *c, const int *size, int sharing, int bias)
{
    for (int n = 0; n <= KW; n++)
        call_int(c, n, size[n]);
    call_int(c, SHARING, sharing);
    call_int(c, BIAS, bias);
}

static const char *learns(const struct call *const *c, double *const *y)
{
    (void)c;
    return y[0][0] > 0 ? NULL : "every layer here has something to learn";
}

/* Every case obeys the law, and is taken as it is given. */
static void add(struct suite *s, enum stage stage, const int *size, int sharing,
                int bias)
{
    static const char *const name[] = {"dense", "local", "shared"};
    struct call *c =
        case_add(s, stage, "%dx%dx%d to %dx%dx%d, kernel %dx%d, %s%s", size[0],
                 size[1], size[2], size[3], size[4], size[5], size[6], size[7],
                 name[sharing], bias ? ", bias" : "");

    set(c, size, sharing, bias);
    case_law(s, 1, learns);
}

static void add_all(struct suite *s, enum stage stage, const int *size)
{
    for (int n = 0; n < 6; n++)
        add(s, stage, size, n % 3, n / 3);
}

static void roll(struct suite *s, int *size, int most)
{
    for (int n = 0; n <= KW; n++)
        size[n] = suite_int(s, 1, most);
}

/* Fresh data: another layer. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    sizes size;

    (void)stage;
    roll(s, size, 9);
    set(c, size, suite_int(s, 0, 2), suite_int(s, 0, 1));
}

/* The case of the prediction: its numbers stand nowhere in the lesson. */
enum { PREDICT_CASE = 13 };

/* 001, 000: AlexNet's first layer as Y. Lu counts it, a picture to a picture
 * as L. Fillatre does. */
static void lesson(struct suite *s)
{
    static const sizes signal = {1, 1, 6, 1, 1, 4, 1, 3};
    static const sizes alexnet = {3, 55, 55, 96, 55, 55, 11, 11};
    static const sizes picture = {3, 256, 256, 3, 256, 256, 3, 3};

    add(s, STAGE_LESSON, signal, DENSE, 0);
    add(s, STAGE_LESSON, signal, LOCAL, 0);
    add(s, STAGE_LESSON, signal, SHARED, 0);
    add(s, STAGE_LESSON, signal, SHARED, 1);
    add(s, STAGE_LESSON, alexnet, SHARED, 1);
    add(s, STAGE_LESSON, alexnet, LOCAL, 1);
    add(s, STAGE_LESSON, alexnet, DENSE, 1);
    add(s, STAGE_LESSON, picture, DENSE, 0);
}

static void cases(struct suite *s)
{
    static const sizes edge[] = {
        {2, 4, 5, 3, 3, 4, 2, 2},          {1, 1, 1, 1, 1, 1, 1, 1},
        {3, 5, 7, 2, 4, 6, 2, 3},          {4, 6, 5, 2, 6, 5, 3, 1},
        {7, 1, 9, 5, 1, 8, 1, 2},          {2, 9, 1, 3, 4, 1, 6, 1},
        {64, 112, 56, 128, 110, 28, 3, 5},
    };
    /* inputs, outputs, taps that are no int by themselves */
    static const sizes large[] = {
        {512, 4096, 2048, 3, 2, 5, 3, 4},
        {3, 5, 4, 1024, 2048, 1025, 2, 3},
        {2048, 1030, 1031, 2, 1, 1, 1030, 1031},
    };
    sizes size;

    lesson(s);
    for (size_t n = 0; n < sizeof edge / sizeof edge[0]; n++)
        add_all(s, STAGE_EDGES, edge[n]);
    for (int n = 0; n < 3; n++)
        add(s, STAGE_EDGES, large[n], n == 2 ? SHARED : n, 1);
    for (int n = 0; n < 18; n++) {
        roll(s, size, 3 + n);
        add(s, STAGE_INTEGERS, size, n % 3, n / 3 % 2);
    }
    for (int n = 0; n < 6; n++) { /* beyond an int */
        roll(s, size, 60);
        size[H] += 40;
        size[W] += 40;
        size[OH] += 40;
        size[OW] += 40;
        size[C_OUT] += 40;
        add(s, STAGE_INTEGERS, size, n % 3, n / 3);
    }
}

const struct exercise exercise_count_weights = {
    .kind = EXERCISE_WRITE,
    .title = "what a layer has to learn",
    .anchor = "what-sharing-saves",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_count_weights,
    .reference = reference,
    .misconceptions = wrong_count_weights,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"CW1", "CW3", "CW8"},
};
