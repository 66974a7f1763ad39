// expect: exercise=pad_2d verdict=wrong_answer|crash|output_limit row=14
/* Random bytes on the pipe for the answer, then the shim goes on. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    unsigned char b[333];
    unsigned s = 12345;
    for (int i = 0; i < 333; i++)
        b[i] = (unsigned char)((s = s * 1103515245u + 12345u) >> 16);
    if (write(4, b, sizeof b) < 0)
        _exit(1);
}
