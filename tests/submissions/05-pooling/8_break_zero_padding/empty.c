// expect: verdict=wrong_answer
// Nothing is written, and the stub's mark is gone.
#include "exercises.h"

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
}
