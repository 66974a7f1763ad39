/* What the check of matvec and its wrong programs share. */
#ifndef CONVLINGS_CHECK_MATVEC_H
#define CONVLINGS_CHECK_MATVEC_H

#include "tests/grader/exercise.h"

enum { U, M, N, X, Y };

model right_matvec;
extern const struct misconception wrong_matvec[];

#endif
