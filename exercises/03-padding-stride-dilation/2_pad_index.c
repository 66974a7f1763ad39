/* pad_index: which element is seen at a position outside?
 *
 * The axis has the elements 0 .. n-1. Position i may lie far outside on
 * either side; the mode, one of the five above, says which element is seen
 * there. Mirrors and copies repeat for ever: with n = 3, positions
 * -7 .. 7 see
 *
 *   PAD_ZEROS      none of them but 0 1 2
 *   PAD_REFLECT    1 2 1 0 1 2 1 | 0 1 2 | 1 0 1 2 1
 *   PAD_SYMMETRIC  0 0 1 2 2 1 0 | 0 1 2 | 2 1 0 0 1
 *   PAD_REPLICATE  0 0 0 0 0 0 0 | 0 1 2 | 2 2 2 2 2
 *   PAD_CIRCULAR   2 0 1 2 0 1 2 | 0 1 2 | 0 1 2 0 1
 *
 *   i     in   the position, -1000000 .. 1000000
 *   n     in   elements of the axis, 1 .. 1000000
 *   mode  in   PAD_ZEROS, PAD_REFLECT, PAD_SYMMETRIC, PAD_REPLICATE or
 *              PAD_CIRCULAR
 *
 * Inside   A position 0 .. n-1 sees its own element in every mode.
 * n = 1    PAD_REFLECT has nothing to mirror but the one element: 0.
 * Returns  the element's index, 0 .. n-1; or -1, if no element is seen but
 *          a zero (PAD_ZEROS outside).
 */
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    /* TODO: return the index of the element that is seen at i. */
    return 0;
}
