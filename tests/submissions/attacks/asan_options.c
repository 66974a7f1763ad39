// expect: exercise=correlate_1d verdict=leak row=19 points=max-1
/* Tells the sanitizer to be quiet, and leaks. */
#include "exercises.h"

#include <stdlib.h>

const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0:halt_on_error=0:exitcode=0";
}
const char *__ubsan_default_options(void);
const char *__ubsan_default_options(void)
{
    return "halt_on_error=0";
}

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
    }
    void *volatile lost = malloc(64);
    (void)lost;
}
