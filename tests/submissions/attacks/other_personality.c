// expect: exercise=output_size verdict=forbidden row=16
/* Turns off what makes memory unpredictable. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
#ifdef SYS_personality
    syscall(SYS_personality, 0x40000);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
    return 0;
}
