/* Computes the numbers of chapter 4's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *
 * It also writes the colour picture itself, which the judge reads.
 */
#include "chapters/04-channels/channels.h"
#include "chapters/04-channels/colour.h"
#include "reference/io/image_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* What a cell is; figure.gp gives each its colour. The first two are channel
 * 0 and channel 1. */
enum shade { CHANNEL_0, CHANNEL_1, WINDOW_0, WINDOW_1, WEIGHT, NOTHING };

static void cell(FILE *f, double x, double y, enum shade shade,
                 const char *text)
{
    fprintf(f, "%g %g %d \"%s\"\n", x, y, (int)shade, text);
}

static void number(FILE *f, double x, double y, enum shade shade, float value)
{
    char text[32];

    snprintf(text, sizeof text, "%g", (double)value);
    cell(f, x, y, shade, text);
}

static void label(FILE *f, double x, double y, const char *text)
{
    fprintf(f, "%g %g \"%s\"\n", x, y, text);
}

/* ---- the two layouts ----------------------------------------------------- */

/* The image of the lesson. */
enum { C = 2, H = 2, W = 3, COUNT = C * H * W };
static const float image[COUNT] = {1, 2, 0, 3, 1, 4, 2, 0, 1, 1, 5, 2};

static void planes(FILE *f, double left, double top)
{
    for (int n = 0; n < COUNT; n++)
        number(f, left + n % W, top + n / W % H + n / (H * W) * (H + 1.0),
               n < H * W ? CHANNEL_0 : CHANNEL_1, image[n]);
}

static void layout_figure(void)
{
    FILE *cells = columns("layout_cells"), *labels = columns("layout_labels");
    char text[32];

    planes(cells, 0, 0);
    label(labels, 1, -1, "channel 0");
    label(labels, 1, 5.2, "channel 1");
    for (int n = 0; n < COUNT; n++) { /* n counts NCHW */
        int c = n / (H * W), pixel = n % (H * W);
        int last = pixel * C + c;

        number(cells, 5 + n, 0.5, c == 0 ? CHANNEL_0 : CHANNEL_1, image[n]);
        number(cells, 5 + last, 3.5, c == 0 ? CHANNEL_0 : CHANNEL_1, image[n]);
        snprintf(text, sizeof text, "%d", n);
        label(labels, 5 + n, 1.3, text);
        label(labels, 5 + n, 4.3, text);
    }
    label(labels, 10.5, -0.5, "NCHW: x[(c*h + i)*w + j], plane after plane");
    label(labels, 10.5, 2.5, "NHWC: x[(i*w + j)*c_in + c], pixel after pixel");
    finish(cells);
    finish(labels);
}

/* ---- windows as columns --------------------------------------------------- */

/* The image, its two 2x2 windows as columns, the weights as a row. */
static void im2col_figure(void)
{
    enum { K = 2, OW = W - K + 1, TAPS = C * K * K };
    static const float weight[TAPS] = {1, 2, 0, 1, 3, 1, 1, 0};
    FILE *cells = columns("im2col_cells"), *labels = columns("im2col_labels");
    float cols[TAPS * OW], y[OW];
    char text[32];

    naive_im2col(image, C, H, W, K, K, cols);
    naive_matrix_product(weight, 1, TAPS, cols, OW, y);
    for (int n = 0; n < COUNT; n++) { /* the first window is darker */
        int first = n % W < K;

        number(cells, n % W, 1.5 + n / W % H + n / (H * W) * (H + 1.0),
               n < H * W ? (first ? WINDOW_0 : CHANNEL_0)
                         : (first ? WINDOW_1 : CHANNEL_1),
               image[n]);
    }
    label(labels, 1, 0.6, "x, 2 channels");
    for (int r = 0; r < TAPS; r++) {
        number(cells, 7 + r, 4, WEIGHT, weight[r]);
        for (int q = 0; q < OW; q++)
            number(cells, 17 + q, r,
                   r < K * K ? (q == 0 ? WINDOW_0 : CHANNEL_0)
                             : (q == 0 ? WINDOW_1 : CHANNEL_1),
                   cols[r * OW + q]);
        snprintf(text, sizeof text, "%d %d %d", r / (K * K), r / K % K, r % K);
        label(labels, 20, r, text);
    }
    for (int q = 0; q < OW; q++) {
        number(cells, 24 + q, 4, NOTHING, y[q]);
        snprintf(text, sizeof text, "%d %d", q / OW, q % OW);
        label(labels, 17 + q, -0.85, text);
    }
    label(labels, 10.5, 3, "weight, a row");
    label(labels, 15.75, 4, "×");
    label(labels, 17.5, -1.9, "cols");
    label(labels, 15.9, -0.85, "i j");
    label(labels, 20, -0.85, "c u v");
    label(labels, 22.3, 4, "=");
    label(labels, 24.5, 3, "y, without bias");
    finish(cells);
    finish(labels);
}

/* ---- groups --------------------------------------------------------------- */

/* Which map sees which channel: 8 maps, 8 channels, 1, 2 and 8 groups. */
static void groups_figure(void)
{
    enum { SIDE = 8 };
    static const int groups[] = {1, 2, 8};
    FILE *cells = columns("groups_cells"), *labels = columns("groups_labels");
    char text[64];

    for (int p = 0; p < 3; p++) {
        int size = SIDE / groups[p];

        for (int o = 0; o < SIDE; o++) {
            for (int c = 0; c < SIDE; c++)
                cell(cells, p * 11 + c, o,
                     o / size == c / size ? WEIGHT : NOTHING, "");
            snprintf(text, sizeof text, "%d", o);
            label(labels, p * 11 - 1, o, text);
            label(labels, p * 11 + o, 8, text);
        }
        snprintf(text, sizeof text, "%d group%s: %d kernels", groups[p],
                 groups[p] == 1 ? "" : "s", SIDE * size);
        label(labels, p * 11 + 3.5, -1.1, text);
        label(labels, p * 11 + 3.5, 9, "channel c of x");
    }
    label(labels, -2.7, 3.5, "map o");
    finish(cells);
    finish(labels);
}

/* ---- the colour picture --------------------------------------------------- */

/* One row of pixels per line; each pixel ZOOM times in both directions. */
static void write_plane(const char *name, const float *x, int h, int w)
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

/* Columns: x y red green blue. */
static void write_colours(const float *x)
{
    enum { PLANE = COLOUR_H * COLOUR_W, ZOOM = 3 };
    FILE *f = columns("colour_picture");

    for (int i = 0; i < COLOUR_H * ZOOM; i++)
        for (int j = 0; j < COLOUR_W * ZOOM; j++) {
            const float *p = x + i / ZOOM * COLOUR_W + j / ZOOM;

            fprintf(f, "%d %d %g %g %g\n", j, i, (double)p[0], (double)p[PLANE],
                    (double)p[2 * PLANE]);
        }
    finish(f);
}

static void write_picture(const float *x)
{
    ref_image picture;

    if (ref_image_new(COLOUR_C, COLOUR_H, COLOUR_W, 255, &picture) != REF_OK)
        stop(ref_status_message());
    memcpy(picture.data, x,
           sizeof(float) * (size_t)(COLOUR_C * COLOUR_H * COLOUR_W));
    if (ref_image_write("chapters/04-channels/figure_picture.png", &picture) !=
        REF_OK)
        stop(ref_status_message());
    ref_image_free(&picture);
}

static void colour_figure(void)
{
    enum { OH = COLOUR_H - COLOUR_K + 1, OW = COLOUR_W - COLOUR_K + 1 };
    static const float bias[COLOUR_MAPS];
    static float x[COLOUR_C * COLOUR_H * COLOUR_W], y[COLOUR_MAPS * OH * OW];

    colour_picture(x);
    write_picture(x);
    write_colours(x);
    write_plane("colour_red", x, COLOUR_H, COLOUR_W);
    write_plane("colour_green", x + COLOUR_H * COLOUR_W, COLOUR_H, COLOUR_W);
    naive_conv2d(x, 1, COLOUR_C, COLOUR_H, COLOUR_W, colour_weight, COLOUR_MAPS,
                 COLOUR_K, COLOUR_K, bias, y);
    write_plane("colour_grey", y, OH, OW);
    write_plane("colour_less", y + OH * OW, OH, OW);
    write_plane("colour_edges", y + 2 * OH * OW, OH, OW);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: figure FOLDER (from the root of the house)\n");
        return 2;
    }
    folder = argv[1];
    layout_figure();
    im2col_figure();
    groups_figure();
    colour_figure();
    return 0;
}
