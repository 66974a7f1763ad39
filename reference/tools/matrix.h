#ifndef CONVLINGS_TOOLS_MATRIX_H
#define CONVLINGS_TOOLS_MATRIX_H

#include <stdbool.h>

/* The most numbers that are read or printed. */
enum { MATRIX_MOST_NUMBERS = 1 << 24 };

/* A small matrix as people type it. */
typedef struct matrix {
    float *data; /* h x w */
    int h, w;
} matrix;

/* Whether a text is a matrix, right or wrong, and not the name of a file: it
 * holds nothing but digits, + - . e E and separators (a file called 12 is
 * ./12); or it has a digit and a separator, and no file is called so. */
bool matrix_is_literal(const char *text);

/* Reads a matrix from a literal such as "1 2 3; 4 5 6" or from a text file.
 * Numbers are separated by blanks or commas, rows by ; or line ends; # starts
 * a comment.
 *   text  in   the literal or the name      m  out  the matrix
 * Memory   *m owns its data until matrix_free(m)
 * Returns  0; or EXIT_BAD_INPUT after a sentence that names the text: no such
 *          file, not a number, rows of different lengths, nothing in it; *m is
 *          then untouched */
int matrix_read(const char *text, matrix *m);

/* Gives back the data; a second call does nothing. */
void matrix_free(matrix *m);

/* Prints a matrix on stdout: %g digits, right-aligned in columns of one
 * width, two spaces between them, none at the end of a line. */
void matrix_print(const matrix *m);

#endif
