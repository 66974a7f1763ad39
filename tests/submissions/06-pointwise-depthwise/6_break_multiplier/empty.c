// expect: verdict=wrong_answer
// Nothing is written, and the mark of the stub is gone.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
}
