#ifndef CONVLINGS_TOOLS_BORDER_H
#define CONVLINGS_TOOLS_BORDER_H

#include "../conv.h"
#include "matrix.h"

/* The padding that both commands ask the library for, in their own words. */

/* What --border says.
 *   word  in   the word, or NULL: *mode stays  mode  out  its mode
 * Returns  0; or EXIT_BAD_INPUT after a sentence that lists the modes */
int border_named(const char *word, ref_pad_mode *mode);

/* Sets the padding that keeps the size; a kernel of even size has its centre
 * left and above, as PyTorch's padding='same'. */
void border_same(const matrix *k, ref_conv2d_params *p);

/* Whether the mode reaches as far as the padding, see ref_pad_limit.
 *   p     in   padding and its mode; pb >= pt and pr >= pl
 *   h, w  in   rows and columns
 *   what  in   "picture", "matrix", or "signal", whose w is called a length
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int border_check(const ref_conv2d_params *p, const char *what, int h, int w);

#endif
