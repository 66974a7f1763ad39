#ifndef CONVLINGS_TOOLS_WORDS_H
#define CONVLINGS_TOOLS_WORDS_H

#include <stdbool.h>

#include "../status.h"

/* How the program talks: one sentence about what is wrong, and the names that
 * a mistyped one is near to. */

enum { EXIT_BAD_INPUT = 2 };

/* Prints "convlings: ", the text and a line end on stderr: one line, but on a
 * terminal lines of at most 80 columns, unless a word is longer than that.
 * Returns  EXIT_BAD_INPUT, so that a command can return complain(...) */
int complain(const char *format, ...) REF_PRINTF(1, 2);

/* complain with the library's sentence, for functions whose sentences speak of
 * files and memory; those about arguments mean nothing to a user.
 * Returns  0 if status is REF_OK, otherwise EXIT_BAD_INPUT */
int complain_unless_ok(ref_status status);

/* complain about a word that is not in a list: "unknown command 'fliter'; did
 * you mean filter?", or all the words if none is near.
 *   what   in   what the word should have been: "command", "kernel", ...
 *   word   in   the word                    list   in  count allowed words
 * Returns  EXIT_BAD_INPUT */
int complain_unknown(const char *what, const char *word,
                     const char *const *list, int count);

/* Whether complain_unknown would find a name that a word is near to. */
bool word_has_near(const char *word, const char *const *list, int count);

/* The place of a word in a list, or -1. */
int word_index(const char *word, const char *const *list, int count);

#endif
