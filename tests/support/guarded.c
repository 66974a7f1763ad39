/* Arrays between forbidden pages:
 *     | forbidden | room, in whole pages | forbidden |
 * with the array at the end of the room or at its start. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#define _DARWIN_C_SOURCE

#include "guarded.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t page_bytes(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* The room for an array: whole pages. */
static size_t room_bytes(size_t bytes)
{
    size_t page = page_bytes();

    return (bytes + page - 1) / page * page;
}

static void stop(const char *what)
{
    perror(what);
    abort();
}

void *guarded_new(size_t bytes, guard_side side)
{
    size_t page = page_bytes(), room = room_bytes(bytes);
    unsigned char *first = mmap(NULL, room + 2 * page, PROT_NONE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (first == MAP_FAILED)
        stop("mmap");
    if (mprotect(first + page, room, PROT_READ | PROT_WRITE) != 0)
        stop("mprotect");
    memset(first + page, 0xff, room);
    return first + page + (side == GUARD_AFTER ? room - bytes : 0);
}

/* The first byte of the room that an array lies in: the array begins in its
 * first page on either side. */
static unsigned char *room_of(void *array)
{
    return (unsigned char *)array - (uintptr_t)array % page_bytes();
}

void *guarded_copy(const void *from, size_t bytes, guard_side side)
{
    void *array = guarded_new(bytes, side);

    memcpy(array, from, bytes);
    if (mprotect(room_of(array), room_bytes(bytes), PROT_READ) != 0)
        stop("mprotect");
    return array;
}

void guarded_free(void *array, size_t bytes)
{
    size_t page = page_bytes();

    if (array &&
        munmap(room_of(array) - page, room_bytes(bytes) + 2 * page) != 0)
        stop("munmap");
}
