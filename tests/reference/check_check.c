/* Tests of reference/check.c. */
#include <limits.h>

#include "reference/check.h"
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

/* Each size by its name, and the first that is wrong. */
START_TEST(test_check_images)
{
    static const struct {
        int n, c, h, w;
        const char *message;
    } wrong[] = {
        {-1, 0, 0, 0, "argument 'n' is -1; it must be at least 0"},
        {0, 0, 0, 0, "argument 'c' is 0; it must be at least 1"},
        {0, 1, -7, 0, "argument 'h' is -7; it must be at least 1"},
        {0, 1, 1, 0, "argument 'w' is 0; it must be at least 1"},
    };

    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(
            ref_check_images(wrong[i].n, wrong[i].c, wrong[i].h, wrong[i].w),
            REF_ESIZE);
        ck_assert_str_eq(ref_status_message(), wrong[i].message);
        ck_assert_int_eq(ref_check_batch(wrong[i].n, wrong[i].c),
                         i < 2 ? REF_ESIZE : REF_OK);
    }
    ck_assert_int_eq(ref_check_images(0, 1, 1, 1), REF_OK);
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

static void fill(void)
{
    suite_case("core");
    suite_test(test_check_least);
    suite_test(test_check_images);
    suite_test(test_check_pointer);
}

int main(void)
{
    return suite_main("check", fill);
}
