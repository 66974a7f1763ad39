/* What a terminal can show: colour when it is one, plain text otherwise.
 * NO_COLOR (no-color.org) and a terminal called "dumb" are respected. */
#ifndef CONVLINGS_TERM_H
#define CONVLINGS_TERM_H

#include <stdbool.h>
#include <stdio.h>

enum ink { INK_PLAIN, INK_GOOD, INK_BAD, INK_DIM, INK_STRONG, INK_NOTE };

enum { TERM_WIDTH = 80 };

/* Looks at standard output once; call it first. */
void term_begin(void);
/* Colours on or off, whatever standard output is; returns what was before. */
bool term_colour(bool on);
/* The escape sequence of an ink, or "" without colour. */
const char *ink(enum ink which);
/* Prints text wrapped to the width, every line after `indent` blanks. The
 * first line continues at column `column`. Newlines are kept, and what stands
 * between backticks, up to half a line, stays on one line. */
void term_wrap(FILE *f, const char *text, int indent, int column);
/* A progress bar of `width` characters: [#####....]. */
void term_bar(FILE *f, int part, int whole, int width);

#endif
