/* Names the misconception behind wrong outputs, or says nothing.
 *
 * A wrong model explains a submission only if it gives every output of
 * every trial that was run: equal on integers, within the error bound on
 * reals. A guess would do harm, so there are none.
 */
#ifndef CONVLINGS_DIAGNOSE_H
#define CONVLINGS_DIAGNOSE_H

#include "exercise.h"

struct verdict;

/* The first of the exercise's misconceptions that explains all, or NULL. */
const struct misconception *diagnose(const struct verdict *v);

#endif
