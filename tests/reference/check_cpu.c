/* Tests of reference/cpu.c. Its tables are tried in check_row.c, check_tile.c
 * and their like, and by all operators. */
#include <stdlib.h>

#include "reference/cpu.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"

START_TEST(test_cpu_use)
{
    const ref_microkernels *best;

    unsetenv("CONVLINGS_SIMD");
    best = ref_cpu_use(NULL);
    ck_assert_ptr_nonnull(best);
    ck_assert_str_eq(ref_cpu_name(), best->name);
    ck_assert_ptr_null(ref_cpu_use("abacus"));
    ck_assert_str_eq(ref_cpu_name(), best->name);
    ck_assert_ptr_nonnull(ref_cpu_use("portable"));
    ck_assert_str_eq(ref_cpu_name(), "portable");
}
END_TEST

START_TEST(test_cpu_environment)
{
    const char *best;

    unsetenv("CONVLINGS_SIMD");
    best = ref_cpu_use(NULL)->name;
    setenv("CONVLINGS_SIMD", "portable", 1);
    ck_assert_str_eq(ref_cpu_use(NULL)->name, "portable");
    setenv("CONVLINGS_SIMD", "abacus", 1);
    ck_assert_str_eq(ref_cpu_use(NULL)->name, best);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_cpu_use);
    suite_test(test_cpu_environment);
}

int main(void)
{
    return suite_main("cpu", fill);
}
