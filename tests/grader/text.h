/* Text that came from outside (a compiler, a learner's program, a name of a
 * file) made fit to be shown: valid UTF-8, nothing a terminal or a parser
 * obeys, of limited length. */
#ifndef CONVLINGS_TEXT_H
#define CONVLINGS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* A copy of at most `limit` bytes: control bytes but newlines are removed (a
 * tab becomes a blank), invalid UTF-8 and what reverses or breaks lines
 * unseen (U+202E, U+2028, ...) becomes U+FFFD. What was cut ends in "...".
 * Free it. */
char *text_clean(const char *text, size_t limit);
/* The same in one line: newlines become blanks. */
char *text_clean_line(const char *text, size_t limit);
/* Whether text_clean would leave it as it is, whatever its length. */
bool text_is_clean(const char *text);

#endif
