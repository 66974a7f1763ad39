/* Tests of reference/shape.c. */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "reference/shape.h"
#include "tests/support/suite.h"

enum { UNTOUCHED = -77 };

static int size_of(int n, int k, int s, int before, int after, int d)
{
    const ref_axis a = {REF_AXIS_W, n, k, s, before, after, d};
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_output_size(&a, &out), REF_OK);
    return out;
}

/* The sizes that the lectures print or that follow from their formulas. */
START_TEST(test_output_size_of_the_lectures)
{
    static const int with_equal_padding[][5] = {
        /* n, k, s, p, out: L. Fillatre */
        {5, 3, 1, 0, 3},
        {5, 3, 2, 1, 3},
        {32, 5, 1, 0, 28},
        {224, 11, 4, 2, 55},
        {227, 11, 4, 0, 55},
        {6, 3, 2, 0, 2},
        {7, 4, 3, 2, 3},
        /* M.-T. Pham and M. Le Lain */
        {7, 3, 2, 0, 3},
        {7, 3, 1, 1, 7},
        {32, 5, 1, 2, 32},
        {9, 5, 2, 2, 5},
        /* Y. Lu */
        {3, 3, 2, 1, 2},
    };

    for (size_t i = 0;
         i < sizeof with_equal_padding / sizeof with_equal_padding[0]; i++) {
        const int *e = with_equal_padding[i];

        ck_assert_int_eq(size_of(e[0], e[1], e[2], e[3], e[3], 1), e[4]);
    }
    /* padding that differs between the sides: 10 + (1+2), 7 + (0+1) */
    ck_assert_int_eq(size_of(10, 3, 2, 1, 2, 1), 6);
    ck_assert_int_eq(size_of(7, 2, 3, 0, 1, 1), 3);
}
END_TEST

/* Would pass unseen: d*k for the extent of the dilated kernel. */
START_TEST(test_output_size_counts_positions)
{
    for (int n = 1; n <= 9; n++)
        for (int k = 1; k <= 4; k++)
            for (int s = 1; s <= 4; s++)
                for (int d = 1; d <= 3; d++)
                    for (int pad = 0; pad < 9; pad++) {
                        int before = pad % 3, after = pad / 3, count = 0;

                        for (int at = -before; at + d * (k - 1) < n + after;
                             at += s)
                            count++;
                        if (count > 0)
                            ck_assert_int_eq(size_of(n, k, s, before, after, d),
                                             count);
                    }
}
END_TEST

START_TEST(test_output_size_at_the_largest_int)
{
    ck_assert_int_eq(size_of(INT_MAX, 1, 1, 0, 0, 1), INT_MAX);
    ck_assert_int_eq(size_of(INT_MAX, 1, INT_MAX, 0, 0, 1), 1);
    ck_assert_int_eq(size_of(INT_MAX, INT_MAX, 1, 0, 0, 1), 1);
    ck_assert_int_eq(size_of(1, 1, 1, INT_MAX - 1, 0, 1), INT_MAX);
    ck_assert_int_eq(size_of(INT_MAX, 2, 1, 0, 0, INT_MAX - 1), 1);
}
END_TEST

static void refuses(ref_axis a, ref_status expected, const char *word)
{
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_output_size(&a, &out), expected);
    ck_assert_int_eq(out, UNTOUCHED);
    ck_assert_msg(strstr(ref_status_message(), word) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), word);
}

START_TEST(test_output_size_names_what_is_wrong)
{
    refuses((ref_axis){REF_AXIS_H, 0, 1, 1, 0, 0, 1}, REF_ESIZE, "'h' is 0");
    refuses((ref_axis){REF_AXIS_H, 1, 0, 1, 0, 0, 1}, REF_ESIZE, "'kh' is 0");
    refuses((ref_axis){REF_AXIS_W, 1, 1, 0, 0, 0, 1}, REF_EPARAM, "'sw' is 0");
    refuses((ref_axis){REF_AXIS_W, 1, 1, 1, -1, 0, 1}, REF_EPARAM,
            "'pl' is -1");
    refuses((ref_axis){REF_AXIS_H, 1, 1, 1, 0, -2, 1}, REF_EPARAM,
            "'pb' is -2");
    refuses((ref_axis){REF_AXIS_W, 1, 1, 1, 0, 0, 0}, REF_EPARAM, "'dw' is 0");
    refuses((ref_axis){REF_AXIS_W, 2, 3, 1, 0, 0, 1}, REF_ESIZE, "'kw' is 3");
    refuses((ref_axis){REF_AXIS_W, 4, 3, 1, 0, 0, 2}, REF_ESIZE, "spans 5");
    refuses((ref_axis){(ref_axis_name)9, 4, 3, 1, 0, 0, 2}, REF_EPARAM,
            "'name'");
}
END_TEST

START_TEST(test_output_size_absurd)
{
    refuses((ref_axis){REF_AXIS_W, INT_MAX, 1, 1, 1, 0, 1}, REF_EOVERFLOW,
            "'pl'");
    refuses((ref_axis){REF_AXIS_W, INT_MAX, 1, 1, INT_MAX, INT_MAX, 1},
            REF_EOVERFLOW, "6442450941");
    refuses((ref_axis){REF_AXIS_W, 9, INT_MAX, 1, 0, 0, INT_MAX}, REF_ESIZE,
            "'kw'");
    refuses((ref_axis){REF_AXIS_W, INT_MIN, 1, 1, 0, 0, 1}, REF_ESIZE, "'w'");
    refuses((ref_axis){REF_AXIS_W, 1, 1, INT_MIN, 0, 0, 1}, REF_EPARAM, "'sw'");
}
END_TEST

START_TEST(test_output_size_null)
{
    const ref_axis a = {REF_AXIS_W, 1, 1, 1, 0, 0, 1};
    int out;

    ck_assert_int_eq(ref_output_size(NULL, &out), REF_ENULL);
    ck_assert_int_eq(ref_output_size(&a, NULL), REF_ENULL);
}
END_TEST

static int pool_size(ref_axis a, int ceil_mode)
{
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_pool_output_size(&a, ceil_mode, &out), REF_OK);
    return out;
}

/* Windows of a pool, counted. In ceil mode there is one more as long as the
 * one before leaves elements of the padded axis unseen, if it starts in the
 * image or the padding before it. */
static int count_windows(const ref_axis *a, int ceil_mode)
{
    int span = a->d * (a->k - 1) + 1, end = a->n + a->after, count = 0;

    for (int at = -a->before;; at += a->s) {
        int fits = at + span <= end;
        int seen = at - a->s + span; /* by the one before */
        int more = ceil_mode && seen < end && at < a->n;

        if (!fits && !more)
            return count;
        count++;
    }
}

/* Every small axis whose padding is at most half of the window. */
START_TEST(test_pool_output_size_counts_windows)
{
    int tried = 0;

    for (int n = 1; n <= 9; n++)
        for (int k = 1; k <= 4; k++)
            for (int s = 1; s <= 4; s++)
                for (int d = 1; d <= 3; d++)
                    for (int pad = 0; pad < 25; pad++) {
                        int half = (d * (k - 1) + 1) / 2;
                        ref_axis a = {REF_AXIS_W, n, k, s, pad % 5, pad / 5, d};

                        if (a.before > half || a.after > half)
                            continue;
                        for (int ceil_mode = 0; ceil_mode < 2; ceil_mode++)
                            if (count_windows(&a, ceil_mode) > 0) {
                                ck_assert_int_eq(pool_size(a, ceil_mode),
                                                 count_windows(&a, ceil_mode));
                                tried++;
                            }
                    }
    ck_assert_int_gt(tried, 4000);
}
END_TEST

/* What PyTorch gives. Would pass unseen: a last window in the padding. */
START_TEST(test_pool_output_size_of_ceil_mode)
{
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 5, 2, 2, 0, 0, 1}, 0), 2);
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 5, 2, 2, 0, 0, 1}, 1), 3);
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 4, 2, 2, 0, 0, 1}, 1), 2);
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 1, 2, 3, 1, 1, 1}, 1), 1);
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 2, 3, 3, 0, 0, 1}, 1), 1);
    ck_assert_int_eq(pool_size((ref_axis){REF_AXIS_W, 3, 2, 2, 1, 1, 1}, 1), 2);
    ck_assert_int_eq(
        pool_size((ref_axis){REF_AXIS_W, INT_MAX, 2, INT_MAX, 0, 0, 1}, 1), 1);
}
END_TEST

static void pool_refuses(ref_axis a, int ceil_mode, ref_status expected,
                         const char *word)
{
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_pool_output_size(&a, ceil_mode, &out), expected);
    ck_assert_int_eq(out, UNTOUCHED);
    ck_assert_msg(strstr(ref_status_message(), word) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), word);
}

START_TEST(test_pool_output_size_refuses)
{
    const ref_axis a = {REF_AXIS_W, 1, 1, 1, 0, 0, 1};
    int out;

    pool_refuses((ref_axis){REF_AXIS_D, 5, 3, 1, 2, 0, 1}, 0, REF_EPARAM,
                 "'pf' is 2; it must be at most half of the 3");
    pool_refuses((ref_axis){REF_AXIS_H, 5, 3, 1, 0, 2, 1}, 0, REF_EPARAM,
                 "'pb' is 2");
    pool_refuses((ref_axis){REF_AXIS_W, 5, 3, 1, 0, 3, 2}, 1, REF_EPARAM,
                 "'pr' is 3; it must be at most half of the 5");
    pool_refuses((ref_axis){REF_AXIS_W, 2, 3, 3, 0, 0, 1}, 0, REF_ESIZE,
                 "'kw' is 3");
    pool_refuses((ref_axis){REF_AXIS_W, 2, 3, 1, 0, 0, 1}, 1, REF_ESIZE,
                 "'kw' is 3");
    pool_refuses((ref_axis){REF_AXIS_H, 0, 1, 1, 0, 0, 1}, 1, REF_ESIZE,
                 "'h' is 0");
    pool_refuses((ref_axis){REF_AXIS_W, INT_MAX, 2, 1, 1, 0, 1}, 1,
                 REF_EOVERFLOW, "'pl'");
    pool_refuses((ref_axis){REF_AXIS_W, 9, INT_MAX, INT_MAX, 0, 0, INT_MAX}, 1,
                 REF_ESIZE, "'kw'");
    ck_assert_int_eq(ref_pool_output_size(NULL, 1, &out), REF_ENULL);
    ck_assert_int_eq(ref_pool_output_size(&a, 1, NULL), REF_ENULL);
}
END_TEST

/* Every size of an image whose convolution gives n, and no other, is a size of
 * the transposed convolution of n: one for each output padding below the
 * stride. */
START_TEST(test_transposed_size_inverts_output_size)
{
    int tried = 0;

    for (int image = 1; image <= 12; image++)
        for (int k = 1; k <= 4; k++)
            for (int s = 1; s <= 4; s++)
                for (int d = 1; d <= 3; d++)
                    for (int pad = 0; pad < 9; pad++) {
                        ref_axis a = {REF_AXIS_H, image,   k, s,
                                      pad % 3,    pad / 3, d};
                        int out, hits = 0, size;

                        if (ref_output_size(&a, &out) != REF_OK)
                            continue;
                        a.n = out;
                        for (int extra = 0; extra < s; extra++)
                            if (ref_transposed_size(&a, extra, &size) == REF_OK)
                                hits += size == image;
                        ck_assert_int_eq(hits, 1);
                        tried++;
                    }
    ck_assert_int_gt(tried, 3000);
}
END_TEST

static int transposed_size(ref_axis a, int extra)
{
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_transposed_size(&a, extra, &out), REF_OK);
    return out;
}

/* V. Dumoulin and F. Visin: the figures of transposed convolutions. */
START_TEST(test_transposed_size_of_the_figures)
{
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 2, 3, 1, 0, 0, 1}, 0), 4);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 6, 4, 1, 2, 2, 1}, 0), 5);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 5, 3, 1, 1, 1, 1}, 0), 5);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 7, 3, 1, 2, 2, 1}, 0), 5);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 2, 3, 2, 0, 0, 1}, 0), 5);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 3, 3, 2, 1, 1, 1}, 0), 5);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 3, 3, 2, 1, 1, 1}, 1), 6);
    /* an output padding that only the dilation allows */
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, 3, 3, 1, 0, 1, 3}, 2), 10);
    ck_assert_int_eq(
        transposed_size((ref_axis){REF_AXIS_W, INT_MAX, 1, 1, 0, 0, 1}, 0),
        INT_MAX);
}
END_TEST

static void transposed_refuses(ref_axis a, int extra, ref_status expected,
                               const char *word)
{
    int out = UNTOUCHED;

    ck_assert_int_eq(ref_transposed_size(&a, extra, &out), expected);
    ck_assert_int_eq(out, UNTOUCHED);
    ck_assert_msg(strstr(ref_status_message(), word) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), word);
}

START_TEST(test_transposed_size_refuses)
{
    const ref_axis a = {REF_AXIS_W, 1, 1, 1, 0, 0, 1};
    int out;

    transposed_refuses((ref_axis){REF_AXIS_D, 3, 3, 2, 0, 0, 1}, 2, REF_EPARAM,
                       "'ad' is 2; it must be less than 'sd' 2 or than 'dd' 1");
    transposed_refuses((ref_axis){REF_AXIS_H, 3, 3, 1, 0, 0, 2}, 2, REF_EPARAM,
                       "'ah' is 2");
    transposed_refuses((ref_axis){REF_AXIS_W, 3, 3, 2, 0, 0, 1}, -1, REF_EPARAM,
                       "'aw' is -1");
    transposed_refuses((ref_axis){REF_AXIS_W, 3, 1, 1, 1, 2, 1}, 0, REF_ESIZE,
                       "'pl' and 'pr' are 1 and 2");
    transposed_refuses((ref_axis){REF_AXIS_W, 3, 1, 1, INT_MAX, INT_MAX, 1}, 0,
                       REF_ESIZE, "less than the size 3");
    transposed_refuses((ref_axis){REF_AXIS_W, 0, 1, 1, 0, 0, 1}, 0, REF_ESIZE,
                       "'w' is 0");
    transposed_refuses((ref_axis){REF_AXIS_W, INT_MAX, 2, 1, 0, 0, 1}, 0,
                       REF_EOVERFLOW, "2147483648");
    /* also if the padding would cut it down again */
    transposed_refuses((ref_axis){REF_AXIS_W, INT_MAX, 2, 1, 9, 9, 1}, 0,
                       REF_EOVERFLOW, "'w'");
    transposed_refuses(
        (ref_axis){REF_AXIS_W, INT_MAX, INT_MAX, INT_MAX, 0, 0, INT_MAX},
        INT_MAX - 1, REF_EOVERFLOW, "'w'");
    ck_assert_int_eq(ref_transposed_size(NULL, 0, &out), REF_ENULL);
    ck_assert_int_eq(ref_transposed_size(&a, 0, NULL), REF_ENULL);
}
END_TEST

START_TEST(test_same_padding_keeps_the_size)
{
    for (int k = 1; k <= 7; k++)
        for (int d = 1; d <= 4; d++) {
            int before = UNTOUCHED, after = UNTOUCHED;

            ck_assert_int_eq(ref_same_padding(k, d, &before, &after), REF_OK);
            ck_assert_int_eq(size_of(10, k, 1, before, after, d), 10);
            /* even, or one more after: PyTorch */
            ck_assert_int_eq(after - before, k % 2 == 0 && d % 2 == 1 ? 1 : 0);
        }
}
END_TEST

START_TEST(test_same_padding_refuses)
{
    int before = UNTOUCHED, after = UNTOUCHED;

    ck_assert_int_eq(ref_same_padding(0, 1, &before, &after), REF_ESIZE);
    ck_assert_int_eq(ref_same_padding(INT_MIN, 1, &before, &after), REF_ESIZE);
    ck_assert_int_eq(ref_same_padding(1, 0, &before, &after), REF_EPARAM);
    ck_assert_int_eq(ref_same_padding(3, INT_MAX, &before, &after),
                     REF_EOVERFLOW);
    ck_assert_int_eq(ref_same_padding(3, 1, NULL, &after), REF_ENULL);
    ck_assert_int_eq(ref_same_padding(3, 1, &before, NULL), REF_ENULL);
    ck_assert_int_eq(before, UNTOUCHED);
    ck_assert_int_eq(after, UNTOUCHED);
    ck_assert_int_eq(ref_same_padding(2, INT_MAX, &before, &after), REF_OK);
    ck_assert_int_eq(before, INT_MAX / 2);
    ck_assert_int_eq(after, INT_MAX / 2 + 1);
}
END_TEST

START_TEST(test_size_product_at_its_limit)
{
    size_t product = 77;

    ck_assert_int_eq(ref_size_product(6, 7, &product), REF_OK);
    ck_assert_uint_eq(product, 42);
    ck_assert_int_eq(ref_size_product(SIZE_MAX, 0, &product), REF_OK);
    ck_assert_uint_eq(product, 0);
    ck_assert_int_eq(ref_size_product(SIZE_MAX, 1, &product), REF_OK);
    ck_assert_uint_eq(product, SIZE_MAX);
    ck_assert_int_eq(ref_size_product(SIZE_MAX / 2 + 1, 2, &product),
                     REF_EOVERFLOW);
    ck_assert_int_eq(ref_size_product(SIZE_MAX, SIZE_MAX, &product),
                     REF_EOVERFLOW);
    ck_assert_uint_eq(product, SIZE_MAX);
    ck_assert_int_eq(ref_size_product(1, 1, NULL), REF_ENULL);
}
END_TEST

static ref_status count_of(int a, int b, int c, size_t bytes, size_t *count)
{
    return ref_element_count("x", (const int[]){a, b, c}, 3, bytes, count);
}

START_TEST(test_element_count)
{
    size_t count = 77;

    ck_assert_int_eq(count_of(2, 3, 5, 4, &count), REF_OK);
    ck_assert_uint_eq(count, 30);
    ck_assert_int_eq(count_of(2, 0, 5, 4, &count), REF_OK);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(count_of(2, -1, 5, 4, &count), REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'x' is -1"));
    ck_assert_int_eq(count_of(INT_MAX, INT_MAX, 2, 1, &count), REF_OK);
    ck_assert_int_eq(count_of(INT_MAX, INT_MAX, 3, 1, &count), REF_EOVERFLOW);
    ck_assert_int_eq(count_of(INT_MAX, INT_MAX, 1, 8, &count), REF_EOVERFLOW);
    /* a 0 does not hide an absurd size beside it */
    ck_assert_int_eq(count_of(INT_MAX, INT_MAX, 0, 8, &count), REF_EOVERFLOW);
}
END_TEST

START_TEST(test_element_count_refuses)
{
    const int one = 1;
    size_t count = 77;

    ck_assert_int_eq(ref_element_count(NULL, &one, 1, 1, &count), REF_ENULL);
    ck_assert_int_eq(ref_element_count("x", NULL, 1, 1, &count), REF_ENULL);
    ck_assert_int_eq(ref_element_count("x", &one, 1, 1, NULL), REF_ENULL);
    ck_assert_int_eq(ref_element_count("x", &one, 0, 1, &count), REF_EPARAM);
    ck_assert_int_eq(ref_element_count("x", &one, 1, 0, &count), REF_EPARAM);
    ck_assert_uint_eq(count, 77);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_output_size_of_the_lectures);
    suite_test(test_output_size_counts_positions);
    suite_test(test_pool_output_size_counts_windows);
    suite_test(test_pool_output_size_of_ceil_mode);
    suite_test(test_transposed_size_inverts_output_size);
    suite_test(test_transposed_size_of_the_figures);
    suite_test(test_same_padding_keeps_the_size);
    suite_test(test_element_count);
    suite_case("edges");
    suite_test(test_output_size_at_the_largest_int);
    suite_test(test_output_size_absurd);
    suite_test(test_size_product_at_its_limit);
    suite_case("manners");
    suite_test(test_output_size_names_what_is_wrong);
    suite_test(test_output_size_null);
    suite_test(test_pool_output_size_refuses);
    suite_test(test_transposed_size_refuses);
    suite_test(test_same_padding_refuses);
    suite_test(test_element_count_refuses);
}

int main(void)
{
    return suite_main("shape", fill);
}
