/* The loops of peak.h, compiled once for each vocabulary as the library's own
 * inner loops are. Twelve chains: two FMA units with a latency of four or five
 * need eight to ten, and the twelve sums and two factors fit the sixteen
 * registers that AVX2 has. */
#include REF_SIMD_HEADER
#include "peak.h"

#define JOINED(a, b) a##b
#define JOIN(a, b) JOINED(a, b)
#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

static float add_up(const vector *sums, int count)
{
    float lanes[VL], total = 0;

    for (int i = 0; i < count; i++) {
        vector_store(lanes, sums[i]);
        for (int l = 0; l < VL; l++)
            total += lanes[l];
    }
    return total;
}

/* The factors are read from volatile memory, so that nothing is computed
 * before the program runs; sums settle at 1 and never become tiny. */
static float fma_chains(ptrdiff_t rounds)
{
    static const volatile float half = 0.5f;
    vector factor = vector_set(half), term = vector_set(half);
    vector sums[BENCH_FMA_CHAINS];

    for (int i = 0; i < BENCH_FMA_CHAINS; i++)
        sums[i] = vector_set((float)i);
    for (ptrdiff_t r = 0; r < rounds; r++)
        for (int i = 0; i < BENCH_FMA_CHAINS; i++)
            sums[i] = vector_fma(sums[i], factor, term);
    return add_up(sums, BENCH_FMA_CHAINS);
}

static float touch(const float *x, ptrdiff_t count_x, float *y,
                   ptrdiff_t count_y)
{
    vector sums[4], one = vector_set(1);
    const ptrdiff_t step = VL;
    ptrdiff_t i = 0, j = 0, ratio = count_y ? count_x / count_y : 0;

    for (int k = 0; k < 4; k++)
        sums[k] = vector_set(0);
    /* reads and writes go side by side, as they do in a pool */
    for (ptrdiff_t next = 0; i <= count_x - 4 * step; i += 4 * step) {
        for (int k = 0; k < 4; k++)
            sums[k] = vector_add(sums[k], vector_load(x + i + k * step));
        for (; next <= i && j <= count_y - VL; j += VL, next = j * ratio)
            vector_store(y + j, one);
    }
    for (; j <= count_y - VL; j += VL)
        vector_store(y + j, one);
    return add_up(sums, 4);
}

extern const bench_loops JOIN(bench_loops_, REF_SIMD);
const bench_loops JOIN(bench_loops_, REF_SIMD) = {
    .name = TEXT(REF_SIMD), .lanes = VL, .fma = fma_chains, .touch = touch};
