// expect: exercise=output_size verdict=compile_error row=8
/* A few lines that become more text than there is memory. */
#define A(x) x x x x x x x x x x x x x x x x
#define B(x) A(A(A(A(x))))
int v[] = {B(B(B(1, )))};
