#ifndef CONVLINGS_TESTS_FUZZ_H
#define CONVLINGS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdio.h>

/* The library on any bytes at all. The first three read the bytes as a file of
 * one format, the last as sizes and options of an operator. Each checks what
 * the header promises, whether the call is accepted or not; a broken promise
 * stops the program, as a sanitizer does.
 *   bytes, size  in   the bytes, may be none */
void fuzz_npy(const unsigned char *bytes, size_t size);
void fuzz_png(const unsigned char *bytes, size_t size);
void fuzz_pnm(const unsigned char *bytes, size_t size);
void fuzz_shape(const unsigned char *bytes, size_t size);

/* Stops the program unless a promise is kept.
 *   what  in   the promise, for the message */
void fuzz_promise(int kept, const char *what);

/* What a writer writes: a stream into memory.
 *   stream  where to write
 *   bytes   what was written, once fuzz_written was called; the caller frees */
typedef struct fuzz_memory {
    FILE *stream;
    char *bytes;
    size_t size;
} fuzz_memory;

/* Opens it; the program stops if it cannot. */
void fuzz_write(fuzz_memory *m);

/* Ends the writing. */
void fuzz_written(fuzz_memory *m);

#endif
