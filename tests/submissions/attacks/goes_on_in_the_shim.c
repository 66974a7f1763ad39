// expect: exercise=pad_2d verdict=wrong_answer|crash row=5
/* Looks for what the caller passes on after the return, through the frame
 * address. */
#include "exercises.h"

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    float *const *frame = __builtin_frame_address(0);
    for (int i = 0; i < 8; i++)
        if (frame[i] == y)
            y[0] = 1;
}
