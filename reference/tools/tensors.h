#ifndef CONVLINGS_TOOLS_TENSORS_H
#define CONVLINGS_TOOLS_TENSORS_H

#include "operators.h"

/* The arrays of a call: from files, in shape, into files. */

/* The longest shape in words: "(2, 3, 5, 4)". */
enum { SHAPE_BYTES = 128 };

/* Reads all files that are given, and converts them.
 *   c  in out  args say which; fills in and has
 * Returns  0; or EXIT_BAD_INPUT after a sentence that names the file */
int tensors_read(call *c);

/* Takes the shapes that --input-shape and its kin say.
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int tensors_shapes(call *c);

/* Makes the outputs that are wanted, of the shapes that plan gave them.
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int tensors_make(call *c);

/* Writes the outputs that are wanted: all of them or none. The name - is the
 * standard output.
 * Returns  0; or EXIT_BAD_INPUT after a sentence that names the file */
int tensors_write(const call *c);

/* The elements of an input: float32, or int64. NULL if it is not there. */
const float *tensor_floats(const call *c, arg_name which);
const int64_t *tensor_integers(const call *c, arg_name which);

/* The elements of an output; NULL if it is not wanted. */
float *tensor_out(call *c, arg_name which);
int64_t *tensor_out_integers(call *c, arg_name which);

/* Gives an output its type and shape. */
void tensor_shape(call *c, arg_name which, ref_dtype dtype, int rank,
                  const int *dims);

/* Refuses an input that is there and has another shape.
 *   rank, dims  in   the shape it must have
 *   because     in   why, such as "for 3 output channels"
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int tensor_expect(const call *c, arg_name which, int rank, const int *dims,
                  const char *because);

/* Refuses an input of another rank.
 *   low, high  in   the ranks allowed
 *   shapes     in   in words, "(N, C, H, W) or (C, H, W)"
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int tensor_expect_rank(const call *c, arg_name which, int low, int high,
                       const char *shapes);

/* A shape in words. */
void tensor_shape_words(int rank, const int *dims, char words[SHAPE_BYTES]);

/* What is called in messages "--weight (w.npy)".
 *   name  out  the words */
void tensor_name(const call *c, arg_name which, char name[SHAPE_BYTES]);

/* The product of some sizes, for axes that are one to an operator.
 * Returns  0; or EXIT_BAD_INPUT after a sentence: beyond an int */
int tensor_product(const int *dims, int count, int *product);

/* An input as the sliding operators see it.
 *   n, c    batch and channels             batched  it has an axis of images
 *   size    depth, height, width; 1 where there is no such axis */
typedef struct image {
    int n, c;
    int size[3];
    bool batched;
} image;

/* Reads an input of channels with the operator's axes.
 *   axes  in   how many                    v  out  its sizes
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int tensor_image(const call *c, arg_name which, int axes, image *v);

/* Gives an output the shape of an image with other channels and sizes.
 *   v     in   whose batch and axes it has
 *   size  in   depth, height, width; as many are used as axes says */
void tensor_image_out(call *c, arg_name which, ref_dtype dtype, const image *v,
                      int axes, int channels, const int size[3]);

#endif
