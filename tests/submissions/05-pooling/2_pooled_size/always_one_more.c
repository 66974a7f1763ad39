// expect: verdict=wrong_answer misconception=PS11
// Ceil mode adds a window though nothing is left over.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int space = w + 2 * pw - kw;
    int steps = space / sw;

    if (ceil_mode != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1;
}
