/* The memory a submission takes with malloc, watched.
 *
 * In the learner's object malloc, calloc, realloc, free and their kin are
 * renamed (compile.c) to runner_malloc, ... of runner_heap.c. Blocks lie
 * between pages that may not be touched, so that using one outside or after
 * it was freed stops the program and can be told; each call's balance is
 * counted. The C library's own memory is not concerned.
 */
#ifndef CONVLINGS_RUNNER_HEAP_H
#define CONVLINGS_RUNNER_HEAP_H

#include "protocol.h"

#include <stdbool.h>
#include <stddef.h>

/* A call of the learner's function begins: blocks lie as its arrays do. */
void heap_begin(enum placement placement);

/* The call returned: the reply gets what it left behind, and the first
 * block beside which something was written. */
void heap_end(struct message_reply *done);

/* Whether an address belongs to the heap, or is the NULL of a refused
 * request; then the fault (or REPLY_NO_MEMORY) is described. Only reads. */
bool heap_explains(const void *address, struct message_reply *fault);

/* For the heap, in runner.c. runner_stop sends the reply and ends the
 * process by a signal; runner_owns: is it (inside) an array or a variable,
 * which nobody may free? */
_Noreturn void runner_stop(const struct message_reply *reply);
bool runner_owns(const void *address);

/* What the learner's calls become. */
void *runner_malloc(size_t size);
void *runner_calloc(size_t count, size_t size);
void *runner_realloc(void *old, size_t size);
void *runner_reallocarray(void *old, size_t count, size_t size);
void *runner_aligned_alloc(size_t alignment, size_t size);
int runner_posix_memalign(void **block, size_t alignment, size_t size);
char *runner_strdup(const char *text);
char *runner_strndup(const char *text, size_t most);
void runner_free(void *block);

#endif
