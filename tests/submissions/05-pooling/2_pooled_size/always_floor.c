// expect: verdict=wrong_answer misconception=PS1
// ceil_mode has no effect.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int space = w + 2 * pw - kw;
    int steps = space / sw;

    if (0 * ceil_mode != 0 && space % sw != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1;
}
