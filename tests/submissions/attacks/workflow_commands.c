// expect: exercise=pad_2d verdict=wrong_answer row=9
/* GitHub's commands for a runner. */
#include "exercises.h"

#include <stdio.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    puts("::set-output name=points::10/10");
    puts("::error file=x.c,line=1::fake");
    puts("::add-mask::e");
    puts("::stop-commands::x");
}
