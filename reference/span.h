#ifndef CONVLINGS_SPAN_H
#define CONVLINGS_SPAN_H

#include <stddef.h>

#include "status.h"

/* Arrays as stretches of memory, to be measured and kept apart. For the
 * library's own files. */

/* A piece of memory and the argument that names it. */
typedef struct ref_span {
    const char *name;
    const void *data;
    size_t bytes;
} ref_span;

/* Measures an array, and refuses NULL unless the array is empty.
 *   name, data     in   the argument
 *   dims           in   its four sizes, >= 0; 1 where there is no axis
 *   element_bytes  in   >= 1
 *   span           out  the memory it takes
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW; *span is untouched on error */
REF_MUST_USE ref_status ref_check_array(const char *name, const void *data,
                                        const int dims[4], size_t element_bytes,
                                        ref_span *span);

/* Refuses an output that shares a byte with another array.
 * Errors   REF_EOVERLAP */
REF_MUST_USE ref_status ref_check_apart(ref_span output, ref_span other);

#endif
