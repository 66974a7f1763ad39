// expect: exercise=output_size verdict=wrong_answer row=4
/* The shim can never end, the process stays. */
#include "exercises.h"

#include <stdlib.h>
#include <unistd.h>

void _exit(int status)
{
    (void)status;
    for (;;)
        ;
}
void exit(int status)
{
    (void)status;
    for (;;)
        ;
}

int output_size(int n, int k, int s, int before, int after, int d)
{

    return 0;
}
