/* Tests of reference/receptive.c: chains by hand, and random ones whose field
 * is found by walking back from an output to the pixels it sees. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "reference/receptive.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

static ref_field last_of(const ref_layer *layers, int count)
{
    ref_field fields[16];

    memset(fields, 0x55, sizeof fields);
    ck_assert_int_eq(ref_receptive_field(layers, count, fields), REF_OK);
    return fields[count - 1];
}

/* The lectures: two and three layers of 3x3, AlexNet's second and third
 * convolution behind their pools. */
START_TEST(test_receptive_field_of_the_lectures)
{
    const ref_layer threes[] = {{3, 1, 0, 1}, {3, 1, 0, 1}, {3, 1, 0, 1}};
    const ref_layer alexnet[] = {
        {11, 4, 0, 1}, {3, 2, 0, 1}, {5, 1, 0, 1}, {3, 2, 0, 1}, {3, 1, 0, 1}};

    ck_assert_int_eq(last_of(threes, 2).size, 5);
    ck_assert_int_eq(last_of(threes, 3).size, 7);
    ck_assert_int_eq(last_of(alexnet, 3).size, 51);
    ck_assert_int_eq(last_of(alexnet, 5).size, 99);
}
END_TEST

/* Kernel 3, stride 2, padding 1, twice: fields of 3 and 7, a jump of 2 and 4,
 * and both centres on pixel 0. */
START_TEST(test_receptive_field_strided)
{
    const ref_layer layers[] = {{3, 2, 1, 1}, {3, 2, 1, 1}};
    ref_field f[2];

    ck_assert_int_eq(ref_receptive_field(layers, 2, f), REF_OK);
    ck_assert(f[0].size == 3 && f[0].jump == 2 && f[0].start == -1);
    ck_assert(f[1].size == 7 && f[1].jump == 4 && f[1].start == -3);
}
END_TEST

/* A dilated layer spans d*(k-1)+1; dilations 1, 2, 4 of kernel 3 span 15. */
START_TEST(test_receptive_field_dilated)
{
    const ref_layer layers[] = {{3, 1, 1, 1}, {3, 1, 2, 2}, {3, 1, 4, 4}};
    ref_field f = last_of(layers, 3);

    ck_assert(f.size == 15 && f.jump == 1 && f.start == -7);
}
END_TEST

/* The first and the last pixel that output i of a chain sees, tap by tap. */
static void walk_back(const ref_layer *layers, int count, int64_t i,
                      int64_t *first, int64_t *last)
{
    if (count == 0) {
        *first = i < *first ? i : *first;
        *last = i > *last ? i : *last;
        return;
    }
    count--;
    for (int tap = 0; tap < layers[count].k; tap++)
        walk_back(layers, count,
                  i * layers[count].s - layers[count].before +
                      (int64_t)tap * layers[count].d,
                  first, last);
}

START_TEST(test_receptive_field_random_chains)
{
    dice d = {1};

    for (int round = 0; round < 2000; round++) {
        ref_layer layers[4];
        int count = dice_int(&d, 1, 4);

        for (int l = 0; l < count; l++)
            layers[l] = (ref_layer){dice_int(&d, 1, 4), dice_int(&d, 1, 3),
                                    dice_int(&d, 0, 4), dice_int(&d, 1, 3)};
        for (int l = 1; l <= count; l++) {
            ref_field f = last_of(layers, l);

            for (int64_t i = 0; i < 3; i++) {
                int64_t first = INT64_MAX, last = INT64_MIN;

                walk_back(layers, l, i, &first, &last);
                ck_assert_int_eq(f.start + i * f.jump, first);
                ck_assert_int_eq(first + f.size - 1, last);
            }
        }
    }
}
END_TEST

START_TEST(test_receptive_field_of_no_layer)
{
    ck_assert_int_eq(ref_receptive_field(NULL, 0, NULL), REF_OK);
}
END_TEST

/* A stride of 2^31 - 1 twice and then 2 fits in 63 bits; 3 does not. */
START_TEST(test_receptive_field_to_the_limit)
{
    const ref_layer stride = {1, INT_MAX, 0, 1};
    const ref_layer chain[] = {stride, stride, {1, 2, 0, 1}};
    ref_field f = last_of(chain, 3);

    ck_assert_int_eq(f.jump, 2 * ((int64_t)INT_MAX * INT_MAX));
}
END_TEST

/* The status, the words, and nothing written. */
static void refuses(const ref_layer *layers, int count, ref_status expected,
                    const char *words)
{
    ref_field fields[8], before[8];

    memset(fields, 0x55, sizeof fields);
    memcpy(before, fields, sizeof before);
    ck_assert_int_eq(ref_receptive_field(layers, count, fields), expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    ck_assert_mem_eq(fields, before, sizeof before);
}

START_TEST(test_receptive_field_refuses_overflow)
{
    const ref_layer big = {1, INT_MAX, 0, 1};
    const ref_layer jump[] = {big, big, {1, 3, 0, 1}};
    const ref_layer size[] = {big, big, {4, 1, 0, 1}};
    const ref_layer start[] = {big, big, {1, 1, 3, 1}};
    const ref_layer reach[] = {{INT_MAX, 1, 0, INT_MAX},
                               {INT_MAX, 1, 0, INT_MAX},
                               {INT_MAX, 1, 0, INT_MAX}};

    refuses(jump, 3, REF_EOVERFLOW, "'layers[2]'");
    refuses(size, 3, REF_EOVERFLOW, "'layers[2]'");
    refuses(start, 3, REF_EOVERFLOW, "'layers[2]'");
    refuses(reach, 3, REF_EOVERFLOW, "'layers[2]'");
}
END_TEST

START_TEST(test_receptive_field_refuses)
{
    static const char *const names[] = {
        "'layers[1].k' is 0", "'layers[1].s' is 0", "'layers[1].before' is -1",
        "'layers[1].d' is 0"};
    const ref_layer good = {3, 2, 1, 1};
    ref_layer layers[] = {good, good, good};
    ref_field f[3];

    refuses(NULL, 2, REF_ENULL, "'layers'");
    refuses(layers, -1, REF_ESIZE, "'count' is -1");
    ck_assert_int_eq(ref_receptive_field(layers, 2, NULL), REF_ENULL);
    layers[1].k = 0;
    refuses(layers, 3, REF_ESIZE, names[0]);
    layers[1] = good;
    layers[1].s = 0;
    refuses(layers, 3, REF_EPARAM, names[1]);
    layers[1] = good;
    layers[1].before = -1;
    refuses(layers, 3, REF_EPARAM, names[2]);
    layers[1] = good;
    layers[1].d = 0;
    refuses(layers, 3, REF_EPARAM, names[3]);
    ck_assert_int_eq(
        ref_receptive_field((const ref_layer *)(const void *)f, 1, f),
        REF_EOVERLAP);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_receptive_field_of_the_lectures);
    suite_test(test_receptive_field_strided);
    suite_test(test_receptive_field_dilated);
    suite_test(test_receptive_field_random_chains);
    suite_case("edges");
    suite_test(test_receptive_field_of_no_layer);
    suite_test(test_receptive_field_to_the_limit);
    suite_case("manners");
    suite_test(test_receptive_field_refuses);
    suite_test(test_receptive_field_refuses_overflow);
}

int main(void)
{
    return suite_main("receptive", fill);
}
