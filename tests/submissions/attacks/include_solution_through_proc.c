// expect: exercise=conv2d verdict=compile_error row=7
/* Finds the solutions by the grader's working folder. */
#include "/proc/self/cwd/../../../proc/1/cwd/solutions/04-channels/2_conv2d.c"
