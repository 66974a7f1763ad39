/* Computes the numbers of chapter 3's figures and writes them as columns.
 *
 *   figure FOLDER     writes FOLDER/<name>.dat; figure.gp draws them
 *
 * Two kinds of file: grids, one cell per line (x, y, shade, text), and
 * pictures, one row of pixels per line.
 */
#include "chapters/03-padding-stride-dilation/padding_stride_dilation.h"
#include "reference/conv.h"
#include "reference/filter.h"
#include "reference/io/image_file.h"
#include "reference/pad.h"

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

/* What a cell is; figure.gp gives each its colour. */
enum shade { PLAIN, FIRST, SECOND, START, BORDER };

static void cell(FILE *f, int x, int y, enum shade shade, const char *text)
{
    fprintf(f, "%d %d %d \"%s\"\n", x, y, (int)shade, text);
}

static void end_of_panel(FILE *f)
{
    fprintf(f, "\n\n");
}

/* ---- one row under every mode -------------------------------------------- */

/* Five elements a b c d e, and what each mode shows around them. */
static void modes_figure(void)
{
    enum { N = 5, AROUND = 7 };
    FILE *cells = columns("modes_cells");
    FILE *names = columns("modes_names");
    FILE *places = columns("modes_places");

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        for (int i = -AROUND; i < N + AROUND; i++) {
            int at = ref_pad_index((ref_pad_mode)mode, i, N);
            char text[2] = {at < 0 ? '0' : (char)('a' + at), '\0'};

            /* darker from a to e; a zero is white */
            fprintf(cells, "%d %d %d \"%s\" %d\n", i, mode, at + 1, text,
                    i >= 0 && i < N);
        }
        fprintf(names, "%d %d \"%s\"\n", -AROUND - 1, mode,
                ref_pad_mode_name((ref_pad_mode)mode));
    }
    for (int i = -AROUND; i < N + AROUND; i++)
        fprintf(places, "%d %d \"%d\"\n", i, -1, i);
    finish(cells);
    finish(names);
    finish(places);
}

/* ---- stride and dilation ------------------------------------------------- */

enum { ROWS = 7, COLS = 9, KERNEL = 3 };

/* The pixels under the windows (0, 0) and, at a stride, (0, 1); and where
 * all the windows begin. */
static void grid_panel(FILE *cells, FILE *starts, int sh, int sw, int dh,
                       int dw)
{
    int moved = dh == 1 && dw == 1;

    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLS; c++) {
            int first = r % dh == 0 && r / dh < KERNEL && c % dw == 0 &&
                        c / dw < KERNEL;
            int second = moved && r < KERNEL && c >= sw && c < sw + KERNEL;
            char text[8] = "";

            if (!moved && first)
                snprintf(text, sizeof text, "%d", r / dh * KERNEL + c / dw + 1);
            else if (moved && (first || second))
                snprintf(text, sizeof text, "%s%s", first ? "A" : "",
                         second ? "B" : "");
            cell(cells, c, r,
                 first && second ? START
                 : first         ? FIRST
                 : second        ? SECOND
                                 : PLAIN,
                 text);
        }
    for (int r = 0; r + dh * (KERNEL - 1) < ROWS; r += sh)
        for (int c = 0; c + dw * (KERNEL - 1) < COLS; c += sw)
            fprintf(starts, "%d %d\n", c, r);
    end_of_panel(cells);
    end_of_panel(starts);
}

static void grids_figure(void)
{
    FILE *cells = columns("grids_cells");
    FILE *starts = columns("grids_starts");

    grid_panel(cells, starts, 1, 1, 1, 1);
    grid_panel(cells, starts, 2, 2, 1, 1);
    grid_panel(cells, starts, 2, 3, 1, 1);
    grid_panel(cells, starts, 1, 1, 1, 2);
    grid_panel(cells, starts, 1, 1, 2, 2);
    grid_panel(cells, starts, 1, 1, 2, 3);
    finish(cells);
    finish(starts);
}

/* ---- the border of a filtered picture ------------------------------------ */

/* One row of pixels per line, of the part that is looked at; each pixel ZOOM
 * times in both directions, so that viewers keep it square. */
static void write_part(const char *name, const char *mode, const float *x,
                       int w, int rows, int cols)
{
    enum { ZOOM = 6 };
    char file[64];
    FILE *f;

    snprintf(file, sizeof file, "border_%s%s", name, mode);
    f = columns(file);
    for (int i = 0; i < rows * ZOOM; i++) {
        for (int j = 0; j < cols * ZOOM; j++)
            fprintf(f, "%g ", (double)x[i / ZOOM * w + j / ZOOM]);
        fprintf(f, "\n");
    }
    finish(f);
}

/* A piece is cut out of the chart so that its edge goes through a disc and
 * rings. What lies outside the piece is known: the chart itself, filtered,
 * is the truth with which each mode is compared. */
enum {
    TOP = 20,
    LEFT = 84,
    PIECE_H = 64,
    PIECE_W = 96,
    SIZE = 13,
    SEEN_H = 32,
    SEEN_W = 40
};

static float *filtered(const float *x, int h, int w, const float *k,
                       ref_pad_mode mode)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    float *y = numbers(h * w);

    p.pt = p.pb = p.pl = p.pr = SIZE / 2;
    p.pad_mode = mode;
    must(ref_conv2d(x, 1, 1, h, w, k, 1, SIZE, SIZE, NULL, &p, y));
    return y;
}

static float *cut_out(const float *x, int w)
{
    float *piece = numbers(PIECE_H * PIECE_W);

    for (int n = 0; n < PIECE_H * PIECE_W; n++)
        piece[n] = x[(TOP + n / PIECE_W) * w + LEFT + n % PIECE_W];
    return piece;
}

/* The mean of |difference| over the rows and columns that a window beyond
 * the edge reaches, on all four sides. */
static double border_error(const float *difference)
{
    double sum = 0;
    int count = 0;

    for (int i = 0; i < PIECE_H; i++)
        for (int j = 0; j < PIECE_W; j++)
            if (i < SIZE / 2 || i >= PIECE_H - SIZE / 2 || j < SIZE / 2 ||
                j >= PIECE_W - SIZE / 2) {
                sum += fabs((double)difference[i * PIECE_W + j]);
                count++;
            }
    return sum / count;
}

static void border_figure(const float *chart, int h, int w)
{
    float *k = numbers(SIZE * SIZE);
    float *piece = cut_out(chart, w);
    float *whole, *truth;
    FILE *errors = columns("border_errors");

    must(ref_filter_gaussian(SIZE, 3, k));
    whole = filtered(chart, h, w, k, REF_PAD_ZEROS);
    truth = cut_out(whole, w);
    write_part("piece", "", piece, PIECE_W, SEEN_H, SEEN_W);
    write_part("truth", "", truth, PIECE_W, SEEN_H, SEEN_W);
    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        const char *name = ref_pad_mode_name((ref_pad_mode)mode);
        float *y = filtered(piece, PIECE_H, PIECE_W, k, (ref_pad_mode)mode);

        write_part("", name, y, PIECE_W, SEEN_H, SEEN_W);
        for (int n = 0; n < PIECE_H * PIECE_W; n++)
            y[n] -= truth[n];
        write_part("off_", name, y, PIECE_W, SEEN_H, SEEN_W);
        fprintf(errors, "%s %.1f\n", name, border_error(y));
        free(y);
    }
    finish(errors);
    free(k);
    free(piece);
    free(whole);
    free(truth);
}

int main(int argc, char **argv)
{
    ref_image chart;

    if (argc != 2) {
        fprintf(stderr, "usage: figure FOLDER\n");
        return 2;
    }
    folder = argv[1];
    must(ref_image_read("chapters/chart.png", &chart));
    modes_figure();
    grids_figure();
    border_figure(chart.data, chart.h, chart.w);
    ref_image_free(&chart);
    return 0;
}
