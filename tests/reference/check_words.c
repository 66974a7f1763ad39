/* Tests of reference/microkernels/simd_<machine>.h: each word of every
 * vocabulary that this machine runs, against what its header says, to the bit,
 * at forbidden pages. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "reference/microkernels/microkernels.h"
#include "tests/machines/words.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { MOST = 16, ROUNDS = 2000 };

static const words *const all[] = {
    &ref_words_portable,
#if defined(__x86_64__)
    &ref_words_avx2,
    &ref_words_avx512,
#elif defined(__aarch64__)
    &ref_words_neon,
#endif
};

/* The words of table i, or NULL if this machine does not run it. */
static const words *vocabulary(int i)
{
    if (!use_table(i))
        return NULL;
    for (size_t v = 0; v < sizeof all / sizeof all[0]; v++)
        if (strcmp(all[v]->name, ref_cpu_microkernels()->name) == 0)
            return all[v];
    ck_abort_msg("no words of %s", ref_cpu_microkernels()->name);
    return NULL;
}

/* Reals, and one in ten a number with manners of its own. */
static float number(dice *d)
{
    static const float special[] = {NAN,  -NAN,  INFINITY, -INFINITY,
                                    0.0f, -0.0f, 1e-42f,   -1.0f};

    return dice_int(d, 0, 9) == 0 ? special[dice_int(d, 0, 7)] : dice_float(d);
}

static uint32_t bits(float a)
{
    uint32_t u;

    memcpy(&u, &a, sizeof u);
    return u;
}

/* Of sums: a NaN may be any. */
static void same_value(const words *w, const char *word, float is, float should)
{
    if (bits(is) != bits(should) && !(isnan(is) && isnan(should)))
        ck_abort_msg("%s of %s: %.9g, not %.9g", word, w->name, (double)is,
                     (double)should);
}

/* Of what is only moved. */
static void same_bits(const words *w, const char *word, float is, float should)
{
    if (bits(is) != bits(should))
        ck_abort_msg("%s of %s: %.9g (%x), not %.9g (%x)", word, w->name,
                     (double)is, bits(is), (double)should, bits(should));
}

static float fused(const words *w, float a, float b, float c)
{
    return strcmp(w->name, "portable") == 0 ? a * b + c : fmaf(a, b, c);
}

START_TEST(test_words_arithmetic)
{
    const words *w = vocabulary(_i);
    dice d = {31};
    float a[MOST], b[MOST], c[MOST], y[MOST];

    for (int round = 0; w && round < ROUNDS; round++) {
        for (int l = 0; l < w->lanes; l++) {
            a[l] = number(&d);
            b[l] = number(&d);
            c[l] = number(&d);
        }
        w->add(a, b, y);
        for (int l = 0; l < w->lanes; l++)
            same_value(w, "vector_add", y[l], a[l] + b[l]);
        w->mul(a, b, y);
        for (int l = 0; l < w->lanes; l++)
            same_value(w, "vector_mul", y[l], a[l] * b[l]);
        w->div(a, b, y);
        for (int l = 0; l < w->lanes; l++)
            same_value(w, "vector_div", y[l], a[l] / b[l]);
        w->fma(a, b, c, y);
        for (int l = 0; l < w->lanes; l++) {
            float should = fused(w, a[l], b[l], c[l]);

            same_value(w, "vector_fma", y[l], should);
            same_value(w, "scalar_fma", w->scalar_fma(a[l], b[l], c[l]),
                       should);
        }
        w->max(a, b, y);
        for (int l = 0; l < w->lanes; l++)
            same_bits(w, "vector_max", y[l],
                      a[l] > b[l] || isnan(a[l]) ? a[l] : b[l]);
    }
}
END_TEST

/* Whole vectors: exactly lanes floats, in their order. */
START_TEST(test_words_moves)
{
    const words *w = vocabulary(_i);
    dice d = {37};

    for (int round = 0; w && round < ROUNDS / 10; round++) {
        guard_side side = (guard_side)(round % 2);
        size_t bytes = sizeof(float) * (size_t)w->lanes;
        float *a = guarded_numbers(&d, w->lanes, number, side);
        float *b = guarded_numbers(&d, w->lanes, number, side);
        float *y = guarded_new(bytes, side);

        w->load_store(a, y);
        for (int l = 0; l < w->lanes; l++)
            same_bits(w, "vector_load", y[l], a[l]);
        w->set(b[0], y);
        for (int l = 0; l < w->lanes; l++)
            same_bits(w, "vector_set", y[l], b[0]);
        for (int odd = 0; odd < 2; odd++) {
            (odd ? w->odd : w->even)(a, b, y);
            for (int l = 0; l < w->lanes; l++) {
                int from = 2 * l + odd;

                same_bits(w, odd ? "vector_odd" : "vector_even", y[l],
                          from < w->lanes ? a[from] : b[from - w->lanes]);
            }
        }
        for (int high = 0; high < 2; high++) {
            (high ? w->zip_high : w->zip_low)(a, b, y);
            for (int l = 0; l < w->lanes; l++) {
                int pair = (high ? w->lanes / 2 : 0) + l / 2;

                same_bits(w, high ? "vector_zip_high" : "vector_zip_low", y[l],
                          l % 2 ? b[pair] : a[pair]);
            }
        }
        guarded_free(a, bytes);
        guarded_free(b, bytes);
        guarded_free(y, bytes);
    }
}
END_TEST

/* The first n lanes, from none to all; not a byte more is touched. */
static void run_first(const words *w, dice *d, int n, guard_side side)
{
    size_t bytes = sizeof(float) * (size_t)(n > 0 ? n : 1);
    float *p = guarded_numbers(d, n > 0 ? n : 1, number, side);
    float *q = guarded_new(bytes, side);
    const float *nothing = p + (side == GUARD_AFTER ? 1 : 0);
    float x[MOST], y[MOST], before = q[0];

    for (int l = 0; l < w->lanes; l++)
        x[l] = number(d);
    w->load_first(n > 0 ? p : nothing, n, y);
    for (int l = 0; l < w->lanes; l++)
        same_bits(w, "vector_load_first", y[l], l < n ? p[l] : 0.0f);
    w->store_first(x, n, q);
    for (int l = 0; l < n; l++)
        same_bits(w, "vector_store_first", q[l], x[l]);
    if (n == 0)
        same_bits(w, "vector_store_first", q[0], before);
    guarded_free(p, bytes);
    guarded_free(q, bytes);
}

/* Inside an array: what stands behind the n is left alone. */
static void run_first_inside(const words *w, dice *d, int n)
{
    float x[MOST], q[MOST], was[MOST];

    for (int l = 0; l < w->lanes; l++) {
        x[l] = number(d);
        q[l] = was[l] = number(d);
    }
    w->store_first(x, n, q);
    for (int l = 0; l < w->lanes; l++)
        same_bits(w, "vector_store_first", q[l], l < n ? x[l] : was[l]);
}

START_TEST(test_words_first)
{
    const words *w = vocabulary(_i);
    dice d = {41};

    for (int round = 0; w && round < ROUNDS / 10; round++)
        for (int n = 0; n <= w->lanes; n++) {
            run_first(w, &d, n, (guard_side)(round % 2));
            run_first_inside(w, &d, n);
        }
}
END_TEST

/* Some lanes of an array that begins and ends with them. */
static void run_between(const words *w, dice *d, int first, int end,
                        guard_side side)
{
    int n = end - first;
    size_t bytes = sizeof(float) * (size_t)(n > 0 ? n : 1);
    float *p = guarded_numbers(d, n > 0 ? n : 1, number, side);
    const float *nothing = p + (side == GUARD_AFTER ? 1 : 0);
    float y[MOST], none = number(d);

    w->load_between((n > 0 ? p : nothing) - first, first, end, none, y);
    for (int l = 0; l < w->lanes; l++)
        same_bits(w, "vector_load_between", y[l],
                  l >= first && l < end ? p[l - first] : none);
    guarded_free(p, bytes);
}

START_TEST(test_words_between)
{
    const words *w = vocabulary(_i);
    dice d = {43};

    for (int end = 0; w && end <= w->lanes; end++)
        for (int first = 0; first <= end; first++) {
            run_between(w, &d, first, end, GUARD_AFTER);
            run_between(w, &d, first, end, GUARD_BEFORE);
        }
}
END_TEST

/* The array ends with the last of those that are gathered. */
START_TEST(test_words_gather)
{
    const words *w = vocabulary(_i);
    dice d = {47};

    for (int step = 1; w && step <= 9; step++)
        for (int n = 1; n <= w->lanes; n++) {
            int count = (n - 1) * step + 1;
            float *p = guarded_numbers(&d, count, number, GUARD_AFTER);
            float y[MOST];

            w->gather(p, step, n, y);
            for (int l = 0; l < w->lanes; l++)
                same_bits(w, "vector_gather", y[l], l < n ? p[l * step] : 0.0f);
            guarded_free(p, sizeof *p * (size_t)count);
        }
}
END_TEST

START_TEST(test_words_widen)
{
    const words *w = vocabulary(_i);
    dice d = {53};

    for (int round = 0; w && round < ROUNDS / 10; round++) {
        int half = w->lanes / 2;
        float *p = guarded_numbers(&d, half, number, (guard_side)(round % 2));
        double y[MOST];

        w->widen(p, y);
        for (int l = 0; l < half; l++)
            if (y[l] != (double)p[l] && !(isnan(y[l]) && isnan(p[l])))
                ck_abort_msg("vector_widen of %s: %.17g, not %.17g", w->name,
                             y[l], (double)p[l]);
        guarded_free(p, sizeof *p * (size_t)half);
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_words_arithmetic, TABLES);
    suite_loop(test_words_moves, TABLES);
    suite_loop(test_words_first, TABLES);
    suite_loop(test_words_between, TABLES);
    suite_loop(test_words_gather, TABLES);
    suite_loop(test_words_widen, TABLES);
}

int main(void)
{
    return suite_main("words", fill);
}
