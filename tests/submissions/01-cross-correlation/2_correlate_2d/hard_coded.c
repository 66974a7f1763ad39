// expect: verdict=wrong_answer
// The lesson's numbers, written into the program.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    if (h == 3 && w == 3) {
        y[0] = 370;
        y[1] = 470;
        y[2] = 670;
        y[3] = 770;
    }
}
