// expect: exercise=matvec verdict=compile_error row=8
/* Waits for somebody to type. */
#include "/dev/stdin"
#include "/dev/tty"
