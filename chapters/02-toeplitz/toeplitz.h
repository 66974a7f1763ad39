/* Chapter 2: convolution as a matrix product.
 *
 * A matrix of m rows and n columns is an array like an image: row-major,
 * U[i*n + j] is row i, column j.  Inputs are left alone, every element of an
 * output is written, and outputs overlap no input.  The kernel is never
 * larger than the input.
 */
#ifndef CONVLINGS_NAIVE_TOEPLITZ_H
#define CONVLINGS_NAIVE_TOEPLITZ_H

/* U[i, i+u] = k[u], and 0 elsewhere: row i makes the output y[i]
 *   k  in   kw numbers: the kernel
 *   U  out  ow x w, with ow = w-kw+1
 */
void naive_toeplitz_1d(const float *k, int kw, int w, float *U);

/* U[i*ow+j, (i+u)*w+(j+v)] = k[u,v], and 0 elsewhere
 *   k  in   kh x kw: the kernel
 *   U  out  oh*ow x h*w, with oh = h-kh+1 and ow = w-kw+1
 */
void naive_toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U);

/* y[i] = sum over j of U[i,j] x[j]
 *   U  in   m x n     x  in  n numbers     y  out  m numbers
 */
void naive_matvec(const float *U, int m, int n, const float *x, float *y);

/* x[j] = sum over i of U[i,j] y[i], the product with U turned on its side
 *   U  in   m x n     y  in  m numbers     x  out  n numbers
 */
void naive_matvec_transposed(const float *U, int m, int n, const float *y,
                             float *x);

/* Solves A z = b for z, n equations for n unknowns.
 *   A  in   n x n: the transpose of A is A, and z'A z > 0 unless z is 0;
 *           used up
 *   b  in   n numbers; out: z
 */
void naive_solve(double *A, int n, double *b);

#endif
