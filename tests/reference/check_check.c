/* Tests of reference/check.c. */
#include <limits.h>
#include <string.h>

#include "reference/check.h"
#include "reference/span.h"
#include "tests/support/suite.h"

START_TEST(test_check_least)
{
    ck_assert_int_eq(ref_check_least("n", 1, 1, REF_ESIZE), REF_OK);
    ck_assert_int_eq(ref_check_least("n", INT_MAX, 0, REF_ESIZE), REF_OK);
    ck_assert_int_eq(ref_check_least("n", 0, 1, REF_EPARAM), REF_EPARAM);
    ck_assert_str_eq(ref_status_message(),
                     "argument 'n' is 0; it must be at least 1");
}
END_TEST

START_TEST(test_check_pointer)
{
    int here = 0;

    ck_assert_int_eq(ref_check_pointer("x", &here), REF_OK);
    ck_assert_int_eq(ref_check_pointer("x", NULL), REF_ENULL);
    ck_assert_str_eq(ref_status_message(),
                     "argument 'x' is NULL; it must point to memory");
}
END_TEST

START_TEST(test_check_array)
{
    const int some[4] = {1, 2, 3, 4}, none[4] = {1, 0, 3, 4};
    const int huge[4] = {INT_MAX, INT_MAX, 4, 4}, bad[4] = {1, -2, 3, 4};
    float x[24];
    ref_span span = {NULL, NULL, 77};

    ck_assert_int_eq(ref_check_array("x", NULL, some, 4, &span), REF_ENULL);
    ck_assert_int_eq(ref_check_array("x", x, huge, 4, &span), REF_EOVERFLOW);
    ck_assert_int_eq(ref_check_array("x", x, bad, 4, &span), REF_ESIZE);
    ck_assert_uint_eq(span.bytes, 77);
    ck_assert_int_eq(ref_check_array("x", x, some, 4, &span), REF_OK);
    ck_assert_uint_eq(span.bytes, 96);
    ck_assert_ptr_eq(span.data, x);
    ck_assert_int_eq(ref_check_array("x", NULL, none, 4, &span), REF_OK);
    ck_assert_uint_eq(span.bytes, 0);
}
END_TEST

/* Every placement of 3 bytes against 5 in a row of 16. */
START_TEST(test_check_apart)
{
    char memory[16] = {0};

    for (int a = 0; a <= 13; a++)
        for (int b = 0; b <= 11; b++) {
            int apart = a + 3 <= b || b + 5 <= a;
            ref_span out = {"y", memory + a, 3}, in = {"x", memory + b, 5};

            ck_assert_int_eq(ref_check_apart(out, in),
                             apart ? REF_OK : REF_EOVERLAP);
            in.bytes = 0;
            ck_assert_int_eq(ref_check_apart(out, in), REF_OK);
            ck_assert_int_eq(ref_check_apart(in, out), REF_OK);
        }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_check_least);
    suite_test(test_check_pointer);
    suite_test(test_check_array);
    suite_test(test_check_apart);
}

int main(void)
{
    return suite_main("check", fill);
}
