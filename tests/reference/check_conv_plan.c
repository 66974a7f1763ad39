/* Tests of reference/conv_plan.c: plans, and the threads that share the work.
 * That the numbers are right is check_conv_direct.c's matter; here they are to
 * be the same, to the bit, whichever way they are asked for. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reference/conv_plan.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* Large enough for several blocks, several bands and two threads. */
enum { N = 2, C = 24, H = 61, W = 67, O = 19, K = 3, SECONDS = 60 };
enum { X = N * C * H * W, WEIGHTS = O * C * K * K, Y = N * O * H * W };

static float x[X], weight[WEIGHTS], bias[O], y[Y], again[Y];

static const ref_conv2d_params same = {.sh = 1,
                                       .sw = 1,
                                       .pt = 1,
                                       .pb = 1,
                                       .pl = 1,
                                       .pr = 1,
                                       .dh = 1,
                                       .dw = 1,
                                       .groups = 1,
                                       .threads = 1};

static void roll(void)
{
    dice d = {3};

    for (int i = 0; i < X; i++)
        x[i] = dice_float(&d);
    for (int i = 0; i < WEIGHTS; i++)
        weight[i] = dice_float(&d);
    for (int i = 0; i < O; i++)
        bias[i] = dice_float(&d);
}

static void once(const ref_conv2d_params *p, float *result)
{
    ck_assert_int_eq(
        ref_conv2d(x, N, C, H, W, weight, O, K, K, bias, p, result), REF_OK);
}

/* Weights and bias are the plan's own: the caller's may be gone. */
START_TEST(test_plan_gives_the_same_bits)
{
    ref_conv_plan *plan;

    if (!use_table(_i))
        return;
    roll();
    once(&same, y);
    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, weight, O, K, K, bias, &same, &plan),
        REF_OK);
    memset(weight, 0, sizeof weight);
    memset(bias, 0, sizeof bias);
    for (int run = 0; run < 2; run++) {
        memset(again, 0xff, sizeof again);
        ck_assert_int_eq(ref_conv_plan_run(plan, x, N, again), REF_OK);
        ck_assert_mem_eq(again, y, sizeof y);
    }
    ck_assert_int_eq(ref_conv_plan_run(plan, x, 1, again), REF_OK);
    ck_assert_mem_eq(again, y, sizeof y / N);
    ref_conv_plan_free(plan);
    ref_conv_plan_free(NULL);
}
END_TEST

START_TEST(test_threads_give_the_same_bits)
{
    ref_conv2d_params p = same;

    roll();
    once(&p, y);
    for (p.threads = 0; p.threads <= 5; p.threads++) {
        memset(again, 0xff, sizeof again);
        once(&p, again);
        ck_assert_mem_eq(again, y, sizeof y);
    }
}
END_TEST

/* GNU's OpenMP does not survive a fork; a library must. */
START_TEST(test_child_of_a_threaded_parent)
{
    ref_conv2d_params p = same;
    int status, wrong = 0;
    pid_t child;

    roll();
    p.threads = 2;
    once(&p, y);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        alarm(SECONDS);
        once(&p, again);
        for (int i = 0; i < Y; i++)
            wrong = wrong || y[i] != again[i];
        _exit(wrong);
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0,
                  "the child ended with status %d", status);
}
END_TEST

START_TEST(test_plan_refuses)
{
    ref_conv2d_params p = same;
    ref_conv_plan *plan = NULL;

    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, weight, O, K, K, bias, &same, NULL),
        REF_ENULL);
    p.threads = -1;
    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, weight, O, K, K, bias, &p, &plan),
        REF_EPARAM);
    ck_assert_str_eq(ref_status_message(),
                     "argument 'threads' is -1; it must be at least 0");
    p = same;
    p.algorithm = (ref_conv_algorithm)REF_CONV_ALGORITHM_COUNT;
    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, weight, O, K, K, bias, &p, &plan),
        REF_EPARAM);
    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, NULL, O, K, K, bias, &same, &plan),
        REF_ENULL);
    ck_assert_int_eq(
        ref_conv2d_plan_new(0, H, W, weight, O, K, K, bias, &same, &plan),
        REF_ESIZE);
    ck_assert_ptr_null(plan);
}
END_TEST

START_TEST(test_run_refuses)
{
    ref_conv_plan *plan;

    roll();
    ck_assert_int_eq(
        ref_conv2d_plan_new(C, H, W, weight, O, K, K, NULL, &same, &plan),
        REF_OK);
    y[0] = 77.0f;
    ck_assert_int_eq(ref_conv_plan_run(NULL, x, N, y), REF_ENULL);
    ck_assert_int_eq(ref_conv_plan_run(plan, NULL, N, y), REF_ENULL);
    ck_assert_int_eq(ref_conv_plan_run(plan, x, N, NULL), REF_ENULL);
    ck_assert_int_eq(ref_conv_plan_run(plan, x, -1, y), REF_ESIZE);
    ck_assert_int_eq(ref_conv_plan_run(plan, x, 1, x), REF_EOVERLAP);
    ck_assert_float_eq(y[0], 77.0f);
    ck_assert_int_eq(ref_conv_plan_run(plan, NULL, 0, NULL), REF_OK);
    ck_assert_str_eq(ref_conv_plan_algorithm(plan), "direct");
    ref_conv_plan_free(plan);
}
END_TEST

/* The work space does not grow with the image, nor with the dilation: no
 * im2col of a whole image, no room for what no tap sees. */
START_TEST(test_work_space_is_bounded)
{
    enum { HIGH = 4000, WIDE = 6000, LIMIT = 1 << 20 };
    static const struct {
        int stride, dilation, groups;
    } cases[] = {{1, 1, 1}, {1, 1000, 1}, {3, 700, 1},
                 {7, 1, 1}, {1, 1, C},    {2, 500, C}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ref_conv2d_params p = same;
        ref_conv_plan *plan;

        p.sh = p.sw = cases[i].stride;
        p.dh = p.dw = cases[i].dilation;
        p.groups = cases[i].groups;
        ck_assert_int_eq(ref_conv2d_plan_new(C, HIGH, WIDE, weight,
                                             p.groups == 1 ? O : C, K, K, NULL,
                                             &p, &plan),
                         REF_OK);
        ck_assert_uint_gt(ref_conv_plan_workspace_bytes(plan), 0);
        ck_assert_msg(ref_conv_plan_workspace_bytes(plan) < LIMIT,
                      "case %d takes %zu bytes", (int)i,
                      ref_conv_plan_workspace_bytes(plan));
        ref_conv_plan_free(plan);
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_plan_gives_the_same_bits, TABLES);
    suite_test(test_threads_give_the_same_bits);
    suite_test(test_child_of_a_threaded_parent);
    suite_test(test_work_space_is_bounded);
    suite_case("refusals");
    suite_test(test_plan_refuses);
    suite_test(test_run_refuses);
}

int main(void)
{
    return suite_main("conv_plan", fill);
}
