/* convlings filter: a kernel over a picture. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../convlings.h"
#include "../io/image_file.h"
#include "border.h"
#include "commands.h"
#include "grey.h"
#include "matrix.h"
#include "options.h"
#include "words.h"

enum { MOST_NAMES = 32 };

void cmd_filter_help(void)
{
    int count;
    const ref_filter *f = ref_filter_list(&count);

    (void)fputs(
        "usage: convlings filter PICTURE --kernel KERNEL -o RESULT [options]\n"
        "\n"
        "Slides a kernel over a picture, each colour for itself, and writes a\n"
        "picture of the same size. PICTURE is PNG, PGM or PPM, in grey or\n"
        "colour; RESULT ends in .png, .pgm or .ppm. Transparency is kept as "
        "it\n"
        "is (PGM and PPM have none).\n"
        "\n"
        "  --kernel KERNEL  a name from the list below, a text file, or\n"
        "                   numbers such as \"0 1 0; 1 -4 1; 0 1 0\": blanks\n"
        "                   between them, ; or a line end after a row. In a\n"
        "                   file, # starts a comment. It is not flipped\n"
        "  --size N         its size, 1 to 127, for box and gaussian\n"
        "  --sigma S        the width of the gaussian bell, in pixels; each "
        "of\n"
        "                   size and sigma follows from the other if only one\n"
        "                   is given\n"
        "  --border MODE    what lies outside the picture: replicate (the\n"
        "                   default), zeros, reflect, symmetric, circular\n"
        "  --range RANGE    how results become grey levels:\n"
        "                     clamp    below black is black, above white "
        "white\n"
        "                     abs      the size without the sign, then clamp\n"
        "                     signed   0 is middle grey, the largest size is\n"
        "                              black or white\n"
        "                     stretch  the smallest is black, the largest "
        "white\n"
        "                   abs if the weights of the kernel cancel, as edge\n"
        "                   kernels do; otherwise clamp\n"
        "\n"
        "The exercise filter_same_2d has zeros outside and keeps its sums\n"
        "as they are; --border zeros --range clamp gives its result, as far\n"
        "as a picture can hold it: rounded, cut at black and at white.\n"
        "\n"
        "kernels\n",
        stdout);
    for (int i = 0; i < count; i++)
        (void)printf("  %-10s %s%s\n", f[i].name, f[i].what,
                     f[i].sized ? "" : " (3 x 3)");
}

/* The command line, word by word. */
typedef struct request {
    const char *picture, *kernel, *output;
    const char *size, *sigma, *border, *range;
} request;

static const ref_filter *named(const char *name)
{
    int count;
    const ref_filter *list = ref_filter_list(&count);

    for (int i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return &list[i];
    return NULL;
}

static int unknown_kernel(const char *name)
{
    const char *names[MOST_NAMES];
    int count;
    const ref_filter *list = ref_filter_list(&count);

    for (int i = 0; i < count && i < MOST_NAMES; i++)
        names[i] = list[i].name;
    return complain_unknown("kernel", name, names, count);
}

/* Size and sigma, each from the other if only one is given: three sigma on
 * each side hold 99.7 % of the bell; the other way round the rule of OpenCV's
 * getGaussianKernel, 0.3*((size-1)/2 - 1) + 0.8. */
static int size_and_sigma(const request *r, const ref_filter *f, int *size,
                          float *sigma)
{
    *size = f->bell ? 5 : 3;
    if (r->size && !f->sized)
        return complain("--size does not go with %s, which is 3 x 3", f->name);
    if (r->sigma && !f->bell)
        return complain("--sigma does not go with %s; only gaussian has one",
                        f->name);
    if (r->size &&
        option_int("--size", r->size, 1, REF_FILTER_MAX_SIZE, size) != 0)
        return EXIT_BAD_INPUT;
    *sigma = 0.3f * ((float)(*size - 1) / 2.0f - 1.0f) + 0.8f;
    if (!r->sigma)
        return 0;
    if (option_positive("--sigma", r->sigma, sigma) != 0)
        return EXIT_BAD_INPUT;
    if (!r->size) {
        const int most = REF_FILTER_MAX_SIZE / 2;
        float half = ceilf(3.0f * *sigma);

        if (half > (float)most)
            return complain("--sigma is '%.40s'; without --size it must be at "
                            "most %d",
                            r->sigma, REF_FILTER_MAX_SIZE / 6);
        *size = 2 * (int)half + 1;
    }
    return 0;
}

static int named_kernel(const request *r, const ref_filter *f, matrix *k)
{
    float sigma = 0.0f;
    int size = 0, status = size_and_sigma(r, f, &size, &sigma);

    if (status != 0)
        return status;
    *k = (matrix){malloc((size_t)size * (size_t)size * sizeof(float)), size,
                  size};
    if (!k->data)
        return complain("no memory for a kernel of %d x %d", size, size);
    return complain_unless_ok(ref_filter_named(f->name, size, sigma, k->data));
}

static int read_kernel(const request *r, matrix *k)
{
    const ref_filter *f = named(r->kernel);
    int status;

    if (f)
        return named_kernel(r, f, k);
    if (!matrix_is_literal(r->kernel) && access(r->kernel, F_OK) != 0 &&
        !strpbrk(r->kernel, "./"))
        return unknown_kernel(r->kernel);
    if (r->size || r->sigma)
        return complain("%s does not go with a kernel given by its numbers",
                        r->size ? "--size" : "--sigma");
    status = matrix_read(r->kernel, k);
    if (status == 0 &&
        (k->h > REF_FILTER_MAX_SIZE || k->w > REF_FILTER_MAX_SIZE))
        return complain("the kernel is %d x %d; it must be at most %d x %d",
                        k->h, k->w, REF_FILTER_MAX_SIZE, REF_FILTER_MAX_SIZE);
    return status;
}

/* Filters the colours of a picture; they are a batch of grey images to the
 * one kernel. Alpha, the plane after them, is copied. */
static ref_status apply(const ref_image *from, const matrix *k,
                        const ref_conv2d_params *p, grey_range range,
                        ref_image *to)
{
    int colours = from->channels < 3 ? 1 : 3;
    size_t plane = (size_t)from->h * (size_t)from->w;
    ref_status status =
        ref_image_new(from->channels, from->h, from->w, from->max, to);

    if (status != REF_OK)
        return status;
    status = ref_conv2d(from->data, colours, 1, from->h, from->w, k->data, 1,
                        k->h, k->w, NULL, p, to->data);
    if (status != REF_OK)
        return status;
    grey_map(range, to->data, (size_t)colours * plane, to->max);
    if (from->channels > colours)
        memcpy(to->data + (size_t)colours * plane,
               from->data + (size_t)colours * plane, plane * sizeof(float));
    return REF_OK;
}

static int filter_picture(const request *r, const matrix *k,
                          ref_pad_mode border, grey_range range)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_image from = {0}, to = {0};
    int status = complain_unless_ok(ref_image_read(r->picture, &from));

    p.pad_mode = border;
    border_same(k, &p);
    if (status == 0)
        status = border_check(&p, "picture", from.h, from.w);
    if (status == 0)
        status = complain_unless_ok(apply(&from, k, &p, range, &to));
    if (status == 0)
        status = complain_unless_ok(ref_image_write(r->output, &to));
    ref_image_free(&from);
    ref_image_free(&to);
    return status;
}

static int check_request(const request *r)
{
    if (!r->picture)
        return complain("filter needs a picture; see `convlings help filter`");
    if (!r->kernel)
        return complain("filter needs --kernel; see `convlings help filter`");
    if (!r->output)
        return complain("filter needs -o and the name of the result");
    return complain_unless_ok(ref_image_can_write(r->output));
}

static int run(const request *r)
{
    matrix k = {NULL, 0, 0};
    ref_pad_mode border = REF_PAD_REPLICATE;
    int range = -1, status = check_request(r);

    if (status == 0)
        status = border_named(r->border, &border);
    if (status == 0 && r->range) {
        range = word_index(r->range, grey_names, GREY_RANGES);
        if (range < 0)
            status =
                complain_unknown("range", r->range, grey_names, GREY_RANGES);
    }
    if (status == 0)
        status = read_kernel(r, &k);
    if (status == 0 && range < 0)
        range = (int)grey_for_kernel(k.data, (size_t)k.h * (size_t)k.w);
    if (status == 0)
        status = filter_picture(r, &k, border, (grey_range)range);
    matrix_free(&k);
    return status;
}

int cmd_filter_run(int argc, char **argv)
{
    request r = {0};
    const option table[] = {
        {"--kernel", &r.kernel, NULL}, {"-o", &r.output, NULL},
        {"--output", &r.output, NULL}, {"--size", &r.size, NULL},
        {"--sigma", &r.sigma, NULL},   {"--border", &r.border, NULL},
        {"--range", &r.range, NULL},
    };
    int count = (int)(sizeof table / sizeof table[0]);

    if (options_parse(argc, argv, table, count, &r.picture, 1) != 0)
        return EXIT_BAD_INPUT;
    return run(&r);
}
