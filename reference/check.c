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

ref_status ref_check_pointer(const char *name, const void *pointer)
{
    if (pointer)
        return REF_OK;
    return ref_fail(REF_ENULL, "argument '%s' is NULL; it must point to memory",
                    name);
}
