// expect: exercise=conv2d verdict=compile_error row=7
/* Lets the compiler read a file and quote it in its messages. */
#include "/etc/passwd"
