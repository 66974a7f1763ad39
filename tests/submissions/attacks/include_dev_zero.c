// expect: exercise=conv2d verdict=compile_error row=8
/* A source file without an end. */
#include "/dev/zero"
