#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int space = w + 2 * pw - kw; /* how far the first window can move */
    int steps = space / sw;

    /* One step more would start the window at place (steps + 1) * sw of the
     * padded axis; the last element is at place pw + w - 1. */
    if (ceil_mode != 0 && space % sw != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1; /* n steps, n + 1 windows */
}
