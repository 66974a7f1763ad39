// expect: exercise=correlate_2d verdict=compile_error row=8
/* Includes itself, twice. */
#include __FILE__
#include __FILE__
