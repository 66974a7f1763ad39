// expect: exercise=avg_pool_2d verdict=compile_error|wrong_answer row=8
/* A hundred thousand warnings, and then something that compiles. */
#include "exercises.h"

#define A(x) x x x x x x x x x x
#define B(x) A(A(A(A(A(x)))))

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    B(h;)
    y[0] = 1;
}
