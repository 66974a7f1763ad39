#ifndef CONVLINGS_BENCH_MACHINE_H
#define CONVLINGS_BENCH_MACHINE_H

#include <stddef.h>

/* The CPU's name as the system gives it, or "unknown CPU". */
void bench_cpu(char *text, size_t text_bytes);

/* How many programs wanted a core in the last minute, or -1 if the system does
 * not say: figures of a busy machine, above all those of several threads, are
 * not worth much. */
double bench_load(void);

/* Today as 2026-01-31. */
void bench_today(char *text, size_t text_bytes);

/* Progress on stderr: on a terminal one line, written over and over; else a
 * line for each step. */
void bench_progress(int step, int steps, const char *what);

/* Wipes the line on a terminal. */
void bench_progress_end(void);

#endif
