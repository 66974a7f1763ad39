#ifndef CONVLINGS_CPU_H
#define CONVLINGS_CPU_H

#include "status.h"

/* The name of the inner loops in use: "avx512", "avx2", "neon" or "portable".
 * The first call of any operator chooses the widest that this CPU runs; the
 * environment variable CONVLINGS_SIMD may name another before that, and is
 * ignored if the CPU cannot run it. Sums may differ between them in the last
 * bits, within the bound of bound.h.
 * Returns  a static string
 * Threads  safe */
REF_MUST_USE const char *ref_cpu_name(void);

#endif
