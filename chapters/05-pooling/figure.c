/* Computes the numbers of chapter 5's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *   figure            prints some numbers of the figure of invariance
 *
 * Three kinds of file: grids of numbers, one cell per line (x, y, shade,
 * text), pictures, one row of pixels per line, and curves.
 */
#include "chapters/05-pooling/pooling.h"
#include "reference/conv.h"
#include "reference/io/image_file.h"
#include "reference/max_pool.h"

#include <math.h>
#include <stdint.h>
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

/* One row of pixels per line; each pixel `zoom` times in both directions, so
 * that pooled pictures are as large as the chart. */
static void write_picture(const char *name, const float *x, int h, int w,
                          int zoom)
{
    FILE *f = columns(name);

    for (int i = 0; i < h * zoom; i++) {
        for (int j = 0; j < w * zoom; j++)
            fprintf(f, "%g ", (double)x[i / zoom * w + j / zoom]);
        fprintf(f, "\n");
    }
    finish(f);
}

/* ---- down and back up: grids of numbers ---------------------------------- */

enum { SIDE = 4, HALF = SIDE / 2 };
/* Fillatre's example. */
static const float square[SIDE * SIDE] = {
    1, 1, 2, 4, //
    5, 6, 7, 8, //
    3, 2, 1, 0, //
    1, 2, 3, 4, //
};

/* shade -1: plain; else the number of a window. */
static void cell(FILE *f, double x, double y, int shade, double value)
{
    fprintf(f, "%g %g %d \"%g\"\n", x, y, shade, value);
}

static void label(FILE *f, double x, double y, const char *text)
{
    fprintf(f, "%g %g \"%s\"\n", x, y, text);
}

static void unpool_figure(void)
{
    FILE *cells = columns("unpool_cells");
    FILE *labels = columns("unpool_labels");
    float y[HALF * HALF], back[SIDE * SIDE];
    int64_t index[HALF * HALF];

    if (ref_max_pool2d(square, 1, 1, SIDE, SIDE, 2, 2, NULL, y, index) !=
            REF_OK ||
        ref_max_unpool2d(y, index, 1, 1, HALF, HALF, SIDE, SIDE, back) !=
            REF_OK)
        stop(ref_status_message());
    for (int n = 0; n < SIDE * SIDE; n++) {
        int r = n / SIDE, q = n % SIDE, window = r / 2 * 2 + q / 2;

        cell(cells, q, r, window, (double)square[n]);
        cell(cells, 15 + q, r, back[n] > 0 ? window : -1, (double)back[n]);
    }
    for (int n = 0; n < HALF * HALF; n++) {
        cell(cells, 6 + n % HALF, 1 + n / HALF, n, (double)y[n]);
        cell(cells, 10 + n % HALF, 1 + n / HALF, n, (double)index[n]);
    }
    label(labels, 1.5, -1, "x");
    label(labels, 6.5, 0, "y: the largest");
    label(labels, 10.5, 0, "index: where it stood");
    label(labels, 16.5, -1, "unpooled");
    finish(cells);
    finish(labels);
}

/* ---- pictures ------------------------------------------------------------ */

enum { WINDOW = 4 };

static void pictures_figure(const float *x, int h, int w)
{
    int oh = h / WINDOW, ow = w / WINDOW;
    float *y = numbers(oh * ow);

    write_picture("pictures_chart", x, h, w, 3);
    naive_max_pool_2d(x, h, w, WINDOW, WINDOW, WINDOW, WINDOW, y);
    write_picture("pictures_max", y, oh, ow, 3 * WINDOW);
    naive_avg_pool_2d(x, h, w, WINDOW, WINDOW, WINDOW, WINDOW, y);
    write_picture("pictures_average", y, oh, ow, 3 * WINDOW);
    free(y);
}

/* ---- how much changes when the image moves ------------------------------- */

enum { SHIFTS = 16, VIEW = 160, SOBEL = 3 };

/* The edges of the part of the chart that begins at column `left`: Sobel x,
 * negatives set to 0, as a layer of a network has it. */
static void edges(const float *chart, int h, int w, int left, float *map)
{
    static const float sobel[SOBEL * SOBEL] = {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    float *view = numbers(h * VIEW);

    for (int i = 0; i < h; i++)
        for (int j = 0; j < VIEW; j++)
            view[i * VIEW + j] = chart[i * w + left + j];
    if (ref_conv2d(view, 1, 1, h, VIEW, sobel, 1, SOBEL, SOBEL, NULL, NULL,
                   map) != REF_OK)
        stop(ref_status_message());
    for (int n = 0; n < (h - SOBEL + 1) * (VIEW - SOBEL + 1); n++)
        map[n] = map[n] > 0 ? map[n] : 0;
    free(view);
}

/* 0: the same; 1: wherever one has something, the other has nothing. */
static double change(const float *a, const float *b, int count)
{
    double apart = 0, together = 0;

    for (int n = 0; n < count; n++) {
        apart += fabs((double)a[n] - (double)b[n]);
        together += (double)a[n] + (double)b[n];
    }
    return apart / together;
}

typedef void pool(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                  float *y);

/* The change of the pooled maps; k = 1 leaves them as they are. */
static double pooled_change(pool *f, const float *a, const float *b, int h,
                            int w, int k)
{
    int count = (h / k) * (w / k);
    float *pooled_a = numbers(count), *pooled_b = numbers(count);

    f(a, h, w, k, k, k, k, pooled_a);
    f(b, h, w, k, k, k, k, pooled_b);
    double c = change(pooled_a, pooled_b, count);
    free(pooled_a);
    free(pooled_b);
    return c;
}

/* The averages of the whole maps. */
static double global_change(const float *a, const float *b, int h, int w)
{
    float mean_a, mean_b;

    naive_avg_pool_2d(a, h, w, h, w, 1, 1, &mean_a);
    naive_avg_pool_2d(b, h, w, h, w, 1, 1, &mean_b);
    return change(&mean_a, &mean_b, 1);
}

/* The changes after a move by s pixels: not pooled, the largest of 2x2, 4x4
 * and 8x8, the average of 8x8 and of everything. */
enum { POOLS = 6, LARGEST_POOLS = 4 };

static void changes(const float *chart, int h, int w, int s,
                    double changed[POOLS])
{
    int oh = h - SOBEL + 1, ow = VIEW - SOBEL + 1;
    float *still = numbers(oh * ow), *moved = numbers(oh * ow);

    edges(chart, h, w, SHIFTS, still);
    edges(chart, h, w, SHIFTS - s, moved);
    for (int n = 0; n < LARGEST_POOLS; n++)
        changed[n] =
            pooled_change(naive_max_pool_2d, still, moved, oh, ow, 1 << n);
    changed[4] = pooled_change(naive_avg_pool_2d, still, moved, oh, ow, 8);
    changed[5] = global_change(still, moved, oh, ow);
    free(still);
    free(moved);
}

static void invariance_figure(const float *chart, int h, int w)
{
    FILE *f = columns("invariance");
    double changed[POOLS];

    for (int s = 0; s <= SHIFTS; s++) {
        changes(chart, h, w, s, changed);
        fprintf(f, "%d", s);
        for (int n = 0; n < POOLS; n++)
            fprintf(f, " %.4f", changed[n]);
        fprintf(f, "\n");
    }
    finish(f);
}

static void print_invariance(const float *chart, int h, int w)
{
    double changed[POOLS];

    printf("moved by  no pool  max 2x2  max 4x4  max 8x8  avg 8x8  global\n");
    for (int s = 1; s <= SHIFTS; s *= 2) {
        changes(chart, h, w, s, changed);
        printf("%8d", s);
        for (int n = 0; n < POOLS; n++)
            printf(n < POOLS - 1 ? "  %7.2f" : "  %6.2f\n", changed[n]);
    }
}

int main(int argc, char **argv)
{
    ref_image chart;

    if (argc > 2) {
        fprintf(stderr,
                "usage: figure [FOLDER] (from the root of the house)\n");
        return 2;
    }
    if (ref_image_read("chapters/chart.png", &chart) != REF_OK)
        stop(ref_status_message());
    if (argc < 2) {
        print_invariance(chart.data, chart.h, chart.w);
    } else {
        folder = argv[1];
        unpool_figure();
        pictures_figure(chart.data, chart.h, chart.w);
        invariance_figure(chart.data, chart.h, chart.w);
    }
    ref_image_free(&chart);
    return 0;
}
