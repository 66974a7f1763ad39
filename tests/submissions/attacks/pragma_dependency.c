// expect: exercise=output_size verdict=wrong_answer|compile_error row=7
/* Asks how old a file is. */
#pragma GCC dependency "/etc/shadow"
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    return n * 0 + k * 0 + s * 0 + before * 0 + after * 0 + d * 0;
}
