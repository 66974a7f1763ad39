#ifndef CONVLINGS_TESTS_FUZZ_H
#define CONVLINGS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdio.h>

/* The readers of files on any bytes at all. Each function reads the bytes as
 * one format and checks what the reader's header promises, whether it accepts
 * them or not; a broken promise stops the program, as a sanitizer does.
 *   bytes, size  in   the content of a file, may be empty */
void fuzz_npy(const unsigned char *bytes, size_t size);
void fuzz_png(const unsigned char *bytes, size_t size);
void fuzz_pnm(const unsigned char *bytes, size_t size);

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
