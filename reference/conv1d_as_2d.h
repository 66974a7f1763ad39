#ifndef CONVLINGS_CONV1D_AS_2D_H
#define CONVLINGS_CONV1D_AS_2D_H

#include "conv1d.h"
#include "conv2d.h"

/* The options of a convolution of one-row images that does what p says.
 * For the library's own files: conv1d.c and bound.c.
 *   p  in   options, or NULL for the defaults */
ref_conv2d_params ref_conv1d_as_2d(const ref_conv1d_params *p);

#endif
