// expect: verdict=pass
// The stride in the bracket, as one lecture has it.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int extent = d * (k - 1) + 1, padded = n + before + after;

    return padded < extent ? 0 : (padded - extent + s) / s;
}
