/* Tests of reference/max_pool.c and of the sweep in reference/pool_task.c. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/max_pool.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_pool.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* One image, one channel: the maxima, and where they stand. */
static void gives(const float *x, int h, int w, int kh, int kw,
                  const ref_max_pool2d_params *p, const float *expected,
                  const int64_t *places, int oh, int ow)
{
    float y[32], z[32];
    int64_t indices[32];
    int rows = -1, columns = -1;

    ck_assert_int_eq(ref_max_pool2d_output(h, w, kh, kw, p, &rows, &columns),
                     REF_OK);
    ck_assert_int_eq(rows, oh);
    ck_assert_int_eq(columns, ow);
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, h, w, kh, kw, p, y, indices),
                     REF_OK);
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, h, w, kh, kw, p, z, NULL), REF_OK);
    for (int at = 0; at < oh * ow; at++) {
        ck_assert_float_eq(y[at], expected[at]);
        ck_assert_float_eq(z[at], expected[at]);
        ck_assert_int_eq(indices[at], places[at]);
    }
}

/* L. Fillatre's and Y. Lu's numbers. */
START_TEST(test_max_pool2d_of_the_lectures)
{
    const float four[] = {1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4};
    const float two[] = {1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0,
                         2, 0, 2, 1, 1, 1, 0, 0, 0, 1, 2, 0};
    const float expected[] = {2, 2, 2, 2, 0, 1, 2, 2, 1, 0, 1, 2};
    float six_by_four[24], y[12];

    for (int i = 0; i < 24; i++)
        six_by_four[i] = (float)i;
    gives(four, 4, 4, 2, 2, NULL, (float[]){6, 8, 3, 4},
          (int64_t[]){5, 7, 8, 15}, 2, 2);
    gives(six_by_four, 6, 4, 2, 4, NULL, (float[]){7, 15, 23},
          (int64_t[]){7, 15, 23}, 3, 1);
    ck_assert_int_eq(ref_max_pool2d(two, 1, 2, 2, 6, 1, 2, NULL, y, NULL),
                     REF_OK);
    for (int i = 0; i < 12; i++)
        ck_assert_float_eq(y[i], expected[i]);
}
END_TEST

/* The row of the lecture, and the example that corrects its index formula. */
START_TEST(test_max_pool1d_of_the_lectures)
{
    const float x[] = {1, 4, -1, 0, 2, -2, 1, 3, 3, 1};
    const float expected[] = {4, 0, 2, 3, 3};
    const int64_t places[] = {1, 3, 4, 7, 8};
    float y[5];
    int64_t indices[5];

    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 10, 2, NULL, y, indices), REF_OK);
    for (int j = 0; j < 5; j++) {
        ck_assert_float_eq(y[j], expected[j]);
        ck_assert_int_eq(indices[j], places[j]);
    }
}
END_TEST

/* The shapes that the lectures print. */
START_TEST(test_max_pool2d_output_of_the_lectures)
{
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;
    int oh, ow;

    p.sh = p.sw = 2;
    ck_assert_int_eq(ref_max_pool2d_output(50, 100, 3, 3, &p, &oh, &ow),
                     REF_OK);
    ck_assert_int_eq(oh, 24);
    ck_assert_int_eq(ow, 49);
    p.sw = 1;
    ck_assert_int_eq(ref_max_pool2d_output(50, 100, 3, 2, &p, &oh, &ow),
                     REF_OK);
    ck_assert_int_eq(oh, 24);
    ck_assert_int_eq(ow, 99);
    ck_assert_int_eq(ref_max_pool2d_output(7, 9, 2, 4, NULL, &oh, &ow), REF_OK);
    ck_assert_int_eq(oh, 3);
    ck_assert_int_eq(ow, 2);
}
END_TEST

/* Would pass unseen: padding with zeros, which win over negative numbers. */
START_TEST(test_max_pool2d_padding_never_wins)
{
    const float x[] = {-1, -1, -1, -1},
                y[] = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
    const int64_t places[] = {0, 0, 1, 0, 0, 1, 2, 2, 3};
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;

    p.sh = p.sw = 1;
    p.pt = p.pb = p.pl = p.pr = 1;
    gives(x, 2, 2, 2, 2, &p, y, places, 3, 3);
}
END_TEST

/* Ceil mode: a window may be larger than the image, but not by a stride. */
START_TEST(test_max_pool2d_ceil_mode)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;
    int oh, ow;

    p.ceil_mode = 1;
    gives(x, 3, 3, 2, 2, &p, (float[]){5, 6, 8, 9}, (int64_t[]){4, 5, 7, 8}, 2,
          2);
    p.sh = p.sw = 2;
    gives(x, 2, 2, 3, 3, &p, (float[]){4}, (int64_t[]){3}, 1, 1);
    ck_assert_int_eq(ref_max_pool2d_output(2, 2, 4, 3, &p, &oh, &ow),
                     REF_ESIZE);
    /* a last window that would start in the padding behind is left out */
    p.pb = p.pr = 1;
    p.pt = p.pl = 1;
    p.sh = p.sw = 3;
    gives(x, 2, 2, 2, 2, &p, (float[]){1}, (int64_t[]){0}, 1, 1);
}
END_TEST

/* A NaN wins, the last one; minus infinity everywhere: the first element. */
START_TEST(test_max_pool1d_specials)
{
    const float x[] = {1, NAN, 3, NAN, 2, NAN}, low[] = {-INFINITY, -INFINITY};
    const int64_t places[] = {1, 3, 3, 5};
    ref_max_pool1d_params p = REF_MAX_POOL1D_DEFAULTS;
    float y[4];
    int64_t indices[4];

    p.sw = 1;
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 6, 3, &p, y, indices), REF_OK);
    for (int j = 0; j < 4; j++) {
        ck_assert_float_nan(y[j]);
        ck_assert_int_eq(indices[j], places[j]);
    }
    p.pl = p.pr = 1;
    ck_assert_int_eq(ref_max_pool1d(low, 1, 1, 2, 2, &p, y, indices), REF_OK);
    for (int j = 0; j < 3; j++) {
        ck_assert_float_eq(y[j], -INFINITY);
        ck_assert_int_eq(indices[j], j == 2);
    }
}
END_TEST

/* A dilated window that steps over the whole image sees nothing. */
START_TEST(test_max_pool1d_window_around_the_image)
{
    const float x[] = {7, 8};
    ref_max_pool1d_params p = {.sw = 1, .pl = 1, .pr = 1, .dw = 3};
    float y[1];
    int64_t indices[1];

    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 2, 2, &p, y, indices), REF_OK);
    ck_assert_float_eq(y[0], -INFINITY);
    ck_assert_int_eq(indices[0], -1);
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 2, 2, &p, y, NULL), REF_OK);
    ck_assert_float_eq(y[0], -INFINITY);
}
END_TEST

/* Integers with some of what is no number; equal ones are frequent. */
static float *numbers(dice *d, size_t n, guard_side side)
{
    static const float odd[] = {NAN, INFINITY, -INFINITY, -INFINITY};
    float *values = malloc(n * sizeof *values), *guarded;

    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < n; i++) {
        int pick = dice_int(d, 0, 39);

        values[i] = pick < 4 ? odd[pick] : (float)dice_int(d, -5, 5);
    }
    guarded = guarded_copy(values, n * sizeof *values, side);
    free(values);
    return guarded;
}

static ref_status run(const slow_pool *t, const float *x, float *y,
                      int64_t *indices)
{
    const int *n = t->n, *k = t->k, *s = t->s, *d = t->d;
    const int *b = t->before, *a = t->after;
    const ref_max_pool1d_params p1 = {s[2], b[2], a[2], d[2], t->ceil_mode};
    const ref_max_pool2d_params p2 = {s[1], s[2], b[1], a[1],        b[2],
                                      a[2], d[1], d[2], t->ceil_mode};
    const ref_max_pool3d_params p3 = {s[0], s[1], s[2],        b[0], a[0],
                                      b[1], a[1], b[2],        a[2], d[0],
                                      d[1], d[2], t->ceil_mode};

    if (t->rank == 1)
        return ref_max_pool1d(x, t->images, t->channels, n[2], k[2], &p1, y,
                              indices);
    if (t->rank == 2)
        return ref_max_pool2d(x, t->images, t->channels, n[1], n[2], k[1], k[2],
                              &p2, y, indices);
    return ref_max_pool3d(x, t->images, t->channels, n[0], n[1], n[2], k[0],
                          k[1], k[2], &p3, y, indices);
}

/* The rule of the header, on a list: the last NaN, else the first largest. */
static int winner_of(const slow_window *w)
{
    int best = w->count > 0 ? 0 : -1;

    for (int i = w->count - 1; i >= 0; i--)
        if (isnan(w->value[i]))
            return i;
    for (int i = 1; i < w->count; i++)
        if (w->value[i] > w->value[best])
            best = i;
    return best;
}

static void check_outputs(const slow_pool *t, const float *x, const float *y,
                          const int64_t *indices)
{
    for (size_t at = 0; at < slow_pool_outputs(t); at++) {
        slow_window w = slow_pool_window(t, x, at);
        int best = winner_of(&w);
        float value = best < 0 ? -INFINITY : w.value[best];

        if (isnan(value))
            ck_assert_float_nan(y[at]);
        else
            ck_assert_float_eq(y[at], value);
        if (indices)
            ck_assert_int_eq(indices[at], best < 0 ? -1 : w.place[best]);
    }
}

static void try_one(dice *d, guard_side side)
{
    slow_pool t = slow_pool_roll(d, 1, 1);
    size_t inputs = slow_pool_inputs(&t), outputs = slow_pool_outputs(&t);
    float *x = numbers(d, inputs, side);
    float *y = guarded_new(outputs * sizeof *y, side);
    int64_t *indices = guarded_new(outputs * sizeof *indices, side);

    ck_assert_int_eq(run(&t, x, y, indices), REF_OK);
    check_outputs(&t, x, y, indices);
    memset(y, 0x55, outputs * sizeof *y);
    ck_assert_int_eq(run(&t, x, y, NULL), REF_OK);
    check_outputs(&t, x, y, NULL);
    guarded_free(x, inputs * sizeof *x);
    guarded_free(y, outputs * sizeof *y);
    guarded_free(indices, outputs * sizeof *indices);
}

START_TEST(test_max_pool_random_shapes)
{
    dice d = {1};

    for (int i = 0; i < TABLES; i++)
        for (int round = 0; use_table(i) && round < 500; round++)
            try_one(&d, (guard_side)(round % 2));
    ref_cpu_use(NULL);
}
END_TEST

/* A stride of 0 is the window's size, on each axis for itself. */
START_TEST(test_max_pool3d_stride_is_the_window)
{
    const ref_max_pool3d_params p = REF_MAX_POOL3D_DEFAULTS;
    float x[2 * 6 * 20], y[2 * 5], z[2 * 5];
    int od, oh, ow;

    for (int i = 0; i < 2 * 6 * 20; i++)
        x[i] = (float)(i * 37 % 101);
    ck_assert_int_eq(
        ref_max_pool3d_output(2, 6, 20, 1, 6, 4, &p, &od, &oh, &ow), REF_OK);
    ck_assert_int_eq(od, 2);
    ck_assert_int_eq(oh, 1);
    ck_assert_int_eq(ow, 5);
    ck_assert_int_eq(ref_max_pool3d(x, 1, 1, 2, 6, 20, 1, 6, 4, &p, y, NULL),
                     REF_OK);
    ck_assert_int_eq(
        ref_max_pool3d(
            x, 1, 1, 2, 6, 20, 1, 6, 4,
            &(ref_max_pool3d_params){
                .sd = 1, .sh = 6, .sw = 4, .dd = 1, .dh = 1, .dw = 1},
            z, NULL),
        REF_OK);
    for (int i = 0; i < 10; i++)
        ck_assert_float_eq(y[i], z[i]);
}
END_TEST

/* Shifting the image by the stride shifts the result by one. */
START_TEST(test_max_pool2d_is_equivariant_to_strides)
{
    enum { H = 7, W = 11, SH = 2, SW = 3, OH = 3, OW = 3 };
    const ref_max_pool2d_params p = {.sh = SH, .sw = SW, .dh = 1, .dw = 1};
    float x[H * W], shifted[H * W], y[OH * OW], z[OH * OW];
    dice d = {3};

    for (int i = 0; i < H * W; i++)
        x[i] = dice_float(&d);
    for (int r = 0; r < H; r++)
        for (int c = 0; c < W; c++)
            shifted[r * W + c] =
                r < SH || c < SW ? 0.5f : x[(r - SH) * W + c - SW];
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, H, W, 3, 4, &p, y, NULL), REF_OK);
    ck_assert_int_eq(ref_max_pool2d(shifted, 1, 1, H, W, 3, 4, &p, z, NULL),
                     REF_OK);
    for (int i = 1; i < OH; i++)
        for (int j = 1; j < OW; j++)
            ck_assert_float_eq(z[i * OW + j], y[(i - 1) * OW + j - 1]);
}
END_TEST

/* A call that is right in everything; tests change one thing of it. */
typedef struct call {
    const float *x;
    int n, c, h, w, kh, kw;
    ref_max_pool2d_params p;
    float *y;
    int64_t *indices;
} call;

static float input[96], output[64];
static int64_t places[64];

static call good_call(void)
{
    return (call){input,  2,     2, 4, 6, 2, 3, REF_MAX_POOL2D_DEFAULTS,
                  output, places};
}

static ref_status run_call(const call *c)
{
    return ref_max_pool2d(c->x, c->n, c->c, c->h, c->w, c->kh, c->kw, &c->p,
                          c->y, c->indices);
}

/* The status, a message with the given words, and the outputs as they were. */
static void refuses(call c, ref_status expected, const char *words)
{
    memset(output, 0x55, sizeof output);
    memset(places, 0x55, sizeof places);
    ck_assert_int_eq(run_call(&c), expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
    for (size_t i = 0; i < sizeof places; i++)
        ck_assert_int_eq(((unsigned char *)places)[i], 0x55);
}

#define REFUSES(field, value, status, words)                                   \
    do {                                                                       \
        call one = good_call();                                                \
        one.field = (value);                                                   \
        refuses(one, status, words);                                           \
    } while (0)

START_TEST(test_max_pool2d_refuses_sizes)
{
    REFUSES(n, -1, REF_ESIZE, "'n' is -1");
    REFUSES(c, 0, REF_ESIZE, "'c' is 0");
    REFUSES(h, 0, REF_ESIZE, "'h' is 0");
    REFUSES(w, INT_MIN, REF_ESIZE, "'w' is -2147483648");
    REFUSES(kh, 0, REF_ESIZE, "'kh' is 0");
    REFUSES(kw, -1, REF_ESIZE, "'kw' is -1");
    REFUSES(kh, 5, REF_ESIZE, "'kh' is 5");
    REFUSES(kw, INT_MAX, REF_ESIZE, "padded size 6");
}
END_TEST

START_TEST(test_max_pool2d_refuses_options)
{
    REFUSES(p.sh, -1, REF_EPARAM, "'sh' is -1");
    REFUSES(p.sw, INT_MIN, REF_EPARAM, "'sw'");
    REFUSES(p.dh, 0, REF_EPARAM, "'dh' is 0");
    REFUSES(p.dw, -3, REF_EPARAM, "'dw' is -3");
    REFUSES(p.pt, -1, REF_EPARAM, "'pt' is -1");
    REFUSES(p.pt, 2, REF_EPARAM, "'pt' is 2; it must be at most half of the 2");
    REFUSES(p.pb, 2, REF_EPARAM, "'pb' is 2");
    REFUSES(p.pl, 2, REF_EPARAM, "'pl' is 2");
    REFUSES(p.pr, INT_MAX, REF_EPARAM, "'pr'");
}
END_TEST

START_TEST(test_max_pool2d_refuses_arrays)
{
    call c = good_call();

    ck_assert_int_eq(run_call(&c), REF_OK);
    REFUSES(x, NULL, REF_ENULL, "'x' is NULL");
    REFUSES(y, NULL, REF_ENULL, "'y' is NULL");
    REFUSES(x, output + 15, REF_EOVERLAP, "'y' overlaps argument 'x'");
    REFUSES(x, (void *)places, REF_EOVERLAP, "'indices'");
    REFUSES(y, (void *)(places + 15), REF_EOVERLAP, "'indices'");
    c.h = c.w = INT_MAX - 1;
    c.n = c.c = 40000;
    refuses(c, REF_EOVERFLOW, "'x'");
    c = good_call();
    c.n = 0;
    c.x = NULL;
    c.y = NULL;
    c.indices = NULL;
    ck_assert_int_eq(run_call(&c), REF_OK);
    c.kw = 7;
    refuses(c, REF_ESIZE, "'kw' is 7");
}
END_TEST

/* A window of absurd size over three numbers: only what is inside is seen. */
START_TEST(test_max_pool1d_absurd_window)
{
    const float x[] = {3, 9, 4};
    ref_max_pool1d_params p = {.sw = INT_MAX,
                               .pl = INT_MAX / 2 - 1,
                               .pr = INT_MAX / 2 - 1,
                               .dw = 1,
                               .ceil_mode = 1};
    float y[1];
    int64_t indices[1];
    int ow;

    ck_assert_int_eq(ref_max_pool1d_output(3, INT_MAX - 1, &p, &ow), REF_OK);
    ck_assert_int_eq(ow, 1);
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 3, INT_MAX - 1, &p, y, NULL),
                     REF_OK);
    ck_assert_float_eq(y[0], 9);
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 3, INT_MAX - 1, &p, y, indices),
                     REF_OK);
    ck_assert_int_eq(indices[0], 1);
}
END_TEST

START_TEST(test_max_pool_output_refuses)
{
    int od = 5, oh = 6, ow = 7;

    ck_assert_int_eq(ref_max_pool1d_output(3, 2, NULL, NULL), REF_ENULL);
    ck_assert_int_eq(ref_max_pool2d_output(3, 3, 2, 2, NULL, &oh, NULL),
                     REF_ENULL);
    ck_assert_int_eq(
        ref_max_pool3d_output(3, 3, 3, 4, 2, 2, NULL, &od, &oh, &ow),
        REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'kd' is 4"));
    ck_assert_int_eq(od, 5);
    ck_assert_int_eq(oh, 6);
    ck_assert_int_eq(ow, 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_max_pool2d_of_the_lectures);
    suite_test(test_max_pool1d_of_the_lectures);
    suite_test(test_max_pool2d_output_of_the_lectures);
    suite_test(test_max_pool2d_padding_never_wins);
    suite_test(test_max_pool2d_ceil_mode);
    suite_test(test_max_pool3d_stride_is_the_window);
    suite_test(test_max_pool_random_shapes);
    suite_case("edges");
    suite_test(test_max_pool1d_specials);
    suite_test(test_max_pool1d_window_around_the_image);
    suite_test(test_max_pool1d_absurd_window);
    suite_case("properties");
    suite_test(test_max_pool2d_is_equivariant_to_strides);
    suite_case("manners");
    suite_test(test_max_pool2d_refuses_sizes);
    suite_test(test_max_pool2d_refuses_options);
    suite_test(test_max_pool2d_refuses_arrays);
    suite_test(test_max_pool_output_refuses);
}

int main(void)
{
    return suite_main("max_pool", fill);
}
