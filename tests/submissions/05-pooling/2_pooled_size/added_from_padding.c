// expect: verdict=wrong_answer misconception=PS13
// The added window compared with w, counted from the padding.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int steps = (w + 2 * pw - kw) / sw;
    if (ceil_mode && (w + 2 * pw - kw) % sw != 0 && (steps + 1) * sw < w)
        steps++;
    return steps + 1;
}
