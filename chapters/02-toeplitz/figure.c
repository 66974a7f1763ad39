/* Computes the numbers of chapter 2's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *
 * Grids have one cell per line (x, y, shade, text), pictures one row of
 * pixels per line.
 */
#include "chapters/02-toeplitz/toeplitz.h"
#include "reference/conv.h"
#include "reference/io/image_file.h"
#include "reference/toeplitz.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *folder;

/* ---- small helpers ------------------------------------------------------ */

static void stop(const char *what)
{
    fprintf(stderr, "figure: %s\n", what);
    exit(1);
}

static FILE *columns(const char *name)
{
    char path[1024];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s.dat", folder, name);
    f = fopen(path, "w");
    if (f == NULL)
        stop(path);
    return f;
}

static void finish(FILE *f)
{
    if (fclose(f) != 0)
        stop("cannot write a file of columns");
}

static float *numbers(int count)
{
    float *a = calloc((size_t)count, sizeof *a);

    if (a == NULL)
        stop("no memory");
    return a;
}

/* One row of pixels per line; each pixel ZOOM times in both directions, so
 * that a viewer that smooths pictures still shows it as a square. */
static void write_picture(const char *name, const float *x, int h, int w)
{
    enum { ZOOM = 3 };
    FILE *f = columns(name);

    for (int i = 0; i < h * ZOOM; i++) {
        for (int j = 0; j < w * ZOOM; j++)
            fprintf(f, "%g ", (double)x[i / ZOOM * w + j / ZOOM]);
        fprintf(f, "\n");
    }
    finish(f);
}

static void end_of_panel(FILE *f)
{
    fprintf(f, "\n\n");
}

/* ---- the pattern of U ---------------------------------------------------- */

enum { MOST = 12 * 30 };

/* A matrix whose numbers say which weight stands there, 0: none. A label is
 * its row of the kernel, 1, 2, ..., which gives the colour. */
static void pattern(FILE *f, const float *matrix, int rows, int cols, int kw)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            int tap = (int)matrix[i * cols + j];

            fprintf(f, "%d %d %d \"", j, i, tap > 0 ? 1 + (tap - 1) / kw : 0);
            if (tap > 0)
                fprintf(f, "%d", tap);
            fprintf(f, "\"\n");
        }
    end_of_panel(f);
}

static void pattern_figure(void)
{
    enum { W1 = 8, K1 = 3, H2 = 5, W2 = 6, K2 = 3 };
    FILE *f = columns("pattern");
    ref_conv1d_params ring = REF_CONV1D_DEFAULTS;
    float k[K2 * K2], matrix[MOST];

    for (int t = 0; t < K2 * K2; t++)
        k[t] = (float)(t + 1);
    naive_toeplitz_1d(k, K1, W1, matrix);
    pattern(f, matrix, W1 - K1 + 1, W1, K1);
    ring.pr = K1 - 1;
    ring.pad_mode = REF_PAD_CIRCULAR;
    if (ref_toeplitz1d(k, 1, 1, K1, W1, &ring, matrix) != REF_OK)
        stop(ref_status_message());
    pattern(f, matrix, W1, W1, K1);
    naive_toeplitz_2d(k, K2, K2, H2, W2, matrix);
    pattern(f, matrix, (H2 - K2 + 1) * (W2 - K2 + 1), H2 * W2, K2);
    finish(f);
}

/* ---- how much of U is not zero ------------------------------------------- */

/* Side, elements of U, nonzeros of U, weights of the kernel. */
static void nonzeros_figure(void)
{
    enum { K = 3 };
    FILE *f = columns("nonzeros");

    for (int n = 4; n <= 256; n *= 2) {
        int rows, cols;
        size_t nonzeros;

        if (ref_toeplitz2d_size(1, 1, K, K, n, n, NULL, &rows, &cols,
                                &nonzeros) != REF_OK)
            stop(ref_status_message());
        fprintf(f, "%d %.0f %.0f %d\n", n, (double)rows * (double)cols,
                (double)nonzeros, K * K);
    }
    finish(f);
}

/* ---- recovering a kernel ------------------------------------------------- */

enum { SIDE = 3, TAPS = SIDE * SIDE, UNKNOWNS = TAPS + 1 };

static const float secret[TAPS] = {
    0.00f, 0.05f, 0.10f, //
    0.10f, 0.30f, 0.20f, //
    0.15f, 0.05f, 0.00f, //
};
static const float secret_bias = 10;

/* The normal equations of all windows, solved. */
static void recover(const float *x, int w, const float *y, int oh, int ow,
                    double *z)
{
    double A[UNKNOWNS * UNKNOWNS] = {0};

    for (int p = 0; p < UNKNOWNS; p++)
        z[p] = 0;
    for (int e = 0; e < oh * ow; e++) {
        double row[UNKNOWNS];

        for (int t = 0; t < TAPS; t++)
            row[t] = (double)x[(e / ow + t / SIDE) * w + (e % ow + t % SIDE)];
        row[TAPS] = 1;
        for (int p = 0; p < UNKNOWNS; p++) {
            for (int q = 0; q < UNKNOWNS; q++)
                A[p * UNKNOWNS + q] += row[p] * row[q];
            z[p] += row[p] * (double)y[e];
        }
    }
    naive_solve(A, UNKNOWNS, z);
}

static void recover_figure(const float *x, int h, int w)
{
    int oh = h - SIDE + 1, ow = w - SIDE + 1;
    float *y = numbers(oh * ow);
    FILE *f = columns("recover_cells");
    double z[UNKNOWNS];

    if (ref_conv2d(x, 1, 1, h, w, secret, 1, SIDE, SIDE, &secret_bias, NULL,
                   y) != REF_OK)
        stop(ref_status_message());
    for (int e = 0; e < oh * ow; e++)
        y[e] = roundf(y[e]);
    recover(x, w, y, oh, ow, z);
    for (int t = 0; t < TAPS; t++)
        fprintf(f, "%d %d 0 \"%.4f\" \"%.2f\"\n", t % SIDE, t / SIDE,
                fabs(z[t]) < 5e-5 ? 0.0 : z[t], (double)secret[t]);
    fprintf(f, "1 4 1 \"%.4f\" \"%.0f\"\n", z[TAPS], (double)secret_bias);
    finish(f);
    write_picture("recover_x", x, h, w);
    write_picture("recover_y", y, oh, ow);
    free(y);
}

/* ---- all of them ---------------------------------------------------------- */

int main(int argc, char **argv)
{
    ref_image chart;

    if (argc != 2) {
        fprintf(stderr, "usage: figure FOLDER (from the root of the house)\n");
        return 2;
    }
    folder = argv[1];
    if (ref_image_read("chapters/chart.png", &chart) != REF_OK)
        stop(ref_status_message());
    pattern_figure();
    nonzeros_figure();
    recover_figure(chart.data, chart.h, chart.w);
    ref_image_free(&chart);
    return 0;
}
