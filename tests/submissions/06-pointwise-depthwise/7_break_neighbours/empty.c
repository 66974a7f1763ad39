// expect: verdict=wrong_answer
// Nothing is written, and the mark of the stub is gone.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
}
