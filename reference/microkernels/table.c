/* The table of one machine: its inner loops under one name. */
#include "kernels.h"

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const ref_microkernels REF_KERNEL(microkernels) = {
    .name = TEXT(REF_SIMD),
    .lanes = VL,
    .narrow = NARROW,
    .axpy = REF_KERNEL(axpy),
    .dot = REF_KERNEL(dot),
    .pool_max = REF_KERNEL(pool_max),
    .pool_sum = REF_KERNEL(pool_sum),
    .mean = REF_KERNEL(mean),
    .largest = REF_KERNEL(largest),
    .tiles = &REF_KERNEL(tiles),
    .stack = REF_KERNEL(stack),
    .fill = REF_KERNEL(fill),
    .pack = REF_KERNEL(pack),
    .winograd_2 = &REF_KERNEL(winograd_2),
    .winograd_4 = &REF_KERNEL(winograd_4),
};
