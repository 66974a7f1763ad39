/* pooled_size: how many windows there are
 *
 * Along one axis of w elements, with pw places of padding before it and pw
 * behind it, windows of kw places start every sw places, the first at the
 * first place of the padding.
 *
 *   ceil_mode 0   only windows that end inside: the padded axis has
 *                 w + 2*pw places, and no window reaches beyond them
 *   otherwise     one window more if places are left over, though it hangs
 *                 over the end; but not if its first place lies behind the
 *                 last element of the axis, in the padding or beyond it
 *
 *   returns the number of windows
 *
 * Sizes    w, kw, sw >= 1; kw <= w + 2*pw; 0 <= pw <= kw/2. No sum or
 *          product overflows an int.
 */
#include "exercises.h"

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    /* TODO: return the number of windows along the axis. */
    return 0;
}
