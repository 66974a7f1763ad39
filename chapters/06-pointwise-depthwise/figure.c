/* Computes the numbers of chapter 6's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *
 * Pictures are written as one row of pixels per line.
 */
#include "chapters/06-pointwise-depthwise/pointwise_depthwise.h"
#include "reference/conv.h"
#include "reference/cost.h"
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

static void must(ref_status status)
{
    if (status != REF_OK)
        stop(ref_status_message());
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

/* Each pixel ZOOM times in both directions, so that a viewer that smooths
 * pictures still shows it as a square. */
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

/* ---- which weights there are --------------------------------------------- */

enum { CHANNELS = 8, GROUPS = 4, SIDE = 3 };

/* One block per weight: left, top, width, height in kernels; row o is output
 * channel o, column c input channel c. */
static void weights_of(const char *name, int groups, int side)
{
    FILE *f = columns(name);
    double size = 0.84 / SIDE;

    for (int o = 0; o < CHANNELS; o++)
        for (int c = 0; c < CHANNELS; c++) {
            if (o * groups / CHANNELS != c * groups / CHANNELS)
                continue;
            for (int t = 0; t < side * side; t++)
                fprintf(f, "%g %g %g\n",
                        c + 0.5 + (t % side - (side - 1) / 2.0) * size,
                        o + 0.5 + (t / side - (side - 1) / 2.0) * size,
                        0.42 * size);
        }
    finish(f);
}

static void weights_figure(void)
{
    weights_of("weights_full", 1, SIDE);
    weights_of("weights_grouped", GROUPS, SIDE);
    weights_of("weights_depthwise", CHANNELS, SIDE);
    weights_of("weights_pointwise", 1, 1);
}

/* ---- the chart, separated ------------------------------------------------ */

static void separable_figure(void)
{
    static const float sobel[18] = {-1, 0,  1,  -2, 0, 2, -1, 0, 1,
                                    -1, -2, -1, 0,  0, 0, 1,  2, 1};
    static const float point[4] = {1, 1, 1, -1}, bias[2] = {0, 0};
    ref_image image;

    must(ref_image_read("chapters/chart.png", &image));
    int h = image.h, w = image.w, plane = (h - 2) * (w - 2);
    float *x = numbers(2 * h * w), *z = numbers(2 * plane);
    float *y = numbers(2 * plane);

    for (int i = 0; i < 2 * h * w; i++)
        x[i] = image.data[i % (h * w)];
    naive_separable_conv2d(x, 2, h, w, sobel, 3, 3, point, 2, bias, z, y);
    write_picture("separable_x", x, h, w);
    write_picture("separable_z0", z, h - 2, w - 2);
    write_picture("separable_z1", z + plane, h - 2, w - 2);
    write_picture("separable_y0", y, h - 2, w - 2);
    write_picture("separable_y1", y + plane, h - 2, w - 2);
    ref_image_free(&image);
    free(x);
    free(z);
    free(y);
}

/* ---- cost ---------------------------------------------------------------- */

/* Multiplications of a layer for one pixel of its output. */
static double cost(int c_in, int c_out, int k, int groups)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_cost one;

    p.groups = groups;
    must(ref_conv2d_cost(c_in, k, k, c_out, k, k, 0, &p, &one));
    return (double)one.multiply_adds;
}

static void cost_figure(void)
{
    FILE *f = columns("cost");

    for (int c = 8; c <= 1024; c *= 2)
        fprintf(f, "%d %g %g %g\n", c, cost(c, c, SIDE, 1),
                cost(c, c, SIDE, GROUPS),
                cost(c, c, SIDE, c) + cost(c, c, 1, 1));
    finish(f);
}

/* ---- time ---------------------------------------------------------------- */

enum { IMAGE = 30, OUT = IMAGE - SIDE + 1, MOST = 256 };

/* Arrays large enough for every layer that is timed. */
struct layer {
    int c, groups;
    float *x, *weight, *point, *bias, *z, *y;
};

/* The formula of chapter 4: channels in groups that do not see each other. */
static void naive_grouped(const struct layer *t)
{
    int cg = t->c / t->groups;

    for (int o = 0; o < t->c; o++)
        for (int i = 0; i < OUT; i++)
            for (int j = 0; j < OUT; j++) {
                float sum = t->bias[o];

                for (int c = 0; c < cg; c++)
                    for (int u = 0; u < SIDE; u++)
                        for (int v = 0; v < SIDE; v++)
                            sum +=
                                t->x[((o / cg * cg + c) * IMAGE + i + u) *
                                         IMAGE +
                                     j + v] *
                                t->weight[((o * cg + c) * SIDE + u) * SIDE + v];
                t->y[(o * OUT + i) * OUT + j] = sum;
            }
}

static void naive_separable(const struct layer *t)
{
    naive_separable_conv2d(t->x, t->c, IMAGE, IMAGE, t->weight, SIDE, SIDE,
                           t->point, t->c, t->bias, t->z, t->y);
}

static void reference_grouped(const struct layer *t)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.groups = t->groups;
    must(ref_conv2d(t->x, 1, t->c, IMAGE, IMAGE, t->weight, t->c, SIDE, SIDE,
                    t->bias, &p, t->y));
}

static void reference_separable(const struct layer *t)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.groups = t->c;
    must(ref_conv2d(t->x, 1, t->c, IMAGE, IMAGE, t->weight, t->c, SIDE, SIDE,
                    NULL, &p, t->z));
    must(ref_conv2d(t->z, 1, t->c, OUT, OUT, t->point, t->c, 1, 1, t->bias,
                    NULL, t->y));
}

/* Time of the processor, in which other programs do not count. */
static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Seconds of one call: the fastest of several batches, because whatever else
 * the machine does can only make a batch slower. */
static double seconds(void (*run)(const struct layer *), struct layer t,
                      int groups)
{
    int calls = 1 + 20000 / (t.c * t.c);
    double fastest = 1e9;

    t.groups = groups;
    for (int batch = 0; batch < 5; batch++) {
        double start = now();

        for (int c = 0; c < calls; c++)
            run(&t);
        fastest = fmin(fastest, (now() - start) / calls);
    }
    return fastest;
}

static float *filled(int count)
{
    float *a = numbers(count);

    for (int i = 0; i < count; i++)
        a[i] = (float)(i % 251) / 251 - 0.5f;
    return a;
}

static void time_figure(void)
{
    FILE *f = columns("time");
    struct layer t = {.x = filled(MOST * IMAGE * IMAGE),
                      .weight = filled(MOST * MOST * SIDE * SIDE),
                      .point = filled(MOST * MOST),
                      .bias = filled(MOST),
                      .z = numbers(MOST * OUT * OUT),
                      .y = numbers(MOST * OUT * OUT)};

    for (t.c = 8; t.c <= MOST; t.c *= 2)
        fprintf(f, "%d %g %g %g %g %g %g\n", t.c, seconds(naive_grouped, t, 1),
                seconds(naive_grouped, t, GROUPS),
                seconds(naive_separable, t, 0),
                seconds(reference_grouped, t, 1),
                seconds(reference_grouped, t, GROUPS),
                seconds(reference_separable, t, 0));
    finish(f);
    free(t.x);
    free(t.weight);
    free(t.point);
    free(t.bias);
    free(t.z);
    free(t.y);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: figure FOLDER (from the root of the house)\n");
        return 2;
    }
    folder = argv[1];
    weights_figure();
    separable_figure();
    cost_figure();
    time_figure();
    return 0;
}
