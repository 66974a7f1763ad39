// expect: exercise=correlate_1d verdict=crash|wrong_answer|forbidden row=16
/* Uses once more the one exec that the sandbox had to allow. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/syscall.h>
#include <unistd.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
#ifdef SYS_execveat
    char *const argv[] = {"x", 0};
    for (int fd = 0; fd < 64; fd = dup(0) < 0 ? 64 : fd + 1)
        ;
    for (long fd = 5; fd < 64; fd++)
        syscall(SYS_execveat, fd, "", argv, argv + 1, 0x1000);
#endif
    _exit(0);
}
