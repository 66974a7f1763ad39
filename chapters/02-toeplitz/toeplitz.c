/* The matrix of a convolution, what one does with it, and a way back.
 *
 *   U of a row    U[i, i+u] = k[u]                    "One row per output"
 *   U times x     y[i] = sum over j of U[i,j] x[j]    "The product"
 *   U of an image U[i*ow+j, (i+u)*w+(j+v)] = k[u,v]   "An image as a column"
 *   U turned      x[j] = sum over i of U[i,j] y[i]    "The transpose"
 *   elimination   A z = b, for z                      "The way back"
 *
 *   x  the input, w numbers or h x w      i, j  row and column of the output
 *   k  the kernel, kw or kh x kw          u, v  row and column of the kernel
 *   y  the output, ow or oh x ow
 *   U  a row for each output, a column for each input
 */
#include "toeplitz.h"

void naive_toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;

    for (int e = 0; e < ow * w; e++)
        U[e] = 0;
    for (int i = 0; i < ow; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + (i + u)] = k[u]; /* y[i] takes k[u] times x[i+u] */
}

void naive_toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    int n = h * w;

    for (int e = 0; e < oh * ow * n; e++)
        U[e] = 0;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int row = i * ow + j;               /* y[i,j] */
                    int column = (i + u) * w + (j + v); /* x[i+u, j+v] */

                    U[row * n + column] = k[u * kw + v];
                }
}

void naive_matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;

        for (int j = 0; j < n; j++)
            sum += U[i * n + j] * x[j];
        y[i] = sum;
    }
}

void naive_matvec_transposed(const float *U, int m, int n, const float *y,
                             float *x)
{
    for (int j = 0; j < n; j++) {
        float sum = 0;

        for (int i = 0; i < m; i++)
            sum += U[i * n + j] * y[i];
        x[j] = sum;
    }
}

void naive_solve(double *A, int n, double *b)
{
    for (int p = 0; p < n; p++) /* unknown p leaves the rows below p */
        for (int r = p + 1; r < n; r++) {
            double f = A[r * n + p] / A[p * n + p];

            for (int c = p; c < n; c++)
                A[r * n + c] -= f * A[p * n + c];
            b[r] -= f * b[p];
        }
    for (int p = n - 1; p >= 0; p--) { /* the last row has one unknown */
        for (int c = p + 1; c < n; c++)
            b[p] -= A[p * n + c] * b[c];
        b[p] /= A[p * n + p];
    }
}
