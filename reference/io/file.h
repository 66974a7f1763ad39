#ifndef CONVLINGS_IO_FILE_H
#define CONVLINGS_IO_FILE_H

#include <stddef.h>
#include <stdio.h>

#include "../status.h"

/* The most bytes that are read from one file. */
#define REF_FILE_MAX_BYTES ((size_t)1 << 30)

/* Reads a whole file, pipe or device into memory, so that what follows looks
 * at bytes that are there and not at what a header promises.
 *   path   in   its name                    bytes  out  its content
 *   size   out  how many bytes
 *   limit  in   the most bytes accepted, at most REF_FILE_MAX_BYTES
 * Memory   the caller frees *bytes with free(); not NULL even when size is 0
 * Errors   REF_ENULL; REF_EIO: not to be opened or read; REF_EFORMAT: more
 *          than limit bytes; REF_ENOMEM. The message names the file; nothing
 *          is written on error
 * Threads  safe */
REF_MUST_USE ref_status ref_file_read(const char *path, size_t limit,
                                      unsigned char **bytes, size_t *size);

/* A file that is being written. Under its name, nothing shows until
 * ref_file_commit: the bytes go to a temporary name in the same folder. */
typedef struct ref_file_out {
    FILE *stream;    /* where to write */
    char *path;      /* the name to be, links followed */
    char *temporary; /* the name until then; NULL: a device, written directly */
} ref_file_out;

/* Starts to write a file.
 *   path  in   its name; an existing file must be writable and keeps its
 *              permissions
 *   out   out  the stream, to be ended by ref_file_commit or ref_file_discard
 * Errors   REF_ENULL, REF_EIO, REF_ENOMEM; the message names the file; *out is
 *          untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_file_create(const char *path, ref_file_out *out);

/* Writes out what is buffered and closes the stream; the name is given by
 * ref_file_commit. Of several files that belong together all are finished
 * before the first is committed: then a full disk leaves none of them.
 *   out  in   what ref_file_create made; its stream becomes NULL
 * Errors   REF_EIO: some byte could not be written; the file is still to be
 *          given up by ref_file_discard
 * Threads  safe on distinct out */
REF_MUST_USE ref_status ref_file_finish(ref_file_out *out);

/* Ends a file: finishes it if that was not done, and gives it its name.
 *   out  in   what ref_file_create made; all its fields become NULL
 * Errors   REF_EIO: some byte could not be written (a full disk, say); the
 *          temporary file is then gone and path is as it was
 * Threads  safe on distinct out */
REF_MUST_USE ref_status ref_file_commit(ref_file_out *out);

/* Gives a file up: the temporary file is removed and path is as it was.
 *   out  in   what ref_file_create made; all its fields become NULL
 * Threads  safe on distinct out */
void ref_file_discard(ref_file_out *out);

/* For the library's own files: puts a file's name before the message of the
 * failure that has just been noted.
 * Returns  status */
REF_MUST_USE ref_status ref_file_fail(ref_status status, const char *path);

#endif
