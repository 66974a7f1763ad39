// expect: exercise=conv1x1 verdict=crash row=2
/* The function is chosen at start by code that ends the process. */
#include "exercises.h"

#include <stdlib.h>

#if defined(__x86_64__) && defined(__linux__)
static void (*choose(void))(void)
{
    __asm__ volatile("syscall" : : "a"(231), "D"(0) : "rcx", "r11", "memory");
    return NULL;
}
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
    __attribute__((ifunc("choose")));
#else
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    exit(0);
}
#endif
