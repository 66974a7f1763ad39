/* Tests of reference/pad.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/pad.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
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

/* One row of 1 2 3 ...: what is there, by hand. */
static void pads(ref_pad_mode mode, int n, int before, int after,
                 const float *expected)
{
    const float x[] = {1, 2, 3, 4};
    float y[16];
    int out = -1;

    ck_assert_int_eq(ref_pad_output(&n, 1, &before, &after, mode, &out),
                     REF_OK);
    ck_assert_int_eq(out, n + before + after);
    ck_assert_int_eq(ref_pad(x, &n, 1, &before, &after, mode, y), REF_OK);
    for (int i = 0; i < out; i++)
        ck_assert_msg(y[i] == expected[i], "%s %d %d: %g at %d",
                      ref_pad_mode_name(mode), before, after, (double)y[i], i);
}

START_TEST(test_pad_of_a_row)
{
    pads(REF_PAD_ZEROS, 3, 1, 2, (float[]){0, 1, 2, 3, 0, 0});
    pads(REF_PAD_REFLECT, 3, 1, 2, (float[]){2, 1, 2, 3, 2, 1});
    pads(REF_PAD_SYMMETRIC, 3, 1, 2, (float[]){1, 1, 2, 3, 3, 2});
    pads(REF_PAD_REPLICATE, 3, 1, 2, (float[]){1, 1, 2, 3, 3, 3});
    pads(REF_PAD_CIRCULAR, 3, 1, 2, (float[]){3, 1, 2, 3, 1, 2});
    /* numpy repeats the mirror for ever */
    pads(REF_PAD_SYMMETRIC, 2, 5, 0, (float[]){1, 1, 2, 2, 1, 1, 2});
}
END_TEST

START_TEST(test_pad_that_crops)
{
    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        pads((ref_pad_mode)mode, 4, -1, -2, (float[]){2});
        pads((ref_pad_mode)mode, 4, 0, -1, (float[]){1, 2, 3});
        pads((ref_pad_mode)mode, 4, -3, 0, (float[]){4});
    }
    pads(REF_PAD_ZEROS, 3, -1, 2, (float[]){2, 3, 0, 0});
    pads(REF_PAD_ZEROS, 3, 2, -1, (float[]){0, 0, 1, 2});
    pads(REF_PAD_REFLECT, 3, -1, 2, (float[]){2, 3, 2, 1});
    pads(REF_PAD_REFLECT, 3, 2, -1, (float[]){3, 2, 1, 2});
    pads(REF_PAD_REPLICATE, 3, -1, 2, (float[]){2, 3, 3, 3});
    pads(REF_PAD_SYMMETRIC, 3, -1, 2, (float[]){2, 3, 3, 2});
    pads(REF_PAD_CIRCULAR, 3, -1, 2, (float[]){2, 3, 1, 2});
    /* nothing but padding is left */
    pads(REF_PAD_ZEROS, 3, -3, 1, (float[]){0});
    pads(REF_PAD_ZEROS, 3, 2, -4, (float[]){0});
    pads(REF_PAD_REFLECT, 3, -3, 1, (float[]){2});
    pads(REF_PAD_REFLECT, 3, 1, -3, (float[]){2});
    pads(REF_PAD_REPLICATE, 3, -5, 4, (float[]){3, 3});
    pads(REF_PAD_SYMMETRIC, 3, -5, 3, (float[]){1});
}
END_TEST

/* What stands at one position, by the picture at the head of pad.h. The
 * position is brought inside by single steps, not by a remainder. */
static int slow_index(ref_pad_mode mode, int i, int n)
{
    while (i < 0 || i >= n) {
        if (mode == REF_PAD_ZEROS)
            return -1;
        if (mode == REF_PAD_REPLICATE)
            i = i < 0 ? 0 : n - 1;
        else if (mode == REF_PAD_CIRCULAR)
            i += i < 0 ? n : -n;
        else if (mode == REF_PAD_REFLECT)
            i = i < 0 ? -i : 2 * (n - 1) - i;
        else
            i = i < 0 ? -i - 1 : 2 * n - 1 - i;
    }
    return i;
}

enum { MOST_AXES = 5 };

/* Element at of y; x holds its own positions 0, 1, 2 ... */
static float slow_pad(size_t at, const int *dims, const int *out, int rank,
                      const int *before, ref_pad_mode mode, float value)
{
    size_t from = 0, step = 1;

    for (int r = rank - 1; r >= 0; r--) {
        int i = (int)(at % (size_t)out[r]) - before[r];

        at /= (size_t)out[r];
        i = slow_index(mode, i, dims[r]);
        if (i < 0)
            return value;
        from += (size_t)i * step;
        step *= (size_t)dims[r];
    }
    return (float)from;
}

/* Paddings that the mode allows and that leave something. */
static size_t roll(dice *d, ref_pad_mode mode, int rank, int *dims, int *before,
                   int *after, int *out)
{
    size_t count = 1;

    for (int r = 0; r < rank; r++) {
        dims[r] = dice_int(d, 1, 4);
        do {
            int limit = ref_pad_limit(mode, dims[r]);

            limit = limit > 5 ? 5 : limit;
            before[r] = dice_int(d, -3, limit);
            after[r] = dice_int(d, -3, limit);
            out[r] = dims[r] + before[r] + after[r];
        } while (out[r] < 1);
        count *= (size_t)out[r];
    }
    return count;
}

/* Would pass unseen: axes in the wrong order, a row that is copied too far. */
START_TEST(test_pad_of_any_rank)
{
    const ref_pad_mode mode = (ref_pad_mode)_i;
    dice d = {(uint64_t)_i};

    for (int round = 0; round < 300; round++) {
        const int rank = dice_int(&d, 1, MOST_AXES);
        const guard_side side = (guard_side)(round % 2);
        const float value = mode == REF_PAD_ZEROS && round % 4 < 2 ? -7 : 0;
        int dims[MOST_AXES], before[MOST_AXES], after[MOST_AXES],
            out[MOST_AXES], given[MOST_AXES];
        size_t count = roll(&d, mode, rank, dims, before, after, out), all = 1;
        float numbers[1024], *x, *y;

        for (int i = 0; i < 1024; i++)
            numbers[i] = (float)i;
        for (int r = 0; r < rank; r++)
            all *= (size_t)dims[r];
        x = guarded_copy(numbers, all * sizeof *x, side);
        y = guarded_new(count * sizeof *y, side);
        ck_assert_int_eq(ref_pad_output(dims, rank, before, after, mode, given),
                         REF_OK);
        ck_assert_mem_eq(given, out, (size_t)rank * sizeof *out);
        ck_assert_int_eq(
            value == 0
                ? ref_pad(x, dims, rank, before, after, mode, y)
                : ref_pad_constant(x, dims, rank, before, after, value, y),
            REF_OK);
        for (size_t i = 0; i < count; i++)
            ck_assert_float_eq(
                y[i], slow_pad(i, dims, out, rank, before, mode, value));
        guarded_free(x, all * sizeof *x);
        guarded_free(y, count * sizeof *y);
    }
}
END_TEST

START_TEST(test_pad_specials_are_moved)
{
    const float x[] = {NAN, INFINITY};
    float y[5];

    ck_assert_int_eq(
        ref_pad(x, (int[]){2}, 1, (int[]){1}, (int[]){1}, REF_PAD_CIRCULAR, y),
        REF_OK);
    ck_assert(y[0] == INFINITY && isnan(y[1]) && y[2] == INFINITY);
    ck_assert_float_nan(y[3]);
    ck_assert_int_eq(
        ref_pad_constant(x + 1, (int[]){1}, 1, (int[]){1}, (int[]){1}, NAN, y),
        REF_OK);
    ck_assert(isnan(y[0]) && y[1] == INFINITY && isnan(y[2]));
}
END_TEST

/* As PyTorch: zeros may surround nothing, other modes have nothing to show. */
START_TEST(test_pad_of_nothing)
{
    static const int none[] = {0, 0}, one[] = {1, 1}, last[] = {0, 1};
    float y[6] = {7, 7, 7, 7, 7, 7};
    int out[2];

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        ck_assert_int_eq(ref_pad(NULL, (int[]){0, 3}, 2, none, last,
                                 (ref_pad_mode)mode, NULL),
                         REF_OK);
        ck_assert_int_eq(ref_pad_output((int[]){0, 3}, 2, none, last,
                                        (ref_pad_mode)mode, out),
                         REF_OK);
        ck_assert(out[0] == 0 && out[1] == 4);
        if (mode != REF_PAD_ZEROS)
            ck_assert_int_eq(ref_pad(NULL, (int[]){3, 0}, 2, none, last,
                                     (ref_pad_mode)mode, y),
                             REF_EPARAM);
    }
    ck_assert_int_eq(ref_pad_constant(NULL, (int[]){0, 1}, 2, one, last, 5, y),
                     REF_OK);
    for (int i = 0; i < 6; i++)
        ck_assert_float_eq(y[i], i < 3 ? 5 : 7);
    /* and it takes no time */
    ck_assert_int_eq(ref_pad(NULL, (int[]){INT_MAX, 1 << 28, 0}, 3,
                             (int[]){0, 0, 0}, (int[]){0, 0, 0}, REF_PAD_ZEROS,
                             NULL),
                     REF_OK);
}
END_TEST

START_TEST(test_pad_of_32_axes)
{
    int dims[33], before[33], after[33];
    float x = 5, y[4];

    for (int r = 0; r < 33; r++) {
        dims[r] = 1;
        before[r] = after[r] = 0;
    }
    before[0] = after[31] = 1;
    ck_assert_int_eq(ref_pad(&x, dims, 32, before, after, REF_PAD_ZEROS, y),
                     REF_OK);
    ck_assert(y[0] == 0 && y[1] == 0 && y[2] == 5 && y[3] == 0);
    ck_assert_int_eq(ref_pad(&x, dims, 33, before, after, REF_PAD_ZEROS, y),
                     REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'rank' is 33"));
}
END_TEST

/* Both functions refuse the same with the same words, and write nothing. */
static void refuses(const int *dims, int rank, const int *before,
                    const int *after, ref_pad_mode mode, ref_status expected,
                    const char *words)
{
    float x[4] = {1, 2, 3, 4}, y[4] = {7, 7, 7, 7};
    int out[2] = {-1, -1};

    ck_assert_int_eq(ref_pad_output(dims, rank, before, after, mode, out),
                     expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    ck_assert_int_eq(ref_pad(x, dims, rank, before, after, mode, y), expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    ck_assert(out[0] == -1 && out[1] == -1 && y[0] == 7 && y[3] == 7);
}

START_TEST(test_pad_refuses)
{
    static const int dims[] = {2, 2}, none[] = {0, 0}, less[] = {2, -1};

    refuses(NULL, 2, none, none, REF_PAD_ZEROS, REF_ENULL, "'dims'");
    refuses(dims, 2, NULL, none, REF_PAD_ZEROS, REF_ENULL, "'before'");
    refuses(dims, 2, none, NULL, REF_PAD_ZEROS, REF_ENULL, "'after'");
    refuses(dims, 0, none, none, REF_PAD_ZEROS, REF_EPARAM, "'rank' is 0");
    refuses(dims, -2, none, none, REF_PAD_ZEROS, REF_EPARAM, "'rank'");
    refuses(dims, 2, none, none, (ref_pad_mode)5, REF_EPARAM, "'mode' is 5");
    refuses(dims, 2, none, none, (ref_pad_mode)-1, REF_EPARAM, "'mode' is -1");
    refuses(less, 2, none, none, REF_PAD_ZEROS, REF_ESIZE,
            "'dims' is -1 on axis 1");
    refuses(dims, 2, (int[]){0, 2}, none, REF_PAD_REFLECT, REF_EPARAM,
            "'before' is 2 on axis 1");
    refuses(dims, 2, none, (int[]){3, 0}, REF_PAD_CIRCULAR, REF_EPARAM,
            "'after' is 3 on axis 0");
    refuses(dims, 2, (int[]){-1, 0}, (int[]){-1, 0}, REF_PAD_ZEROS, REF_ESIZE,
            "are -1 and -1 on axis 0");
    refuses(dims, 2, (int[]){0, -3}, none, REF_PAD_REPLICATE, REF_ESIZE,
            "axis 1");
}
END_TEST

START_TEST(test_pad_refuses_what_no_int_counts)
{
    static const int dims[] = {2, 2}, none[] = {0, 0};

    refuses(dims, 2, (int[]){INT_MAX - 1, 0}, none, REF_PAD_ZEROS,
            REF_EOVERFLOW, "axis 0");
    refuses(dims, 2, (int[]){0, INT_MAX}, (int[]){0, INT_MAX},
            REF_PAD_REPLICATE, REF_EOVERFLOW, "axis 1");
    /* two elements of y, but 2^31 positions from the first of x */
    refuses(dims, 2, (int[]){INT_MIN, 0}, (int[]){INT_MAX, 0}, REF_PAD_ZEROS,
            REF_EOVERFLOW, "axis 0");
    refuses(dims, 2, (int[]){INT_MIN, 0}, (int[]){INT_MIN, 0}, REF_PAD_ZEROS,
            REF_ESIZE, "axis 0");
}
END_TEST

/* The farthest crop that an int counts, from both sides. */
START_TEST(test_pad_crops_as_far_as_it_goes)
{
    pads(REF_PAD_ZEROS, 3, 3 - INT_MAX, INT_MAX - 3, (float[]){0, 0, 0});
    pads(REF_PAD_REPLICATE, 3, 3 - INT_MAX, INT_MAX - 3, (float[]){3, 3, 3});
    pads(REF_PAD_REPLICATE, 3, INT_MAX - 3, 3 - INT_MAX, (float[]){1, 1, 1});
    pads(REF_PAD_SYMMETRIC, 1, INT_MAX - 1, 1 - INT_MAX, (float[]){1});
}
END_TEST

START_TEST(test_pad_refuses_arrays)
{
    static const int dims[] = {2, 2}, none[] = {0, 0};
    static const int huge[] = {INT_MAX, INT_MAX, 2}, no[] = {0, 0, 0};
    static const int far[] = {INT_MAX - 9, INT_MAX - 9, INT_MAX - 9};
    float x[8] = {1, 2, 3, 4}, y[4] = {7, 7, 7, 7};

    ck_assert_int_eq(ref_pad(NULL, dims, 2, none, none, REF_PAD_ZEROS, y),
                     REF_ENULL);
    ck_assert_int_eq(ref_pad(x, dims, 2, none, none, REF_PAD_ZEROS, NULL),
                     REF_ENULL);
    ck_assert_int_eq(ref_pad(x, dims, 2, none, none, REF_PAD_ZEROS, x + 3),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_pad(x, huge, 3, no, no, REF_PAD_ZEROS, y),
                     REF_EOVERFLOW);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'x'"));
    ck_assert_int_eq(ref_pad(x, (int[]){1, 1, 1}, 3, far, no, REF_PAD_ZEROS, y),
                     REF_EOVERFLOW);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'y'"));
    ck_assert_int_eq(ref_pad_output(dims, 2, none, none, REF_PAD_ZEROS, NULL),
                     REF_ENULL);
    ck_assert(x[3] == 4 && y[0] == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_pad_index_three_out);
    suite_test(test_pad_index_far_out);
    suite_test(test_pad_limit_is_where_pytorch_stops);
    suite_test(test_pad_mode_names);
    suite_test(test_pad_of_a_row);
    suite_test(test_pad_that_crops);
    suite_loop(test_pad_of_any_rank, REF_PAD_MODE_COUNT);
    suite_case("edges");
    suite_test(test_pad_of_nothing);
    suite_test(test_pad_of_32_axes);
    suite_test(test_pad_specials_are_moved);
    suite_test(test_pad_crops_as_far_as_it_goes);
    suite_test(test_pad_index_of_one_and_two);
    suite_test(test_pad_index_at_the_largest_int);
    suite_test(test_pad_index_without_an_axis_or_a_mode);
    suite_case("manners");
    suite_test(test_pad_refuses);
    suite_test(test_pad_refuses_what_no_int_counts);
    suite_test(test_pad_refuses_arrays);
}

int main(void)
{
    return suite_main("pad", fill);
}
