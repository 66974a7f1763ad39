/* What the checks of pad_index and pad_2d and their wrong programs share. */
#ifndef CONVLINGS_CHECK_PAD_INDEX_H
#define CONVLINGS_CHECK_PAD_INDEX_H

#include "reference/pad.h"
#include "tests/grader/exercise.h"

enum { I, N, MODE, RESULT };

/* The element of an axis of n that is seen at position i; -1: none. */
typedef int index_map(int i, int n);

/* One map for each mode, by ref_pad_mode; NULL is the right one. */
struct maps {
    index_map *of[REF_PAD_MODE_COUNT];
};

int maps_at(const struct maps *m, int mode, int i, int n);

/* The right maps, one step after the other: no remainders. */
index_map map_zeros, map_reflect, map_symmetric, map_replicate, map_circular;
extern const struct maps maps_right;

/* Wrong ones that pad_2d has in common with pad_index. Where an index is
 * outside 0 .. n-1 and not -1, the element does not exist. */
index_map once_reflected, once_symmetric, once_round, half_period_reflect;

extern const struct misconception wrong_pad_index[];

#endif
