/* What the judge (worker.c) and the runner (runner.c) say to each other.
 *
 * The judge writes one request to descriptor 3 of the runner: a header,
 * then every call as a message_call followed, per argument, by a
 * message_arg and, for an input array, its elements. The runner answers on descriptor
 * 4: for each call that returned, a message_reply and the outputs in order;
 * if the function touched memory it must not, one last message_reply of
 * kind REPLY_FAULT. Both ends are one machine and one build, so plain
 * structs travel. A reply is evidence only as far as its numbers are right.
 */
#ifndef CONVLINGS_PROTOCOL_H
#define CONVLINGS_PROTOCOL_H

#include <stdint.h>

enum { REQUEST_FD = 3, REPLY_FD = 4, PROTOCOL_CALLS = 3 };

enum { REQUEST_MAGIC = 0x434e5651, REPLY_RETURNED = 0x434e5652, REPLY_FAULT };

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

/* REPLY_RETURNED: spill is the number of bytes changed beside the outputs,
 * arg the first such output. REPLY_FAULT: the argument (-1: none), the
 * element of it, and the access: 1 write, 0 read, -1 unknown. */
struct message_reply {
    int32_t kind, spill, arg, access;
    int64_t element;
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
