/* The padding modes as one map from a position to the element seen there.
 * Each mode repeats with a period, so any distance is one remainder:
 *   circular   n           a b c d | a b c d
 *   symmetric  2n          a b c d d c b a | a b ...
 *   reflect    2(n - 1)    a b c d c b | a b ... */
#include "pad.h"

#include <limits.h>
#include <string.h>

#include "check.h"

static const char *const names[] = {
    [REF_PAD_ZEROS] = "zeros",         [REF_PAD_REFLECT] = "reflect",
    [REF_PAD_SYMMETRIC] = "symmetric", [REF_PAD_REPLICATE] = "replicate",
    [REF_PAD_CIRCULAR] = "circular",
};

_Static_assert(sizeof names / sizeof names[0] == REF_PAD_MODE_COUNT,
               "each mode has a name");

/* The remainder that is never negative; period >= 1. */
static long long wrap(long long i, long long period)
{
    long long r = i % period;

    return r < 0 ? r + period : r;
}

static int reflect(int i, int n)
{
    long long period = 2 * ((long long)n - 1);
    long long r;

    if (n == 1)
        return 0;
    r = wrap(i, period);
    return (int)(r < n ? r : period - r);
}

static int symmetric(int i, int n)
{
    long long period = 2 * (long long)n;
    long long r = wrap(i, period);

    return (int)(r < n ? r : period - 1 - r);
}

int ref_pad_index(ref_pad_mode mode, int i, int n)
{
    if (n < 1)
        return -1;
    switch (mode) {
    case REF_PAD_ZEROS:
        return i >= 0 && i < n ? i : -1;
    case REF_PAD_REFLECT:
        return reflect(i, n);
    case REF_PAD_SYMMETRIC:
        return symmetric(i, n);
    case REF_PAD_REPLICATE:
        return i < 0 ? 0 : i < n ? i : n - 1;
    case REF_PAD_CIRCULAR:
        return (int)wrap(i, n);
    }
    return -1;
}

int ref_pad_limit(ref_pad_mode mode, int n)
{
    if (n < 1)
        return 0;
    switch (mode) {
    case REF_PAD_REFLECT:
        return n - 1;
    case REF_PAD_CIRCULAR:
        return n;
    case REF_PAD_ZEROS:
    case REF_PAD_SYMMETRIC:
    case REF_PAD_REPLICATE:
        return INT_MAX;
    }
    return 0;
}

ref_status ref_pad_mode_named(const char *name, ref_pad_mode *mode)
{
    ref_status status = ref_check_pointer("name", name);

    if (status == REF_OK)
        status = ref_check_pointer("mode", mode);
    if (status != REF_OK)
        return status;
    for (int m = 0; m < REF_PAD_MODE_COUNT; m++) {
        if (strcmp(name, names[m]) == 0) {
            *mode = (ref_pad_mode)m;
            return REF_OK;
        }
    }
    return ref_fail(REF_EPARAM,
                    "argument 'mode' is '%.40s'; it must be zeros, reflect, "
                    "symmetric, replicate or circular",
                    name);
}

const char *ref_pad_mode_name(ref_pad_mode mode)
{
    int value = (int)mode;

    if (value < 0 || value >= REF_PAD_MODE_COUNT)
        return "unknown mode";
    return names[value];
}
