// expect: exercise=pad_2d verdict=forbidden row=16 needs=seccomp
/* Memory that stays when the process is gone. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/shm.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    y[0] = (float)shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    /* never asked for outside a sandbox */
}
