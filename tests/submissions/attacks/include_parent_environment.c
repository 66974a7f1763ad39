// expect: exercise=max_pool_1d verdict=compile_error row=7
/* Reads the environment of whoever started the compiler. */
#include "/proc/1/environ"
