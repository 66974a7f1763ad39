#ifndef CONVLINGS_CONVLINGS_H
#define CONVLINGS_CONVLINGS_H

/* Everything libconvlings offers, in reading order. */

/* The version of the library and of the program. */
#define REF_VERSION "0.2.0"

/* clang-format off */
#include "status.h" /* outcomes, and what went wrong */
#include "shape.h"  /* sizes only: products, output size */
#include "tensor.h" /* memory, NCHW and NHWC */
#include "pad.h"    /* the five padding modes as one index map */
#include "conv.h"   /* the operator, in one, two and three dimensions */
#include "cpu.h"    /* which inner loops are in use */
#include "bound.h"  /* how far a float32 result may honestly be off */
#include "filter.h" /* named kernels for pictures */
#include "match.h"  /* finding a pattern */
/* clang-format on */

#endif
