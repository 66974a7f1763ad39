// expect: exercise=nchw_to_nhwc verdict=compile_error row=7
/* Reads the shim that lies in the same folder. */
#include "shim.o"
