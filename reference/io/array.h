#ifndef CONVLINGS_IO_ARRAY_H
#define CONVLINGS_IO_ARRAY_H

#include <stddef.h>
#include <stdint.h>

#include "../status.h"

/* What the elements of an array are. */
typedef enum ref_dtype {
    REF_FLOAT32,
    REF_FLOAT64,
    REF_INT32,
    REF_INT64,
    REF_UINT8
} ref_dtype;

/* How many types there are, and the most axes an array may have: NumPy's. */
enum { REF_DTYPE_COUNT = REF_UINT8 + 1, REF_ARRAY_MAX_RANK = 32 };

/* An array of any rank, dense and row-major (the last axis runs fastest), in
 * the byte order of the machine.
 *   dtype  what the elements are
 *   rank   how many axes, 0 .. REF_ARRAY_MAX_RANK; 0: a single element
 *   dims   their sizes, each >= 0; what lies beyond rank means nothing
 *   data   the elements, aligned for their type
 * A struct of this type owns its data only if a function of io/ filled it;
 * otherwise it is a view of somebody's array. */
typedef struct ref_array {
    ref_dtype dtype;
    int rank;
    int dims[REF_ARRAY_MAX_RANK];
    void *data;
} ref_array;

/* The name of a type as NumPy prints it.
 *   dtype  in   any value, also one that is no ref_dtype
 * Returns  a static string such as "float32"; "unknown type" for values
 *          outside the enumeration
 * Threads  safe */
REF_MUST_USE const char *ref_dtype_name(ref_dtype dtype);

/* The size of one element.
 *   dtype  in   any value, also one that is no ref_dtype
 * Returns  1, 4 or 8; 0 for values outside the enumeration
 * Threads  safe */
REF_MUST_USE size_t ref_dtype_bytes(ref_dtype dtype);

/* Makes an array of zeros whose data starts at a multiple of 64 bytes.
 *   dtype  in   what the elements are
 *   dims   in   the rank sizes, each >= 0; may be NULL when rank is 0
 *   a      out  the array
 * Memory   *a owns its data until ref_array_free(a); also when a size is 0,
 *          and then data is still not NULL
 * Errors   REF_ENULL; REF_EPARAM: no such dtype, or a rank not from 0 to
 *          REF_ARRAY_MAX_RANK; REF_ESIZE: a size is negative; REF_EOVERFLOW;
 *          REF_ENOMEM; *a is untouched on error
 * Threads  safe on distinct a */
REF_MUST_USE ref_status ref_array_new(ref_dtype dtype, int rank,
                                      const int *dims, ref_array *a);

/* Gives back the data of an array that a function of io/ made.
 *   a  in   the array, or NULL; all its fields become 0, so that a second
 *           call does nothing
 * Threads  safe on distinct a */
void ref_array_free(ref_array *a);

/* How many elements an array has: the product of its sizes, 1 for rank 0.
 *   a  in   the array; its data is not looked at
 *   count  out  how many
 * Errors   REF_ENULL; REF_EPARAM: no such dtype or rank; REF_ESIZE: a size is
 *          negative; REF_EOVERFLOW; *count is untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_array_count(const ref_array *a, size_t *count);

/* Copies the elements as float32, row-major.
 *   a    in   the array, of any type
 *   out  out  ref_array_count(a) elements; every one is written; overlaps no
 *             input
 * Errors   REF_ENULL, REF_EPARAM, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP; out
 *          is untouched on error
 * Accuracy the float32 nearest to each element, ties to even, as NumPy's
 *          astype: exact for uint8 and for integers up to 2^24
 * Specials NaN and infinities stay; a float64 beyond the range of float32
 *          (from 2^128 - 2^103 on) becomes an infinity of its sign
 * Threads  safe on distinct out */
REF_MUST_USE ref_status ref_array_to_float(const ref_array *a, float *out);

/* Copies the elements as int64, row-major and exact. Numbers with a point are
 * refused even if they are whole: class numbers and indices that were saved as
 * float are a mistake to be told, as PyTorch does.
 *   a    in   the array, of int32, int64 or uint8
 *   out  out  ref_array_count(a) elements; every one is written; overlaps no
 *             input
 * Errors   REF_ENULL, REF_EPARAM, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP;
 *          REF_EFORMAT: the elements are float32 or float64; out is untouched
 *          on error
 * Threads  safe on distinct out */
REF_MUST_USE ref_status ref_array_to_int64(const ref_array *a, int64_t *out);

#endif
