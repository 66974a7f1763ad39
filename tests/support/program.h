#ifndef CONVLINGS_TESTS_PROGRAM_H
#define CONVLINGS_TESTS_PROGRAM_H

/* The program `convlings` as a user meets it. Its path is in the variable
 * CONVLINGS, or build/bin/convlings. It runs in the scratch folder, which must
 * be there; words are those of a shell, "@" stands for that folder and
 * "$convlings" for the program, should it be run again. */

enum { PROGRAM_TEXT_BYTES = 8192 };

/* What the last run printed. */
extern char program_out[PROGRAM_TEXT_BYTES], program_err[PROGRAM_TEXT_BYTES];

/* Runs the program. Returns its exit status. */
int program_run(const char *words);

/* The test fails unless the status is 0, this is on stdout, and nothing on
 * stderr. */
void program_prints(const char *words, const char *expected);

/* The test fails unless the status is 2, nothing is on stdout, and stderr has
 * one line, a sentence with these words in it, which speaks of the command
 * line, never of arguments of the library. */
void program_refuses(const char *words, const char *expected);

#endif
