#ifndef CONVLINGS_TOOLS_OP_CONV_H
#define CONVLINGS_TOOLS_OP_CONV_H

#include <stdio.h>

#include "../conv.h"
#include "../cost.h"
#include "sliding.h"
#include "tensors.h"
#include "words.h"

/* What the convolutions and their matrix have in common. */

/* A convolution as the command line says it. */
typedef struct conv_call {
    image x;
    int c_out, groups, threads;
    ref_conv_algorithm algorithm;
    ref_pad_mode pad_mode;
    sliding window;
} conv_call;

/* The library's options of a convolution. */
ref_conv1d_params conv1d_params(const conv_call *t);
ref_conv2d_params conv2d_params(const conv_call *t);

/* Reads input, weight and options; not yet held against each other.
 *   transposed  in   the weight is C_in x C_out/groups x ...; c_out is then
 *                    still to be found
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int conv_read(const call *c, bool transposed, conv_call *t);

/* Checks all sizes and options but the weight's channels, and counts what the
 * convolution costs. */
ref_status conv_count(const call *c, const conv_call *t, ref_cost *cost);

/* The checks of a count, for those who do not want the count: that it is too
 * large to be held is no reason to refuse a shape.
 *   counted  in   what a count returned
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int conv_allowed(const call *c, ref_status counted);

/* The same as a column of the table of operators. */
int conv_cost(const call *c, ref_cost *cost);

/* Refuses a weight that has not c_in / groups channels, and a bias that has
 * not as many numbers as there are outputs.
 *   groups  in   divides c_in
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int conv_expect(const call *c, int c_in, int groups);

#endif
