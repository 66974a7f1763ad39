/* A verdict in words: what happened, small enough to redo by hand. */
#ifndef CONVLINGS_EXPLAIN_H
#define CONVLINGS_EXPLAIN_H

#include "grade.h"

#include <stdio.h>

/* The whole story of a verdict for a terminal, 80 columns, below the line
 * that names the exercise. path is the learner's file. */
void explain(FILE *f, const struct verdict *v, const char *path);

/* What happened, in one plain sentence without a newline, for a student who
 * has just begun: "y[0][0] should be 370, yours is 230." In which case it
 * happened is not in it (see explain_case), but for a leak. */
enum { SENTENCE_BYTES = 640 };
void explain_sentence(const struct verdict *v, char *text, size_t size);

/* Parts of the story. explain_values: the case, both outputs, and the first wrong
 * element with its window, kernel, products and sum. */
void explain_values(FILE *f, const struct verdict *v);
void explain_inputs(FILE *f, const struct call *c);

/* "y[1][0]" for people; valid until the second next call. */
const char *element_name(const struct call *c, int arg, long element);

/* One short line for the board and for scripts: where it failed, such as
 * "lesson: 3x3 image, 2x2 kernel"; "" when nothing failed. */
void explain_case(const struct verdict *v, char *text, size_t size);

#endif
