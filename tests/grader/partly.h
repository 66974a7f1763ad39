/* What is right about a wrong answer.
 *
 * "All of y but its last row is right", "y is right, but transposed", "right
 * in 12 of 65 cases: those with stride = 1". A statement is made only when
 * every wrong case that ran agrees with it and several could have refuted
 * it: it is a fact about the outputs, never a guess about the program.
 */
#ifndef CONVLINGS_PARTLY_H
#define CONVLINGS_PARTLY_H

#include "grade.h"

enum { PARTLY_MAX = 2, PARTLY_BYTES = 200 };

/* Writes at most PARTLY_MAX sentences about a verdict with wrong values, the
 * strongest first; returns how many. */
int partly_right(const struct verdict *v, char text[PARTLY_MAX][PARTLY_BYTES]);

#endif
