// expect: exercise=pad_index verdict=wrong_answer row=20
/* Guesses, with another seed each time. */
#include "exercises.h"

#include <stdlib.h>
#include <time.h>

int pad_index(int i, int n, int mode)
{
    srand((unsigned)time(NULL));
    return rand() % (n + 1) - 1 + 1000 * (i > 0) + mode;
}
