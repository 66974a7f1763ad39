/* Arrays as pictures: panels drawn by gnuplot into one PNG, and as text. */
#ifndef CONVLINGS_PANEL_H
#define CONVLINGS_PANEL_H

#include <stdbool.h>
#include <stdio.h>

enum { PANELS_MAX = 16 };

struct panel {
    char title[64];
    int rows, cols;       /* rows 1: a curve, otherwise an image */
    double *value;        /* rows * cols; NaN is drawn as nothing */
    unsigned char *wrong; /* outlined, or NULL */
    bool own_scale;       /* false: the one scale of all such panels */
    bool numbers;         /* small enough to write the values in */
    /* a frame around part of an image, none when frame_rows is 0 */
    int frame_row, frame_col, frame_rows, frame_cols;
    bool frame_wrong;
};

struct panels {
    int count;
    struct panel panel[PANELS_MAX];
};

/* A new panel of NaN values, to be filled. */
struct panel *panel_add(struct panels *p, const char *title, int rows,
                        int cols);
void panels_free(struct panels *p);

/* Draws all panels with gnuplot into a PNG file at path, by way of columns
 * in the folder build/pictures/NAME. False when gnuplot is not there or
 * fails; then why holds a sentence. */
bool panels_draw(const struct panels *p, const char *name, const char *path,
                 char *why, int size);
/* Prints one or two panels side by side as text, at most 80 columns. */
void panels_print(FILE *f, const struct panel *left, const struct panel *right);

#endif
