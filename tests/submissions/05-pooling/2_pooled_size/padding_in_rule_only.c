// expect: verdict=wrong_answer misconception=PS15
// The padding stands in the rule alone.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int steps = (w + 0 - kw) / sw;
    if (ceil_mode && (w + 0 - kw) % sw != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1;
}
