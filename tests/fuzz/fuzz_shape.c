/* Convolution and maximum pool with any sizes and options at all. Each is an
 * int of its own, most of them small, some absurd. Where the arrays of the
 * call are small they are made exactly as large as its header says, so that a
 * sanitizer sees every step outside, and the output is compared with what the
 * header promises; where they are impossible the call must be refused. */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "reference/conv.h"
#include "reference/max_pool.h"
#include "reference/shape.h"

/* The most elements of one array of a call that is made. */
enum { MOST_ELEMENTS = 2048 };

/* The bytes that are left. */
typedef struct source {
    const unsigned char *at, *end;
} source;

static int number(source *s)
{
    static const int absurd[16] = {
        -1,    INT_MIN, INT_MAX, INT_MAX - 1, INT_MAX / 2, INT_MAX / 2 + 1,
        46341, 65536,   1 << 30, 1 << 20,     -7,          INT_MIN + 1,
        255,   1000,    46340,   10,
    };
    int byte = s->at < s->end ? *s->at++ : 1;

    return byte >= 240 ? absurd[byte - 240] : byte % 8;
}

static void numbers(source *s, int *to, int count)
{
    for (int i = 0; i < count; i++)
        to[i] = number(s);
}

/* What can be made of an array. */
typedef enum making { IMPOSSIBLE, TOO_LARGE, SMALL } making;

static making measure(const int dims[5], size_t *count)
{
    if (ref_element_count("any", dims, 5, sizeof(float), count) != REF_OK)
        return IMPOSSIBLE;
    return *count > MOST_ELEMENTS ? TOO_LARGE : SMALL;
}

static making worse(making a, making b)
{
    return a < b ? a : b;
}

/* Memory of exactly so many bytes, 0xff each: as floats NaN. */
static void *untouched(size_t bytes)
{
    void *array = malloc(bytes > 0 ? bytes : 1);

    if (!array)
        abort();
    memset(array, 0xff, bytes);
    return array;
}

/* An input of small whole numbers: no sum of them is rounded. */
static float *input(size_t count)
{
    float *x = untouched(count * sizeof *x);

    for (size_t at = 0; at < count; at++)
        x[at] = (float)(at * 7 % 15) - 7.0f;
    return x;
}

/* After a call: all of the output is written, or nothing. */
static void check_output(ref_status status, const float *y, size_t count)
{
    for (size_t at = 0; at < count; at++) {
        uint32_t bits;

        memcpy(&bits, &y[at], sizeof bits);
        if (status == REF_OK)
            fuzz_promise(!isnan(y[at]), "every element is written");
        else
            fuzz_promise(bits == UINT32_MAX,
                         "the output is untouched on error");
    }
}

/* A call of ref_conv3d: sizes and options. */
typedef struct conv_call {
    int n, c_in, d, h, w, c_out, kd, kh, kw;
    ref_conv3d_params p;
} conv_call;

static conv_call roll_conv(source *s)
{
    conv_call c;
    int v[24];

    numbers(s, v, 24);
    c = (conv_call){v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], {0}};
    c.p = (ref_conv3d_params){
        .sd = v[9],
        .sh = v[10],
        .sw = v[11],
        .pf = v[12],
        .pk = v[13],
        .pt = v[14],
        .pb = v[15],
        .pl = v[16],
        .pr = v[17],
        .dd = v[18],
        .dh = v[19],
        .dw = v[20],
        .groups = v[21],
        .pad_mode = (ref_pad_mode)v[22],
    };
    return c;
}

static ref_status run_conv(const conv_call *c, size_t x_count, size_t w_count,
                           size_t bias_count, size_t y_count)
{
    float *x = input(x_count), *weight = input(w_count);
    float *bias = input(bias_count), *y = untouched(y_count * sizeof *y);
    ref_status status =
        ref_conv3d(x, c->n, c->c_in, c->d, c->h, c->w, weight, c->c_out, c->kd,
                   c->kh, c->kw, bias, &c->p, y);

    check_output(status, y, y_count);
    free(x);
    free(weight);
    free(bias);
    free(y);
    return status;
}

static void fuzz_conv(source *s)
{
    conv_call c = roll_conv(s);
    int groups = c.p.groups, cg = groups > 0 ? c.c_in / groups : -1;
    int od = -1, oh = -1, ow = -1;
    size_t x, weight, bias, y;
    ref_status status =
        ref_conv3d_output(c.d, c.h, c.w, c.kd, c.kh, c.kw, &c.p, &od, &oh, &ow);
    making all = measure((int[]){c.n, c.c_in, c.d, c.h, c.w}, &x);

    all = worse(all, measure((int[]){c.c_out, cg, c.kd, c.kh, c.kw}, &weight));
    all = worse(all, measure((int[]){c.c_out, 1, 1, 1, 1}, &bias));
    all = worse(all, measure((int[]){c.n, c.c_out, od, oh, ow}, &y));
    fuzz_promise(status == REF_OK ? od >= 1 && oh >= 1 && ow >= 1
                                  : od == -1 && oh == -1 && ow == -1,
                 "an output has a size, or none is told");
    if (all == IMPOSSIBLE)
        fuzz_promise(run_conv(&c, 1, 1, 1, 1) != REF_OK,
                     "what cannot be in memory is refused");
    if (all == SMALL)
        (void)!run_conv(&c, x, weight, bias, y);
}

/* A call of ref_max_pool3d: sizes and options. */
typedef struct pool_call {
    int n, c, d, h, w, kd, kh, kw;
    ref_max_pool3d_params p;
} pool_call;

static pool_call roll_pool(source *s)
{
    pool_call c;
    int v[21];

    numbers(s, v, 21);
    c = (pool_call){v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], {0}};
    c.p = (ref_max_pool3d_params){
        .sd = v[8],
        .sh = v[9],
        .sw = v[10],
        .pf = v[11],
        .pk = v[12],
        .pt = v[13],
        .pb = v[14],
        .pl = v[15],
        .pr = v[16],
        .dd = v[17],
        .dh = v[18],
        .dw = v[19],
        .ceil_mode = v[20],
    };
    return c;
}

/* Each index names the place in its volume where the maximum stands; without
 * indices the maxima are the same. */
static void check_maxima(const pool_call *c, const float *x, const float *y,
                         const float *bare, const int64_t *indices,
                         size_t y_count)
{
    int64_t volume = (int64_t)c->d * c->h * c->w;
    size_t volumes = (size_t)c->n * (size_t)c->c;

    for (size_t at = 0; at < y_count; at++) {
        int64_t place = indices[at];
        const float *from = x + at / (y_count / volumes) * (size_t)volume;

        fuzz_promise(place >= -1 && place < volume, "an index is inside");
        fuzz_promise(place < 0 ? isinf(y[at]) : y[at] == from[place],
                     "the maximum stands where its index says");
        fuzz_promise(y[at] == bare[at], "indices change no maximum");
    }
}

static ref_status run_pool(const pool_call *c, size_t x_count, size_t y_count)
{
    float *x = input(x_count), *y = untouched(y_count * sizeof *y);
    float *bare = untouched(y_count * sizeof *bare);
    int64_t *indices = untouched(y_count * sizeof *indices);
    ref_status status = ref_max_pool3d(x, c->n, c->c, c->d, c->h, c->w, c->kd,
                                       c->kh, c->kw, &c->p, y, indices);

    fuzz_promise(ref_max_pool3d(x, c->n, c->c, c->d, c->h, c->w, c->kd, c->kh,
                                c->kw, &c->p, bare, NULL) == status,
                 "a call without indices ends alike");
    check_output(status, y, y_count);
    check_output(status, bare, y_count);
    if (status == REF_OK)
        check_maxima(c, x, y, bare, indices, y_count);
    free(x);
    free(y);
    free(bare);
    free(indices);
    return status;
}

static void fuzz_pool(source *s)
{
    pool_call c = roll_pool(s);
    int od = -1, oh = -1, ow = -1;
    size_t x, y;
    ref_status status = ref_max_pool3d_output(c.d, c.h, c.w, c.kd, c.kh, c.kw,
                                              &c.p, &od, &oh, &ow);
    making all = worse(measure((int[]){c.n, c.c, c.d, c.h, c.w}, &x),
                       measure((int[]){c.n, c.c, od, oh, ow}, &y));

    fuzz_promise(status == REF_OK ? od >= 1 && oh >= 1 && ow >= 1
                                  : od == -1 && oh == -1 && ow == -1,
                 "an output has a size, or none is told");
    if (all == IMPOSSIBLE)
        fuzz_promise(run_pool(&c, 1, 1) != REF_OK,
                     "what cannot be in memory is refused");
    if (all == SMALL)
        (void)!run_pool(&c, x, y);
}

void fuzz_shape(const unsigned char *bytes, size_t size)
{
    source s = {bytes, bytes + size};

    if (number(&s) % 2 == 0)
        fuzz_conv(&s);
    else
        fuzz_pool(&s);
}
