// expect: exercise=matvec verdict=crash|wrong_answer|memory_error row=1
/* Overwrites the addresses above its own frame, so that it returns to exit
 * instead of the shim. */
#include "exercises.h"

#include <stdlib.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    void *volatile here[1];
    void *volatile *up = here;
    for (int i = 0; i < 64; i++)
        up[i] = (void *)_Exit;
}
