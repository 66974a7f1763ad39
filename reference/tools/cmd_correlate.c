/* convlings correlate: the pocket calculator for sums of products. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "../convlings.h"
#include "border.h"
#include "commands.h"
#include "matrix.h"
#include "options.h"
#include "words.h"

void cmd_correlate_help(void)
{
    (void)fputs(
        "usage: convlings correlate X K [options]\n"
        "\n"
        "Slides the kernel K over the matrix X and prints, for every "
        "position,\n"
        "the sum of the products of what lies on each other:\n"
        "  y[i][j] = sum over u, v of x[i+u][j+v] * k[u][v]\n"
        "\n"
        "X and K are matrices such as \"1 2 3; 4 5 6\", or names of text "
        "files:\n"
        "numbers separated by blanks or commas, rows by ; or line ends, # "
        "starts\na comment. One row is a one-dimensional signal.\n"
        "\n"
        "  --flip         turn K by 180 degrees first: true convolution\n"
        "  --pad valid    only positions where K is inside X (the default)\n"
        "  --pad same     as many positions as X has elements\n"
        "  --pad full     every position where K touches X\n"
        "  --border MODE  what lies outside X: zeros (the default), reflect,\n"
        "                 symmetric, replicate, circular\n"
        "\n"
        "example\n"
        "  convlings correlate \"1 2 3; 4 5 6; 7 8 9\" \"10 20; 30 40\"\n",
        stdout);
}

/* What the command line says. */
typedef struct request {
    matrix x, k;
    bool flip;
    ref_conv2d_params p;
} request;

/* Turns the kernel by 180 degrees. */
static void flip(matrix *k)
{
    int last = k->h * k->w - 1;

    for (int at = 0; at < last - at; at++) {
        float other = k->data[last - at];

        k->data[last - at] = k->data[at];
        k->data[at] = other;
    }
}

/* The padding that a word means for a kernel. */
static int set_padding(const char *word, const matrix *k, ref_conv2d_params *p)
{
    static const char *const words[] = {"valid", "same", "full"};
    int place = word_index(word, words, 3);

    if (place < 0)
        return complain_unknown("padding", word, words, 3);
    if (place == 1)
        border_same(k, p);
    if (place == 2) {
        p->pt = p->pb = k->h - 1;
        p->pl = p->pr = k->w - 1;
    }
    return 0;
}

/* The kernel is larger than what it slides over: only without padding. */
static int does_not_fit(const matrix *x, const matrix *k, bool line)
{
    if (line)
        return complain("the kernel is %d long, the signal %d: it does not fit "
                        "(--pad full allows it)",
                        k->w, x->w);
    return complain("the kernel is %d x %d, the matrix %d x %d: it does not "
                    "fit (--pad full allows it)",
                    k->h, k->w, x->h, x->w);
}

/* Measures the result; what the library would refuse is said here, in words
 * of the command line. */
static int measure(const request *r, int *h, int *w)
{
    const matrix *x = &r->x, *k = &r->k;
    bool line = x->h == 1 && k->h == 1;
    int status = border_check(&r->p, line ? "signal" : "matrix", x->h, x->w);

    if (status != 0)
        return status;
    if (ref_conv2d_output(x->h, x->w, k->h, k->w, &r->p, h, w) != REF_OK)
        return does_not_fit(x, k, line);
    if (*h > MATRIX_MOST_NUMBERS / *w)
        return complain("the result would be %d x %d; at most %d numbers are "
                        "printed",
                        *h, *w, MATRIX_MOST_NUMBERS);
    return 0;
}

static int correlate(const request *r)
{
    matrix y;
    ref_tensor t;
    int status = measure(r, &y.h, &y.w);

    if (status == 0)
        status = complain_unless_ok(ref_tensor_new(1, 1, y.h, y.w, &t));
    if (status != 0)
        return status;
    y.data = t.data;
    status = complain_unless_ok(ref_conv2d(r->x.data, 1, 1, r->x.h, r->x.w,
                                           r->k.data, 1, r->k.h, r->k.w, NULL,
                                           &r->p, y.data));
    if (status == 0)
        matrix_print(&y);
    ref_tensor_free(&t);
    return status;
}

/* Reads the two matrices, then what depends on them. */
static int prepare(request *r, const char *const place[2], const char *pad,
                   const char *border)
{
    if (border_named(border, &r->p.pad_mode) != 0 ||
        matrix_read(place[0], &r->x) != 0 || matrix_read(place[1], &r->k) != 0)
        return EXIT_BAD_INPUT;
    if (r->flip)
        flip(&r->k);
    return pad ? set_padding(pad, &r->k, &r->p) : 0;
}

int cmd_correlate_run(int argc, char **argv)
{
    request r = {.p = REF_CONV2D_DEFAULTS};
    const char *place[2] = {NULL, NULL}, *pad = NULL, *border = NULL;
    const option table[] = {
        {"--flip", NULL, &r.flip},
        {"--pad", &pad, NULL},
        {"--border", &border, NULL},
    };
    int status = options_parse(argc, argv, table, 3, place, 2);

    if (status == 0 && !place[1])
        status = complain("correlate needs two matrices; see `convlings help "
                          "correlate`");
    if (status == 0)
        status = prepare(&r, place, pad, border);
    if (status == 0)
        status = correlate(&r);
    matrix_free(&r.x);
    matrix_free(&r.k);
    return status;
}
