/* Asks the CPU what it has and chooses the micro-kernels. The choice is one
 * pointer: threads that make it at once make the same. */
#include "cpu.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "microkernels/microkernels.h"

/* Widest first; the last runs everywhere. */
static const ref_microkernels *const tables[] = {
#if defined(__x86_64__)
    &ref_microkernels_avx512,
    &ref_microkernels_avx2,
#elif defined(__aarch64__)
    &ref_microkernels_neon,
#endif
    &ref_microkernels_portable,
};

enum { TABLES = sizeof tables / sizeof tables[0] };

static _Atomic(const ref_microkernels *) chosen;

static bool runs(const ref_microkernels *table)
{
#if defined(__x86_64__)
    if (table == &ref_microkernels_avx512)
        return __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("fma");
    if (table == &ref_microkernels_avx2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
    return table != NULL;
}

static const ref_microkernels *named(const char *name)
{
    for (int i = 0; i < TABLES; i++)
        if (strcmp(tables[i]->name, name) == 0)
            return runs(tables[i]) ? tables[i] : NULL;
    return NULL;
}

static const ref_microkernels *choose(void)
{
    const char *wish = getenv("CONVLINGS_SIMD");
    const ref_microkernels *table = wish ? named(wish) : NULL;

    for (int i = 0; i < TABLES && !table; i++)
        if (runs(tables[i]))
            table = tables[i];
    return table ? table : &ref_microkernels_portable;
}

const ref_microkernels *ref_cpu_microkernels(void)
{
    const ref_microkernels *table = atomic_load(&chosen);

    if (!table) {
        table = choose();
        atomic_store(&chosen, table);
    }
    return table;
}

const ref_microkernels *ref_cpu_use(const char *name)
{
    const ref_microkernels *table = name ? named(name) : choose();

    if (table)
        atomic_store(&chosen, table);
    return table;
}

const char *ref_cpu_name(void)
{
    return ref_cpu_microkernels()->name;
}
