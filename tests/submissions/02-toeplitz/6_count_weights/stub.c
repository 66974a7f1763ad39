// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    /* TODO: return the number of weights and biases. */
    return 0;
}
