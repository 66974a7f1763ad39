/* The table of one machine: its inner loops under one name. */
#include "kernels.h"

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const ref_microkernels REF_KERNEL(microkernels) = {
    .name = TEXT(REF_SIMD),
    .lanes = VL,
    .axpy = REF_KERNEL(axpy),
    .axpy_spread = REF_KERNEL(axpy_spread),
    .add = REF_KERNEL(add),
    .max = REF_KERNEL(max),
    .dot = REF_KERNEL(dot),
    .tiles = &REF_KERNEL(tiles),
    .stack = REF_KERNEL(stack),
    .fill = REF_KERNEL(fill),
    .pack = REF_KERNEL(pack),
};
