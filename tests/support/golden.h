#ifndef CONVLINGS_TESTS_GOLDEN_H
#define CONVLINGS_TESTS_GOLDEN_H

#include <stddef.h>

/* Golden vectors: tests/golden/NAME.txt, commands as a user types them, and
 * NAME.npy, the arrays they read and must write; generate.py there says in
 * which order. This reader shares no line with the library's. */

enum { GOLDEN_RANK = 8, GOLDEN_LINE_BYTES = 512 };

/* An array of a .npy file, in place.
 *   record, bytes  all of it, header and numbers
 *   type           as NumPy spells it: "<f4"
 *   fortran        whether the first index runs fastest
 *   rank, dims     its shape                count  how many numbers
 *   data           the numbers */
typedef struct golden_array {
    const unsigned char *record, *data;
    size_t bytes, count;
    char type[8];
    int fortran, rank, dims[GOLDEN_RANK];
} golden_array;

/* Reads the array that begins at bytes, of which there are count.
 * Returns  1, or 0 if no whole array is there */
int golden_read(const unsigned char *bytes, size_t count, golden_array *a);

/* What a program wrote against what it must write.
 *   bytes, count  in   the file it wrote: one array and nothing else, C order,
 *                      float32, or int64 if expected is
 *   expected      in   the values            allowed  in  the largest error of
 *                      each; NaN equals NaN, and nothing else does
 *   what          out  on failure, what is wrong and where; 200 bytes
 * Returns  1 if all is well */
int golden_agrees(const unsigned char *bytes, size_t count,
                  const golden_array *expected, const golden_array *allowed,
                  char what[200]);

/* A pair of golden files while it is read.
 *   name     without folder and ending
 *   line     the command read last, and number, its place in NAME.txt
 * The other fields are the reader's own. */
typedef struct golden_file {
    const char *name;
    char line[GOLDEN_LINE_BYTES];
    int number;
    char *text, *next;
    unsigned char *arrays;
    size_t size, at;
} golden_file;

/* Opens NAME.txt and NAME.npy; the program stops if it cannot. */
void golden_open(golden_file *f, const char *name);

/* Goes to the next command. Returns 0 at the end. */
int golden_next_line(golden_file *f);

/* Takes the next array. Returns 0 at the end, or if the file is damaged. */
int golden_next_array(golden_file *f, golden_array *a);

/* How many bytes of arrays are left. */
size_t golden_left(const golden_file *f);

void golden_close(golden_file *f);

/* The names of all pairs, sorted; at most most of them.
 * Returns  how many there are */
int golden_names(char names[][40], int most);

#endif
