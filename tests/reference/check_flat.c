/* Tests of reference/check.c: arrays without axes. */
#include <stdint.h>
#include <string.h>

#include "reference/check.h"
#include "tests/support/suite.h"

static float memory[16];

START_TEST(test_flat_takes_what_is_apart)
{
    ck_assert_int_eq(ref_check_flat(memory, 8, memory + 8, 8, REF_OUT), REF_OK);
    ck_assert_int_eq(ref_check_flat(memory + 8, 8, memory, 8, REF_OUT), REF_OK);
    ck_assert_int_eq(ref_check_flat(memory, 3, memory + 3, 13, REF_OUT),
                     REF_OK);
    ck_assert_int_eq(ref_check_flat(memory, 8, memory + 7, 8, REF_OUT),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_check_flat(memory + 7, 8, memory, 8, REF_OUT),
                     REF_EOVERLAP);
}
END_TEST

START_TEST(test_flat_in_place)
{
    ck_assert_int_eq(ref_check_flat(memory, 8, memory, 8, REF_OUT),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_check_flat(memory, 8, memory, 8, REF_OUT_IN_PLACE),
                     REF_OK);
    ck_assert_int_eq(ref_check_flat(memory, 8, memory, 7, REF_OUT_IN_PLACE),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_check_flat(memory, 8, memory + 1, 8, REF_OUT_IN_PLACE),
                     REF_EOVERLAP);
}
END_TEST

START_TEST(test_flat_of_nothing)
{
    ck_assert_int_eq(ref_check_flat(NULL, 0, NULL, 0, REF_OUT), REF_OK);
    ck_assert_int_eq(ref_check_flat(NULL, 0, memory, 16, REF_OUT), REF_OK);
    ck_assert_int_eq(ref_check_flat(memory, 0, memory, 16, REF_OUT), REF_OK);
    ck_assert_int_eq(ref_check_flat(NULL, 1, memory, 1, REF_OUT), REF_ENULL);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'x' is NULL"));
    ck_assert_int_eq(ref_check_flat(memory, 1, NULL, 1, REF_OUT), REF_ENULL);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'y' is NULL"));
}
END_TEST

/* Would pass unseen: a number of bytes that wraps around to a small one. */
START_TEST(test_flat_beyond_memory)
{
    static const size_t most = (size_t)PTRDIFF_MAX / 4;
    static const size_t counts[] = {(size_t)PTRDIFF_MAX / 4 + 1,
                                    SIZE_MAX / 4 + 1, SIZE_MAX / 2 + 1,
                                    SIZE_MAX};

    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(ref_check_flat(NULL, counts[i], NULL, 1, REF_OUT),
                         REF_EOVERFLOW);
        ck_assert_ptr_nonnull(strstr(ref_status_message(), "'x'"));
        ck_assert_int_eq(ref_check_flat(NULL, 1, NULL, counts[i], REF_OUT),
                         REF_EOVERFLOW);
        ck_assert_ptr_nonnull(strstr(ref_status_message(), "'y'"));
        ck_assert_ptr_nonnull(strstr(ref_status_message(), "at most"));
    }
    ck_assert_int_eq(ref_check_flat(NULL, most, NULL, most, REF_OUT),
                     REF_ENULL);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_flat_takes_what_is_apart);
    suite_test(test_flat_in_place);
    suite_case("edges");
    suite_test(test_flat_of_nothing);
    suite_test(test_flat_beyond_memory);
}

int main(void)
{
    return suite_main("flat", fill);
}
