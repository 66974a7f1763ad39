#ifndef CONVLINGS_CHECK_H
#define CONVLINGS_CHECK_H

#include <stddef.h>

#include "status.h"

/* Checks that several operators share: of one argument, and of the arrays of a
 * call, as stretches of memory to be measured and kept apart. For the
 * library's own files. */
#pragma GCC visibility push(hidden)

/* Leaves the function it stands in if a check fails, with the check's status.
 * Only where nothing is held yet that would have to be given back. */
#define REF_TRY(check)                                                         \
    do {                                                                       \
        const ref_status tried = (check);                                      \
        if (tried != REF_OK)                                                   \
            return tried;                                                      \
    } while (0)

/* Refuses a value below the least one.
 *   name   in   the argument's name         status  in  what to return then
 * Errors   status */
REF_MUST_USE ref_status ref_check_least(const char *name, int value, int least,
                                        ref_status status);

/* Refuses a batch of fewer than 0 images, or images of fewer than 1 channel.
 * Errors   REF_ESIZE */
REF_MUST_USE ref_status ref_check_batch(int n, int c);

/* The same, and images of fewer than 1 row or column.
 * Errors   REF_ESIZE */
REF_MUST_USE ref_status ref_check_images(int n, int c, int h, int w);

/* Refuses what is no value of an enum that counts from 0.
 *   name   in   the argument's name         type   in   what the enum is called
 *   count  in   how many values it has
 * Errors   REF_EPARAM */
REF_MUST_USE ref_status ref_check_choice(const char *name, int value, int count,
                                         const char *type);

/* Refuses a NULL pointer.
 * Errors   REF_ENULL */
REF_MUST_USE ref_status ref_check_pointer(const char *name,
                                          const void *pointer);

enum { REF_OPERAND_MAX_RANK = 7 };

/* What an operator does with an array, and so what it may be.
 *   REF_IN            read; must be there
 *   REF_IN_OPTIONAL   read if it is there
 *   REF_OUT           written; must be there, apart from all others
 *   REF_OUT_OPTIONAL  written if it is there, apart from all others
 *   REF_OUT_IN_PLACE  as REF_OUT, but may be exactly one of the inputs */
typedef enum ref_role {
    REF_IN,
    REF_IN_OPTIONAL,
    REF_OUT,
    REF_OUT_OPTIONAL,
    REF_OUT_IN_PLACE
} ref_role;

/* One array of a call.
 *   name           of the argument, for messages
 *   data           where it is, or NULL
 *   element_bytes  size of one element
 *   rank, dims     its sizes, each >= 0; an array of no elements may be NULL */
typedef struct ref_operand {
    const char *name;
    const void *data;
    ref_role role;
    size_t element_bytes;
    int rank;
    int dims[REF_OPERAND_MAX_RANK];
} ref_operand;

/* An array of elements of its pointer's type: the argument's name, where it
 * is, what is done with it, then its sizes. */
#define REF_ARRAY(name, data, role, ...)                                       \
    ((ref_operand){name,                                                       \
                   data,                                                       \
                   role,                                                       \
                   sizeof *(data),                                             \
                   (int)(sizeof((int[]){__VA_ARGS__}) / sizeof(int)),          \
                   {__VA_ARGS__}})

/* An array whose count an int need not hold: one element of all its bytes.
 *   count, element_bytes  in   their product fits in a size_t
 * Returns  an operand that ref_check_operands takes for empty if count is 0 */
ref_operand ref_operand_flat(const char *name, const void *data, ref_role role,
                             size_t count, size_t element_bytes);

/* Checks all arrays of a call: each is there if it must be and can be
 * addressed, and no output shares a byte with another array.
 *   list, count  in   the arrays
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP */
REF_MUST_USE ref_status ref_check_operands(const ref_operand *list, int count);

/* The same for operands that are listed as arguments. */
#define REF_CHECK_OPERANDS(...)                                                \
    ref_check_operands((const ref_operand[]){__VA_ARGS__},                     \
                       (int)(sizeof((const ref_operand[]){__VA_ARGS__}) /      \
                             sizeof(ref_operand)))

/* Checks an input and an output that are seen as rows of numbers, as many as a
 * size_t counts.
 *   x, x_count  in   the input              y, y_count  in   the output
 *   y_role      in   REF_OUT or REF_OUT_IN_PLACE
 * Errors   REF_ENULL, unless a count is 0; REF_EOVERFLOW: an array beyond
 *          PTRDIFF_MAX bytes; REF_EOVERLAP */
REF_MUST_USE ref_status ref_check_flat(const float *x, size_t x_count,
                                       const float *y, size_t y_count,
                                       ref_role y_role);

#pragma GCC visibility pop

#endif
