/* convlings correlate: the pocket calculator for sums of products. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "../convlings.h"
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

/* The padding that a word means for a kernel; as PyTorch, `same` puts the odd
 * one of an even kernel behind. */
static int set_padding(const char *word, const matrix *k, ref_conv2d_params *p)
{
    static const char *const words[] = {"valid", "same", "full"};
    int place = word_index(word, words, 3);

    if (place < 0)
        return complain_unknown("padding", word, words, 3);
    if (place == 1) {
        p->pt = (k->h - 1) / 2;
        p->pl = (k->w - 1) / 2;
    } else if (place == 2) {
        p->pt = k->h - 1;
        p->pl = k->w - 1;
    }
    p->pb = place == 2 ? p->pt : place == 1 ? k->h - 1 - p->pt : 0;
    p->pr = place == 2 ? p->pl : place == 1 ? k->w - 1 - p->pl : 0;
    return 0;
}

static int correlate(const request *r)
{
    matrix y;
    ref_tensor t;
    ref_status status =
        ref_conv2d_output(r->x.h, r->x.w, r->k.h, r->k.w, &r->p, &y.h, &y.w);

    if (status == REF_OK)
        status = ref_tensor_new(1, 1, y.h, y.w, &t);
    if (status != REF_OK)
        return complain("%s", ref_status_message());
    status = ref_conv2d(r->x.data, 1, 1, r->x.h, r->x.w, r->k.data, 1, r->k.h,
                        r->k.w, NULL, &r->p, t.data);
    y.data = t.data;
    if (status == REF_OK)
        matrix_print(&y);
    ref_tensor_free(&t);
    return status == REF_OK ? 0 : complain("%s", ref_status_message());
}

/* Reads the two matrices, then what depends on them. */
static int prepare(request *r, const char *const place[2], const char *pad,
                   const char *border)
{
    if (border && ref_pad_mode_named(border, &r->p.pad_mode) != REF_OK)
        return complain("--border is '%.40s'; it must be zeros, reflect, "
                        "symmetric, replicate or circular",
                        border);
    if (matrix_read(place[0], &r->x) != 0 || matrix_read(place[1], &r->k) != 0)
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
