/* The layers, one line each. What is the same along all axes is written once
 * ("3" is a 3x3 kernel in two dimensions), the rest axis by axis ("1x7").
 *
 * The classes:
 *   small                 LeNet: the call itself weighs as much as the sum
 *   3x3s1 3x3s2 1x1 bigk  dense layers of image networks; bigk: 5x5 and more
 *   dilated asym          dense, with holes; with a kernel of one row
 *   dw_s1 dw_s2           depthwise, that is a group for each channel
 *   grouped               a few channels in each group
 *   image                 one or three channels, large
 *   odd                   channels that no vector's length divides
 *   conv1d conv3d         dense in one and three dimensions; _dw depthwise
 *   batch16               sixteen images at once
 *   pool pool1d pool3d    maximum and average, in two, one, three dimensions
 *   pool_global           the average of a whole image */
#include "layers.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
    const char *name, *class;
    int kind; /* a bench_kind, by one letter */
    int n, c_in, c_out, groups;
    const char *in, *k, *s, *p, *d;
} row;

enum { C = BENCH_CONV, M = BENCH_MAX, A = BENCH_AVG };

/* clang-format off */
static const row rows[] = {
    {"lenet_conv1", "small", C, 1, 1, 6, 1, "32x32", "5", "1", "0", "1"},
    {"lenet_conv2", "small", C, 1, 6, 16, 1, "14x14", "5", "1", "0", "1"},
    {"alex_conv1_11x11s4", "bigk", C, 1, 3, 64, 1, "224x224", "11", "4", "2", "1"},
    {"alex_conv2_5x5", "bigk", C, 1, 64, 192, 1, "27x27", "5", "1", "2", "1"},
    {"alex_conv3_3x3", "3x3s1", C, 1, 192, 384, 1, "13x13", "3", "1", "1", "1"},
    {"alex_conv4_3x3", "3x3s1", C, 1, 384, 256, 1, "13x13", "3", "1", "1", "1"},
    {"alex_conv5_3x3", "3x3s1", C, 1, 256, 256, 1, "13x13", "3", "1", "1", "1"},
    {"vgg_3_64@224", "3x3s1", C, 1, 3, 64, 1, "224x224", "3", "1", "1", "1"},
    {"vgg_64_64@224", "3x3s1", C, 1, 64, 64, 1, "224x224", "3", "1", "1", "1"},
    {"vgg_64_128@112", "3x3s1", C, 1, 64, 128, 1, "112x112", "3", "1", "1", "1"},
    {"vgg_128_128@112", "3x3s1", C, 1, 128, 128, 1, "112x112", "3", "1", "1", "1"},
    {"vgg_128_256@56", "3x3s1", C, 1, 128, 256, 1, "56x56", "3", "1", "1", "1"},
    {"vgg_256_256@56", "3x3s1", C, 1, 256, 256, 1, "56x56", "3", "1", "1", "1"},
    {"vgg_256_512@28", "3x3s1", C, 1, 256, 512, 1, "28x28", "3", "1", "1", "1"},
    {"vgg_512_512@28", "3x3s1", C, 1, 512, 512, 1, "28x28", "3", "1", "1", "1"},
    {"vgg_512_512@14", "3x3s1", C, 1, 512, 512, 1, "14x14", "3", "1", "1", "1"},
    {"res_conv1_7x7s2", "bigk", C, 1, 3, 64, 1, "224x224", "7", "2", "3", "1"},
    {"res_1x1_64_64@56", "1x1", C, 1, 64, 64, 1, "56x56", "1", "1", "0", "1"},
    {"res_3x3_64_64@56", "3x3s1", C, 1, 64, 64, 1, "56x56", "3", "1", "1", "1"},
    {"res_1x1_64_256@56", "1x1", C, 1, 64, 256, 1, "56x56", "1", "1", "0", "1"},
    {"res_1x1_256_64@56", "1x1", C, 1, 256, 64, 1, "56x56", "1", "1", "0", "1"},
    {"res_3x3s2_128_128@56", "3x3s2", C, 1, 128, 128, 1, "56x56", "3", "2", "1", "1"},
    {"res_1x1_512_128@28", "1x1", C, 1, 512, 128, 1, "28x28", "1", "1", "0", "1"},
    {"res_3x3_256_256@14", "3x3s1", C, 1, 256, 256, 1, "14x14", "3", "1", "1", "1"},
    {"res_1x1_1024_256@14", "1x1", C, 1, 1024, 256, 1, "14x14", "1", "1", "0", "1"},
    {"res_3x3_512_512@7", "3x3s1", C, 1, 512, 512, 1, "7x7", "3", "1", "1", "1"},
    {"res_1x1_2048_512@7", "1x1", C, 1, 2048, 512, 1, "7x7", "1", "1", "0", "1"},
    {"goog_3a_1x1_192_64@28", "1x1", C, 1, 192, 64, 1, "28x28", "1", "1", "0", "1"},
    {"goog_3a_1x1_192_96@28", "1x1", C, 1, 192, 96, 1, "28x28", "1", "1", "0", "1"},
    {"goog_3a_3x3_96_128@28", "3x3s1", C, 1, 96, 128, 1, "28x28", "3", "1", "1", "1"},
    {"goog_3a_1x1_192_16@28", "1x1", C, 1, 192, 16, 1, "28x28", "1", "1", "0", "1"},
    {"goog_3a_5x5_16_32@28", "bigk", C, 1, 16, 32, 1, "28x28", "5", "1", "2", "1"},
    {"goog_3a_1x1_192_32@28", "1x1", C, 1, 192, 32, 1, "28x28", "1", "1", "0", "1"},
    {"mob_dw_32@112", "dw_s1", C, 1, 32, 32, 32, "112x112", "3", "1", "1", "1"},
    {"mob_dw_64@112s2", "dw_s2", C, 1, 64, 64, 64, "112x112", "3", "2", "1", "1"},
    {"mob_dw_128@56", "dw_s1", C, 1, 128, 128, 128, "56x56", "3", "1", "1", "1"},
    {"mob_dw_256@28", "dw_s1", C, 1, 256, 256, 256, "28x28", "3", "1", "1", "1"},
    {"mob_dw_512@14", "dw_s1", C, 1, 512, 512, 512, "14x14", "3", "1", "1", "1"},
    {"mob_dw_1024@7", "dw_s1", C, 1, 1024, 1024, 1024, "7x7", "3", "1", "1", "1"},
    {"dw_5x5s2_144@56", "dw_s2", C, 1, 144, 144, 144, "56x56", "5", "2", "2", "1"},
    {"mob_pw_32_64@112", "1x1", C, 1, 32, 64, 1, "112x112", "1", "1", "0", "1"},
    {"mob_pw_512_512@14", "1x1", C, 1, 512, 512, 1, "14x14", "1", "1", "0", "1"},
    {"dil2_256_256@28", "dilated", C, 1, 256, 256, 1, "28x28", "3", "1", "2", "2"},
    {"dil4_64_64@64", "dilated", C, 1, 64, 64, 1, "64x64", "3", "1", "4", "4"},
    {"resnext_g32_128@56", "grouped", C, 1, 128, 128, 32, "56x56", "3", "1", "1", "1"},
    {"1x7_192_192@17", "asym", C, 1, 192, 192, 1, "17x17", "1x7", "1", "0x3", "1"},
    {"7x1_192_192@17", "asym", C, 1, 192, 192, 1, "17x17", "7x1", "1", "3x0", "1"},
    {"1d_raw_1_64_k80s4", "conv1d", C, 1, 1, 64, 1, "16000", "80", "4", "38", "1"},
    {"1d_w2v_512_512_k3s2", "conv1d", C, 1, 512, 512, 1, "1599", "3", "2", "0", "1"},
    {"1d_tcn_64_64_k3d8", "conv1d", C, 1, 64, 64, 1, "4096", "3", "1", "8", "8"},
    {"1d_dw_512_k3d4", "conv1d_dw", C, 1, 512, 512, 512, "3000", "3", "1", "4", "4"},
    {"3d_3_64@16x112", "conv3d", C, 1, 3, 64, 1, "16x112x112", "3", "1", "1", "1"},
    {"3d_64_64@8x28", "conv3d", C, 1, 64, 64, 1, "8x28x28", "3", "1", "1", "1"},
    {"3d_dw_64@8x28", "conv3d_dw", C, 1, 64, 64, 64, "8x28x28", "3", "1", "1", "1"},
    {"img_1_1_3x3@512", "image", C, 1, 1, 1, 1, "512x512", "3", "1", "1", "1"},
    {"img_1_1_5x5@512", "image", C, 1, 1, 1, 1, "512x512", "5", "1", "2", "1"},
    {"img_1_1_7x7@512", "image", C, 1, 1, 1, 1, "512x512", "7", "1", "3", "1"},
    {"img_1_1_15x15@512", "image", C, 1, 1, 1, 1, "512x512", "15", "1", "7", "1"},
    {"img_1_1_3x3@2048", "image", C, 1, 1, 1, 1, "2048x2048", "3", "1", "1", "1"},
    {"img_1_1_5x5@2048", "image", C, 1, 1, 1, 1, "2048x2048", "5", "1", "2", "1"},
    {"img_1_1_7x7@2048", "image", C, 1, 1, 1, 1, "2048x2048", "7", "1", "3", "1"},
    {"img_1_1_15x15@2048", "image", C, 1, 1, 1, 1, "2048x2048", "15", "1", "7", "1"},
    {"img_3_3_5x5dw@512", "image", C, 1, 3, 3, 3, "512x512", "5", "1", "2", "1"},
    {"odd_17_23_3x3@31", "odd", C, 1, 17, 23, 1, "31x31", "3", "1", "1", "1"},
    {"odd_10_10_3x3@64", "odd", C, 1, 10, 10, 1, "64x64", "3", "1", "1", "1"},
    {"n16_lenet_conv2", "batch16", C, 16, 6, 16, 1, "14x14", "5", "1", "0", "1"},
    {"n16_res_3x3_64_64@56", "batch16", C, 16, 64, 64, 1, "56x56", "3", "1", "1", "1"},
    {"n16_res_3x3_256_256@14", "batch16", C, 16, 256, 256, 1, "14x14", "3", "1", "1", "1"},
    {"n16_res_1x1_1024_256@14", "batch16", C, 16, 1024, 256, 1, "14x14", "1", "1", "0", "1"},
    {"n16_mob_dw_512@14", "batch16", C, 16, 512, 512, 512, "14x14", "3", "1", "1", "1"},
    {"maxpool_2x2s2_64@224", "pool", M, 1, 64, 64, 64, "224x224", "2", "2", "0", "1"},
    {"maxpool_3x3s2p1_64@112", "pool", M, 1, 64, 64, 64, "112x112", "3", "2", "1", "1"},
    {"avgpool_2x2s2_64@224", "pool", A, 1, 64, 64, 64, "224x224", "2", "2", "0", "1"},
    {"avgpool_3x3s1p1_192@35", "pool", A, 1, 192, 192, 192, "35x35", "3", "1", "1", "1"},
    {"maxpool1d_2s2_64@8192", "pool1d", M, 1, 64, 64, 64, "8192", "2", "2", "0", "1"},
    {"avgpool1d_2s2_64@8192", "pool1d", A, 1, 64, 64, 64, "8192", "2", "2", "0", "1"},
    {"maxpool3d_2s2_64@16x56", "pool3d", M, 1, 64, 64, 64, "16x56x56", "2", "2", "0", "1"},
    {"avgpool3d_2s2_64@16x56", "pool3d", A, 1, 64, 64, 64, "16x56x56", "2", "2", "0", "1"},
    {"gavgpool_2048@7", "pool_global", A, 1, 2048, 2048, 2048, "7x7", "7", "1", "0", "1"},
};
/* clang-format on */

/* Puts "1x7" into the last axes, "3" into all of them; the others get `none`.
 * Returns how many numbers were written down. */
static int read_axes(const char *text, int rank, int none, int *axes)
{
    int numbers[3] = {0}, count = 0;
    char *end;

    do {
        numbers[count++] = (int)strtol(text, &end, 10);
        text = end + 1;
    } while (*end == 'x' && count < 3);
    if (rank == 0)
        rank = count;
    for (int a = 0; a < 3; a++) {
        int own = a - (3 - rank);

        axes[a] = own < 0 ? none : numbers[own < count ? own : 0];
    }
    return count;
}

int bench_layer_count(void)
{
    return (int)(sizeof rows / sizeof rows[0]);
}

bench_layer bench_layer_get(int i)
{
    const row *r = &rows[i];
    bench_layer layer = {.kind = (bench_kind)r->kind,
                         .n = r->n,
                         .c_in = r->c_in,
                         .c_out = r->c_out,
                         .groups = r->groups};

    (void)snprintf(layer.name, sizeof layer.name, "%s", r->name);
    (void)snprintf(layer.class, sizeof layer.class, "%s", r->class);
    layer.rank = read_axes(r->in, 0, 1, layer.in);
    (void)read_axes(r->k, layer.rank, 1, layer.k);
    (void)read_axes(r->s, layer.rank, 1, layer.s);
    (void)read_axes(r->p, layer.rank, 0, layer.p);
    (void)read_axes(r->d, layer.rank, 1, layer.d);
    return layer;
}

bench_layer bench_layer_square(const char *name, int n, int c_in, int c_out,
                               int size, int k)
{
    bench_layer layer = {.class = "sweep",
                         .kind = BENCH_CONV,
                         .rank = 2,
                         .n = n,
                         .c_in = c_in,
                         .c_out = c_out,
                         .groups = 1,
                         .in = {1, size, size},
                         .k = {1, k, k},
                         .s = {1, 1, 1},
                         .p = {0, k / 2, k / 2},
                         .d = {1, 1, 1}};

    (void)snprintf(layer.name, sizeof layer.name, "%s", name);
    return layer;
}

bench_sizes bench_layer_sizes(const bench_layer *layer)
{
    bench_sizes z = {.terms = 1};
    ptrdiff_t in = 1, out = 1;

    for (int a = 0; a < 3; a++) {
        int span = layer->d[a] * (layer->k[a] - 1) + 1;

        z.out[a] = (layer->in[a] + 2 * layer->p[a] - span) / layer->s[a] + 1;
        in *= layer->in[a];
        out *= z.out[a];
        z.terms *= layer->k[a];
    }
    z.x = (ptrdiff_t)layer->n * layer->c_in * in;
    z.y = (ptrdiff_t)layer->n * layer->c_out * out;
    if (layer->kind == BENCH_CONV) {
        z.terms *= layer->c_in / layer->groups;
        z.w = z.terms * layer->c_out;
    }
    z.flop = (double)z.y * (double)z.terms;
    if (layer->kind == BENCH_CONV)
        z.flop *= 2;
    z.bytes = (double)(z.x + z.w + z.y) * (double)sizeof(float);
    return z;
}

bool bench_matches(const char *patterns, const char *word)
{
    char one[256];

    if (!patterns || !*patterns)
        return true;
    while (*patterns) {
        size_t length = strcspn(patterns, ",");

        (void)snprintf(one, sizeof one, "%.*s", (int)length, patterns);
        if (fnmatch(one, word, 0) == 0)
            return true;
        patterns += length + (patterns[length] == ',');
    }
    return false;
}

bool bench_layer_matches(const bench_layer *layer, const char *patterns)
{
    return bench_matches(patterns, layer->name) ||
           bench_matches(patterns, layer->class);
}
