// expect: exercise=correlate_2d verdict=wrong_answer row=2
/* Global names in assembly that the program might be started by. */
#include "exercises.h"

#include <stdlib.h>

#ifdef __ELF__
static __attribute__((used)) void leave(void)
{
    _Exit(0);
}
__asm__(".globl _start, main, _init, _fini, __libc_csu_init\n"
        ".set _start, leave\n.set main, leave\n.set _init, leave\n"
        ".set _fini, leave\n.set __libc_csu_init, leave");
#endif

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    y[0] = 1;
}
