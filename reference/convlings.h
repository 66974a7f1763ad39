#ifndef CONVLINGS_CONVLINGS_H
#define CONVLINGS_CONVLINGS_H

/* Everything libconvlings offers, in reading order. */

/* The version of the library and of the program. */
#define REF_VERSION "0.3.0"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* clang-format off */
#include "status.h"              /* outcomes, and what went wrong */
#include "shape.h"               /* sizes only: products, output size */
#include "tensor.h"              /* memory, NCHW and NHWC */
#include "pad.h"                 /* the five padding modes, and padding itself */
#include "conv.h"                /* convolution in one, two and three dimensions */
#include "conv_plan.h"           /* the same for many calls: weights packed once */
#include "conv_transpose.h"      /* its transpose */
#include "deform_conv.h"         /* convolution with moved taps */
#include "unfold.h"              /* windows as columns, and back */
#include "toeplitz.h"            /* convolution as a matrix */
#include "max_pool.h"            /* maxima, where they were, and back */
#include "avg_pool.h"            /* averages */
#include "lp_pool.h"             /* power averages */
#include "adaptive_pool.h"       /* averages to a given size */
#include "global_pool.h"         /* one number a channel */
#include "linear.h"              /* the dense layer */
#include "activation.h"          /* relu, sigmoid, tanh, softmax */
#include "batch_norm.h"          /* normalising channels */
#include "local_response_norm.h" /* normalising across channels */
#include "dropout.h"             /* seeded dropout */
#include "loss.h"                /* nll_loss, cross_entropy */
#include "receptive.h"           /* what an output sees */
#include "cost.h"                /* parameters and multiply-adds */
#include "bound.h"               /* how far a float32 result may honestly be off */
#include "winograd_bound.h"      /* the same for Winograd's algorithms */
#include "cpu.h"                 /* which inner loops are in use */
#include "filter.h"              /* named kernels for pictures */
#include "match.h"               /* finding a pattern */
#include "io/file.h"             /* files that appear whole or not at all */
#include "io/npy.h"              /* NumPy's files */
#include "io/image_file.h"       /* picture files */
#include "io/png.h"              /* PNG in memory */
#include "io/pnm.h"              /* PGM and PPM in memory */
/* clang-format on */

#ifdef __cplusplus
}
#endif

#endif
