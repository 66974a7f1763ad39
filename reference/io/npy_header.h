#ifndef CONVLINGS_IO_NPY_HEADER_H
#define CONVLINGS_IO_NPY_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "array.h"

/* The header of an .npy file: a Python dict as text,
 *     {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
 * with its three entries in any order. For npy.c. */
#pragma GCC visibility push(hidden)

/* The longest string in a header, with its final 0: types are far shorter. */
enum { REF_NPY_WORD_BYTES = 32 };

/* What a header says; descr is not looked into. */
typedef struct ref_npy_header {
    char descr[REF_NPY_WORD_BYTES];
    bool fortran_order;
    int rank;
    int dims[REF_ARRAY_MAX_RANK];
} ref_npy_header;

/* Reads the text of a header.
 *   text, length  in   all of it, padding included
 *   h             out  what it says; each size is from 0 to INT_MAX
 * Errors   REF_EFORMAT: anything that is not such a dict, whole and alone;
 *          records; more than REF_ARRAY_MAX_RANK axes; *h is untouched */
REF_MUST_USE ref_status ref_npy_header_read(const unsigned char *text,
                                            size_t length, ref_npy_header *h);

#pragma GCC visibility pop

#endif
