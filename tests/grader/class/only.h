/* Which exercises are graded: all of them, or those that somebody lists. */
#ifndef CONVLINGS_ONLY_H
#define CONVLINGS_ONLY_H

#include <stdbool.h>

/* Reads chapters and exercises separated by commas or blanks: "01, 02/3,
 * conv2d" is chapter 1, the third of chapter 2, and conv2d. NULL or an empty
 * list is all. Returns one bool for each entry of the catalog, to be freed;
 * or NULL, and then problem holds a sentence. */
bool *only_read(const char *list, char *problem, int size);

#endif
