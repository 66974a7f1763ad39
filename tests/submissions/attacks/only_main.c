// expect: exercise=depthwise_conv2d verdict=compile_error row=3
/* A program instead of a function. */
int main(void)
{
    return 0;
}
