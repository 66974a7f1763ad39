#ifndef CONVLINGS_TESTS_SCRATCH_H
#define CONVLINGS_TESTS_SCRATCH_H

#include <stddef.h>

/* A folder of the test's own, below TMPDIR or /tmp. */

/* Makes the folder. Returns its name; the program stops if it cannot. */
const char *scratch_new(void);

/* The path of a file in it: valid until the fourth call after this one. */
const char *scratch_path(const char *name);

/* Writes bytes to a file in it. */
void scratch_write(const char *name, const void *bytes, size_t count);

/* Reads a file in it into a buffer of room bytes. Returns how many there are,
 * or (size_t)-1 if there is no such file. */
size_t scratch_read(const char *name, void *bytes, size_t room);

/* How many files are in it. */
int scratch_count(void);

/* Removes the folder and the files in it. */
void scratch_free(void);

#endif
