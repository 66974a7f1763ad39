/* A suite that must fail: are failures and crashes seen, and is there a limit,
 * when check.c of this folder runs the tests on the machine in question? */
#include <unistd.h>

#include "tests/support/guarded.h"
#include "tests/support/suite.h"

START_TEST(test_that_passes)
{
    ck_assert_int_eq(_i, 0);
}
END_TEST

START_TEST(test_that_fails)
{
    ck_assert_float_eq(1.0f, 1.0000001f);
}
END_TEST

START_TEST(test_that_reads_outside)
{
    volatile float *guarded = guarded_new(sizeof(float), GUARD_AFTER);

    ck_assert_float_eq(guarded[1], guarded[1]);
}
END_TEST

/* How long is left to it, which stops the clock. */
START_TEST(test_that_has_a_limit)
{
    ck_assert_uint_gt(alarm(0), 0);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_that_passes);
    suite_test(test_that_fails);
    suite_test(test_that_reads_outside);
    suite_test(test_that_has_a_limit);
}

int main(void)
{
    return suite_main("broken", fill);
}
