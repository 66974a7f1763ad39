/* What the judge (worker.c) and the runner (runner.c) say to each other.
 *
 * The judge writes one request to descriptor 3 of the runner: a header,
 * then every call as a message_call followed, per argument, by a
 * message_arg and, for an input array, its elements. The runner answers on descriptor
 * 4: for each call that returned, a message_reply and the outputs in order;
 * if the function touched memory it must not, one last message_reply of
 * another kind. Both ends are one machine and one build, so plain
 * structs travel. A reply is evidence only as far as its numbers are right.
 */
#ifndef CONVLINGS_PROTOCOL_H
#define CONVLINGS_PROTOCOL_H

#include <stdint.h>

enum { REQUEST_FD = 3, REPLY_FD = 4, PROTOCOL_CALLS = 3 };

enum {
    REQUEST_MAGIC = 0x434e5651,
    REPLY_RETURNED = 0x434e5652,
    REPLY_FAULT,
    REPLY_NO_MEMORY,
    REPLY_FORBIDDEN
};

/* Where an array lies between its two guard pages. */
enum placement {
    FLUSH_END,  /* its last byte is the last before the guard */
    FLUSH_START /* its first byte is the first after the guard */
};

struct message_call {
    int32_t magic, args, placement;
    uint32_t poison; /* bit pattern of every output element beforehand */
};

struct message_arg {
    int32_t kind, number, count;
    float real;
};

/* What was touched that is no array of the call. */
enum fault_place {
    PLACE_NONE,        /* an array of the call, or nothing that is known */
    PLACE_NULL,        /* through a pointer that is NULL */
    PLACE_STACK,       /* below all local variables that there is room for */
    PLACE_BLOCK,       /* beside a block from malloc */
    PLACE_FREED,       /* a block after it was freed */
    PLACE_FREED_TWICE, /* a freed block was freed again */
    PLACE_NOT_A_BLOCK, /* something was freed that malloc did not give */
    PLACES
};

/* REPLY_RETURNED: spill is the number of elements changed beside the
 * outputs, plus one for each input that was changed, arg the first such array;
 * place PLACE_BLOCK if something was written beside a block, as for a fault;
 * and what the call leaked.
 * REPLY_FAULT: the argument (-1: none) and the element of it, or the place;
 * and the access: 1 write, 0 read, -1 unknown. Of a block: how many bytes it
 * has, and element is the byte that was touched, counted from its first.
 * REPLY_NO_MEMORY: block_bytes were asked for, in all if place is PLACE_BLOCK,
 * else at once, and got NULL that was then used.
 * REPLY_FORBIDDEN: element is the system call that was refused, spill the
 * architecture it was made for; only where refused calls are told. */
struct message_reply {
    int32_t kind, spill, arg, access;
    int32_t place, leaked_blocks;
    int64_t element, block_bytes, leaked;
};

/* Two patterns for outputs: a quiet NaN, then a number no sum here gives.
 * Ints are filled with what is no likely int. What lies beside an input is
 * another NaN, so that reading it is not taken for an output left alone. */
#define POISON_NAN 0xffffffffu
#define POISON_NUMBER 0x49742400u /* 1000000.0f */
#define POISON_INT(poison) ((poison) ^ 0x7ffffffeu)
#define BESIDE_INPUT 0x7fc0beefu

/* Between what two calls print: the ASCII record separator. */
#define PRINTED_END 0x1e

#endif
