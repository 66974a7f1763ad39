#ifndef CONVLINGS_BENCH_OPTIONS_H
#define CONVLINGS_BENCH_OPTIONS_H

#include <stdbool.h>

/* What the command line says. */
typedef struct bench_options {
    const char *layers, *peers; /* patterns; NULL: all */
    const char *sweep;          /* NULL: the layers */
    const char *out;            /* folder for what pictures are drawn of */
    const char *spoil;
    bool csv, list;
    int threads;
    double seconds; /* for a layer */
} bench_options;

enum { BENCH_BAD_INPUT = 2 };

/* Reads the command line.
 * Returns  0; or BENCH_BAD_INPUT after a sentence on stderr that names the
 *          argument, what was given and what is allowed */
int bench_options_read(int argc, char **argv, bench_options *options);

/* Says what is wrong with an argument. Returns BENCH_BAD_INPUT. */
int bench_refuse(const char *argument, const char *given, const char *allowed);

#endif
