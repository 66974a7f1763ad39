// expect: verdict=wrong_answer misconception=PS1
// ceil of what an int division has cut.
#include "exercises.h"

#include <math.h>

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int places = (w + 2 * pw - kw) / sw;
    int n = (int)(ceil_mode ? ceil(places) : floor(places)) + 1;

    if (ceil_mode && (n - 1) * sw >= w + pw)
        n--;
    return n;
}
