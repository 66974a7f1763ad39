/* Programs that pool, right and wrong ones:
 *
 *   for each channel o and output (i, j):
 *       y[...] = one number made of x[...] for all (u, v) of the window
 *
 * A wrong program of this kind takes another number, or has an index, a size
 * or a divisor of its own, and is told by it.
 */
#ifndef CONVLINGS_POOLS_H
#define CONVLINGS_POOLS_H

#include "answer.h"

#include <stdio.h>

/* The sizes, and where the loops are. */
struct pool_at {
    int c, h, w, kh, kw, sh, sw, ph, pw, oh, ow;
    int o, i, j, u, v;
};

/* The sizes of a call, by the names of its parameters c, h, w, kh, kw, sh,
 * sw, ph, pw; one that is missing is 1, a stride the window's size, padding
 * 0. oh and ow are the last sizes of y. */
struct pool_at pool_of(const struct call *c, int y);

/* Which element of an array is touched there, or what is divided by. An index
 * of x may be PADDING; LEFT_OUT leaves out this place of the window or this
 * output. */
typedef int pool_place(const struct pool_at *t);
enum { LEFT_OUT = PADDING - 1 };

/* The number that is made of a window. */
enum pool_take {
    POOL_LARGEST,
    POOL_LEAST,
    POOL_FIRST,
    POOL_LAST,
    POOL_MAGNITUDE, /* the largest without sign */
    POOL_SUM,
    POOL_AVERAGE,
    POOL_INT_AVERAGE /* sum and quotient are ints */
};

/* A place that is NULL is that of the right program. */
struct pooling {
    enum pool_take take;
    void (*sizes)(struct pool_at *t); /* other sizes; NULL: the right ones */
    pool_place *x, *y;
    pool_place *index; /* of the number taken, for a second output */
    pool_place *count; /* what the sum is divided by */
    bool begins;       /* the number so far begins as `begin` */
    double begin;
    bool zeros;       /* padding is a 0 like others */
    bool last;        /* of equal numbers the last is taken */
    bool goes_on;     /* nothing is set back between two windows */
    bool down;        /* the window is read column by column */
    bool whole;       /* the largest so far is an int */
    bool row_goes_on; /* it is set back at the beginning of a row only */
};

/* Which outputs of a call are meant; index is -1 where there is none. */
struct pool_arrays {
    int x, y, index;
};

void pool_run(struct answer *a, const struct pool_arrays *arrays,
              struct pool_at t, const struct pooling *p);

/* Writes out how an output comes about in the right program. */
void pool_print(FILE *f, const struct call *c, int cell,
                const struct pool_arrays *arrays, struct pool_at t,
                const struct pooling *right);

/* Places that programs have in common; the right ones first. */
int pool_row(const struct pool_at *t);    /* i*sh - ph + u */
int pool_column(const struct pool_at *t); /* j*sw - pw + v */
/* Row r, column q of channel o; PADDING outside. */
int pool_pixel(const struct pool_at *t, int r, int q);
pool_place pool_x, pool_y, pool_index;
pool_place pool_count_window;  /* kh*kw */
pool_place pool_count_inside;  /* places inside x */
pool_place pool_count_padded;  /* places inside x and its padding */
pool_place pool_x_stride_1;    /* windows start at every place */
pool_place pool_x_stride_rows; /* the stride is used for rows only */
pool_place pool_x_stride_cols; /* ... for columns only */
pool_place pool_x_unpadded;    /* i*sh + u: padding not subtracted */
pool_place pool_x_flat;        /* only the index is compared with h*w */
pool_place pool_x_pitch;       /* rows taken to be h long */
pool_place pool_x_wraps;       /* columns outside are not noticed */
pool_place pool_x_short;       /* last row and column of the window missing */
pool_place pool_x_short_row;   /* its last row missing */
pool_place pool_x_short_col;   /* its last column missing */
pool_place pool_x_first_out;   /* row 0 and column 0 taken for outside */
pool_place pool_x_last_out;    /* the last row and column taken for it */
pool_place pool_y_transposed;  /* y[(o*ow + j)*oh + i] */
pool_place pool_y_but_last;    /* last row and column never written */
/* Sizes that programs have in common. */
void pool_strides_exchanged(struct pool_at *t);
void pool_paddings_exchanged(struct pool_at *t);
void pool_windows_exchanged(struct pool_at *t);
void pool_window_of_rows(struct pool_at *t); /* kh for kw as well */
void pool_window_of_cols(struct pool_at *t); /* kw for kh as well */
void pool_stride_of_rows(struct pool_at *t); /* sh for sw as well */
void pool_stride_of_cols(struct pool_at *t); /* sw for sh as well */
void pool_padding_added(struct pool_at *t);  /* i*sh + ph + u */

#endif
