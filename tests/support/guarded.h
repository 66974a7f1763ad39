#ifndef CONVLINGS_TESTS_GUARDED_H
#define CONVLINGS_TESTS_GUARDED_H

#include <stddef.h>

/* Memory between two pages that nobody may touch: a read or write one byte
 * outside on the chosen side stops the program at once. The rest of the last
 * page, on the other side, holds 0xff bytes. */

/* On which side the array lies against a forbidden page. */
typedef enum guard_side { GUARD_AFTER, GUARD_BEFORE } guard_side;

/* Makes an array of bytes, all 0xff (as floats: NaN).
 *   bytes  in   its size, >= 1              side  in  the exact side
 * Returns  the array; the program stops if the system has no memory */
void *guarded_new(size_t bytes, guard_side side);

/* The same, holding a copy of what is at from, and read-only from then on. */
void *guarded_copy(const void *from, size_t bytes, guard_side side);

/* Gives an array back.
 *   array, bytes  in   as made; NULL is allowed */
void guarded_free(void *array, size_t bytes);

#endif
