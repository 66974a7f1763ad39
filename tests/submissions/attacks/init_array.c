// expect: exercise=output_size verdict=crash row=2
/* Its own entry in the table of what runs before main. */
#include "exercises.h"

#include <stdlib.h>

static void early(void)
{
    _Exit(0);
}
#ifdef __ELF__
__attribute__((section(".init_array"),
               used)) static void (*const entry)(void) = early;
#else
__attribute__((constructor)) static void entry(void)
{
    early();
}
#endif

int output_size(int n, int k, int s, int before, int after, int d)
{

    return 0;
}
