/* Checks that several operators share: each is one rule and its sentence. */
#include "check.h"

ref_status ref_check_least(const char *name, int value, int least,
                           ref_status status)
{
    if (value >= least)
        return REF_OK;
    return ref_fail(status, "argument '%s' is %d; it must be at least %d", name,
                    value, least);
}

ref_status ref_check_batch(int n, int c)
{
    REF_TRY(ref_check_least("n", n, 0, REF_ESIZE));
    return ref_check_least("c", c, 1, REF_ESIZE);
}

ref_status ref_check_images(int n, int c, int h, int w)
{
    REF_TRY(ref_check_batch(n, c));
    REF_TRY(ref_check_least("h", h, 1, REF_ESIZE));
    return ref_check_least("w", w, 1, REF_ESIZE);
}

ref_status ref_check_choice(const char *name, int value, int count,
                            const char *type)
{
    if (value >= 0 && value < count)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d; it must be one of the %d values of "
                    "%s",
                    name, value, count, type);
}

ref_status ref_check_pointer(const char *name, const void *pointer)
{
    if (pointer)
        return REF_OK;
    return ref_fail(REF_ENULL, "argument '%s' is NULL; it must point to memory",
                    name);
}
