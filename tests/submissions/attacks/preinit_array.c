// expect: exercise=correlate_2d verdict=crash row=2
/* A function that runs before every constructor. */
#include "exercises.h"

#include <stdlib.h>

static void early(void)
{
    _Exit(0);
}
#ifdef __ELF__
__attribute__((section(".preinit_array"),
               used)) static void (*const entry)(void) = early;
#else
__attribute__((constructor)) static void entry(void)
{
    early();
}
#endif

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    y[0] = 1;
}
