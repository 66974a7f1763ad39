/* Tests of reference/max_unpool.c. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "reference/max_pool.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* By hand: four numbers back in a plane of 4 x 4. */
START_TEST(test_max_unpool2d_by_hand)
{
    const float x[] = {6, 8, 3, 4};
    const int64_t indices[] = {5, 7, 8, 15};
    const float expected[] = {0, 0, 0, 0, 0, 6, 0, 8, 3, 0, 0, 0, 0, 0, 0, 4};
    float y[16];

    memset(y, 0xff, sizeof y);
    ck_assert_int_eq(ref_max_unpool2d(x, indices, 1, 1, 2, 2, 4, 4, y), REF_OK);
    for (int at = 0; at < 16; at++)
        ck_assert_float_eq(y[at], expected[at]);
}
END_TEST

/* Of two that meet, the later stays; planes know nothing of each other. */
START_TEST(test_max_unpool2d_last_one_wins)
{
    const float x[] = {1, 2, 3, 4, NAN, -INFINITY};
    const int64_t indices[] = {0, 0, 1, 2, 0, 2};
    float y[9];

    ck_assert_int_eq(ref_max_unpool2d(x, indices, 3, 1, 1, 2, 1, 3, y), REF_OK);
    ck_assert_float_eq(y[0], 2);
    ck_assert_float_eq(y[1], 0);
    ck_assert_float_eq(y[4], 3);
    ck_assert_float_eq(y[5], 4);
    ck_assert_float_nan(y[6]);
    ck_assert_float_eq(y[7], 0);
    ck_assert_float_eq(y[8], -INFINITY);
}
END_TEST

enum { N = 2, C = 3, MOST = N * C * 12 * 12 };

/* A pool of distinct numbers with whatever windows, its output unpooled. */
typedef struct pooled {
    int h, w, kh, kw, oh, ow;
    ref_max_pool2d_params p;
    float x[MOST], y[MOST], back[MOST];
    int64_t indices[MOST];
} pooled;

static void pool_and_unpool(dice *d, int side_by_side, pooled *t)
{
    t->h = dice_int(d, 4, 12);
    t->w = dice_int(d, 4, 12);
    t->kh = dice_int(d, 1, 3);
    t->kw = dice_int(d, 1, 4);
    t->p = REF_MAX_POOL2D_DEFAULTS;
    if (!side_by_side) {
        t->p.sh = dice_int(d, 1, 4);
        t->p.sw = dice_int(d, 1, 4);
        t->p.pt = t->p.pl = dice_int(d, 0, t->kh < t->kw ? t->kh / 2 : 0);
    }
    t->p.ceil_mode = dice_int(d, 0, 1);
    for (int at = 0; at < N * C * t->h * t->w; at++)
        t->x[at] = dice_float(d);
    ck_assert_int_eq(
        ref_max_pool2d_output(t->h, t->w, t->kh, t->kw, &t->p, &t->oh, &t->ow),
        REF_OK);
    ck_assert_int_eq(ref_max_pool2d(t->x, N, C, t->h, t->w, t->kh, t->kw, &t->p,
                                    t->y, t->indices),
                     REF_OK);
    ck_assert_int_eq(ref_max_unpool2d(t->y, t->indices, N, C, t->oh, t->ow,
                                      t->h, t->w, t->back),
                     REF_OK);
}

/* Each maximum returns to where it stood, and there is nothing else. */
START_TEST(test_max_unpool2d_puts_back)
{
    static pooled t;
    dice d = {1};

    for (int round = 0; round < 300; round++) {
        pool_and_unpool(&d, 0, &t);
        for (int at = 0; at < N * C * t.h * t.w; at++) {
            int plane = at / (t.h * t.w), named = 0;

            for (int k = 0; k < t.oh * t.ow; k++)
                if (t.indices[plane * t.oh * t.ow + k] == at % (t.h * t.w))
                    named = 1;
            ck_assert_float_eq(t.back[at], named ? t.x[at] : 0.0f);
        }
    }
}
END_TEST

/* The transpose of picking: <unpool(y), g> = sum of y * g[indices], for any g,
 * where windows do not overlap. Integers, so equal is equal. */
START_TEST(test_max_unpool2d_is_the_transpose_of_picking)
{
    static pooled t;
    static float g[MOST], whole[MOST], spread[MOST];
    dice d = {2};

    for (int round = 0; round < 300; round++) {
        double left = 0.0, right = 0.0;

        pool_and_unpool(&d, 1, &t);
        for (int at = 0; at < N * C * t.h * t.w; at++)
            g[at] = (float)dice_int(&d, -9, 9);
        for (int at = 0; at < N * C * t.oh * t.ow; at++)
            whole[at] = (float)dice_int(&d, -9, 9);
        ck_assert_int_eq(ref_max_unpool2d(whole, t.indices, N, C, t.oh, t.ow,
                                          t.h, t.w, spread),
                         REF_OK);
        for (int at = 0; at < N * C * t.h * t.w; at++)
            left += (double)spread[at] * (double)g[at];
        for (int at = 0; at < N * C * t.oh * t.ow; at++) {
            int plane = at / (t.oh * t.ow);

            right += (double)whole[at] *
                     (double)g[plane * t.h * t.w + (int)t.indices[at]];
        }
        ck_assert_double_eq(left, right);
    }
}
END_TEST

/* Nothing outside is read or written. */
START_TEST(test_max_unpool2d_between_guard_pages)
{
    const float x[] = {1, 2, 3, 4, 5, 6};
    const int64_t indices[] = {0, 9, 3, 9, 0, 5};

    for (int side = 0; side < 2; side++) {
        float *in = guarded_copy(x, sizeof x, (guard_side)side);
        int64_t *at = guarded_copy(indices, sizeof indices, (guard_side)side);
        float *y = guarded_new(20 * sizeof *y, (guard_side)side);
        float sum = 0.0f;

        ck_assert_int_eq(ref_max_unpool2d(in, at, 1, 2, 1, 3, 2, 5, y), REF_OK);
        for (int k = 0; k < 20; k++)
            sum += y[k];
        ck_assert_float_eq(sum, 21);
        ck_assert_float_eq(y[9], 2);
        ck_assert_float_eq(y[19], 4);
        guarded_free(in, sizeof x);
        guarded_free(at, sizeof indices);
        guarded_free(y, 20 * sizeof *y);
    }
}
END_TEST

/* The size that the pool makes h x w of, and no smaller one is. */
START_TEST(test_max_unpool2d_output_is_what_the_pool_came_from)
{
    dice d = {4};

    for (int round = 0; round < 500; round++) {
        int h = dice_int(&d, 1, 6), w = dice_int(&d, 1, 6), oh, ow, rows,
            columns;
        int kh = dice_int(&d, 1, 4), kw = dice_int(&d, 1, 4);
        const ref_max_pool2d_params p = {dice_int(&d, 0, 3),
                                         dice_int(&d, 0, 3),
                                         dice_int(&d, 0, kh / 2),
                                         0,
                                         0,
                                         dice_int(&d, 0, kw / 2),
                                         dice_int(&d, 1, 3),
                                         dice_int(&d, 1, 3),
                                         0};

        if (ref_max_unpool2d_output(h, w, kh, kw, &p, &oh, &ow) != REF_OK)
            ck_abort_msg("%s", ref_status_message());
        ck_assert_int_eq(
            ref_max_pool2d_output(oh, ow, kh, kw, &p, &rows, &columns), REF_OK);
        ck_assert_int_eq(rows, h);
        ck_assert_int_eq(columns, w);
        if (h == 1 || w == 1 || oh == 1 || ow == 1)
            continue;
        ck_assert_int_eq(
            ref_max_pool2d_output(oh - 1, ow - 1, kh, kw, &p, &rows, &columns),
            REF_OK);
        ck_assert_int_lt(rows, h);
        ck_assert_int_lt(columns, w);
    }
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

/* Every place of an index outside, with what is just outside, and with what is
 * far; y stays as it was, although earlier indices are right. */
START_TEST(test_max_unpool2d_refuses_an_index_outside)
{
    static const int64_t wrong[] = {-1, 12, INT64_MIN, INT64_MAX, 1LL << 32};
    const float x[24] = {0};
    int64_t indices[24] = {0};
    float y[2 * 3 * 12];

    memset(y, 0x55, sizeof y);
    for (int at = 0; at < 24; at++)
        for (int k = 0; k < 5; k++) {
            char words[100];

            indices[at] = wrong[k];
            snprintf(words, sizeof words,
                     "'indices' at [%d,%d,%d,%d] is %lld; it must be from 0 to "
                     "11",
                     at / 12, at / 4 % 3, at / 2 % 2, at % 2,
                     (long long)wrong[k]);
            refuses(ref_max_unpool2d(x, indices, 2, 3, 2, 2, 3, 4, y),
                    REF_EPARAM, words);
            indices[at] = 11;
        }
    for (size_t i = 0; i < sizeof y; i++)
        ck_assert_int_eq(((unsigned char *)y)[i], 0x55);
    ck_assert_int_eq(ref_max_unpool2d(x, indices, 2, 3, 2, 2, 3, 4, y), REF_OK);
}
END_TEST

START_TEST(test_max_unpool2d_refuses)
{
    float x[4] = {0}, y[16] = {7};
    int64_t at[4] = {0};
    int oh = 5, ow = 6;

    refuses(ref_max_unpool2d(NULL, at, 1, 1, 2, 2, 4, 4, y), REF_ENULL, "'x'");
    refuses(ref_max_unpool2d(x, NULL, 1, 1, 2, 2, 4, 4, y), REF_ENULL,
            "'indices'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 2, 2, 4, 4, NULL), REF_ENULL, "'y'");
    refuses(ref_max_unpool2d(x, at, -1, 1, 2, 2, 4, 4, y), REF_ESIZE, "'n'");
    refuses(ref_max_unpool2d(x, at, 1, 0, 2, 2, 4, 4, y), REF_ESIZE, "'c'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 0, 2, 4, 4, y), REF_ESIZE, "'h'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 2, 0, 4, 4, y), REF_ESIZE, "'w'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 2, 2, 0, 4, y), REF_ESIZE, "'oh'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 2, 2, 4, INT_MIN, y), REF_ESIZE,
            "'ow'");
    refuses(ref_max_unpool2d(x, at, INT_MAX, INT_MAX, INT_MAX, 2, 4, 4, y),
            REF_EOVERFLOW, "'x'");
    refuses(ref_max_unpool2d(x, at, 4, 1, 1, 1, INT_MAX, INT_MAX, y),
            REF_EOVERFLOW, "'y'");
    refuses(ref_max_unpool2d(y + 15, at, 1, 1, 1, 1, 4, 4, y), REF_EOVERLAP,
            "'y' overlaps argument 'x'");
    refuses(ref_max_unpool2d(x, at, 1, 1, 1, 1, 1, 1, (void *)at), REF_EOVERLAP,
            "'y' overlaps argument 'indices'");
    ck_assert_float_eq(y[0], 7);
    ck_assert_int_eq(ref_max_unpool2d(NULL, NULL, 0, 1, 2, 2, 4, 4, NULL),
                     REF_OK);
    refuses(ref_max_unpool2d_output(0, 2, 2, 2, NULL, &oh, &ow), REF_ESIZE,
            "'h'");
    refuses(ref_max_unpool2d_output(2, 2, 2, 2, NULL, NULL, &ow), REF_ENULL,
            "'oh'");
    refuses(ref_max_unpool2d_output(2, INT_MAX, 2, 2, NULL, &oh, &ow),
            REF_EOVERFLOW, "'w'");
    ck_assert_int_eq(oh, 5);
    ck_assert_int_eq(ow, 6);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_max_unpool2d_by_hand);
    suite_test(test_max_unpool2d_last_one_wins);
    suite_test(test_max_unpool2d_output_is_what_the_pool_came_from);
    suite_case("edges");
    suite_test(test_max_unpool2d_between_guard_pages);
    suite_case("properties");
    suite_test(test_max_unpool2d_puts_back);
    suite_test(test_max_unpool2d_is_the_transpose_of_picking);
    suite_case("manners");
    suite_test(test_max_unpool2d_refuses_an_index_outside);
    suite_test(test_max_unpool2d_refuses);
}

int main(void)
{
    return suite_main("max_unpool", fill);
}
