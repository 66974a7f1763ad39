// expect: exercise=avg_pool_2d verdict=wrong_answer|compile_error row=7
/* Learns which files there are, one bit at a time. */
#include "exercises.h"

#include <stdio.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
#if __has_include("/etc/gshadow") || __has_include("/etc/ssh/ssh_host_rsa_key")
    puts("there");
#endif
    y[0] = 1;
}
