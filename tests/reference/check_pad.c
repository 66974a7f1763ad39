/* Tests of reference/pad.c. */
#include <limits.h>
#include <string.h>

#include "reference/pad.h"
#include "tests/support/suite.h"

/* What numpy.pad gives for the axis a b c d, three or nine out on each side;
 * '0' for the constant. Written down, not computed. */
static void looks_like(ref_pad_mode mode, const char *axis, int out,
                       const char *expected)
{
    int n = (int)strlen(axis);

    ck_assert_int_eq((int)strlen(expected), n + 2 * out);
    for (int i = -out; i < n + out; i++) {
        int at = ref_pad_index(mode, i, n);
        char seen = at < 0 ? '0' : axis[at];

        ck_assert_int_ge(at, -1);
        ck_assert_int_lt(at, n);
        ck_assert_msg(
            seen == expected[i + out], "%s at %d of '%s': %c instead of %c",
            ref_pad_mode_name(mode), i, axis, seen, expected[i + out]);
    }
}

START_TEST(test_pad_index_three_out)
{
    looks_like(REF_PAD_ZEROS, "abcd", 3, "000abcd000");
    looks_like(REF_PAD_REFLECT, "abcd", 3, "dcbabcdcba");
    looks_like(REF_PAD_SYMMETRIC, "abcd", 3, "cbaabcddcb");
    looks_like(REF_PAD_REPLICATE, "abcd", 3, "aaaabcdddd");
    looks_like(REF_PAD_CIRCULAR, "abcd", 3, "bcdabcdabc");
}
END_TEST

/* Would pass unseen: a map that mirrors once and then leaves the axis. */
START_TEST(test_pad_index_far_out)
{
    looks_like(REF_PAD_REFLECT, "abc", 7, "bcbabcbabcbabcbab");
    looks_like(REF_PAD_SYMMETRIC, "abc", 7, "aabccbaabccbaabcc");
    looks_like(REF_PAD_CIRCULAR, "abc", 7, "cabcabcabcabcabca");
    looks_like(REF_PAD_REPLICATE, "abc", 7, "aaaaaaaabcccccccc");
    looks_like(REF_PAD_ZEROS, "abc", 7, "0000000abc0000000");
}
END_TEST

START_TEST(test_pad_index_of_one_and_two)
{
    looks_like(REF_PAD_REFLECT, "a", 3, "aaaaaaa");
    looks_like(REF_PAD_SYMMETRIC, "a", 3, "aaaaaaa");
    looks_like(REF_PAD_REPLICATE, "a", 3, "aaaaaaa");
    looks_like(REF_PAD_CIRCULAR, "a", 3, "aaaaaaa");
    looks_like(REF_PAD_ZEROS, "a", 3, "000a000");
    looks_like(REF_PAD_REFLECT, "ab", 3, "babababa");
    looks_like(REF_PAD_SYMMETRIC, "ab", 3, "bbaabbaa");
}
END_TEST

/* Neighbours stay neighbours at any distance, and nothing overflows. */
START_TEST(test_pad_index_at_the_largest_int)
{
    static const int far[] = {INT_MIN, INT_MIN + 1, INT_MAX - 1, INT_MAX};
    static const int sizes[] = {1, 2, 3, 1000, INT_MAX - 1, INT_MAX};

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++)
        for (size_t s = 0; s < 6; s++)
            for (size_t f = 0; f < 4; f++) {
                int at = ref_pad_index((ref_pad_mode)mode, far[f], sizes[s]);

                ck_assert_int_ge(at, mode == REF_PAD_ZEROS ? -1 : 0);
                ck_assert_int_lt(at, sizes[s]);
            }
    /* 2^31 - 1 = 3 * 715827882 + 1 and 4 * 536870911 + 3, 6 * ... + 1 */
    ck_assert_int_eq(ref_pad_index(REF_PAD_CIRCULAR, INT_MAX, 3), 1);
    ck_assert_int_eq(ref_pad_index(REF_PAD_REFLECT, INT_MAX, 3), 1);
    ck_assert_int_eq(ref_pad_index(REF_PAD_SYMMETRIC, INT_MAX, 3), 1);
    ck_assert_int_eq(ref_pad_index(REF_PAD_REPLICATE, INT_MIN, 3), 0);
}
END_TEST

START_TEST(test_pad_index_without_an_axis_or_a_mode)
{
    ck_assert_int_eq(ref_pad_index(REF_PAD_REPLICATE, 0, 0), -1);
    ck_assert_int_eq(ref_pad_index(REF_PAD_CIRCULAR, 5, -3), -1);
    ck_assert_int_eq(ref_pad_index((ref_pad_mode)17, 0, 4), -1);
}
END_TEST

START_TEST(test_pad_limit_is_where_pytorch_stops)
{
    ck_assert_int_eq(ref_pad_limit(REF_PAD_REFLECT, 4), 3);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_REFLECT, 1), 0);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_CIRCULAR, 4), 4);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_ZEROS, 4), INT_MAX);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_SYMMETRIC, 4), INT_MAX);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_REPLICATE, 4), INT_MAX);
    ck_assert_int_eq(ref_pad_limit(REF_PAD_REPLICATE, 0), 0);
    ck_assert_int_eq(ref_pad_limit((ref_pad_mode)-4, 4), 0);
}
END_TEST

START_TEST(test_pad_mode_names)
{
    static const char *const names[] = {"zeros", "reflect", "symmetric",
                                        "replicate", "circular"};
    static const ref_pad_mode modes[] = {REF_PAD_ZEROS, REF_PAD_REFLECT,
                                         REF_PAD_SYMMETRIC, REF_PAD_REPLICATE,
                                         REF_PAD_CIRCULAR};
    ref_pad_mode mode;

    for (int i = 0; i < REF_PAD_MODE_COUNT; i++) {
        ck_assert_int_eq(ref_pad_mode_named(names[i], &mode), REF_OK);
        ck_assert_int_eq((int)mode, (int)modes[i]);
        ck_assert_str_eq(ref_pad_mode_name(modes[i]), names[i]);
    }
    mode = REF_PAD_REFLECT;
    ck_assert_int_eq(ref_pad_mode_named("Zeros", &mode), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'Zeros'"));
    ck_assert_int_eq((int)mode, (int)REF_PAD_REFLECT);
    ck_assert_int_eq(ref_pad_mode_named(NULL, &mode), REF_ENULL);
    ck_assert_int_eq(ref_pad_mode_named("zeros", NULL), REF_ENULL);
    ck_assert_str_eq(ref_pad_mode_name((ref_pad_mode)-1), "unknown mode");
    ck_assert_str_eq(ref_pad_mode_name((ref_pad_mode)5), "unknown mode");
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_pad_index_three_out);
    suite_test(test_pad_index_far_out);
    suite_test(test_pad_limit_is_where_pytorch_stops);
    suite_test(test_pad_mode_names);
    suite_case("edges");
    suite_test(test_pad_index_of_one_and_two);
    suite_test(test_pad_index_at_the_largest_int);
    suite_test(test_pad_index_without_an_axis_or_a_mode);
}

int main(void)
{
    return suite_main("pad", fill);
}
