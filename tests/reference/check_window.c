/* Tests of reference/window.c: everything compared with counting. */
#include <limits.h>
#include <string.h>

#include "reference/window.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

static void says(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

/* Three axes of different sizes: 4 by 2, 5 by 3, 7 by 2. */
static ref_window window(void)
{
    return (ref_window){.axis = {{REF_AXIS_D, 4, 2, 1, 0, 0, 1},
                                 {REF_AXIS_H, 5, 3, 2, 1, 1, 1},
                                 {REF_AXIS_W, 7, 2, 3, 0, 2, 2}}};
}

/* Positions that see the axis are those between first and end, and no other:
 * for any axis, tap by tap. */
START_TEST(test_window_inside_by_counting)
{
    dice d = {1};

    for (int round = 0; round < 20000; round++) {
        const ref_axis a = {REF_AXIS_W,         dice_int(&d, 1, 12),
                            dice_int(&d, 1, 6), dice_int(&d, 1, 5),
                            dice_int(&d, 0, 9), dice_int(&d, 0, 9),
                            dice_int(&d, 1, 5)};
        const slow_axis slow = {a.n, a.k, a.s, a.before, a.after, a.d};
        int out = slow_output_size(&slow);

        for (int tap = 0; tap < a.k; tap++) {
            ref_range in = ref_window_inside(&a, out, tap);

            ck_assert(0 <= in.first && in.first <= in.end && in.end <= out);
            for (int j = 0; j < out; j++) {
                int at = j * a.s + tap * a.d - a.before;

                ck_assert_int_eq(j >= in.first && j < in.end,
                                 at >= 0 && at < a.n);
            }
        }
    }
}
END_TEST

/* Sizes at which a sum of two ints would wrap round. */
START_TEST(test_window_inside_far_out)
{
    const ref_axis wide = {REF_AXIS_W, 1, 1, 1, INT_MAX - 1, 0, 1};
    const ref_axis leap = {REF_AXIS_W, INT_MAX, 2, INT_MAX, 0, 0, INT_MAX - 1};
    ref_range in = ref_window_inside(&wide, INT_MAX, 0);

    ck_assert_int_eq(in.first, INT_MAX - 1);
    ck_assert_int_eq(in.end, INT_MAX);
    in = ref_window_inside(&leap, 1, 1);
    ck_assert_int_eq(in.first, 0);
    ck_assert_int_eq(in.end, 1);
}
END_TEST

START_TEST(test_window_place_as_written)
{
    const ref_axis a = {REF_AXIS_W, 9, 3, 5, 4, 0, 2};
    const ref_axis leap = {REF_AXIS_W, INT_MAX, 3, INT_MAX, 7, 0, INT_MAX - 1};

    ck_assert(ref_window_place(&a, 0, 0) == -4);
    ck_assert(ref_window_place(&a, 2, 1) == 8); /* 10 - 4 + 2 */
    ck_assert(ref_window_place(&leap, 1, 2) == 6442450932);
}
END_TEST

START_TEST(test_window_measure_by_counting)
{
    dice d = {2};

    for (int round = 0; round < 2000; round++) {
        slow_conv t = slow_conv_roll(&d, 3);
        ref_window w;

        for (int i = 0; i < REF_AXES; i++) {
            const slow_axis *a = &t.axis[i];

            w.axis[i] = (ref_axis){(ref_axis_name)i, a->n,     a->k, a->s,
                                   a->before,        a->after, a->d};
        }
        ck_assert_int_eq(ref_window_measure(&w), REF_OK);
        for (int i = 0; i < REF_AXES; i++)
            ck_assert_int_eq(w.out[i], slow_output_size(&t.axis[i]));
    }
}
END_TEST

/* Each axis is looked at, under its own letters. */
START_TEST(test_window_measure_refuses)
{
    static const char *const sizes[] = {"'d' is 0", "'h' is 0", "'w' is 0"};
    static const char *const kernels[] = {"'kd' is 99", "'kh' is 99",
                                          "'kw' is 99"};

    for (int i = 0; i < REF_AXES; i++) {
        ref_window w = window();

        w.axis[i].n = 0;
        says(ref_window_measure(&w), REF_ESIZE, sizes[i]);
        w = window();
        w.axis[i].k = 99;
        says(ref_window_measure(&w), REF_ESIZE, kernels[i]);
        w = window();
        w.axis[i].s = 0;
        says(ref_window_measure(&w), REF_EPARAM, "is 0");
        w = window();
        w.axis[i].before = w.axis[i].after = INT_MAX;
        says(ref_window_measure(&w), REF_EOVERFLOW, "padded size");
    }
}
END_TEST

/* 4-2+1 = 3, (5+2-3)/2+1 = 3, (7+2-3)/3+1 = 3: too much alike, so the sizes
 * that are handed out are set by hand. */
START_TEST(test_window_give)
{
    ref_window w = window();
    int od = -1, oh = -1, ow = -1;

    ck_assert_int_eq(ref_window_measure(&w), REF_OK);
    ck_assert(w.out[0] == 3 && w.out[1] == 3 && w.out[2] == 3);
    w.out[0] = 30;
    w.out[1] = 40;
    w.out[2] = 50;
    ck_assert_int_eq(ref_window_give(&w, REF_AXIS_W, NULL, NULL, &ow), REF_OK);
    ck_assert(od == -1 && oh == -1 && ow == 50);
    ow = -1;
    ck_assert_int_eq(ref_window_give(&w, REF_AXIS_H, &od, &oh, &ow), REF_OK);
    ck_assert(od == -1 && oh == 40 && ow == 50);
    ck_assert_int_eq(ref_window_give(&w, REF_AXIS_D, &od, &oh, &ow), REF_OK);
    ck_assert(od == 30 && oh == 40 && ow == 50);
}
END_TEST

/* Would pass unseen: the first size written before the last is looked at. */
START_TEST(test_window_give_refuses)
{
    ref_window w = window();
    int od = -1, oh = -1, ow = -1;

    ck_assert_int_eq(ref_window_measure(&w), REF_OK);
    says(ref_window_give(&w, REF_AXIS_D, NULL, &oh, &ow), REF_ENULL, "'od'");
    says(ref_window_give(&w, REF_AXIS_D, &od, NULL, &ow), REF_ENULL, "'oh'");
    says(ref_window_give(&w, REF_AXIS_D, &od, &oh, NULL), REF_ENULL, "'ow'");
    says(ref_window_give(&w, REF_AXIS_W, &od, &oh, NULL), REF_ENULL, "'ow'");
    ck_assert(od == -1 && oh == -1 && ow == -1);
}
END_TEST

/* One mirror, one lap: on each side of each axis, the last that is allowed
 * and the first that is not. */
START_TEST(test_window_mode_limits)
{
    static const char *const before[] = {"'pf'", "'pt'", "'pl'"};
    static const char *const after[] = {"'pk'", "'pb'", "'pr'"};

    for (int i = 0; i < REF_AXES; i++)
        for (int lap = 0; lap < 2; lap++) {
            ref_pad_mode mode = lap ? REF_PAD_CIRCULAR : REF_PAD_REFLECT;
            ref_window w = window();
            int most = lap ? w.axis[i].n : w.axis[i].n - 1;

            w.axis[i].before = most;
            w.axis[i].after = most;
            ck_assert_int_eq(ref_window_check_mode(&w, mode), REF_OK);
            w.axis[i].before = most + 1;
            says(ref_window_check_mode(&w, mode), REF_EPARAM, before[i]);
            w.axis[i].before = 0;
            w.axis[i].after = most + 1;
            says(ref_window_check_mode(&w, mode), REF_EPARAM, after[i]);
        }
}
END_TEST

START_TEST(test_window_mode_without_limit)
{
    ref_window w = window();

    w.axis[0].before = w.axis[1].after = w.axis[2].before = INT_MAX;
    ck_assert_int_eq(ref_window_check_mode(&w, REF_PAD_ZEROS), REF_OK);
    ck_assert_int_eq(ref_window_check_mode(&w, REF_PAD_SYMMETRIC), REF_OK);
    ck_assert_int_eq(ref_window_check_mode(&w, REF_PAD_REPLICATE), REF_OK);
    says(ref_window_check_mode(&w, (ref_pad_mode)REF_PAD_MODE_COUNT),
         REF_EPARAM, "'pad_mode' is 5");
    says(ref_window_check_mode(&w, (ref_pad_mode)-1), REF_EPARAM,
         "'pad_mode' is -1");
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_window_inside_by_counting);
    suite_test(test_window_measure_by_counting);
    suite_test(test_window_give);
    suite_case("edges");
    suite_test(test_window_inside_far_out);
    suite_test(test_window_place_as_written);
    suite_test(test_window_mode_limits);
    suite_test(test_window_mode_without_limit);
    suite_case("manners");
    suite_test(test_window_measure_refuses);
    suite_test(test_window_give_refuses);
}

int main(void)
{
    return suite_main("window", fill);
}
