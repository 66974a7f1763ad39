// expect: exercise=toeplitz_1d verdict=compile_error row=8
/* Parentheses, a quarter of a million deep. */
#define A(x) x x x x x x x x x x x x x x x x
#define O (
#define C )
int v = A(A(A(A(O O O O)))) 1 A(A(A(A(C C C C))));
