#include "chart.h"

#include "fault.h"
#include "reference/io/image.h"

#include <stdlib.h>
#include <string.h>

static float *read_grey(const char *path, int *h, int *w)
{
    ref_image image;
    if (ref_image_read(path, &image) != REF_OK)
        grader_fault("%s", ref_status_message());
    size_t bytes = sizeof(float) * (size_t)image.h * (size_t)image.w;
    float *grey = need(malloc(bytes));
    memcpy(grey, image.data, bytes); /* the first plane; the chart is grey */
    *h = image.h;
    *w = image.w;
    ref_image_free(&image);
    return grey;
}

float *chart_read(int *h, int *w)
{
    return read_grey("chapters/chart.png", h, w);
}

float *chart_pattern(int *ph, int *pw)
{
    return read_grey("chapters/pattern.png", ph, pw);
}
