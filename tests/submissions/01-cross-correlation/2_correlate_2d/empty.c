// expect: verdict=wrong_answer
// Nothing is written, and the stub's mark is gone.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
}
