// expect: exercise=pad_2d verdict=compile_error row=8
/* A hundred thousand errors. */
#define A(x) x x x x x x x x x x
#define B(x) A(A(A(A(A(x)))))
void f(void)
{
    B(undeclared;)
}
