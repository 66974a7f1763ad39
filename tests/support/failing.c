/* malloc, calloc, realloc, aligned_alloc and free as the linker's --wrap
 * redirects them: counted, and refused on demand. */
#include "failing.h"

#include <stddef.h>

enum { MOST_LIVE = 256 };

static int counting, refused, requests;
static const void *live[MOST_LIVE];

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void __wrap_free(void *memory);

void failing_from(int n)
{
    counting = 1;
    refused = n;
    requests = 0;
    for (int i = 0; i < MOST_LIVE; i++)
        live[i] = NULL;
}

void failing_stop(void)
{
    counting = 0;
}

int failing_requests(void)
{
    return requests;
}

int failing_live(void)
{
    int count = 0;

    for (int i = 0; i < MOST_LIVE; i++)
        count += live[i] != NULL;
    return count;
}

static int is_refused(void)
{
    return counting && ++requests == refused;
}

/* Puts one piece in the place of another; NULL: of none. */
static void replace(const void *old, const void *fresh)
{
    for (int i = 0; i < MOST_LIVE; i++)
        if (live[i] == old) {
            live[i] = fresh;
            return;
        }
}

static void *given(void *memory)
{
    if (memory && counting)
        replace(NULL, memory);
    return memory;
}

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : given(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : given(__real_calloc(count, size));
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return is_refused() ? NULL : given(__real_aligned_alloc(alignment, size));
}

void *__wrap_realloc(void *memory, size_t size)
{
    const void *old = memory;
    void *grown;

    if (is_refused())
        return NULL;
    grown = __real_realloc(memory, size);
    if (grown && old && counting)
        replace(old, NULL);
    return given(grown);
}

void __wrap_free(void *memory)
{
    if (memory && counting)
        replace(memory, NULL);
    __real_free(memory);
}
