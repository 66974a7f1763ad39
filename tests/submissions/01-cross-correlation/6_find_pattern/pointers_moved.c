// expect: verdict=wrong_answer
// The pointers are set, not what they point to.
#include "exercises.h"

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int i = 0, j = 0;
    row = &i;
    col = &j;
}
