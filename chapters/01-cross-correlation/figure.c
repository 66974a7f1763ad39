/* Computes the numbers of chapter 1's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *
 * Two kinds of file: grids of numbers, one cell per line (x, y, shade, text,
 * small text), and pictures, one row of pixels per line.
 */
#include "chapters/01-cross-correlation/cross_correlation.h"
#include "reference/conv.h"
#include "reference/io/image_file.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

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

/* ---- grids of numbers: the window and the flip -------------------------- */

/* What a cell is; figure.gp gives each its colour. */
enum shade { PLAIN, UNDER_WINDOW, DONE, NOW, KERNEL };

static void cell(FILE *f, double x, double y, enum shade shade,
                 const char *text, const char *small)
{
    fprintf(f, "%g %g %d \"%s\" \"%s\"\n", x, y, (int)shade, text, small);
}

static void grid(FILE *f, double left, double top, enum shade shade,
                 const float *m, int h, int w)
{
    char text[32];

    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            snprintf(text, sizeof text, "%g", (double)m[i * w + j]);
            cell(f, left + j, top + i, shade, text, "");
        }
}

/* A line under the grids, or a name above one. */
static void label(FILE *f, double x, double y, const char *text)
{
    fprintf(f, "%g %g \"%s\"\n", x, y, text);
}

static void end_of_panel(FILE *f)
{
    fprintf(f, "\n\n");
}

/* The example of V. Dumoulin's animation, conv_arithmetic. */
enum { AX = 5, AK = 3, AY = AX - AK + 1 };
static const float arithmetic_x[AX * AX] = {
    3, 3, 2, 1, 0, //
    0, 0, 1, 3, 1, //
    3, 1, 2, 2, 3, //
    2, 0, 0, 2, 2, //
    2, 0, 0, 0, 1, //
};
static const float arithmetic_k[AK * AK] = {
    0, 1, 2, //
    2, 2, 0, //
    0, 1, 2, //
};

/* The image, and on the cells under the window at (i, j) the kernel. */
static void window_over_image(FILE *f, int i, int j)
{
    char text[32], small[32];

    for (int r = 0; r < AX; r++)
        for (int c = 0; c < AX; c++) {
            int u = r - i;
            int v = c - j;
            int under = u >= 0 && u < AK && v >= 0 && v < AK;
            int tap = under ? u * AK + v : 0;

            snprintf(text, sizeof text, "%g", (double)arithmetic_x[r * AX + c]);
            snprintf(small, sizeof small, "%g", (double)arithmetic_k[tap]);
            cell(f, c, r, under ? UNDER_WINDOW : PLAIN, text,
                 under ? small : "");
        }
}

/* The output up to the element (i, j). */
static void output_so_far(FILE *f, const float *y, int i, int j)
{
    char text[32];

    for (int p = 0; p < AY * AY; p++) {
        int now = i * AY + j;

        snprintf(text, sizeof text, "%g", (double)y[p]);
        cell(f, 7 + p % AY, 1 + p / AY,
             p < now    ? DONE
             : p == now ? NOW
                        : PLAIN,
             p <= now ? text : "", "");
    }
}

/* "3·0 + 3·1 + ... = 12" */
static void written_out(char *text, size_t size, int i, int j, double sum)
{
    size_t n = 0;

    for (int u = 0; u < AK; u++)
        for (int v = 0; v < AK; v++)
            n += (size_t)snprintf(text + n, size - n, "%s%g·%g",
                                  n > 0 ? " + " : "",
                                  (double)arithmetic_x[(i + u) * AX + (j + v)],
                                  (double)arithmetic_k[u * AK + v]);
    snprintf(text + n, size - n, " = %g", sum);
}

static void window_figure(void)
{
    static const int at[4][2] = {{0, 0}, {0, 1}, {1, 0}, {2, 2}};
    FILE *cells = columns("window_cells");
    FILE *labels = columns("window_labels");
    FILE *frames = columns("window_frames");
    float y[AY * AY];
    char text[256];

    naive_correlate_2d(arithmetic_x, AX, AX, arithmetic_k, AK, AK, y);
    for (int p = 0; p < 4; p++) {
        int i = at[p][0];
        int j = at[p][1];

        window_over_image(cells, i, j);
        output_so_far(cells, y, i, j);
        fprintf(frames, "%d %d %d %d\n", j, i, AK, AK);
        written_out(text, sizeof text, i, j, (double)y[i * AY + j]);
        label(labels, 4.5, 5.2, text);
        snprintf(text, sizeof text, "i = %d, j = %d", i, j);
        label(labels, 2, -1.0, text);
        snprintf(text, sizeof text, "y[%d,%d] = %g", i, j,
                 (double)y[i * AY + j]);
        label(labels, 8, -0.0, text);
        end_of_panel(cells);
        end_of_panel(frames);
        end_of_panel(labels);
    }
    finish(cells);
    finish(labels);
    finish(frames);
}

static void flip_figure(void)
{
    static const float impulse[5 * 5] = {[2 * 5 + 2] = 1};
    static const float k[3 * 3] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    FILE *cells = columns("flip_cells");
    FILE *labels = columns("flip_labels");
    float y[3 * 3];

    grid(cells, 0, 0, PLAIN, impulse, 5, 5);
    cell(cells, 2, 2, UNDER_WINDOW, "1", "");
    label(labels, 2, -1, "image x: one 1");
    grid(cells, 7, 1, KERNEL, k, 3, 3);
    label(labels, 8, 0, "kernel k");
    naive_correlate_2d(impulse, 5, 5, k, 3, 3, y);
    grid(cells, 12, 1, DONE, y, 3, 3);
    label(labels, 13, 0, "cross-correlation");
    label(labels, 13, 4.2, "the kernel, half a turn on");
    naive_convolve_2d(impulse, 5, 5, k, 3, 3, y);
    grid(cells, 18, 1, DONE, y, 3, 3);
    label(labels, 19, 0, "true convolution");
    label(labels, 19, 4.2, "the kernel as it is");
    finish(cells);
    finish(labels);
}

/* ---- pictures ------------------------------------------------------------ */

/* Same size: zeros all round, then the valid size of the larger image. */
static void filter_same(const float *x, int h, int w, const float *k, int kh,
                        int kw, float *y)
{
    int ph = h + kh - 1;
    int pw = w + kw - 1;
    float *padded = numbers(ph * pw);

    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            padded[(i + kh / 2) * pw + (j + kw / 2)] = x[i * w + j];
    naive_correlate_2d(padded, ph, pw, k, kh, kw, y);
    free(padded);
}

static const float sobel_x[3 * 3] = {-1, 0, 1, -2, 0, 2, -1, 0, 1};
static const float sobel_y[3 * 3] = {-1, -2, -1, 0, 0, 0, 1, 2, 1};
static const float laplacian[3 * 3] = {0, 1, 0, 1, -4, 1, 0, 1, 0};

/* A bell of the given width on a size x size grid, normalised to sum 1. */
static void gaussian(int size, double sigma, float *k)
{
    double sum = 0;

    for (int p = 0; p < size * size; p++) {
        double du = p / size - (size - 1) / 2.0;
        double dv = p % size - (size - 1) / 2.0;

        k[p] = (float)exp(-(du * du + dv * dv) / (2 * sigma * sigma));
        sum += (double)k[p];
    }
    for (int p = 0; p < size * size; p++)
        k[p] = (float)((double)k[p] / sum);
}

static void filters_figure(const float *x, int h, int w)
{
    float box[5 * 5], bell[5 * 5];
    float *y = numbers(h * w);

    for (int p = 0; p < 5 * 5; p++)
        box[p] = 1.0f / 25;
    gaussian(5, 1.0, bell);
    write_picture("filters_chart", x, h, w);
    filter_same(x, h, w, box, 5, 5, y);
    write_picture("filters_box", y, h, w);
    filter_same(x, h, w, bell, 5, 5, y);
    write_picture("filters_gaussian", y, h, w);
    filter_same(x, h, w, sobel_x, 3, 3, y);
    write_picture("filters_sobel_x", y, h, w);
    filter_same(x, h, w, sobel_y, 3, 3, y);
    write_picture("filters_sobel_y", y, h, w);
    filter_same(x, h, w, laplacian, 3, 3, y);
    write_picture("filters_laplacian", y, h, w);
    free(y);
}

/* Moves a picture down and right; zeros come in. */
static void shift(const float *x, int h, int w, int down, int right, float *y)
{
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            int inside = i >= down && j >= right;

            y[i * w + j] = inside ? x[(i - down) * w + (j - right)] : 0;
        }
}

static void equivariance_figure(const float *chart, int chart_w)
{
    enum { H = 66, W = 80, TOP = 0, LEFT = 57, DOWN = 16, RIGHT = 26 };
    float x[H * W], moved[H * W], filtered[H * W];
    float filtered_last[H * W], moved_last[H * W];

    for (int i = 0; i < H; i++)
        for (int j = 0; j < W; j++)
            x[i * W + j] = chart[(TOP + i) * chart_w + (LEFT + j)];
    shift(x, H, W, DOWN, RIGHT, moved);
    filter_same(moved, H, W, laplacian, 3, 3, filtered_last);
    filter_same(x, H, W, laplacian, 3, 3, filtered);
    shift(filtered, H, W, DOWN, RIGHT, moved_last);
    write_picture("equivariance_x", x, H, W);
    write_picture("equivariance_moved", moved, H, W);
    write_picture("equivariance_moved_filtered", filtered_last, H, W);
    write_picture("equivariance_filtered", filtered, H, W);
    write_picture("equivariance_filtered_moved", moved_last, H, W);
    for (int p = 0; p < H * W; p++)
        filtered_last[p] -= moved_last[p];
    write_picture("equivariance_difference", filtered_last, H, W);
}

/* ---- finding the pattern -------------------------------------------------- */

/* The normalised score as three correlations, which the sums of its formula
 * turn into when they are multiplied out: with p0 the pattern less its mean,
 *   sum (x-mx)(p-mp) = sum x p0    sum (x-mx)^2 = sum x^2 - (sum x)^2 / n */
static void ncc(const float *x, int h, int w, const float *p, int ph, int pw,
                float *score)
{
    int n = ph * pw;
    int count = (h - ph + 1) * (w - pw + 1);
    float *p0 = numbers(n), *ones = numbers(n), *xx = numbers(h * w);
    float *sum_x = numbers(count), *sum_xx = numbers(count);
    double mean = 0, power = 0;

    for (int t = 0; t < n; t++)
        mean += (double)p[t] / n;
    for (int t = 0; t < n; t++) {
        ones[t] = 1;
        p0[t] = (float)((double)p[t] - mean);
        power += (double)p0[t] * (double)p0[t];
    }
    for (int t = 0; t < h * w; t++)
        xx[t] = x[t] * x[t];
    naive_correlate_2d(x, h, w, p0, ph, pw, score);
    naive_correlate_2d(x, h, w, ones, ph, pw, sum_x);
    naive_correlate_2d(xx, h, w, ones, ph, pw, sum_xx);
    for (int t = 0; t < count; t++) {
        double s = (double)sum_x[t];
        double spread = (double)sum_xx[t] - s * s / n;

        score[t] =
            spread < 0.5 ? 0 : (float)((double)score[t] / sqrt(spread * power));
    }
    free(p0);
    free(ones);
    free(xx);
    free(sum_x);
    free(sum_xx);
}

/* The first place of the highest value. */
static int best(const float *score, int count)
{
    int place = 0;

    for (int t = 1; t < count; t++)
        if (score[t] > score[place])
            place = t;
    return place;
}

static void pattern_figure(const float *x, int h, int w, const float *p, int ph,
                           int pw)
{
    int oh = h - ph + 1;
    int ow = w - pw + 1;
    float *raw = numbers(oh * ow), *score = numbers(oh * ow);
    FILE *found = columns("pattern_found");
    int place;

    naive_correlate_2d(x, h, w, p, ph, pw, raw);
    ncc(x, h, w, p, ph, pw, score);
    write_picture("pattern_pattern", p, ph, pw);
    write_picture("pattern_chart", x, h, w);
    place = best(raw, oh * ow);
    fprintf(found, "%d %d %d %d %g\n", place % ow, place / ow, pw, ph,
            (double)raw[place]);
    place = best(score, oh * ow);
    fprintf(found, "%d %d %d %d %g\n", place % ow, place / ow, pw, ph,
            (double)score[place]);
    for (int t = 0; t < oh * ow; t++)
        raw[t] /= 255 * 255;
    write_picture("pattern_raw", raw, oh, ow);
    write_picture("pattern_score", score, oh, ow);
    finish(found);
    free(raw);
    free(score);
}

/* ---- time ----------------------------------------------------------------- */

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

enum { TIME_K = 5 };

static void run_naive(const float *x, int n, const float *k, float *y)
{
    naive_correlate_2d(x, n, n, k, TIME_K, TIME_K, y);
}

static void run_reference(const float *x, int n, const float *k, float *y)
{
    if (ref_conv2d(x, 1, 1, n, n, k, 1, TIME_K, TIME_K, NULL, NULL, y) !=
        REF_OK)
        stop(ref_status_message());
}

/* Seconds of one call: the fastest of several batches, because whatever else
 * the machine does can only make a batch slower. */
static double seconds(void (*run)(const float *, int, const float *, float *),
                      const float *x, int n, const float *k, float *y)
{
    int calls = 1 + 4000000 / (n * n * TIME_K * TIME_K);
    double fastest = 1e9;

    for (int batch = 0; batch < 5; batch++) {
        double start = now();

        for (int c = 0; c < calls; c++)
            run(x, n, k, y);
        fastest = fmin(fastest, (now() - start) / calls);
    }
    return fastest;
}

static void time_figure(void)
{
    enum { LARGEST = 2048 };
    FILE *f = columns("time");
    float *x = numbers(LARGEST * LARGEST);
    float *y = numbers(LARGEST * LARGEST);
    float k[TIME_K * TIME_K];

    for (int t = 0; t < LARGEST * LARGEST; t++)
        x[t] = (float)(t % 251) / 251;
    for (int t = 0; t < TIME_K * TIME_K; t++)
        k[t] = (float)(t % 7) - 3;
    for (int n = 8; n <= LARGEST; n *= 2)
        fprintf(f, "%d %g %g\n", n, seconds(run_naive, x, n, k, y),
                seconds(run_reference, x, n, k, y));
    finish(f);
    free(x);
    free(y);
}

/* ---- all of them ---------------------------------------------------------- */

static ref_image read_grey(const char *path)
{
    ref_image picture;

    if (ref_image_read(path, &picture) != REF_OK)
        stop(ref_status_message());
    return picture;
}

int main(int argc, char **argv)
{
    ref_image chart, pattern;

    if (argc != 2) {
        fprintf(stderr, "usage: figure FOLDER (from the root of the house)\n");
        return 2;
    }
    folder = argv[1];
    chart = read_grey("chapters/chart.png");
    pattern = read_grey("chapters/pattern.png");
    window_figure();
    flip_figure();
    filters_figure(chart.data, chart.h, chart.w);
    equivariance_figure(chart.data, chart.w);
    pattern_figure(chart.data, chart.h, chart.w, pattern.data, pattern.h,
                   pattern.w);
    time_figure();
    ref_image_free(&chart);
    ref_image_free(&pattern);
    return 0;
}
