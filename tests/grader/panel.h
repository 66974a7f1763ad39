/* Arrays as pictures: panels drawn by gnuplot into one PNG, and as text. */
#ifndef CONVLINGS_PANEL_H
#define CONVLINGS_PANEL_H

#include <stdbool.h>
#include <stdio.h>

enum { PANELS_MAX = 16 };

/* What a panel shows: YOURS and DIFFERENCE are seen beside the EXPECTED that
 * was added before them. */
enum panel_role { PANEL_INPUT, PANEL_EXPECTED, PANEL_YOURS, PANEL_DIFFERENCE };

struct panel {
    enum panel_role role;
    char title[64];
    int rows, cols;       /* rows 1: a curve, otherwise an image */
    int planes;           /* of rows / planes, one below the other */
    int inner;            /* planes [0][0] to [0][inner - 1]; 0: [0], [1] */
    bool colour;          /* three planes: red, green and blue, one picture */
    double *value;        /* rows * cols; NaN: there is none */
    unsigned char *wrong; /* rows * cols; outlined */
    bool begins_line;     /* the panels stand in lines */
    /* a frame around part of an image, none when frame_rows is 0 */
    int frame_row, frame_col, frame_rows, frame_cols;
    bool frame_wrong;
};

struct panels {
    char title[120]; /* of the whole picture */
    int count;
    struct panel panel[PANELS_MAX];
};

/* A new panel of one plane of NaN values, none of them wrong, to be filled. */
struct panel *panel_add(struct panels *p, enum panel_role role,
                        const char *title, int rows, int cols);
void panels_free(struct panels *p);
/* The EXPECTED that a panel is seen beside, or itself. */
const struct panel *panel_expected(const struct panels *all,
                                   const struct panel *p);
/* Widens low and high to the finite values of a panel. */
void panel_range(const struct panel *p, double *low, double *high);

/* Draws all panels with gnuplot into a PNG file at path, by way of columns in
 * the folder build/pictures/NAME; name NULL: in a folder that is gone then.
 * False when gnuplot is not there or fails, or the file cannot be written;
 * then why holds a sentence. */
bool panels_draw(const struct panels *p, const char *name, const char *path,
                 char *why, int size);
/* Prints the first EXPECTED and YOURS side by side, at most 80 columns. */
void panels_print(FILE *f, const struct panels *p);

#endif
