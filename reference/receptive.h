#ifndef CONVLINGS_RECEPTIVE_H
#define CONVLINGS_RECEPTIVE_H

#include <stdint.h>

#include "status.h"

/* What an output of a chain of layers can see of the input, along one axis. A
 * convolution or a pool is a layer; one that works on each element alone, as
 * an activation does, is a layer of kernel 1 or can be left out. */

/* One layer along one axis; all in elements of its own input.
 *   k       size of its window, >= 1        s  stride, >= 1
 *   before  padding on the left or top, >= 0
 *   d       dilation, >= 1 (1: dense) */
typedef struct ref_layer {
    int k, s, before, d;
} ref_layer;

/* What the outputs of a layer see of the first input.
 *   size   input elements from the first that one output sees to the last
 *   jump   input elements from where one output starts to where the next does
 *   start  the first input element that output 0 sees; below 0 in the padding
 * Output i sees start + i*jump up to start + i*jump + size - 1, and its centre
 * is at start + i*jump + (size - 1)/2. With dilation there may be holes. */
typedef struct ref_field {
    int64_t size, jump, start;
} ref_field;

/* The receptive field after each layer of a chain.
 *   size  = size of the one before + (k-1)*d * jump of the one before
 *   start = start of the one before - before * jump of the one before
 *   jump  = s * jump of the one before
 *   from size 1, jump 1, start 0 at the input
 *   layers  in   count layers, the one nearest to the input first
 *   fields  out  count fields: fields[l] is that of layer l's outputs; every
 *                element is written; overlaps no input
 * Sizes    count may be 0: nothing is written, and both may be NULL
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: count < 0, a k < 1; REF_EPARAM: another
 *          number outside its range; REF_EOVERFLOW: a field beyond 63 bits;
 *          REF_EOVERLAP; fields is untouched on error
 * Accuracy exact
 * Threads  safe on distinct fields
 * Source   Araujo, Norris, Sim, "Computing Receptive Fields of Convolutional
 *          Neural Networks", Distill, 2019; Dumoulin & Visin, "A guide to
 *          convolution arithmetic for deep learning", 2016, section 5.1, for
 *          dilation */
REF_MUST_USE ref_status ref_receptive_field(const ref_layer *layers, int count,
                                            ref_field *fields);

#endif
