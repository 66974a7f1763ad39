/* The runner: a small trusted shim in the learner's process.
 *
 * It is linked with the learner's object and nothing of the reference, and
 * started by exec with its limits already in force. It receives arguments,
 * places each array between two guard regions (flush with the one or the
 * other), makes the inputs read-only, fills the outputs with a poison that
 * shows what was never written, calls the function, and sends the outputs
 * back. It knows no expected value and decides nothing.
 */
#ifdef __linux__
#define _GNU_SOURCE /* for the registers of a fault */
#endif

#include "runner.h"

#include "call.h"
#include "protocol.h"
#include "runner_heap.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

enum { GUARD_BYTES = 1 << 16, STACK_BYTES = 1 << 16, NOT_MINE = 2 };

/* One array: a region of whole pages, guards on both sides. */
struct region {
    unsigned char *base;
    size_t bytes; /* of the region between the guards */
    unsigned char *array;
    size_t array_bytes;
    uint64_t sum; /* of an input, and what lies beside it */
};

static struct message_arg args[CALL_MAX_ARGS];
static struct region region[CALL_MAX_ARGS];
static int arg_count;
static unsigned char signal_stack[STACK_BYTES];
static unsigned char *stack_top; /* of main, above all that it calls */

static void read_all(void *to, size_t bytes)
{
    unsigned char *p = to;
    while (bytes > 0) {
        ssize_t got = read(REQUEST_FD, p, bytes);
        if (got <= 0)
            _exit(NOT_MINE);
        p += got;
        bytes -= (size_t)got;
    }
}

static void write_all(const void *from, size_t bytes)
{
    const unsigned char *p = from;
    while (bytes > 0) {
        ssize_t put = write(REPLY_FD, p, bytes);
        if (put <= 0)
            _exit(NOT_MINE);
        p += put;
        bytes -= (size_t)put;
    }
}

static int is_input(int kind)
{
    return kind == ARG_IN || kind == ARG_IN_INT;
}

static int is_output(int kind)
{
    return kind == ARG_OUT || kind == ARG_OUT_INT;
}

static int is_array(int kind)
{
    return is_input(kind) || is_output(kind);
}

/* Maps a region with its guards once; later calls use the same memory. */
static void map_region(struct region *r, size_t bytes)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t whole = (bytes + page - 1) / page * page;
    if (r->base != NULL && r->bytes >= whole)
        return;
    unsigned char *map = mmap(NULL, whole + 2 * (size_t)GUARD_BYTES, PROT_NONE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED)
        _exit(NOT_MINE);
    r->base = map + GUARD_BYTES;
    r->bytes = whole;
}

static void fill(unsigned char *at, size_t bytes, uint32_t pattern)
{
    for (size_t i = 0; i + sizeof pattern <= bytes; i += sizeof pattern)
        memcpy(at + i, &pattern, sizeof pattern);
}

static uint32_t poison_of(int kind, uint32_t poison)
{
    if (is_input(kind))
        return BESIDE_INPUT;
    return kind == ARG_OUT_INT ? POISON_INT(poison) : poison;
}

/* FNV-1a of the pages of an array, word by word. */
static uint64_t sum_of(const struct region *r)
{
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t at = 0; at < r->bytes; at += sizeof sum) {
        uint64_t word;
        memcpy(&word, r->base + at, sizeof word);
        sum = (sum ^ word) * 0x100000001b3u;
    }
    return sum;
}

static void place(const struct message_call *call, int i)
{
    struct region *r = &region[i];
    uint32_t poison = poison_of(args[i].kind, call->poison);
    r->array_bytes = sizeof(float) * (size_t)args[i].count;
    map_region(r, r->array_bytes);
    if (mprotect(r->base, r->bytes, PROT_READ | PROT_WRITE) != 0)
        _exit(NOT_MINE);
    fill(r->base, r->bytes, poison);
    r->array = call->placement == FLUSH_END
                   ? r->base + r->bytes - r->array_bytes
                   : r->base;
    if (is_input(args[i].kind)) {
        read_all(r->array, r->array_bytes);
        r->sum = sum_of(r);
        if (mprotect(r->base, r->bytes, PROT_READ) != 0)
            _exit(NOT_MINE);
    }
}

static union slot slot_of(int i)
{
    switch (args[i].kind) {
    case ARG_INT:
        return (union slot){.number = args[i].number};
    case ARG_FLOAT:
        return (union slot){.real = args[i].real};
    case ARG_IN:
        return (union slot){.in = (const float *)(void *)region[i].array};
    case ARG_IN_INT:
        return (union slot){.in_int = (const int *)(void *)region[i].array};
    case ARG_RETURN:
        return (union slot){.result = 0};
    case ARG_OUT:
        return (union slot){.out = (float *)(void *)region[i].array};
    default:
        return (union slot){.out_int = (int *)(void *)region[i].array};
    }
}

/* Bytes beside the array, inside its own pages, that lost their poison. */
static int spilled(int i, uint32_t poison)
{
    const struct region *r = &region[i];
    int changed = 0;
    for (size_t at = 0; at < r->bytes; at += sizeof poison) {
        const unsigned char *p = r->base + at;
        if (p >= r->array && p < r->array + r->array_bytes)
            continue;
        changed += memcmp(p, &poison, sizeof poison) != 0;
    }
    return changed;
}

static void reply(uint32_t poison, const union slot *slots)
{
    struct message_reply done = {.kind = REPLY_RETURNED, .arg = -1};
    for (int i = 0; i < arg_count; i++) {
        if (!is_array(args[i].kind))
            continue;
        int changed = is_input(args[i].kind)
                          ? sum_of(&region[i]) != region[i].sum
                          : spilled(i, poison_of(args[i].kind, poison));
        if (changed > 0 && done.arg < 0)
            done.arg = i;
        done.spill += changed;
    }
    heap_end(&done);
    write_all(&done, sizeof done);
    for (int i = 0; i < arg_count; i++)
        if (is_output(args[i].kind))
            write_all(region[i].array, region[i].array_bytes);
        else if (args[i].kind == ARG_RETURN)
            write_all(&slots[i].result, sizeof slots[i].result);
}

/* 1 for a write, 0 for a read, -1 where the machine does not say. */
static int access_of(const void *context)
{
#if defined(__x86_64__) && defined(__linux__)
    const ucontext_t *u = context;
    return (u->uc_mcontext.gregs[REG_ERR] & 2) != 0;
#else
    (void)context;
    return -1;
#endif
}

_Noreturn void runner_stop(const struct message_reply *r)
{
    write_all(r, sizeof *r);
    _exit(NOT_MINE);
}

bool runner_owns(const void *address)
{
    const unsigned char *at = address, *here = (const unsigned char *)&at;
    for (int i = 0; i < arg_count; i++)
        if (region[i].base != NULL && at >= region[i].base &&
            at < region[i].base + region[i].bytes)
            return true;
#ifdef __linux__
    extern unsigned char __executable_start, _end;
    if (at >= &__executable_start && at < &_end)
        return true;
#endif
    return at >= here && at < stack_top;
}

/* What there is at an address, apart from arrays and blocks. Below the stack
 * the system leaves this much free for it to grow. */
static enum fault_place place_of(const unsigned char *at)
{
    const uintptr_t null_bytes = 65536, stack_bytes = 128 << 20;
    if ((uintptr_t)at < null_bytes)
        return PLACE_NULL;
    bool below = at < stack_top && (uintptr_t)(stack_top - at) < stack_bytes;
    return below ? PLACE_STACK : PLACE_NONE;
}

static void on_fault(int number, siginfo_t *info, void *context)
{
    struct message_reply fault = {.kind = REPLY_FAULT, .arg = -1};
    unsigned char *at = info->si_addr;
    fault.access = access_of(context);
    for (int i = 0; i < arg_count; i++) {
        const struct region *r = &region[i];
        if (r->base == NULL || at < r->base - GUARD_BYTES ||
            at >= r->base + r->bytes + GUARD_BYTES)
            continue;
        fault.arg = i;
        fault.element = (at - r->array) / (int)sizeof(float);
        if (at < r->array && (at - r->array) % (int)sizeof(float) != 0)
            fault.element--;
    }
    if (fault.arg < 0 && !heap_explains(at, &fault))
        fault.place = (int32_t)place_of(at);
    write_all(&fault, sizeof fault);
    signal(number, SIG_DFL);
    raise(number);
    _exit(NOT_MINE);
}

#ifdef __linux__
/* Where a refused call is told to the process and not its end. */
static void on_refused(int number, siginfo_t *info, void *context)
{
    struct message_reply refused = {.kind = REPLY_FORBIDDEN,
                                    .arg = -1,
                                    .spill = (int32_t)info->si_arch,
                                    .element = info->si_syscall};
    (void)number;
    (void)context;
    write_all(&refused, sizeof refused);
    _exit(NOT_MINE);
}
#endif

static void watch_memory(void)
{
    stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
    struct sigaction action = {.sa_sigaction = on_fault,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigaltstack(&stack, NULL);
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
#ifdef __linux__
    action.sa_sigaction = on_refused;
    sigaction(SIGSYS, &action, NULL);
#endif
}

/* What sanitizers do, where the shim is linked with some (see sanitized.h):
 * they tell of every signal themselves, look at no other process's memory,
 * and stop at the first thing they find. A submission cannot say otherwise,
 * its own functions of these names are hidden. */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0:handle_segv=2:handle_sigbus=2:handle_sigfpe=2:"
           "handle_sigill=2:handle_abort=2:symbolize=0:"
           "detect_stack_use_after_return=0:allocator_may_return_null=1";
}

const char *__ubsan_default_options(void)
{
    return "print_stacktrace=0";
}

int main(void)
{
    unsigned char here;
    stack_top = &here;
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    watch_memory();
    int32_t calls;
    read_all(&calls, sizeof calls);
    while (calls-- > 0) {
        struct message_call call;
        union slot slots[CALL_MAX_ARGS];
        read_all(&call, sizeof call);
        if (call.magic != REQUEST_MAGIC || call.args > CALL_MAX_ARGS)
            _exit(NOT_MINE);
        arg_count = call.args;
        for (int i = 0; i < arg_count; i++) {
            read_all(&args[i], sizeof args[i]);
            if (is_array(args[i].kind))
                place(&call, i);
            slots[i] = slot_of(i);
        }
        heap_begin((enum placement)call.placement);
        runner_call(slots);
        putchar(PRINTED_END);
        fflush(stdout);
        reply(call.poison, slots);
    }
    _exit(0);
}
