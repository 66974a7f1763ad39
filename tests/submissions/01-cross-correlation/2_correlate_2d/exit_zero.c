// expect: verdict=crash
// Ends the process with the status of success.
#include "exercises.h"
#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    exit(0);
}
