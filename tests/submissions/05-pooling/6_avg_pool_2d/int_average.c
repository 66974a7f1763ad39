// expect: verdict=wrong_answer misconception=M12
// int sum, int division.
#include "exercises.h"

static int windows(int w, int kw, int sw, int pw, int ceil_mode)
{
    int space = w + 2 * pw - kw;
    int steps = space / sw;

    if (ceil_mode != 0 && space % sw != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1;
}

static int overlap(int first, int k, int low, int high)
{
    int from = first > low ? first : low;
    int to = first + k < high ? first + k : high;

    return to - from;
}

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    int oh = windows(h, kh, sh, ph, ceil_mode);
    int ow = windows(w, kw, sw, pw, ceil_mode);

    int rim_h = count_padding != 0 ? ph : 0;
    int rim_w = count_padding != 0 ? pw : 0;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            int top = i * sh - ph;
            int left = j * sw - pw;
            int count = overlap(top, kh, -rim_h, h + rim_h) *
                        overlap(left, kw, -rim_w, w + rim_w);
            int sum = 0;

            for (int r = top; r < top + kh; r++)
                for (int q = left; q < left + kw; q++)
                    if (r >= 0 && r < h && q >= 0 && q < w)
                        sum += x[r * w + q];
            y[i * ow + j] = sum / count;
        }
}
