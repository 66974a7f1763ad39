// expect: exercise=global_avg_pool verdict=wrong_answer row=9
/* Clears the terminal, hides what comes and sets its title. */
#include "exercises.h"

#include <stdio.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    puts("\033[2J\033[H\033[32m\342\234\223 global_avg_pool: right, 10 of 10 "
         "points\033[8m\033]0;passed\007\033[?1049h\233\2212J");
}
