/* pad_2d: put a border around an image
 *
 *   y[i, j] = the element of x that is seen at row i-pt, column j-pl,
 *             or 0 if none is
 *
 * Rows and columns follow the same mode, each for itself: in a corner both
 * are outside.
 *
 *   x     in   h x w: the image
 *   pt    in   rows added on top           pb  in  at the bottom
 *   pl    in   columns added on the left   pr  in  on the right
 *   mode  in   PAD_ZEROS, PAD_REFLECT, PAD_SYMMETRIC, PAD_REPLICATE or
 *              PAD_CIRCULAR, as in pad_index
 *   y     out  (pt+h+pb) x (pl+w+pr)
 *
 * Sizes    h, w >= 1 and pt, pb, pl, pr >= 0. The four may all differ, and
 *          may be larger than the image.
 * Numbers  any floats; they are copied.
 * Arrays   x is only read, and only inside. y does not overlap it, holds
 *          anything at all before the call, and every element of it is
 *          written, zeros too.
 * Helper   Your pad_index is not linked in: put a copy of it above.
 */
#include "exercises.h"

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    /* TODO: fill y with the image and its border. */
}
