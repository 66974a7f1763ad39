/* Blocks in an arena of untouchable pages.
 *
 *   | guard |  pages of block 0  | guard | pages of block 1 | guard | ...
 *
 * A block lies flush with the guard after it (up to the 16 bytes that malloc
 * must align to) or with the one before, as the arrays of the call do. What
 * is left of its pages holds a pattern that is looked at when the block is
 * freed and when the call returns. Freed pages stay untouchable: nothing is
 * used twice, so a pointer kept too long never points to something else.
 *
 * Each block costs some microseconds. A program that takes memory for every
 * pixel is honest too, so after some hundred blocks, and for large ones,
 * the C library's malloc serves, with a head and a tail that are checked.
 */
#ifdef __linux__
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, strndup */
#endif

#include "runner_heap.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    ALIGNMENT = 16,
    BLOCKS_MAX = 512, /* so many lie in the arena, then none */
    ARENA_BYTES = 32 << 20,
    ARENA_BLOCK_BYTES = 1 << 20, /* larger ones do not */
    LIVE_BYTES = 256 << 20,      /* more at once is too much */
    FILLED_BYTES = 1 << 20,      /* of a block, as if never written */
    NEVER_SET = 0xfe             /* as variables are (see compile.c) */
};

/* A block of the arena. */
struct block {
    unsigned char *pages, *at; /* its first page; what malloc returned */
    size_t pages_bytes, bytes;
    bool freed, at_start;
};

/* The head of a block of the C library's; a tail of ALIGNMENT bytes of
 * pattern follows its bytes. The mark says that it is one, and live. */
struct head {
    size_t bytes;
    struct head *next, *before;
    uint64_t mark;
};

static const uint64_t mark_live = 0x636f6e766c697665u;
static const uint64_t mark_freed = 0x636f6e7666726565u;

static unsigned char *arena, *arena_end, *arena_next;
static struct block block[BLOCKS_MAX];
static int blocks;
static struct head plain = {0, &plain, &plain, 0};

static enum placement flush;
static size_t live_bytes, live_bytes_before, refused_bytes;
static int live, live_before;
static struct message_reply damage; /* the first one found in this call */

static size_t page_bytes(void)
{
    static size_t bytes;
    if (bytes == 0)
        bytes = (size_t)sysconf(_SC_PAGESIZE);
    return bytes;
}

/* ---- what lies beside a block -------------------------------------------- */

static unsigned char pattern_at(const unsigned char *at)
{
    return (unsigned char)(BESIDE_INPUT >> 8 * ((uintptr_t)at % 4));
}

static void fill_pattern(unsigned char *from, const unsigned char *to)
{
    for (; from < to; from++)
        *from = pattern_at(from);
}

/* Remembers the byte of a block that was written and is not part of it. */
static void look_beside(const unsigned char *from, const unsigned char *to,
                        const unsigned char *at, size_t bytes)
{
    for (; from < to && damage.place == PLACE_NONE; from++)
        if (*from != pattern_at(from)) {
            damage.place = PLACE_BLOCK;
            damage.element = from - at;
            damage.block_bytes = (int64_t)bytes;
        }
}

static void look_at(const struct block *b)
{
    look_beside(b->at + b->bytes, b->pages + b->pages_bytes, b->at, b->bytes);
    look_beside(b->pages, b->at, b->at, b->bytes);
}

static unsigned char *bytes_of(struct head *h)
{
    return (unsigned char *)(h + 1);
}

static void look_at_plain(struct head *h)
{
    unsigned char *end = bytes_of(h) + h->bytes;
    look_beside(end, end + ALIGNMENT, bytes_of(h), h->bytes);
}

/* ---- taking -------------------------------------------------------------- */

static bool open_arena(void)
{
    if (arena != NULL)
        return true;
    unsigned char *map =
        mmap(NULL, ARENA_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED)
        return false;
    arena = map;
    arena_end = map + ARENA_BYTES;
    arena_next = map + page_bytes();
    return true;
}

static unsigned char *take_guarded(size_t alignment, size_t size)
{
    size_t page = page_bytes();
    size_t whole = (size + page - 1) / page * page;
    if (blocks == BLOCKS_MAX || size > ARENA_BLOCK_BYTES || alignment > page ||
        !open_arena() || whole + page > (size_t)(arena_end - arena_next))
        return NULL;
    if (whole > 0 && mprotect(arena_next, whole, PROT_READ | PROT_WRITE) != 0)
        return NULL;
    struct block *b = &block[blocks++];
    b->pages = arena_next;
    b->pages_bytes = whole;
    b->bytes = size;
    b->at_start = flush == FLUSH_START;
    b->at = b->at_start ? b->pages
                        : b->pages + (whole - size) / alignment * alignment;
    arena_next += whole + page;
    fill_pattern(b->pages, b->at);
    fill_pattern(b->at + size, b->pages + whole);
    return b->at;
}

static unsigned char *take_plain(size_t size)
{
    struct head *h = malloc(sizeof *h + size + ALIGNMENT);
    if (h == NULL)
        return NULL;
    *h = (struct head){size, plain.next, &plain, mark_live};
    plain.next->before = h;
    plain.next = h;
    unsigned char *at = bytes_of(h);
    fill_pattern(at + size, at + size + ALIGNMENT);
    return at;
}

static void *refuse(size_t size)
{
    refused_bytes = size;
    errno = ENOMEM;
    return NULL;
}

/* One absurd request is refused, as malloc does. Many that together are too
 * much end the program: it would fill the machine until it is stopped. */
static unsigned char *take(size_t alignment, size_t size)
{
    if (size > LIVE_BYTES)
        return refuse(size);
    if (live_bytes + size > LIVE_BYTES)
        runner_stop(&(struct message_reply){.kind = REPLY_NO_MEMORY,
                                            .place = PLACE_BLOCK,
                                            .block_bytes =
                                                (int64_t)(live_bytes + size)});
    unsigned char *at = take_guarded(alignment, size);
    if (at == NULL && alignment <= ALIGNMENT)
        at = take_plain(size);
    if (at == NULL && alignment > ALIGNMENT)
        return aligned_alloc(alignment,
                             size); /* the library's own, uncounted */
    if (at == NULL)
        return refuse(size);
    live++;
    live_bytes += size;
    memset(at, NEVER_SET, size < FILLED_BYTES ? size : FILLED_BYTES);
    return at;
}

/* ---- finding and giving back --------------------------------------------- */

static bool in_arena(const unsigned char *at)
{
    return arena != NULL && at >= arena && at < arena_end;
}

/* The block that an address of the arena belongs to: its own, or the nearer
 * one of the two beside a guard. Blocks lie in the order they were taken. */
static struct block *find(const unsigned char *at)
{
    int low = 0, high = blocks - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (block[middle].pages <= at)
            low = middle;
        else
            high = middle - 1;
    }
    const struct block *b = &block[low];
    const unsigned char *guard = b->pages + b->pages_bytes;
    if (low + 1 < blocks && block[low + 1].at_start &&
        at >= guard + page_bytes() / 2)
        low++;
    return blocks > 0 ? &block[low] : NULL;
}

static _Noreturn void stop_free(enum fault_place place, int64_t bytes)
{
    runner_stop(&(struct message_reply){.kind = REPLY_FAULT,
                                        .arg = -1,
                                        .access = -1,
                                        .place = (int32_t)place,
                                        .block_bytes = bytes});
}

static void count_freed(size_t bytes)
{
    live--;
    live_bytes -= bytes;
}

static struct block *freed_block(unsigned char *at)
{
    struct block *b = find(at);
    if (b == NULL || b->at != at)
        stop_free(PLACE_NOT_A_BLOCK, 0);
    if (b->freed)
        stop_free(PLACE_FREED_TWICE, (int64_t)b->bytes);
    return b;
}

/* A new mapping gives the memory back and joins its untouchable neighbours. */
static void give_back(struct block *b)
{
    look_at(b);
    count_freed(b->bytes);
    b->freed = true;
    if (b->pages_bytes > 0 &&
        mmap(b->pages, b->pages_bytes, PROT_NONE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
        mprotect(b->pages, b->pages_bytes, PROT_NONE);
}

/* The head of a block of the C library's, or NULL: the library gave it out
 * by itself, as getline does, and takes it back by itself. */
static struct head *head_of(void *at)
{
    struct head *h = (struct head *)at - 1;
    if ((uintptr_t)at % ALIGNMENT != 0)
        return NULL;
    if (h->mark == mark_freed)
        stop_free(PLACE_FREED_TWICE, 0);
    return h->mark == mark_live ? h : NULL;
}

static void give_back_plain(struct head *h)
{
    look_at_plain(h);
    count_freed(h->bytes);
    h->before->next = h->next;
    h->next->before = h->before;
    *(volatile uint64_t *)&h->mark = mark_freed; /* no dead store */
    free(h);
}

void runner_free(void *at)
{
    if (at == NULL)
        return;
    if (in_arena(at)) {
        give_back(freed_block(at));
        return;
    }
    if (runner_owns(at))
        stop_free(PLACE_NOT_A_BLOCK, 0);
    struct head *h = head_of(at);
    if (h != NULL)
        give_back_plain(h);
    else
        free(at);
}

/* ---- the family of malloc ------------------------------------------------ */

void *runner_malloc(size_t size)
{
    return take(ALIGNMENT, size);
}

void *runner_calloc(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        return refuse(SIZE_MAX);
    void *at = take(ALIGNMENT, count * size);
    if (at != NULL)
        memset(at, 0, count * size);
    return at;
}

/* The block always moves, so that a pointer to its old place is noticed. */
void *runner_realloc(void *old, size_t size)
{
    if (old == NULL)
        return runner_malloc(size);
    if (size == 0) {
        runner_free(old);
        return NULL;
    }
    size_t bytes;
    if (in_arena(old)) {
        bytes = freed_block(old)->bytes;
    } else {
        if (runner_owns(old))
            stop_free(PLACE_NOT_A_BLOCK, 0);
        struct head *h = head_of(old);
        if (h == NULL)
            return realloc(old, size);
        bytes = h->bytes;
    }
    void *at = runner_malloc(size);
    if (at == NULL)
        return NULL;
    memcpy(at, old, bytes < size ? bytes : size);
    runner_free(old);
    return at;
}

void *runner_reallocarray(void *old, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        return refuse(SIZE_MAX);
    return runner_realloc(old, count * size);
}

void *runner_aligned_alloc(size_t alignment, size_t size)
{
    if (alignment == 0 || (alignment & (alignment - 1)) != 0) {
        errno = EINVAL;
        return NULL;
    }
    return take(alignment < ALIGNMENT ? ALIGNMENT : alignment, size);
}

int runner_posix_memalign(void **at, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0)
        return EINVAL;
    void *taken = runner_aligned_alloc(alignment, size);
    if (taken == NULL)
        return errno;
    *at = taken;
    return 0;
}

char *runner_strndup(const char *text, size_t most)
{
    const char *end = memchr(text, '\0', most);
    size_t length = end != NULL ? (size_t)(end - text) : most;
    char *copy = runner_malloc(length + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *runner_strdup(const char *text)
{
    return runner_strndup(text, strlen(text));
}

/* ---- for the runner ------------------------------------------------------ */

void heap_begin(enum placement placement)
{
    flush = placement;
    live_before = live;
    live_bytes_before = live_bytes;
    refused_bytes = 0;
    damage = (struct message_reply){.place = PLACE_NONE};
}

void heap_end(struct message_reply *done)
{
    for (int i = 0; i < blocks; i++)
        if (!block[i].freed)
            look_at(&block[i]);
    for (struct head *h = plain.next; h != &plain; h = h->next)
        look_at_plain(h);
    done->place = damage.place;
    done->block_bytes = damage.block_bytes;
    done->element = damage.element;
    if (live > live_before) {
        done->leaked_blocks = live - live_before;
        done->leaked = live_bytes > live_bytes_before
                           ? (int64_t)(live_bytes - live_bytes_before)
                           : 0;
    }
}

bool heap_explains(const void *address, struct message_reply *fault)
{
    const unsigned char *at = address;
    if (refused_bytes > 0 && (uintptr_t)at < 65536) {
        fault->kind = REPLY_NO_MEMORY;
        fault->block_bytes =
            refused_bytes > INT64_MAX ? INT64_MAX : (int64_t)refused_bytes;
        return true;
    }
    const struct block *b = in_arena(at) ? find(at) : NULL;
    if (b == NULL)
        return false;
    fault->place = b->freed ? PLACE_FREED : PLACE_BLOCK;
    fault->block_bytes = (int64_t)b->bytes;
    fault->element = at - b->at;
    return true;
}
