// expect: exercise=toeplitz_1d verdict=compile_error|crash row=3
/* No function but bytes under its name. */
const unsigned char toeplitz_1d[] = {0xc3, 0xc3, 0xc3, 0xc3};
