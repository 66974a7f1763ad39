// expect: exercise=global_avg_pool verdict=compile_error|wrong_answer row=7
/* Reads the environment of the compiler, where a token may be. */
#include "/proc/self/environ"
