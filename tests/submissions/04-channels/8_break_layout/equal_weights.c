// expect: verdict=wrong_answer
// A window as large as the image, all weights alike.
#include "exercises.h"

/* With one channel both layouts are the same, and with one pixel as well: it
 * takes two of each. The wrong program takes x[0], x[1] for the two channels
 * of the first pixel, but x[1] is the second pixel of channel 0. */
void break_layout(float *x, int *c_in, int *h, int *w, float *weight, int *kh,
                  int *kw)
{
    *c_in = 2;
    *h = 1;
    *w = 2;
    x[0] = 1; /* channel 0 */
    x[1] = 2;
    x[2] = 3; /* channel 1 */
    x[3] = 4;

    *kh = 1;
    *kw = 2;
    for (int n = 0; n < 4; n++)
        weight[n] = 1;
}
