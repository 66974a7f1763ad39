/* Tests of reference/check.c: the arrays of a call. */
#include <limits.h>
#include <string.h>

#include "reference/check.h"
#include "tests/support/suite.h"

static ref_status check_one(const void *data, ref_role role, int rows,
                            int columns)
{
    const ref_operand o = {"x", data, role, 4, 2, {rows, columns}};

    return ref_check_operands(&o, 1);
}

START_TEST(test_operand_alone)
{
    float x[24];

    for (int role = REF_IN; role <= REF_OUT_IN_PLACE; role++) {
        int optional = role == REF_IN_OPTIONAL || role == REF_OUT_OPTIONAL;

        ck_assert_int_eq(check_one(x, (ref_role)role, 4, 6), REF_OK);
        ck_assert_int_eq(check_one(NULL, (ref_role)role, 4, 6),
                         optional ? REF_OK : REF_ENULL);
        ck_assert_int_eq(check_one(NULL, (ref_role)role, 0, 6), REF_OK);
        ck_assert_int_eq(check_one(x, (ref_role)role, -4, 6), REF_ESIZE);
    }
    ck_assert_int_eq(check_one(NULL, REF_IN, 4, 6), REF_ENULL);
    ck_assert_str_eq(ref_status_message(),
                     "argument 'x' is NULL; it must point to memory");
}
END_TEST

/* Would pass unseen: a size of one array that only shows when the pointer of
 * another is there. */
START_TEST(test_operand_sizes_before_pointers)
{
    const ref_operand list[] = {
        {"x", NULL, REF_IN, 4, 2, {3, 4}},
        {"y", NULL, REF_OUT, 4, 4, {INT_MAX, INT_MAX, INT_MAX, 2}},
    };

    ck_assert_int_eq(ref_check_operands(list, 2), REF_EOVERFLOW);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'y'"));
}
END_TEST

static ref_status pair(const ref_operand *one, const ref_operand *other)
{
    const ref_operand list[] = {*one, *other};

    return ref_check_operands(list, 2);
}

/* Every placement of 3 bytes against 5 in a row of 16. */
START_TEST(test_operand_apart)
{
    char memory[16] = {0};

    for (int a = 0; a <= 13; a++)
        for (int b = 0; b <= 11; b++) {
            int apart = a + 3 <= b || b + 5 <= a;
            ref_operand out = {"y", memory + a, REF_OUT, 1, 1, {3}};
            ref_operand in = {"x", memory + b, REF_IN, 1, 1, {5}};
            ref_status expected = apart ? REF_OK : REF_EOVERLAP;

            ck_assert_int_eq(pair(&out, &in), expected);
            ck_assert_int_eq(pair(&in, &out), expected);
            out.role = REF_OUT_IN_PLACE;
            ck_assert_int_eq(pair(&out, &in), expected);
            in.role = REF_OUT_OPTIONAL;
            ck_assert_int_eq(pair(&in, &out), expected);
            in.dims[0] = 0;
            ck_assert_int_eq(pair(&out, &in), REF_OK);
            out.role = in.role = REF_IN;
            in.dims[0] = 5;
            ck_assert_int_eq(pair(&out, &in), REF_OK);
        }
}
END_TEST

START_TEST(test_operand_in_place)
{
    float memory[9] = {0};
    ref_operand in = {"x", memory, REF_IN, 4, 1, {8}};
    ref_operand out = {"y", memory, REF_OUT_IN_PLACE, 4, 1, {8}};

    ck_assert_int_eq(pair(&in, &out), REF_OK);
    out.dims[0] = 7;
    ck_assert_int_eq(pair(&in, &out), REF_EOVERLAP);
    out.dims[0] = 8;
    out.data = memory + 1;
    ck_assert_int_eq(pair(&in, &out), REF_EOVERLAP);
    out.data = memory;
    in.role = REF_OUT;
    ck_assert_int_eq(pair(&in, &out), REF_EOVERLAP);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_operand_alone);
    suite_test(test_operand_in_place);
    suite_case("edges");
    suite_test(test_operand_sizes_before_pointers);
    suite_test(test_operand_apart);
}

int main(void)
{
    return suite_main("operand", fill);
}
