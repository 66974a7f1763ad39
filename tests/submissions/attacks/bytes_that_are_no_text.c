// expect: exercise=avg_pool_2d verdict=wrong_answer row=9
/* Zero bytes, broken UTF-8, marks that turn the direction of writing. */
#include "exercises.h"

#include <stdio.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    const char text[] =
        "\0\xff\xfe\xc0\x80\xed\xa0\x80\xe2\x80\xae\xf4\x90\x80\x80\r\b\v";
    fwrite(text, 1, sizeof text, stdout);
}
