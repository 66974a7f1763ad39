/* The benchmark: a figure is worth what its measuring is. Without these tests
 * a layer could be another than its name says, a mean could flatter, a wrong
 * result could be timed, or a script could read the wrong column. */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bench/layers.h"
#include "reference/bench/problem.h"
#include "reference/bench/statistics.h"
#include "reference/bound.h"
#include "reference/conv.h"
#include "reference/max_pool.h"
#include "tests/support/suite.h"

/* --- layers ------------------------------------------------------------- */

/* A layer as it was asked for: axes are depth, row, column. */
typedef struct asked {
    bench_kind kind;
    int n, c_in, c_out, groups, in[3], k[3], s, d;
} asked;

/* clang-format off */
#define IMAGE(n, i, o, g, size, k, s, d) \
    {BENCH_CONV, n, i, o, g, {1, size, size}, {1, k, k}, s, d}
#define POOL(kind, c, size, k, s) {kind, 1, c, c, c, {1, size, size}, {1, k, k}, s, 1}
static const asked all_asked[] = {
    IMAGE(1, 1, 6, 1, 32, 5, 1, 1), IMAGE(1, 6, 16, 1, 14, 5, 1, 1),
    IMAGE(1, 3, 64, 1, 224, 11, 4, 1), IMAGE(1, 64, 192, 1, 27, 5, 1, 1),
    IMAGE(1, 192, 384, 1, 13, 3, 1, 1), IMAGE(1, 384, 256, 1, 13, 3, 1, 1),
    IMAGE(1, 256, 256, 1, 13, 3, 1, 1), IMAGE(1, 3, 64, 1, 224, 3, 1, 1),
    IMAGE(1, 64, 64, 1, 224, 3, 1, 1), IMAGE(1, 64, 128, 1, 112, 3, 1, 1),
    IMAGE(1, 128, 128, 1, 112, 3, 1, 1), IMAGE(1, 128, 256, 1, 56, 3, 1, 1),
    IMAGE(1, 256, 256, 1, 56, 3, 1, 1), IMAGE(1, 256, 512, 1, 28, 3, 1, 1),
    IMAGE(1, 512, 512, 1, 28, 3, 1, 1), IMAGE(1, 512, 512, 1, 14, 3, 1, 1),
    IMAGE(1, 3, 64, 1, 224, 7, 2, 1), IMAGE(1, 64, 64, 1, 56, 1, 1, 1),
    IMAGE(1, 64, 256, 1, 56, 1, 1, 1), IMAGE(1, 256, 64, 1, 56, 1, 1, 1),
    IMAGE(1, 64, 64, 1, 56, 3, 1, 1), IMAGE(1, 128, 128, 1, 56, 3, 2, 1),
    IMAGE(1, 512, 128, 1, 28, 1, 1, 1), IMAGE(1, 256, 256, 1, 14, 3, 1, 1),
    IMAGE(1, 1024, 256, 1, 14, 1, 1, 1), IMAGE(1, 512, 512, 1, 7, 3, 1, 1),
    IMAGE(1, 2048, 512, 1, 7, 1, 1, 1), IMAGE(1, 192, 64, 1, 28, 1, 1, 1),
    IMAGE(1, 96, 128, 1, 28, 3, 1, 1), IMAGE(1, 16, 32, 1, 28, 5, 1, 1),
    IMAGE(1, 32, 32, 32, 112, 3, 1, 1), IMAGE(1, 64, 64, 64, 112, 3, 2, 1),
    IMAGE(1, 128, 128, 128, 56, 3, 1, 1), IMAGE(1, 256, 256, 256, 28, 3, 1, 1),
    IMAGE(1, 512, 512, 512, 14, 3, 1, 1), IMAGE(1, 1024, 1024, 1024, 7, 3, 1, 1),
    IMAGE(1, 32, 64, 1, 112, 1, 1, 1), IMAGE(1, 512, 512, 1, 14, 1, 1, 1),
    IMAGE(1, 256, 256, 1, 28, 3, 1, 2), IMAGE(1, 64, 64, 1, 64, 3, 1, 4),
    IMAGE(1, 128, 128, 32, 56, 3, 1, 1),
    {BENCH_CONV, 1, 192, 192, 1, {1, 17, 17}, {1, 1, 7}, 1, 1},
    {BENCH_CONV, 1, 192, 192, 1, {1, 17, 17}, {1, 7, 1}, 1, 1},
    {BENCH_CONV, 1, 1, 64, 1, {1, 1, 16000}, {1, 1, 80}, 4, 1},
    {BENCH_CONV, 1, 512, 512, 1, {1, 1, 1599}, {1, 1, 3}, 2, 1},
    {BENCH_CONV, 1, 64, 64, 1, {1, 1, 4096}, {1, 1, 3}, 1, 8},
    {BENCH_CONV, 1, 512, 512, 512, {1, 1, 3000}, {1, 1, 3}, 1, 4},
    {BENCH_CONV, 1, 3, 64, 1, {16, 112, 112}, {3, 3, 3}, 1, 1},
    {BENCH_CONV, 1, 64, 64, 1, {8, 28, 28}, {3, 3, 3}, 1, 1},
    {BENCH_CONV, 1, 64, 64, 64, {8, 28, 28}, {3, 3, 3}, 1, 1},
    IMAGE(1, 1, 1, 1, 512, 3, 1, 1), IMAGE(1, 1, 1, 1, 512, 5, 1, 1),
    IMAGE(1, 1, 1, 1, 512, 7, 1, 1), IMAGE(1, 1, 1, 1, 512, 15, 1, 1),
    IMAGE(1, 1, 1, 1, 2048, 3, 1, 1), IMAGE(1, 1, 1, 1, 2048, 5, 1, 1),
    IMAGE(1, 1, 1, 1, 2048, 7, 1, 1), IMAGE(1, 1, 1, 1, 2048, 15, 1, 1),
    IMAGE(1, 3, 3, 3, 512, 5, 1, 1), IMAGE(1, 17, 23, 1, 31, 3, 1, 1),
    IMAGE(1, 10, 10, 1, 64, 3, 1, 1),
    POOL(BENCH_MAX, 64, 224, 2, 2), POOL(BENCH_MAX, 64, 112, 3, 2),
    POOL(BENCH_AVG, 64, 224, 2, 2), POOL(BENCH_AVG, 192, 35, 3, 1),
    POOL(BENCH_AVG, 2048, 7, 7, 1),
};
/* clang-format on */

static bool is_the_one(const bench_layer *l, const asked *a)
{
    return l->kind == a->kind && l->n == a->n && l->c_in == a->c_in &&
           l->c_out == a->c_out && l->groups == a->groups &&
           memcmp(l->in, a->in, sizeof a->in) == 0 &&
           memcmp(l->k, a->k, sizeof a->k) == 0 && l->s[2] == a->s &&
           l->d[2] == a->d;
}

START_TEST(test_layers_all_are_there)
{
    const asked *a = &all_asked[_i];
    int found = 0;

    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);

        found += is_the_one(&l, a);
    }
    ck_assert_msg(found == 1, "%d of %d->%d, width %d, kernel %d", found,
                  a->c_in, a->c_out, a->in[2], a->k[2]);
}
END_TEST

START_TEST(test_layers_batches_of_sixteen)
{
    int batches = 0, single = 0;

    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i), one;

        if (l.n != 16)
            continue;
        batches++;
        ck_assert_str_eq(l.class, "batch16");
        for (int k = 0; k < bench_layer_count(); k++) {
            one = bench_layer_get(k);
            single += one.n == 1 && one.c_in == l.c_in &&
                      one.c_out == l.c_out && one.groups == l.groups &&
                      memcmp(one.in, l.in, sizeof l.in) == 0 &&
                      memcmp(one.k, l.k, sizeof l.k) == 0 &&
                      memcmp(one.p, l.p, sizeof l.p) == 0;
        }
    }
    ck_assert_int_eq(batches, 5);
    ck_assert_int_eq(single, 5);
}
END_TEST

START_TEST(test_layers_names_are_words_and_differ)
{
    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);

        ck_assert_uint_gt(strlen(l.name), 0);
        ck_assert_uint_gt(strlen(l.class), 0);
        ck_assert_uint_lt(strlen(l.name), 25);
        ck_assert_ptr_null(strpbrk(l.name, " ,*?[]"));
        ck_assert_ptr_null(strpbrk(l.class, " ,*?[]"));
        for (int k = 0; k < i; k++) {
            bench_layer other = bench_layer_get(k);

            ck_assert_str_ne(l.name, other.name);
        }
    }
}
END_TEST

/* The library's own rules of size, which the benchmark does not use. */
static void size_by_library(const bench_layer *l, int out[3])
{
    const int *in = l->in, *k = l->k;
    ref_conv3d_params c = REF_CONV3D_DEFAULTS;
    ref_max_pool3d_params m = REF_MAX_POOL3D_DEFAULTS;

    c.sd = m.sd = l->s[0];
    c.sh = m.sh = l->s[1];
    c.sw = m.sw = l->s[2];
    c.pf = c.pk = m.pf = m.pk = l->p[0];
    c.pt = c.pb = m.pt = m.pb = l->p[1];
    c.pl = c.pr = m.pl = m.pr = l->p[2];
    c.dd = l->d[0];
    c.dh = l->d[1];
    c.dw = l->d[2];
    if (l->kind == BENCH_CONV)
        ck_assert_int_eq(ref_conv3d_output(in[0], in[1], in[2], k[0], k[1],
                                           k[2], &c, &out[0], &out[1], &out[2]),
                         REF_OK);
    else
        ck_assert_int_eq(ref_max_pool3d_output(in[0], in[1], in[2], k[0], k[1],
                                               k[2], &m, &out[0], &out[1],
                                               &out[2]),
                         REF_OK);
}

START_TEST(test_layers_sizes_are_the_librarys)
{
    bench_layer l = bench_layer_get(_i);
    bench_sizes z = bench_layer_sizes(&l);
    int out[3];

    size_by_library(&l, out);
    for (int a = 0; a < 3; a++)
        ck_assert_int_eq(z.out[a], out[a]);
    ck_assert_int_eq(l.c_in % l.groups, 0);
    ck_assert_int_eq(l.c_out % l.groups, 0);
    ck_assert_int_eq(z.y, (ptrdiff_t)l.n * l.c_out * out[0] * out[1] * out[2]);
    for (int a = 0; a < 3 - l.rank; a++) {
        ck_assert_int_eq(l.in[a], 1);
        ck_assert_int_eq(l.k[a], 1);
        ck_assert_int_eq(l.p[a], 0);
    }
}
END_TEST

/* Counted by hand: outputs times taps times two; floats times four. */
START_TEST(test_layers_work_is_the_direct_algorithms)
{
    static const struct {
        const char *name;
        double flop, bytes;
    } known[] = {
        {"lenet_conv1", 2.0 * 6 * 28 * 28 * 25, 4.0 * (1024 + 150 + 4704)},
        {"vgg_64_64@224", 2.0 * 64 * 224 * 224 * 576,
         4.0 * (2.0 * 64 * 224 * 224 + 64 * 576)},
        {"mob_dw_64@112s2", 2.0 * 64 * 56 * 56 * 9,
         4.0 * (64 * 112 * 112 + 64 * 9 + 64 * 56 * 56)},
        {"maxpool_3x3s2p1_64@112", 64.0 * 56 * 56 * 9,
         4.0 * (64 * 112 * 112 + 64 * 56 * 56)},
    };
    int found = 0;

    for (int i = 0; i < bench_layer_count(); i++)
        for (size_t k = 0; k < sizeof known / sizeof known[0]; k++) {
            bench_layer l = bench_layer_get(i);
            bench_sizes z = bench_layer_sizes(&l);

            if (strcmp(l.name, known[k].name) != 0)
                continue;
            found++;
            ck_assert_double_eq(z.flop, known[k].flop);
            ck_assert_double_eq(z.bytes, known[k].bytes);
        }
    ck_assert_int_eq(found, 4);
}
END_TEST

START_TEST(test_matches_patterns)
{
    ck_assert(bench_matches(NULL, "vgg"));
    ck_assert(bench_matches("", "vgg"));
    ck_assert(bench_matches("lenet*,vgg*", "vgg_64"));
    ck_assert(bench_matches("vgg_6?", "vgg_64"));
    ck_assert(!bench_matches("vgg", "vgg_64"));
    ck_assert(!bench_matches("lenet*,1x1", "vgg_64"));
}
END_TEST

/* --- statistics ---------------------------------------------------------- */

START_TEST(test_median_odd_even_one)
{
    double odd[] = {9, 1, 5}, even[] = {8, 2, 100, 4}, one[] = {7};

    ck_assert_double_eq(bench_median(odd, 3), 5);
    ck_assert_double_eq(bench_median(even, 4), 6);
    ck_assert_double_eq(bench_median(one, 1), 7);
}
END_TEST

START_TEST(test_mean_is_geometric)
{
    bench_mean mean = {0};

    ck_assert_double_eq(bench_mean_value(&mean), 0);
    bench_mean_add(&mean, 0.5);
    bench_mean_add(&mean, 2);
    ck_assert_double_eq_tol(bench_mean_value(&mean), 1, 1e-15);
    bench_mean_add(&mean, 27);
    ck_assert_double_eq_tol(bench_mean_value(&mean), 3, 1e-14);
}
END_TEST

START_TEST(test_random_fills_the_range)
{
    uint64_t state = 1;
    double sum = 0, least = 1, most = -1;

    for (int i = 0; i < 10000; i++) {
        double value = bench_random(&state);

        ck_assert(value >= -1 && value <= 1);
        sum += value;
        least = fmin(least, value);
        most = fmax(most, value);
    }
    ck_assert_double_lt(fabs(sum / 10000), 0.03);
    ck_assert_double_lt(least, -0.99);
    ck_assert_double_gt(most, 0.99);
}
END_TEST

/* --- what is right ------------------------------------------------------- */

static bench_layer strange_layer(void)
{
    bench_layer l = bench_layer_square("strange", 2, 6, 4, 7, 3);

    l.groups = 2;
    l.in[1] = 9;
    l.s[1] = 2;
    l.d[2] = 2;
    l.p[1] = 2;
    return l;
}

START_TEST(test_truth_is_the_bounds_exact)
{
    bench_layer l = strange_layer();
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    bench_problem problem;
    bench_truth truth;
    double *exact, *bound;

    p.sh = 2;
    p.pt = p.pb = 2;
    p.pl = p.pr = 1;
    p.dw = 2;
    p.groups = 2;
    p.pad_mode = (ref_pad_mode)_i;
    bench_problem_new(&l, 1, &problem);
    problem.pad_mode = p.pad_mode;
    exact = calloc((size_t)problem.sizes.y, sizeof *exact);
    bound = calloc((size_t)problem.sizes.y, sizeof *bound);
    ck_assert_int_eq(ref_conv2d_bound(problem.x, 2, 6, 9, 7, problem.w, 4, 3, 3,
                                      problem.bias, &p, exact, bound),
                     REF_OK);
    bench_truth_new(&problem, &truth);
    ck_assert_int_eq(truth.count, problem.sizes.y);
    for (ptrdiff_t i = 0; i < truth.count; i++) {
        ck_assert_double_eq_tol(truth.exact[i], exact[truth.at[i]], 1e-12);
        ck_assert_double_eq_tol(truth.bound[i], bound[truth.at[i]], 1e-12);
    }
    bench_truth_free(&truth);
    free(exact);
    free(bound);
    bench_problem_free(&problem);
}
END_TEST

/* 1 2 / 3 4 in a window of 2x2 with a border of zeros. */
START_TEST(test_truth_of_pools_by_hand)
{
    static const double largest[] = {1, 2, 2, 3, 4, 4, 3, 4, 4};
    static const double sums[] = {1, 3, 2, 4, 10, 6, 3, 7, 4};
    bench_layer l = bench_layer_square("pool", 1, 1, 1, 2, 2);
    bench_problem problem;
    double exact, bound;

    l.kind = _i ? BENCH_AVG : BENCH_MAX;
    bench_problem_new(&l, 1, &problem);
    ck_assert_int_eq(problem.sizes.y, 9);
    for (int i = 0; i < 4; i++)
        problem.x[i] = (float)(i + 1);
    for (int i = 0; i < 9; i++) {
        bench_truth_at(&problem, i, &exact, &bound);
        ck_assert_double_eq(exact, _i ? sums[i] / 4 : largest[i]);
        ck_assert_double_lt(bound, 1e-5);
    }
    bench_problem_free(&problem);
}
END_TEST

START_TEST(test_truth_refuses_one_wrong_output)
{
    bench_layer l = strange_layer();
    bench_problem problem;
    bench_truth truth;
    char why[256];

    bench_problem_new(&l, 1, &problem);
    bench_truth_new(&problem, &truth);
    for (ptrdiff_t i = 0; i < truth.count; i++)
        problem.y[truth.at[i]] = (float)truth.exact[i];
    ck_assert_int_eq(bench_truth_check(&truth, &problem, 1, why, sizeof why),
                     0);
    problem.y[7] += 0.001f;
    ck_assert_int_ne(bench_truth_check(&truth, &problem, 1, why, sizeof why),
                     0);
    ck_assert_ptr_nonnull(strstr(why, "the formula gives"));
    problem.y[7] = NAN;
    ck_assert_int_ne(bench_truth_check(&truth, &problem, 1, why, sizeof why),
                     0);
    bench_truth_free(&truth);
    bench_problem_free(&problem);
}
END_TEST

/* Too large to be computed whole: what was not sampled must be written, and
 * what was sampled has all the corners. */
START_TEST(test_truth_samples_large_layers)
{
    bench_layer l = bench_layer_square("large", 1, 32, 32, 40, 3);
    bench_problem problem;
    bench_truth truth;
    bool corner[2] = {false, false};
    char why[256];

    bench_problem_new(&l, 1, &problem);
    ck_assert_double_gt(problem.sizes.flop, BENCH_WHOLE_FLOP);
    bench_truth_new(&problem, &truth);
    ck_assert_int_gt(truth.count, BENCH_SAMPLES);
    ck_assert_int_lt(truth.count, problem.sizes.y);
    for (ptrdiff_t i = 0; i < problem.sizes.y; i++)
        problem.y[i] = 0;
    for (ptrdiff_t i = 0; i < truth.count; i++) {
        corner[0] = corner[0] || truth.at[i] == 0;
        corner[1] = corner[1] || truth.at[i] == problem.sizes.y - 1;
        problem.y[truth.at[i]] = (float)truth.exact[i];
    }
    ck_assert(corner[0] && corner[1]);
    ck_assert_int_eq(bench_truth_check(&truth, &problem, 1, why, sizeof why),
                     0);
    for (ptrdiff_t i = 0; i < problem.sizes.y; i++)
        if (problem.y[i] == 0) {
            problem.y[i] = NAN;
            break;
        }
    ck_assert_int_ne(bench_truth_check(&truth, &problem, 1, why, sizeof why),
                     0);
    ck_assert_ptr_nonnull(strstr(why, "never written"));
    bench_truth_free(&truth);
    bench_problem_free(&problem);
}
END_TEST

static void fill(void)
{
    suite_case("layers");
    suite_loop(test_layers_all_are_there,
               (int)(sizeof all_asked / sizeof all_asked[0]));
    suite_test(test_layers_batches_of_sixteen);
    suite_test(test_layers_names_are_words_and_differ);
    suite_loop(test_layers_sizes_are_the_librarys, bench_layer_count());
    suite_test(test_layers_work_is_the_direct_algorithms);
    suite_test(test_matches_patterns);
    suite_case("statistics");
    suite_test(test_median_odd_even_one);
    suite_test(test_mean_is_geometric);
    suite_test(test_random_fills_the_range);
    suite_case("truth");
    suite_loop(test_truth_is_the_bounds_exact, REF_PAD_CIRCULAR + 1);
    suite_loop(test_truth_of_pools_by_hand, 2);
    suite_test(test_truth_refuses_one_wrong_output);
    suite_test(test_truth_samples_large_layers);
}

int main(void)
{
    return suite_main("bench", fill);
}
