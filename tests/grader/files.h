/* Small files read and written whole. Paths are relative to the project's
 * root, which is the judge's working folder from its first line on. */
#ifndef CONVLINGS_FILES_H
#define CONVLINGS_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes the project's root the working folder. A path that the caller was
 * given before can be made absolute first with path_from_here. */
void files_go_to_root(void);
char *path_from_here(const char *path);
/* The end of an absolute path that lies below the root; others as they are. */
const char *path_from_root(const char *path);
/* The end of an absolute path that lies below the folder the judge was called
 * in; others as they are. For reports, whose readers are there. */
const char *path_for_caller(const char *path);

/* The whole file, NUL-terminated, or NULL if it cannot be read or is longer
 * than limit bytes. *size may be NULL. Free it. */
char *file_read(const char *path, size_t limit, size_t *size);
/* Writes the whole file under a temporary name of its own, then renames it; the
 * folder is made if missing. A link at path is replaced, never followed; a
 * device or a folder is left alone. False and errno on failure, and then
 * nothing is changed. */
bool file_write(const char *path, const char *text, size_t size);
bool file_copy(const char *from, const char *to);
bool file_exists(const char *path);
/* Why a learner's file cannot be checked, or NULL: it is there, a plain file
 * that can be read. */
const char *file_problem(const char *path);

/* FNV-1a of some bytes, continued from hash (0 to begin). */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size);
/* The same of a small file's content; hash itself if it cannot be read. */
uint64_t hash_file(uint64_t hash, const char *path);

#endif
