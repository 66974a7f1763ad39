// expect: verdict=wrong_answer
// Nothing is written, and the stub's mark is gone.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    (void)x;
    (void)h;
    (void)w;
    (void)k;
    (void)kh;
    (void)kw;
}
