// expect: verdict=pass
// Counts the windows one by one, in long long.
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int n = 0;
    long long end = (long long)w + pw;

    for (long long start = -pw; start < w; start += sw) {
        if (start + kw <= end)
            n++;
        else if (ceil_mode && start - sw + kw < end)
            n++;
    }
    return n;
}
