// expect: exercise=matvec verdict=crash|wrong_answer row=6
/* Makes the page of the code that called it writable and fills it with
 * returns. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    uintptr_t caller =
        (uintptr_t)__builtin_return_address(0) & ~(uintptr_t)4095;
    if (mprotect((void *)caller, 4096, PROT_READ | PROT_WRITE | PROT_EXEC) == 0)
        memset((void *)caller, 0xc3, 4096);
}
