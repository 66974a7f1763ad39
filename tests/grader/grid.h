/* Small matrices as text, side by side, for the learner to redo by hand. */
#ifndef CONVLINGS_GRID_H
#define CONVLINGS_GRID_H

#include "answer.h"

#include <stdio.h>

enum { GRID_TEXT = 24 };

struct grid {
    char title[48];
    int rows, cols;
    char (*text)[GRID_TEXT]; /* rows * cols of them */
    unsigned char *marked;   /* wrong elements */
};

struct grid *grid_new(const char *title, int rows, int cols);
void grid_free(struct grid *g);
void grid_set(struct grid *g, int at, const char *text);
void grid_mark(struct grid *g, int at);

/* Prints grids side by side after the indent, on as many lines as the width
 * asks for; a grid wider than the page is cut into blocks of columns. */
void grid_print(FILE *f, struct grid *const *grids, int count, int indent);

/* A number as short as it can be said: up to 6 digits, 9 where `beside` (a
 * number it must not look equal to) would print the same; a whole number that
 * a long long could hold in full; nan as such. Two calls' results stay
 * valid. */
const char *number_text(double value, double beside);
/* The same for an observed cell: "--" if it was never written. */
const char *cell_text(struct cell seen, double beside);

#endif
