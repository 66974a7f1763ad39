/* Where a figure was measured, and how far the measuring is. */
#include "machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Linux on x86 names the CPU here; other systems are content with less. */
void bench_cpu(char *text, size_t text_bytes)
{
    FILE *file = fopen("/proc/cpuinfo", "r");
    char line[256];

    (void)snprintf(text, text_bytes, "unknown CPU");
    while (file && fgets(line, sizeof line, file)) {
        const char *colon = strchr(line, ':');

        if (!colon || strncmp(line, "model name", 10) != 0)
            continue;
        line[strcspn(line, "\n")] = '\0';
        (void)snprintf(text, text_bytes, "%s", colon + 2);
        break;
    }
    if (file)
        (void)fclose(file);
}

/* Linux has it as the first number of this file. */
double bench_load(void)
{
    FILE *file = fopen("/proc/loadavg", "r");
    char line[64];
    double load = -1;

    if (file && fgets(line, sizeof line, file))
        load = strtod(line, NULL);
    if (file)
        (void)fclose(file);
    return load;
}

void bench_today(char *text, size_t text_bytes)
{
    time_t now = time(NULL);
    struct tm day;

    if (!gmtime_r(&now, &day) ||
        strftime(text, text_bytes, "%Y-%m-%d", &day) == 0)
        (void)snprintf(text, text_bytes, "no date");
}

void bench_progress(int step, int steps, const char *what)
{
    if (isatty(STDERR_FILENO))
        (void)fprintf(stderr, "\r\033[K[%d/%d] %s", step, steps, what);
    else
        (void)fprintf(stderr, "[%d/%d] %s\n", step, steps, what);
}

void bench_progress_end(void)
{
    if (isatty(STDERR_FILENO))
        (void)fprintf(stderr, "\r\033[K");
}
