#ifndef CONVLINGS_TOOLS_SPEAK_H
#define CONVLINGS_TOOLS_SPEAK_H

#include "operators.h"

/* The library says "argument 'sh' is 0; it must be at least 1"; who typed
 * --stride 0 hears "--stride is 0; it must be at least 1". No check of the
 * library is written a second time. */

/* Says what the library refused, in the words of the command line.
 *   c       in   the call, whose arguments the library's are
 *   status  in   what the library returned
 * Returns  0 if status is REF_OK, otherwise EXIT_BAD_INPUT */
int library_says(const call *c, ref_status status);

#endif
