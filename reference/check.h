#ifndef CONVLINGS_CHECK_H
#define CONVLINGS_CHECK_H

#include "status.h"

/* Checks of one argument that several operators share. For the library's own
 * files. */
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

#pragma GCC visibility pop

#endif
