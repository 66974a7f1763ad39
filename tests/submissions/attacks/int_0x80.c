// expect: exercise=correlate_2d verdict=forbidden row=16
/* Calls the kernel as a 32-bit program would, where numbers mean other
 * things. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
#if defined(__x86_64__) && defined(__linux__)
    long pid;
    __asm__ volatile("int $0x80"
                     : "=a"(pid)
                     : "a"(20)
                     : "memory", "r8", "r9", "r10", "r11");
    y[0] = (float)(pid * 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
