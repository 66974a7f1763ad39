// expect: verdict=pass
/* Looks the place of each number up in a table first; helpers are called as
 * functions of the C library are. */
#include "exercises.h"

#include <stddef.h>

static const char *const words[] = {"zero", "k", NULL};
static const int sign[2] = {0, 1};

/* Whether column j of row i holds a number of the kernel. */
int index(int i, int j, int kw)
{
    return j >= i && j < i + kw;
}

float read(const float *k, int at)
{
    return k[at];
}

void write(float *to, float what)
{
    *to = what;
}

int strlen_of(int which)
{
    int n = 0;

    while (words[which][n] != 0)
        n++;
    return n;
}

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;

    for (int i = 0; i < ow; i++)
        for (int j = 0; j < w; j++)
            if (sign[index(i, j, kw)] && strlen_of(1) == 1)
                write(&U[i * w + j], read(k, j - i));
            else
                write(&U[i * w + j], 0);
}
