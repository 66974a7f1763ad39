/* Tests of reference/match.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/match.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* The definition with its two means, as the header writes it. */
static double score_by_definition(const float *x, int w, const float *p, int ph,
                                  int pw, int i, int j)
{
    double mx = 0, mp = 0, xp = 0, xx = 0, pp = 0;

    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            mx += (double)x[(i + u) * w + j + v] / (ph * pw);
            mp += (double)p[u * pw + v] / (ph * pw);
        }
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            double a = (double)x[(i + u) * w + j + v] - mx;
            double b = (double)p[u * pw + v] - mp;

            xp += a * b;
            xx += a * a;
            pp += b * b;
        }
    return xp / sqrt(xx * pp);
}

/* 1 2 3 against 1 3 2: means 2, (-1,0,1).(-1,1,0) = 1, over sqrt(2*2). */
START_TEST(test_ncc_by_hand)
{
    const float x[] = {1, 2, 3, 3, 3, 3, 2, 1}, p[] = {1, 3, 2};
    float score[6];

    ck_assert_int_eq(ref_match_ncc(x, 1, 8, p, 1, 3, score), REF_OK);
    ck_assert_float_eq(score[0], 0.5f);
    /* 2 3 3: (-2,1,1)/3 . (-1,1,0) = 1, over sqrt(2/3 * 2) */
    ck_assert_float_eq_tol(score[1], 0.8660254f, 1e-7f);
    ck_assert_float_eq(score[2], 0.0f);
    ck_assert_float_eq(score[3], 0.0f);
    /* 3 2 1 against 1 3 2: (1,0,-1).(-1,1,0) = -1 */
    ck_assert_float_eq(score[5], -0.5f);
}
END_TEST

START_TEST(test_ncc_is_its_definition)
{
    dice d = {9};

    for (int round = 0; round < 200; round++) {
        int h = dice_int(&d, 2, 7), w = dice_int(&d, 2, 9);
        int ph = dice_int(&d, 1, h), pw = dice_int(&d, ph == 1 ? 2 : 1, w);
        size_t x_bytes = (size_t)(h * w) * 4, p_bytes = (size_t)(ph * pw) * 4;
        size_t s_bytes = (size_t)((h - ph + 1) * (w - pw + 1)) * 4;
        float values[63], *x, *p, *score;
        guard_side side = (guard_side)(round % 2);

        for (int i = 0; i < 63; i++)
            values[i] = 1000.0f + dice_float(&d);
        x = guarded_copy(values, x_bytes, side);
        for (int i = 0; i < 63; i++)
            values[i] = dice_float(&d);
        p = guarded_copy(values, p_bytes, side);
        score = guarded_new(s_bytes, side);
        ck_assert_int_eq(ref_match_ncc(x, h, w, p, ph, pw, score), REF_OK);
        for (int i = 0; i <= h - ph; i++)
            for (int j = 0; j <= w - pw; j++)
                ck_assert_double_eq_tol(
                    (double)score[i * (w - pw + 1) + j],
                    score_by_definition(x, w, p, ph, pw, i, j), 2e-7);
        guarded_free(x, x_bytes);
        guarded_free(p, p_bytes);
        guarded_free(score, s_bytes);
    }
}
END_TEST

/* A pattern hidden in noise, in other brightness and contrast. */
START_TEST(test_find_pattern_in_noise)
{
    dice d = {10};

    for (int round = 0; round < 100; round++) {
        enum { H = 13, W = 17, PH = 3, PW = 4 };
        float x[H * W], p[PH * PW];
        int row = dice_int(&d, 0, H - PH), col = dice_int(&d, 0, W - PW);
        int found_row = -1, found_col = -1;

        for (int i = 0; i < H * W; i++)
            x[i] = (float)dice_int(&d, 0, 255);
        for (int i = 0; i < PH * PW; i++)
            p[i] = (float)dice_int(&d, 0, 60);
        p[0] = 0;
        p[1] = 60;
        for (int u = 0; u < PH; u++)
            for (int v = 0; v < PW; v++)
                x[(row + u) * W + col + v] = 3 * p[u * PW + v] + 40;
        ck_assert_int_eq(
            ref_find_pattern(x, H, W, p, PH, PW, &found_row, &found_col),
            REF_OK);
        ck_assert_int_eq(found_row, row);
        ck_assert_int_eq(found_col, col);
    }
}
END_TEST

/* Two copies, the second brighter and of more contrast: both score exactly 1,
 * so the first one is found. A sum that rounds would prefer either. */
START_TEST(test_find_pattern_ties_go_to_the_first)
{
    dice d = {11};

    for (int round = 0; round < 200; round++) {
        enum { H = 3, W = 20 };
        float x[H * W], p[9], score[18];
        int row, col;

        for (int i = 0; i < H * W; i++)
            x[i] = 0;
        for (int i = 0; i < 9; i++)
            p[i] = (float)dice_int(&d, 0, 36);
        p[0] = 0;
        p[8] = 36;
        for (int i = 0; i < 9; i++) {
            x[i / 3 * W + 4 + i % 3] = 7 * p[i] + 3;
            x[i / 3 * W + 12 + i % 3] = p[i];
        }
        ck_assert_int_eq(ref_match_ncc(x, H, W, p, 3, 3, score), REF_OK);
        ck_assert_float_eq(score[4], 1.0f);
        ck_assert_float_eq(score[12], 1.0f);
        ck_assert_int_eq(ref_find_pattern(x, H, W, p, 3, 3, &row, &col),
                         REF_OK);
        ck_assert_int_eq(row, 0);
        ck_assert_int_eq(col, 4);
    }
}
END_TEST

/* Equal windows of any floats have equal bits. */
START_TEST(test_ncc_equal_windows_equal_bits)
{
    enum { W = 40, PW = 7 };
    float x[W] = {0}, p[PW], score[W - PW + 1];
    dice d = {12};

    for (int i = 0; i < W; i++)
        x[i] = i < W / 2 ? dice_float(&d) : x[i - W / 2];
    for (int i = 0; i < PW; i++)
        p[i] = dice_float(&d);
    ck_assert_int_eq(ref_match_ncc(x, 1, W, p, 1, PW, score), REF_OK);
    for (int j = 0; j + W / 2 <= W - PW; j++)
        ck_assert_mem_eq(&score[j], &score[j + W / 2], sizeof score[0]);
}
END_TEST

/* Without variance the score is 0, of whatever value the elements are. */
START_TEST(test_ncc_of_constants)
{
    static const float values[] = {0.0f, 0.1f, 1e30f, -3.3f, 16777217.0f};

    for (int n = 0; n < 5; n++) {
        float x[30], p[] = {1, 2, 5}, flat[3], score[28];
        int row = -1, col = -1;

        for (int i = 0; i < 30; i++)
            x[i] = values[n];
        for (int i = 0; i < 3; i++)
            flat[i] = values[n];
        ck_assert_int_eq(ref_match_ncc(x, 1, 30, p, 1, 3, score), REF_OK);
        for (int j = 0; j < 28; j++)
            ck_assert_float_eq(score[j], 0.0f);
        ck_assert_int_eq(ref_match_ncc(p, 1, 3, flat, 1, 3, score), REF_OK);
        ck_assert_float_eq(score[0], 0.0f);
        ck_assert_int_eq(ref_find_pattern(x, 5, 6, p, 1, 3, &row, &col),
                         REF_OK);
        ck_assert_int_eq(row, 0);
        ck_assert_int_eq(col, 0);
    }
}
END_TEST

/* A window that scores 0 beats those that score less. */
START_TEST(test_find_pattern_prefers_flat_to_opposite)
{
    const float x[] = {3, 2, 1, 1, 1}, p[] = {1, 2, 3};
    int row, col;

    ck_assert_int_eq(ref_find_pattern(x, 1, 5, p, 1, 3, &row, &col), REF_OK);
    ck_assert_int_eq(col, 2);
}
END_TEST

START_TEST(test_match_nan_and_infinity)
{
    const float x[] = {1, NAN, 1, 2, INFINITY, 1, 3, 2}, p[] = {1, 2};
    const float bad[] = {NAN, NAN};
    float score[7];
    int row, col;

    ck_assert_int_eq(ref_match_ncc(x, 1, 8, p, 1, 2, score), REF_OK);
    ck_assert(isnan(score[0]) && isnan(score[1]));
    ck_assert(isnan(score[3]) && isnan(score[4]));
    ck_assert_float_eq(score[2], 1.0f);
    ck_assert_int_eq(ref_find_pattern(x, 1, 8, p, 1, 2, &row, &col), REF_OK);
    ck_assert_int_eq(col, 2);
    ck_assert_int_eq(ref_find_pattern(bad, 1, 2, p, 1, 1, &row, &col), REF_OK);
    ck_assert_int_eq(col, 0);
}
END_TEST

START_TEST(test_match_refuses)
{
    float x[12] = {0}, p[4] = {0}, score[6] = {77};
    int row = 7, col = 8;

    ck_assert_int_eq(ref_match_ncc(NULL, 3, 4, p, 2, 2, score), REF_ENULL);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, NULL, 2, 2, score), REF_ENULL);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 2, 2, NULL), REF_ENULL);
    ck_assert_int_eq(ref_match_ncc(x, 0, 4, p, 2, 2, score), REF_ESIZE);
    ck_assert_int_eq(ref_match_ncc(x, 3, -4, p, 2, 2, score), REF_ESIZE);
    ck_assert_int_eq(ref_match_ncc(x, INT_MAX, 4, p, INT_MIN, 2, score),
                     REF_ESIZE);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 2, 0, score), REF_ESIZE);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 4, 1, score), REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'ph' is 4"));
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 1, 5, score), REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'pw' is 5"));
    ck_assert_int_eq(ref_match_ncc(x, INT_MAX, INT_MAX, p, 2, 2, score),
                     REF_EOVERFLOW);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 2, 2, x + 11), REF_EOVERLAP);
    ck_assert_int_eq(ref_match_ncc(x, 3, 4, p, 2, 2, p + 3), REF_EOVERLAP);
    ck_assert_float_eq(score[0], 77);
    ck_assert_int_eq(ref_find_pattern(x, 3, 4, p, 4, 2, &row, &col), REF_ESIZE);
    ck_assert_int_eq(ref_find_pattern(x, 3, 4, NULL, 2, 2, &row, &col),
                     REF_ENULL);
    ck_assert_int_eq(ref_find_pattern(x, 3, 4, p, 2, 2, NULL, &col), REF_ENULL);
    ck_assert_int_eq(ref_find_pattern(x, 3, 4, p, 2, 2, &row, NULL), REF_ENULL);
    ck_assert_int_eq(row, 7);
    ck_assert_int_eq(col, 8);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_ncc_by_hand);
    suite_test(test_ncc_is_its_definition);
    suite_test(test_find_pattern_in_noise);
    suite_case("edges");
    suite_test(test_find_pattern_ties_go_to_the_first);
    suite_test(test_ncc_of_constants);
    suite_test(test_find_pattern_prefers_flat_to_opposite);
    suite_test(test_match_nan_and_infinity);
    suite_case("properties");
    suite_test(test_ncc_equal_windows_equal_bits);
    suite_case("manners");
    suite_test(test_match_refuses);
}

int main(void)
{
    return suite_main("match", fill);
}
