#ifndef CONVLINGS_IO_NPY_H
#define CONVLINGS_IO_NPY_H

#include <stddef.h>
#include <stdio.h>

#include "array.h"

/* Reads an array from the content of an .npy file: versions 1.0, 2.0 and 3.0,
 * either byte order, C or Fortran order, elements of float32, float64, int32,
 * int64 or uint8. The array is row-major and in the machine's byte order,
 * whatever the file is.
 *   bytes, size  in   the file's content    name  in  the file's, for messages
 *   a            out  the array
 * Memory   *a owns its data until ref_array_free(a). It is taken only when
 *          exactly the bytes that the header promises are there
 * Errors   REF_ENULL; REF_EFORMAT: no .npy file, of another version or type,
 *          truncated, a damaged header, more than REF_ARRAY_MAX_RANK axes, an
 *          axis longer than an int, more or fewer bytes than the shape takes
 *          (so also a second array in the same file, which numpy.load leaves
 *          alone); REF_ENOMEM. The message begins with the name; *a is
 *          untouched on error
 * Threads  safe on distinct a
 * Source   NEP 1 and the manual page of numpy.lib.format, which also has what
 *          changed in versions 2.0 and 3.0 */
REF_MUST_USE ref_status ref_npy_parse(const unsigned char *bytes, size_t size,
                                      const char *name, ref_array *a);

/* Reads an .npy file, at most REF_FILE_MAX_BYTES of it.
 *   path  in   its name                     a  out  the array
 * Memory   as ref_npy_parse; the file's content besides, until the return
 * Errors   those of ref_npy_parse; REF_EIO
 * Threads  safe on distinct a */
REF_MUST_USE ref_status ref_npy_read(const char *path, ref_array *a);

/* Writes an array as numpy.save does, byte for byte: version 1.0, C order, the
 * machine's byte order, a header padded to a multiple of 64 bytes with room
 * for the first axis to grow.
 *   a       in   the array
 *   stream  in   where to, such as that of ref_file_create; its error flag
 *                tells whether all was written
 * Errors   REF_ENULL, REF_EPARAM, REF_ESIZE, REF_EOVERFLOW; nothing is
 *          written on error
 * Threads  safe on distinct streams
 * Source   numpy.lib.format of NumPy 1.24 */
REF_MUST_USE ref_status ref_npy_encode(const ref_array *a, FILE *stream);

/* Writes an .npy file. To write several of which all appear or none, use
 * ref_file_create, ref_npy_encode and ref_file_finish for each before the
 * first ref_file_commit.
 *   path  in   its name; the file appears whole, or not at all
 *   a     in   the array
 * Errors   those of ref_npy_encode; REF_EIO, REF_ENOMEM: the message names the
 *          file
 * Threads  safe on distinct paths */
REF_MUST_USE ref_status ref_npy_write(const char *path, const ref_array *a);

#endif
