#include "chart.h"

#include "fault.h"
#include "reference/filter.h"
#include "reference/io/image_file.h"

#include <string.h>

enum { X, H, W, K, KH, KW, Y };

/* Puts the first plane of a picture into an input and its sides. */
static void read_grey(struct call *c, int array, const char *path)
{
    ref_image image;
    if (ref_image_read(path, &image) != REF_OK)
        grader_fault("%s", ref_status_message());
    call_matrix(c, array, image.h, image.w);
    memcpy(c->arg[array].data, image.data,
           sizeof(float) * (size_t)c->arg[array].count);
    call_int(c, array + 1, image.h);
    call_int(c, array + 2, image.w);
    ref_image_free(&image);
}

static struct call *with_chart(const struct param *params)
{
    struct call *c = call_new(params);
    read_grey(c, X, "chapters/chart.png");
    return c;
}

struct call *chart_call(const struct param *params, const char *kernel,
                        int size, float sigma, float scale,
                        enum chart_size output)
{
    struct call *c = with_chart(params);
    int less = output == CHART_VALID ? size - 1 : 0;
    call_matrix(c, K, size, size);
    call_int(c, KH, size);
    call_int(c, KW, size);
    if (ref_filter_named(kernel, size, sigma, c->arg[K].data) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < size * size; i++)
        c->arg[K].data[i] *= scale;
    call_matrix(c, Y, call_number(c, H) - less, call_number(c, W) - less);
    return c;
}

struct call *chart_search(const struct param *params)
{
    struct call *c = with_chart(params);
    read_grey(c, K, "chapters/pattern.png");
    for (int i = Y; i < c->args; i++)
        call_vector(c, i, 1);
    return c;
}

void chart_colour(struct call *c, int x, int rank)
{
    ref_image image;
    if (ref_image_read("chapters/04-channels/figure_picture.png", &image) !=
        REF_OK)
        grader_fault("%s", ref_status_message());
    const int dims[] = {1, image.channels, image.h, image.w};
    call_shape(c, x, rank, dims + 4 - rank);
    memcpy(c->arg[x].data, image.data, sizeof(float) * (size_t)c->arg[x].count);
    ref_image_free(&image);
}
