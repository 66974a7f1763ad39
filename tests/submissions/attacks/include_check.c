// expect: exercise=matvec verdict=compile_error row=7
/* Reads what the exercise is checked against. */
#include "tests/exercises/02-toeplitz/3_matvec.c"
