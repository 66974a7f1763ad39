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
    suite_test(test_element_count);
    suite_case("edges");
    suite_test(test_output_size_at_the_largest_int);
    suite_test(test_output_size_absurd);
    suite_test(test_size_product_at_its_limit);
    suite_case("manners");
    suite_test(test_output_size_names_what_is_wrong);
    suite_test(test_output_size_null);
    suite_test(test_element_count_refuses);
}

int main(void)
{
    return suite_main("shape", fill);
}
