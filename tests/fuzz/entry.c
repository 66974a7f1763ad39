/* Where libFuzzer enters. FUZZ is the function to call: fuzz_npy, fuzz_png,
 * fuzz_pnm, fuzz_shape, as fuzz.mk has it. */
#include "fuzz.h"

#ifndef FUZZ
#define FUZZ fuzz_npy
#endif

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    FUZZ(bytes, size);
    return 0;
}
