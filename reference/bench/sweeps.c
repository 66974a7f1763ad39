/* The table of sweeps and what they share. */
#include "sweeps.h"

#include <stdio.h>
#include <string.h>

static const bench_sweep sweeps[] = {
    {"growth", "time against size, channels, kernel, batch",
     bench_sweep_growth},
    {"padding", "four padding modes against zeros", bench_sweep_padding},
    {"threads", "several threads against one", bench_sweep_threads},
    {"simd", "narrower vectors against the widest", bench_sweep_simd},
    {"winograd", "error of Winograd's algorithms", bench_sweep_winograd},
};

enum { SWEEPS = sizeof sweeps / sizeof sweeps[0] };

const bench_sweep *bench_sweep_named(const char *name)
{
    for (int i = 0; i < SWEEPS; i++)
        if (strcmp(sweeps[i].name, name) == 0)
            return &sweeps[i];
    return NULL;
}

const char *bench_sweep_names(void)
{
    return "one of growth, padding, threads, simd, winograd";
}

bool bench_sweep_layer(const bench_options *o, const char *usual, int i,
                       bench_layer *layer)
{
    for (int k = 0; k < bench_layer_count(); k++) {
        *layer = bench_layer_get(k);
        if (layer->kind == BENCH_CONV &&
            bench_layer_matches(layer, o->layers ? o->layers : usual) &&
            i-- == 0)
            return true;
    }
    return false;
}

void bench_sweep_verdict(const char *what, double asked, double measured,
                         bool kept)
{
    (void)printf("demand  %-58s asked %5.2f  measured %6.2f  %s\n", what, asked,
                 measured, kept ? "kept" : "missed");
}
