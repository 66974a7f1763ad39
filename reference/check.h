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

/* Refuses a NULL pointer.
 * Errors   REF_ENULL */
REF_MUST_USE ref_status ref_check_pointer(const char *name,
                                          const void *pointer);

#pragma GCC visibility pop

#endif
