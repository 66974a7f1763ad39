#ifndef CONVLINGS_CHECK_H
#define CONVLINGS_CHECK_H

#include "status.h"

/* Checks of one argument that several operators share. For the library's own
 * files. */
#pragma GCC visibility push(hidden)

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

/* Refuses a NULL pointer.
 * Errors   REF_ENULL */
REF_MUST_USE ref_status ref_check_pointer(const char *name,
                                          const void *pointer);

#pragma GCC visibility pop

#endif
