// expect: exercise=depthwise_conv2d verdict=compile_error row=8
/* A type whose name the compiler prints is 4 KiB long. */
#define A(x) x x x x x x x x x x x x x x x x
struct s {
    int A(A(A(*))) p;
};
int f(struct s *s)
{
    return s->p + s;
}
