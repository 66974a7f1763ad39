/* Tests of reference/conv_winograd.c: what is computed, against the formula in
 * double and the bound of its own, with each table of micro-kernels; and what
 * is refused, chosen, and the same to the bit. The bound itself is tested in
 * check_winograd_bound.c. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/conv.h"
#include "reference/conv_plan.h"
#include "reference/winograd_bound.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { LARGEST = 20, ALGORITHMS = 2 };

static const ref_conv_algorithm algorithms[ALGORITHMS] = {REF_CONV_WINOGRAD_2,
                                                          REF_CONV_WINOGRAD_4};

static ref_conv2d_params options(const slow_conv *t, ref_conv_algorithm which)
{
    ref_conv2d_params p = slow_conv_params2d(t);

    p.algorithm = which;
    return p;
}

/* The padding of one side: from 0 to what the mode allows, 3 at most. */
static int roll_padding(dice *d, ref_pad_mode mode, int n)
{
    int limit = ref_pad_limit(mode, n);

    return dice_int(d, 0, limit < 3 ? limit : 3);
}

/* A convolution of an h x w image, all else rolled.
 * Returns  whether the kernel has a place in it */
static int roll(dice *d, int h, int w, slow_conv *t)
{
    int sizes[] = {1, h, w};

    *t = (slow_conv){.n = dice_int(d, 1, 2),
                     .groups = dice_int(d, 1, 2),
                     .pad_mode = (ref_pad_mode)dice_int(d, 0, 4),
                     .axis = {SLOW_NO_AXIS}};
    t->c_in = t->groups * dice_int(d, 1, 4);
    t->c_out = t->groups * dice_int(d, 1, 10);
    for (int a = 1; a < 3; a++) {
        int before = roll_padding(d, t->pad_mode, sizes[a]);
        int after = roll_padding(d, t->pad_mode, sizes[a]);

        t->axis[a] = (slow_axis){sizes[a], 3, 1, before, after, 1};
        if (slow_output_size(&t->axis[a]) < 1)
            return 0;
    }
    return 1;
}

/* Each of y against the formula; what may be anything is not looked at. */
static void judge_all(const slow_conv *t, ref_conv_algorithm which,
                      const float *y, judgement *judge)
{
    const ref_conv2d_params p = options(t, which);
    size_t count = (size_t)slow_conv_counts(t).y;
    double *exact = malloc(count * sizeof *exact);
    double *bound = malloc(count * sizeof *bound);

    ck_assert(exact && bound);
    ck_assert_int_eq(ref_winograd_bound(t->x, t->n, t->c_in, t->axis[1].n,
                                        t->axis[2].n, t->weight, t->c_out, 3, 3,
                                        t->bias, &p, exact, bound),
                     REF_OK);
    slow_conv_all(t, exact, NULL);
    for (size_t i = 0; i < count; i++)
        if (!isinf(bound[i]))
            judge(y[i], exact[i], bound[i]);
    free(exact);
    free(bound);
}

static void try_one(dice *d, slow_conv *t, ref_conv_algorithm which, kind *make,
                    guard_side side, judgement *judge)
{
    const ref_conv2d_params p = options(t, which);
    slow_counts c = slow_conv_counts(t);
    float *x = guarded_numbers(d, c.x, make, side);
    float *weight = guarded_numbers(d, c.weight, make, side);
    float *bias = guarded_numbers(d, c.bias, make, side);
    float *y = guarded_new((size_t)c.y * sizeof *y, side);

    t->x = x;
    t->weight = weight;
    t->bias = dice_int(d, 0, 1) ? bias : NULL;
    ck_assert_int_eq(ref_conv2d(x, t->n, t->c_in, t->axis[1].n, t->axis[2].n,
                                weight, t->c_out, 3, 3, t->bias, &p, y),
                     REF_OK);
    judge_all(t, which, y, judge);
    guarded_free(x, (size_t)c.x * sizeof *x);
    guarded_free(weight, (size_t)c.weight * sizeof *weight);
    guarded_free(bias, (size_t)c.bias * sizeof *bias);
    guarded_free(y, (size_t)c.y * sizeof *y);
}

/* Sizes from 1 x 1 to LARGEST x LARGEST, all of them in the plain build; _i: a
 * table and an algorithm. */
static void try_all_sizes(int i, kind *make, judgement *judge)
{
    dice d = {(uint64_t)(i + 1)};
    slow_conv t;
    int turn = 0;

    if (!use_table(i / ALGORITHMS))
        return;
    for (int h = 1; h <= LARGEST; h++)
        for (int w = 1; w <= LARGEST; w++)
            if (turn++ % trials_one_in() == 0 && roll(&d, h, w, &t))
                try_one(&d, &t, algorithms[i % ALGORITHMS], make,
                        (guard_side)((h + w) % 2), judge);
}

START_TEST(test_winograd_all_sizes)
{
    try_all_sizes(_i, dice_float, judge_near);
}
END_TEST

/* NaN and infinity spread in a patch, and no further. */
START_TEST(test_winograd_specials)
{
    try_all_sizes(_i, kind_special, judge_near);
}
END_TEST

/* With small whole numbers all that F(2x2,3x3) rounds is exact. */
START_TEST(test_winograd_2_of_integers_is_exact)
{
    try_all_sizes(_i * ALGORITHMS, kind_whole, judge_equal);
}
END_TEST

/* Large and small side by side; 1e-45 is the smallest float. */
static float kind_ranging(dice *d)
{
    return dice_float(d) * ldexpf(1.0f, dice_int(d, -90, 12));
}

static float kind_tiny(dice *d)
{
    return dice_float(d) * ldexpf(1.0f, dice_int(d, -80, -60));
}

/* Neighbours that cancel but for their last bits. */
static float kind_cancelling(dice *d)
{
    float value = 1e6f + dice_float(d);

    return dice_int(d, 0, 1) ? value : -value;
}

START_TEST(test_winograd_hard_numbers)
{
    static kind *const kinds[] = {kind_ranging, kind_tiny, kind_cancelling};

    for (int k = 0; k < 3; k++)
        try_all_sizes(_i, kinds[k], judge_near);
}
END_TEST

/* Sizes that take several blocks: of patches, of channels of y, and of terms
 * of the sum; images that share a block. All of them in the plain build, else
 * two of the six for each table and algorithm. */
START_TEST(test_winograd_large)
{
    static const struct {
        int n, groups, c_in, c_out, h, w;
    } sizes[] = {{1, 1, 3, 5, 40, 200},  {7, 1, 20, 40, 9, 13},
                 {1, 1, 300, 9, 14, 14}, {2, 3, 24, 51, 30, 31},
                 {3, 1, 9, 70, 6, 50},   {1, 1, 1, 1, 5, 1100}};
    dice d = {(uint64_t)(_i + 11)};
    const int step = trials_one_in() > 1 ? 3 : 1;

    if (!use_table(_i / ALGORITHMS))
        return;
    for (int s = _i % step; s < (int)(sizeof sizes / sizeof sizes[0]);
         s += step) {
        slow_conv t = {.n = sizes[s].n,
                       .groups = sizes[s].groups,
                       .c_in = sizes[s].c_in,
                       .c_out = sizes[s].c_out,
                       .axis = {SLOW_NO_AXIS,
                                {sizes[s].h, 3, 1, 1, 1, 1},
                                {sizes[s].w, 3, 1, 1, 1, 1}}};

        try_one(&d, &t, algorithms[_i % ALGORITHMS], dice_float, GUARD_AFTER,
                judge_near);
    }
}
END_TEST

enum { N = 5, C = 40, O = 70, H = 22, W = 37, ALL_Y = N * O * H * W };

typedef struct arrays {
    float x[N * C * H * W], weight[O * C * 9], bias[O], y[ALL_Y], again[ALL_Y];
} arrays;

static arrays *roll_arrays(void)
{
    arrays *a = malloc(sizeof *a);
    dice d = {5};

    ck_assert_ptr_nonnull(a);
    for (int i = 0; i < N * C * H * W; i++)
        a->x[i] = dice_float(&d);
    for (int i = 0; i < O * C * 9; i++)
        a->weight[i] = dice_float(&d);
    for (int i = 0; i < O; i++)
        a->bias[i] = dice_float(&d);
    return a;
}

/* One image or many, one thread or many, a plan or one call. */
START_TEST(test_winograd_bits_do_not_depend_on_anything)
{
    arrays *a = roll_arrays();
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_conv_plan *plan;

    p.pt = p.pb = p.pl = p.pr = 1;
    p.algorithm = algorithms[_i % ALGORITHMS];
    if (!use_table(_i / ALGORITHMS)) {
        free(a);
        return;
    }
    p.threads = 1;
    ck_assert_int_eq(
        ref_conv2d(a->x, N, C, H, W, a->weight, O, 3, 3, a->bias, &p, a->y),
        REF_OK);
    for (p.threads = 1; p.threads <= 5; p.threads++) {
        memset(a->again, 0xff, sizeof a->again);
        ck_assert_int_eq(ref_conv2d_plan_new(C, H, W, a->weight, O, 3, 3,
                                             a->bias, &p, &plan),
                         REF_OK);
        for (int b = 0; b < N; b += 2)
            ck_assert_int_eq(ref_conv_plan_run(plan, a->x + b * C * H * W,
                                               b + 2 < N ? 2 : N - b,
                                               a->again + b * O * H * W),
                             REF_OK);
        ref_conv_plan_free(plan);
        ck_assert_mem_eq(a->y, a->again, sizeof a->y);
    }
    free(a);
}
END_TEST

/* The name of what a plan chose. */
static const char *chosen(ref_conv_algorithm which, int c_in, int c_out,
                          int size, int k, int stride)
{
    float *weight = calloc((size_t)c_in * (size_t)c_out * (size_t)k * (size_t)k,
                           sizeof *weight);
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_conv_plan *plan;
    const char *name;

    ck_assert_ptr_nonnull(weight);
    p.algorithm = which;
    p.sh = p.sw = stride;
    ck_assert_int_eq(ref_conv2d_plan_new(c_in, size, size, weight, c_out, k, k,
                                         NULL, &p, &plan),
                     REF_OK);
    name = ref_conv_plan_algorithm(plan);
    ref_conv_plan_free(plan);
    free(weight);
    return name;
}

START_TEST(test_winograd_runs_only_when_asked_for)
{
    ck_assert_str_eq(chosen(REF_CONV_DIRECT, 64, 64, 56, 3, 1), "direct");
    ck_assert_str_eq(chosen(REF_CONV_WINOGRAD_2, 1, 1, 5, 3, 1), "winograd2");
    ck_assert_str_eq(chosen(REF_CONV_WINOGRAD_4, 1, 1, 5, 3, 1), "winograd4");
}
END_TEST

/* Sizes are those of the image, two more than of y. */
START_TEST(test_winograd_where_it_is_fastest)
{
    static const struct {
        int c_in, c_out, size, k, stride;
        const char *name;
    } cases[] = {
        {64, 64, 58, 3, 1, "winograd4"},   {16, 16, 58, 3, 1, "winograd4"},
        {512, 512, 30, 3, 1, "winograd4"}, {512, 512, 16, 3, 1, "winograd2"},
        {64, 64, 12, 3, 1, "winograd2"},   {64, 64, 11, 3, 1, "direct"},
        {32, 32, 16, 3, 1, "direct"},      {8, 8, 58, 3, 1, "direct"},
        {3, 64, 58, 3, 1, "direct"},       {1, 1, 58, 3, 1, "direct"},
        {64, 64, 58, 3, 2, "direct"},      {64, 64, 58, 5, 1, "direct"},
        {64, 64, 58, 1, 1, "direct"},      {1, 1, 2050, 3, 1, "direct"},
        {3, 64, 226, 3, 1, "direct"},      {10, 10, 66, 3, 1, "winograd4"}};

    for (int i = 0; i < (int)(sizeof cases / sizeof cases[0]); i++)
        ck_assert_str_eq(chosen(REF_CONV_FASTEST, cases[i].c_in, cases[i].c_out,
                                cases[i].size, cases[i].k, cases[i].stride),
                         cases[i].name);
}
END_TEST

START_TEST(test_winograd_refuses_other_convolutions)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    const ref_conv1d_params line = {
        .sw = 1, .dw = 1, .groups = 1, .algorithm = REF_CONV_WINOGRAD_4};
    ref_conv3d_params deep = REF_CONV3D_DEFAULTS;
    int *const options[] = {&p.sh, &p.sw, &p.dh, &p.dw};
    float x[8 * 8 * 8] = {0}, k[5 * 5 * 5] = {0}, y[8 * 8 * 8];

    p.algorithm = deep.algorithm = algorithms[_i];
    for (int i = 0; i < 4; i++) {
        *options[i] = 2;
        ck_assert_int_eq(ref_conv2d(x, 1, 1, 8, 8, k, 1, 3, 3, NULL, &p, y),
                         REF_EPARAM);
        ck_assert_ptr_nonnull(strstr(ref_status_message(), "3 x 3, stride 1"));
        *options[i] = 1;
    }
    ck_assert_int_eq(ref_conv2d(x, 1, 1, 8, 8, k, 1, 3, 5, NULL, &p, y),
                     REF_EPARAM);
    ck_assert_int_eq(ref_conv2d(x, 1, 1, 8, 8, k, 1, 2, 3, NULL, &p, y),
                     REF_EPARAM);
    ck_assert_int_eq(ref_conv1d(x, 1, 1, 8, k, 1, 3, NULL, &line, y),
                     REF_EPARAM);
    ck_assert_int_eq(
        ref_conv3d(x, 1, 1, 8, 8, 8, k, 1, 3, 3, 3, NULL, &deep, y),
        REF_EPARAM);
    ck_assert_int_eq(
        ref_conv3d(x, 1, 1, 8, 8, 8, k, 1, 1, 3, 3, NULL, &deep, y),
        REF_EPARAM);
    ck_assert_int_eq(ref_conv2d(x, 1, 1, 8, 8, k, 1, 3, 3, NULL, &p, y),
                     REF_OK);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_winograd_all_sizes, TABLES * ALGORITHMS);
    suite_loop(test_winograd_2_of_integers_is_exact, TABLES);
    suite_loop(test_winograd_large, TABLES * ALGORITHMS);
    suite_case("edges");
    suite_loop(test_winograd_specials, TABLES * ALGORITHMS);
    suite_loop(test_winograd_hard_numbers, TABLES * ALGORITHMS);
    suite_case("properties");
    suite_loop(test_winograd_bits_do_not_depend_on_anything,
               TABLES * ALGORITHMS);
    suite_test(test_winograd_runs_only_when_asked_for);
    suite_test(test_winograd_where_it_is_fastest);
    suite_case("manners");
    suite_loop(test_winograd_refuses_other_convolutions, ALGORITHMS);
}

int main(void)
{
    return suite_main("conv_winograd", fill);
}
