/* Aligned memory: the one place that asks for it, and the one that cuts it. */
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* aligned_alloc wants a multiple of the alignment, and at least one. */
static size_t rounded(size_t bytes)
{
    return bytes / REF_ALIGNMENT * REF_ALIGNMENT + REF_ALIGNMENT;
}

void *ref_memory(size_t bytes)
{
    return aligned_alloc(REF_ALIGNMENT, rounded(bytes));
}

void *ref_memory_zeros(size_t bytes)
{
    void *memory = ref_memory(bytes);

    return memory ? memset(memory, 0, bytes) : NULL;
}

void *ref_workspace_part(ref_workspace *w, ptrdiff_t count, size_t each)
{
    size_t bytes = (size_t)count * each;
    char *part = w->memory ? w->memory + w->bytes : NULL;

    w->bytes += (bytes + REF_ALIGNMENT - 1) / REF_ALIGNMENT * REF_ALIGNMENT;
    return part;
}
