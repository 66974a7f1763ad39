/* The table of contestants, and what stands for libraries that are not there.
 */
#include "peers.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#if !defined(BENCH_ONEDNN) || !defined(BENCH_OPENBLAS)
static int absent(int threads, char *text, size_t text_bytes)
{
    (void)threads;
    (void)snprintf(text, text_bytes, "not found when this program was built");
    return -1;
}
#endif

#define ABSENT(id, debian)                                                     \
    const bench_peer bench_##id = {                                            \
        .name = #id, .package = (debian), .ready = absent}

#ifndef BENCH_ONEDNN
ABSENT(onednn_direct, "libdnnl-dev");
ABSENT(onednn_winograd, "libdnnl-dev");
ABSENT(onednn_stateless, "libdnnl-dev");
ABSENT(onednn_blocked, "libdnnl-dev");
#endif
#ifndef BENCH_OPENBLAS
ABSENT(openblas, "libopenblas-dev");
#endif

const bench_peer *const bench_peers[] = {
    &bench_convlings,          &bench_convlings_stateless,
    &bench_convlings_winograd, &bench_pytorch,
    &bench_onednn_direct,      &bench_onednn_winograd,
    &bench_onednn_stateless,   &bench_onednn_blocked,
    &bench_openblas,           NULL};

/* Looked up when the program runs: it need not be there. POSIX gives a
 * function's address as a pointer to data; memcpy is how ISO C gets it back. */
void bench_openmp_threads(int threads)
{
    void *self = dlopen(NULL, RTLD_NOW);
    void *found = self ? dlsym(self, "omp_set_num_threads") : NULL;
    void (*set)(int) = NULL;

    if (found) {
        memcpy(&set, &found, sizeof set);
        set(threads);
    }
}
