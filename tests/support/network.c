/* A network as its table of layers. */
#include "network.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "reference/cost.h"
#include "reference/max_pool.h"

void network_start(network *n, int c, int h, int w)
{
    memset(n, 0, sizeof *n);
    n->input = (int64_t)c * h * w;
    n->c = c;
    n->h = h;
    n->w = w;
}

static void add_row(network *n, char kind, int64_t parameters)
{
    ck_assert_int_lt(n->rows, NETWORK_ROWS);
    n->row[n->rows++] = (network_row){kind, n->c, n->h, n->w, parameters};
    n->parameters += parameters;
    n->activations += (int64_t)n->c * n->h * n->w;
}

static void add_conv(network *n, const int a[5], int bias)
{
    const ref_conv2d_params p = {a[2],
                                 a[2],
                                 a[3],
                                 a[3],
                                 a[3],
                                 a[3],
                                 REF_PAD_ZEROS,
                                 1,
                                 1,
                                 a[4],
                                 REF_CONV_DIRECT,
                                 0};
    ref_cost cost;

    ck_assert_int_eq(
        ref_conv2d_cost(n->c, n->h, n->w, a[0], a[1], a[1], bias, &p, &cost),
        REF_OK);
    ck_assert_int_eq(
        ref_conv2d_output(n->h, n->w, a[1], a[1], &p, &n->h, &n->w), REF_OK);
    n->c = a[0];
    ck_assert_int_eq(cost.outputs, (int64_t)n->c * n->h * n->w);
    n->multiply_adds += cost.multiply_adds;
    n->weight_layers++;
    add_row(n, 'C', cost.parameters);
    if (!bias)
        add_row(n, 'B', 2 * (int64_t)n->c);
}

static void add_pool(network *n, int k, int s, int pad)
{
    const ref_max_pool2d_params p = {s, s, pad, pad, pad, pad, 1, 1, 0};

    ck_assert_int_eq(ref_max_pool2d_output(n->h, n->w, k, k, &p, &n->h, &n->w),
                     REF_OK);
    add_row(n, 'M', 0);
}

static void add_linear(network *n, int outputs)
{
    ref_cost cost;

    ck_assert_int_eq(ref_linear_cost(n->c * n->h * n->w, outputs, 1, &cost),
                     REF_OK);
    n->c = outputs;
    n->h = n->w = 1;
    n->multiply_adds += cost.multiply_adds;
    n->weight_layers++;
    add_row(n, 'L', cost.parameters);
}

static void add_layer(network *n, const char *word)
{
    int a[5] = {0, 1, 1, 0, 1};
    int found =
        sscanf(word + 1, "%d,%d,%d,%d,%d", a, a + 1, a + 2, a + 3, a + 4);

    switch (*word) {
    case 'C':
    case 'N':
        add_conv(n, a, *word == 'C');
        break;
    case 'M':
        add_pool(n, a[0], a[1], found > 2 ? a[2] : 0);
        break;
    case 'A':
        n->h = n->w = 1;
        add_row(n, 'A', 0);
        break;
    case 'L':
        add_linear(n, a[0]);
        break;
    case 'D':
        n->c *= n->h * n->w;
        n->h = n->w = 1;
        add_row(n, 'D', 0);
        break;
    default:
        add_row(n, *word, 0);
    }
}

void network_add(network *n, const char *layers)
{
    for (const char *word = layers; *word; word += strspn(word, " ")) {
        add_layer(n, word);
        word += strcspn(word, " ");
    }
}

/* Mebibytes of float32 for a count of numbers. */
static double mib(int64_t numbers)
{
    return (double)numbers * 4 / (1 << 20);
}

void network_begins(const network *n, const int (*rows)[4], int count)
{
    ck_assert_int_le(count, n->rows);
    for (int i = 0; i < count; i++) {
        const network_row *is = &n->row[i];

        ck_assert_msg(is->c == rows[i][0] && is->h == rows[i][1] &&
                          is->w == rows[i][2] && is->parameters == rows[i][3],
                      "row %d is %c %d x %d x %d, %lld parameters", i + 1,
                      is->kind, is->c, is->h, is->w, (long long)is->parameters);
    }
}

void network_memory(const network *n, const double expected[4])
{
    double both = 2 * mib(n->activations);
    double input = mib(n->input), weights = mib(n->parameters);

    ck_assert_double_eq_tol(input, expected[0], 0.0051);
    ck_assert_double_eq_tol(both, expected[1], 0.0051);
    ck_assert_double_eq_tol(weights, expected[2], 0.0051);
    ck_assert_double_eq_tol(input + both + weights, expected[3], 0.0051);
}
