// expect: exercise=depthwise_conv2d verdict=forbidden row=2
/* Reads a file before main, when a sandbox set up in main would not be
 * there. */
#include "exercises.h"

#include <fcntl.h>

static int fd = -1;
__attribute__((constructor)) static void early(void)
{
    fd = open("/etc/passwd", O_RDONLY);
}

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    y[0] = (float)fd;
}
