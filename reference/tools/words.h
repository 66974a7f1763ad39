#ifndef CONVLINGS_TOOLS_WORDS_H
#define CONVLINGS_TOOLS_WORDS_H

/* How the program talks: one sentence about what is wrong, and the names that
 * a mistyped one is near to. */

enum { EXIT_BAD_INPUT = 2 };

/* Prints "convlings: ", the text and a line end on stderr.
 * Returns  EXIT_BAD_INPUT, so that a command can return complain(...) */
#if defined(__GNUC__)
__attribute__((__format__(__printf__, 1, 2)))
#endif
int complain(const char *format, ...);

/* complain about a word that is not in a list: "unknown command 'fliter'; did
 * you mean filter?", or all the words if none is near.
 *   what   in   what the word should have been: "command", "kernel", ...
 *   word   in   the word                    list   in  count allowed words
 * Returns  EXIT_BAD_INPUT */
int complain_unknown(const char *what, const char *word,
                     const char *const *list, int count);

/* The place of a word in a list, or -1. */
int word_index(const char *word, const char *const *list, int count);

#endif
