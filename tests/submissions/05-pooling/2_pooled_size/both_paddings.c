// expect: verdict=wrong_answer misconception=PS3
// The last window may start in the padding behind.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int space = w + 2 * pw - kw;
    int steps = space / sw;

    if (ceil_mode != 0 && space % sw != 0 && (steps + 1) * sw < 2 * pw + w)
        steps++;
    return steps + 1;
}
