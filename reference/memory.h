#ifndef CONVLINGS_MEMORY_H
#define CONVLINGS_MEMORY_H

#include <stddef.h>

#include "status.h"

/* Memory for numbers, and work spaces of several parts. Whatever is given here
 * begins at a multiple of REF_ALIGNMENT bytes, the width of a cache line and
 * of the widest vector. For the library's own files. */
#pragma GCC visibility push(hidden)

enum { REF_ALIGNMENT = 64 };

/* Memory that free() takes back; the second is all zeros.
 *   bytes  in   how much, may be 0
 * Returns  where it begins, also for 0 bytes; NULL if the system has none
 * Threads  safe */
REF_MUST_USE void *ref_memory(size_t bytes);
REF_MUST_USE void *ref_memory_zeros(size_t bytes);

/* A work space, laid out part by part. One without memory is only measured.
 *   memory  aligned, and as much as was measured; or NULL
 *   bytes   what the parts so far take; a multiple of REF_ALIGNMENT */
typedef struct ref_workspace {
    char *memory;
    size_t bytes;
} ref_workspace;

/* The next part.
 *   count  in   elements, >= 0              each  in  bytes of one
 * Returns  where it begins; NULL without memory */
void *ref_workspace_part(ref_workspace *w, ptrdiff_t count, size_t each);

#pragma GCC visibility pop

#endif
