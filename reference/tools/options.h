#ifndef CONVLINGS_TOOLS_OPTIONS_H
#define CONVLINGS_TOOLS_OPTIONS_H

#include <stdbool.h>

/* One option of a command: "--size 5", "--size=5" or, as a flag, "--flip".
 *   name   with its dashes
 *   value  where the text after it goes, or NULL if it is a flag
 *   flag   where true goes, or NULL if it has a value */
typedef struct option {
    const char *name;
    const char **value;
    bool *flag;
} option;

/* Sorts the words of a command line into options and places. A word is an
 * option if it starts with two dashes or is in the table; so "-1 0 1" is a
 * matrix. After "--", all words are places.
 *   argc, argv    in   the words after the command's name
 *   table, count  in   the options
 *   place, places out  the other words, in order; untouched where none is
 * Returns  0; or EXIT_BAD_INPUT after a sentence about an unknown option, one
 *          given twice, a value missing, or a word too many */
int options_parse(int argc, char **argv, const option *table, int count,
                  const char **place, int places);

/* The integer that an option's text says.
 * Returns  0; or EXIT_BAD_INPUT after a sentence: no integer, or outside
 *          least .. most; *value is then untouched */
int option_int(const char *name, const char *text, int least, int most,
               int *value);

/* The finite number above zero that an option's text says.
 * Returns  0; or EXIT_BAD_INPUT after a sentence; *value is then untouched */
int option_positive(const char *name, const char *text, float *value);

#endif
