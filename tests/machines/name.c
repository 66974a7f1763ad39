/* Prints which inner loops this CPU is given. */
#include <stdio.h>

#include "reference/cpu.h"

int main(void)
{
    return puts(ref_cpu_name()) < 0;
}
