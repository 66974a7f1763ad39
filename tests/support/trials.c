/* Numbers, tables and judgements of random trials. */
#include "trials.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "reference/microkernels/microkernels.h"

float kind_whole(dice *d)
{
    return (float)dice_int(d, -9, 9);
}

float kind_special(dice *d)
{
    static const float values[] = {NAN, INFINITY, -INFINITY};
    int roll = dice_int(d, 0, 79);

    return roll < 3 ? values[roll] : kind_whole(d);
}

float *guarded_numbers(dice *d, int n, kind *make, guard_side side)
{
    size_t bytes = (size_t)n * sizeof(float);
    float *values = malloc(bytes), *guarded;

    ck_assert_ptr_nonnull(values);
    for (int i = 0; i < n; i++)
        values[i] = make(d);
    guarded = guarded_copy(values, bytes, side);
    free(values);
    return guarded;
}

int use_table(int i)
{
    static const char *const names[TABLES] = {"portable", "avx2", "avx512",
                                              "neon"};

    return ref_cpu_use(names[i]) != NULL;
}

/* The scripts that run suites name the emulator here. */
int trials_one_in(void)
{
#if defined(__SANITIZE_ADDRESS__)
    return 7;
#else
    const char *emulator = getenv("EMULATOR");

    return emulator && *emulator ? 7 : 1;
#endif
}

void judge_equal(float y, double exact, double bound)
{
    (void)bound;
    if ((double)y != exact)
        ck_abort_msg("%.9g is not %.17g", (double)y, exact);
}

void judge_near(float y, double exact, double bound)
{
    if (!(fabs((double)y - exact) <= bound))
        ck_abort_msg("%.9g is further than %g from %.17g", (double)y, bound,
                     exact);
}

void judge_special(float y, double exact, double bound)
{
    if (isnan(y) && isnan(exact))
        return;
    judge_equal(y, exact, bound);
}
