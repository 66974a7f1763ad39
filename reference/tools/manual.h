#ifndef CONVLINGS_TOOLS_MANUAL_H
#define CONVLINGS_TOOLS_MANUAL_H

#include <stdio.h>

#include "operators.h"

/* What `convlings help` prints about operators, made from their table. */

/* One line for each operator, by groups. */
void manual_overview(FILE *stream);

/* The manual of one operator on stdout: usage, formula, shapes, options with
 * their defaults, an example. */
void manual_operator(const operator_row *op);

#endif
