// expect: exercise=correlate_2d verdict=compile_error row=7
/* The same with a file that only root reads. */
#include "/etc/shadow"
