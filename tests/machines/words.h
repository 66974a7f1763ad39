#ifndef CONVLINGS_TESTS_MACHINES_WORDS_H
#define CONVLINGS_TESTS_MACHINES_WORDS_H

/* The words of one vocabulary (reference/microkernels/simd_<machine>.h) as
 * functions over arrays of lanes floats, so that a test compiled for any CPU
 * can call them; words.c is compiled once per vocabulary, as inner loops are. */
typedef struct words {
    const char *name;
    int lanes;
    void (*load_store)(const float *x, float *y);
    void (*set)(float a, float *y);
    void (*add)(const float *a, const float *b, float *y);
    void (*div)(const float *a, const float *b, float *y);
    void (*mul)(const float *a, const float *b, float *y);
    void (*fma)(const float *a, const float *b, const float *c, float *y);
    float (*scalar_fma)(float a, float b, float c);
    void (*max)(const float *a, const float *b, float *y);
    void (*load_first)(const float *p, int n, float *y);
    void (*load_between)(const float *p, int first, int end, float none,
                         float *y);
    void (*gather)(const float *p, int step, int n, float *y);
    void (*widen)(const float *p, double *y); /* lanes / 2 */
    void (*store_first)(const float *x, int n, float *p);
    void (*even)(const float *a, const float *b, float *y);
    void (*odd)(const float *a, const float *b, float *y);
    void (*zip_low)(const float *a, const float *b, float *y);
    void (*zip_high)(const float *a, const float *b, float *y);
} words;

/* Those of other machines do not exist. */
extern const words ref_words_portable;
#if defined(__x86_64__)
extern const words ref_words_avx2, ref_words_avx512;
#elif defined(__aarch64__)
extern const words ref_words_neon;
#endif

#endif
