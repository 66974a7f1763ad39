#ifndef CONVLINGS_TOOLS_GREY_H
#define CONVLINGS_TOOLS_GREY_H

#include <stddef.h>

/* How results that are negative or beyond white become grey levels.
 *   GREY_CLAMP    below 0 is black, above white is white
 *   GREY_ABS      the size without the sign, then as clamp
 *   GREY_SIGNED   0 is middle grey; the largest size is black or white
 *   GREY_STRETCH  the smallest result is black, the largest white */
typedef enum grey_range {
    GREY_CLAMP,
    GREY_ABS,
    GREY_SIGNED,
    GREY_STRETCH
} grey_range;

enum { GREY_RANGES = GREY_STRETCH + 1 };

/* Their names, in the order of the enumeration. */
extern const char *const grey_names[GREY_RANGES];

/* The range that suits a kernel of count weights: abs if they cancel (an edge
 * has two signs, both are edges), otherwise clamp. */
grey_range grey_for_kernel(const float *k, size_t count);

/* Maps count results, all channels together; white is max. What is left
 * outside 0 .. max is cut when the picture is written. A picture without
 * contrast has nothing to stretch: signed and stretch then clamp. */
void grey_map(grey_range range, float *data, size_t count, int max);

#endif
