/* Padding, stride and dilation, each alone and then together.
 *
 *   windows        as many as can be laid down       "Counting windows"
 *   border         an index map, or zeros            "What stands outside"
 *   stride         y[i] = sum x[i*s + u]       k[u]  "Stride"
 *   dilation       y[i] = sum x[i + u*d]       k[u]  "Dilation"
 *   all of them    y[i] = sum x[i*s - p + u*d] k[u]  "All in one line"
 *
 *   n, w  elements of the axis       s     stride: from window to window
 *   k     elements of the kernel     d     dilation: from element to element
 *   i     place in the output        p     zeros on each side
 *   u     place in the kernel        pt pb pl pr  on top, bottom, left, right
 */
#include "padding_stride_dilation.h"

int naive_count_windows(int n, int k, int s, int p, int d)
{
    int count = 0;
    int start = -p; /* where the first window begins */

    while (start + d * (k - 1) <= n + p - 1) { /* its last element */
        count++;
        start += s;
    }
    return count;
}

int naive_circular_index(int i, int n)
{
    while (i < 0)
        i += n;
    while (i >= n)
        i -= n;
    return i;
}

void naive_pad_zeros_2d(const float *x, int h, int w, int pt, int pb, int pl,
                        int pr, float *y)
{
    int ph = pt + h + pb;
    int pw = pl + w + pr;

    for (int i = 0; i < ph; i++) {
        for (int j = 0; j < pw; j++) {
            int r = i - pt; /* row and column in x */
            int c = j - pl;
            int inside = r >= 0 && r < h && c >= 0 && c < w;

            y[i * pw + j] = inside ? x[r * w + c] : 0;
        }
    }
}

void naive_strided_1d(const float *x, int w, const float *k, int kw, int s,
                      float *y)
{
    int ow = (w - kw) / s + 1; /* whole steps, and the first window */

    for (int i = 0; i < ow; i++) {
        float sum = 0;

        for (int u = 0; u < kw; u++)
            sum += x[i * s + u] * k[u];
        y[i] = sum;
    }
}

void naive_dilated_1d(const float *x, int w, const float *k, int kw, int d,
                      float *y)
{
    int extent = d * (kw - 1) + 1; /* from the first element to the last */
    int ow = w - extent + 1;

    for (int i = 0; i < ow; i++) {
        float sum = 0;

        for (int u = 0; u < kw; u++)
            sum += x[i + u * d] * k[u];
        y[i] = sum;
    }
}

void naive_window_1d(const float *x, int w, const float *k, int kw, int s,
                     int p, int d, float *y)
{
    int extent = d * (kw - 1) + 1;
    int ow = (w + 2 * p - extent) / s + 1;

    for (int i = 0; i < ow; i++) {
        float sum = 0;

        for (int u = 0; u < kw; u++) {
            int at = i * s - p + u * d;

            if (at >= 0 && at < w)
                sum += x[at] * k[u];
        }
        y[i] = sum;
    }
}
