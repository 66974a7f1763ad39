#ifndef CONVLINGS_TESTS_NETWORK_H
#define CONVLINGS_TESTS_NETWORK_H

#include <stdint.h>

/* A network as its table of layers: shapes and counts, no numbers. Sizes come
 * from the library's *_output functions, counts from its *_cost functions. */

enum { NETWORK_ROWS = 400 };

/* A row of the table, as torchsummary prints it: what kind of layer it is, the
 * shape that comes out, the numbers it learns. */
typedef struct network_row {
    char kind;
    int c, h, w;
    int64_t parameters;
} network_row;

/* A network while it grows.
 *   input          numbers that go in
 *   c, h, w        the shape that comes out so far
 *   parameters, multiply_adds  of all layers so far
 *   activations    numbers that come out of all rows together
 *   weight_layers  convolutions and dense layers
 *   rows, row      the table */
typedef struct network {
    int64_t input, parameters, multiply_adds, activations;
    int c, h, w, weight_layers, rows;
    network_row row[NETWORK_ROWS];
} network;

/* Starts with an input of this shape. */
void network_start(network *n, int c, int h, int w);

/* Adds layers, words that begin with their kind:
 *   CO,K,S,P,G  convolution to O channels, kernel, stride, padding, groups;
 *               numbers at the end may be left out: 1, 0, 1
 *   NO,K,S,P    the same without a bias, then a row B: batch normalization
 *   MK,S,P      maximum pool                A         global average pool
 *   LN          dense layer to N outputs    D         dropout of a flat row
 *   R S K       rows that change nothing: ReLU, softmax, the end of a block */
void network_add(network *n, const char *layers);

/* The test fails unless the table begins with these rows: c h w parameters. */
void network_begins(const network *n, const int (*rows)[4], int count);

/* What torchsummary prints below the table, in MiB: the input, the activations
 * forward and backward, the parameters, their sum; each within 0.0051. */
void network_memory(const network *n, const double expected[4]);

#endif
