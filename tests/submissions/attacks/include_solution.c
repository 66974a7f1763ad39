// expect: exercise=conv1x1 verdict=compile_error row=7
/* Takes the model solution for its own. */
#include "../../solutions/06-pointwise-depthwise/1_conv1x1.c"
