// expect: verdict=pass
// Steps until a window does not fit.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int n = 0;
    for (int s = -pw; s + kw <= w + pw; s += sw)
        n++;
    if (ceil_mode) {
        int s = -pw + n * sw;
        int covered = -pw + (n - 1) * sw + kw;
        if (covered < w + pw && s < w)
            n++;
    }
    return n;
}
