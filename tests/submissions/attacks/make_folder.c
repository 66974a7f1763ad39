// expect: exercise=matvec verdict=forbidden row=10 needs=seccomp
/* Leaves a folder behind. */
#include "exercises.h"

#include <sys/stat.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    y[0] = (float)mkdir("/tmp/convlings_attack_folder", 0777);
}
