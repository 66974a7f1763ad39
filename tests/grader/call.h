/* One call of the learner's function: its arguments as plain data.
 *
 * A call is made once by the judge, sent as bytes to the runner, and read
 * by everything that computes what should have come out. Arrays carry their
 * shape only so that they can be printed as the learner thinks of them.
 */
#ifndef CONVLINGS_CALL_H
#define CONVLINGS_CALL_H

#include <stdbool.h>

enum { CALL_MAX_ARGS = 12, CALL_MAX_RANK = 4 };

/* The kinds of argument a learner's function can have. */
enum arg_kind {
    ARG_END = 0, /* closes a list of parameters */
    ARG_INT,     /* int */
    ARG_FLOAT,   /* float */
    ARG_IN,      /* const float *, read-only while the function runs */
    ARG_IN_INT,  /* const int *, the same */
    ARG_OUT,     /* float *, for the function to fill */
    ARG_OUT_INT, /* int *, for the function to fill */
    ARG_RETURN   /* last: the int or long long that the function returns */
};

/* One parameter of the learner's function, in order of its declaration. */
struct param {
    const char *name;
    enum arg_kind kind;
};

/* The value of one parameter in one call. Arrays: rank and dim as drawn,
 * count elements in all; data holds those of inputs (whole numbers for
 * ARG_IN_INT) and is NULL otherwise. */
struct arg {
    enum arg_kind kind;
    int number;
    float real;
    int rank, dim[CALL_MAX_RANK];
    int count;
    float *data;
};

struct call {
    const struct param *params;
    int args;
    struct arg arg[CALL_MAX_ARGS];
};

/* Whether there are arrays of floats among them. */
bool params_can_be_drawn(const struct param *p);

/* A call without values; params is borrowed and must outlive it. Free with
 * call_free. Running out of memory ends the judge as a grader error. */
struct call *call_new(const struct param *params);
struct call *call_copy(const struct call *c);
void call_free(struct call *c);

bool arg_is_input(enum arg_kind kind);  /* an array that is read */
bool arg_is_output(enum arg_kind kind); /* what is compared: has cells */
/* An output that is shown as one number, not as an array. */
bool arg_is_single(const struct arg *a);
/* An array as planes of rows and columns; one of rank 1 is a row. */
int arg_planes(const struct arg *a);
int arg_rows(const struct arg *a);
int arg_cols(const struct arg *a);
/* Bytes of one element on the way between judge and runner. */
int arg_bytes(enum arg_kind kind);

/* Set one argument: a number, or the shape of an array. An input array
 * starts as zeros. A shape of rank 1 leaves cols out with call_vector. */
void call_int(struct call *c, int arg, int number);
void call_float(struct call *c, int arg, float real);
/* More axes: dims, the last one runs fastest. */
void call_shape(struct call *c, int arg, int rank, const int *dims);
void call_vector(struct call *c, int arg, int count);
void call_matrix(struct call *c, int arg, int rows, int cols);

/* Read one argument; the element must exist. */
int call_number(const struct call *c, int arg);
double call_at(const struct call *c, int arg, int element);

/* Every output element of a call has one cell, the outputs in order of the
 * parameters: cell_of(arg, 0) is the first cell of that array. */
int call_cells(const struct call *c);
int call_cell_of(const struct call *c, int arg, int element);
/* The other way: the parameter and the element that a cell belongs to. */
int call_arg_of_cell(const struct call *c, int cell, int *element);

#endif
