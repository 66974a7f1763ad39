// expect: exercise=max_pool_2d_indices verdict=compile_error row=9
/* Pretends that the compiler itself broke, for which nobody gets a zero. */
#error "gcc: fatal error: Killed signal terminated program cc1; cannot find -lc"
