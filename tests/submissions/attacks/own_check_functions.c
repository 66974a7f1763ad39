// expect: exercise=avg_pool_2d verdict=wrong_answer|compile_error row=3
/* Functions by which Check would report. */
#include "exercises.h"

#include <stdlib.h>

int srunner_ntests_failed(void *sr);
int srunner_ntests_failed(void *sr)
{
    (void)sr;
    return 0;
}
void _ck_assert_failed(const char *file, int line, const char *e);
void _ck_assert_failed(const char *file, int line, const char *e)
{
    (void)file, (void)line, (void)e;
}
void tcase_fn_start(const char *name, const char *file, int line);
void tcase_fn_start(const char *name, const char *file, int line)
{
    (void)name, (void)file, (void)line;
    _Exit(0);
}

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    y[0] = 1;
}
