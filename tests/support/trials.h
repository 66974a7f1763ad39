#ifndef CONVLINGS_TESTS_TRIALS_H
#define CONVLINGS_TESTS_TRIALS_H

#include "guarded.h"
#include "random.h"

/* What tests over random shapes have in common: numbers of a kind between
 * forbidden pages, each table of inner loops in turn, and what is said of one
 * output. */

/* A number of some kind; dice_float is one too. */
typedef float kind(dice *d);

/* From -9 to 9. */
float kind_whole(dice *d);

/* Mostly whole; three in eighty are NaN or an infinity. */
float kind_special(dice *d);

/* An array of n numbers, read-only; guarded_free gives it back. */
float *guarded_numbers(dice *d, int n, kind *make, guard_side side);

/* The tables of inner loops there are on any machine. */
enum { TABLES = 4 };

/* Makes the library use table i, 0 .. TABLES-1.
 * Returns  0 if this machine does not run it; nothing changes then */
int use_table(int i);

/* One in how many of its shapes a long test tries: each of them, but one in 7
 * where the sanitizers or an emulator, which look at places more than at
 * digits, take many times as long. 7 divides none of the sizes the tests step
 * by, so that a walk over two axes still meets every size of both. */
int trials_one_in(void);

/* Fails the test unless y is what it may be, given the true value and the
 * bound on its error. A word is said of a failure only: what Check notes of
 * every assertion takes longer than most of them. */
typedef void judgement(float y, double exact, double bound);

void judge_equal(float y, double exact, double bound); /* whatever the bound */
void judge_near(float y, double exact, double bound);
void judge_special(float y, double exact,
                   double bound); /* both NaN, or equal */

#endif
