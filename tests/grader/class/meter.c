#include "meter.h"

#include "tests/grader/process.h"
#include "tests/grader/term.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct {
    int total, done, kept, faults;
    bool bar;
    double begun, drawn;
} m;

/* Seconds until the end, as those so far foretell it; negative: unknown. */
static double left(void)
{
    int graded = m.done - m.kept;
    double each = (seconds_now() - m.begun) / (graded > 0 ? graded : 1);
    return graded > 0 ? each * (m.total - m.done) : -1;
}

static void draw(void)
{
    double seconds = left();
    m.drawn = seconds_now();
    fputs("\r\033[K", stdout);
    term_bar(stdout, m.done, m.total, 30);
    printf(" %d/%d", m.done, m.total);
    if (m.faults > 0)
        printf(", %d not graded", m.faults);
    if (seconds >= 100)
        printf(", %.0f min left", seconds / 60);
    else if (seconds >= 0)
        printf(", %.0f s left", seconds);
    fflush(stdout);
}

void meter_begin(int total)
{
    memset(&m, 0, sizeof m);
    m.total = total;
    m.begun = seconds_now();
    m.bar = isatty(STDOUT_FILENO);
    if (m.bar)
        draw();
}

void meter_step(const struct record *r, bool was_kept)
{
    bool fault = r->fault[0] != '\0';
    m.done++;
    m.kept += was_kept;
    m.faults += fault;
    if (m.bar && fault)
        printf("\r\033[K%s: grader error: %s\n", r->submission, r->fault);
    if (m.bar) {
        draw();
        return;
    }
    printf("%*d/%d  %s  ", (int)snprintf(NULL, 0, "%d", m.total), m.done,
           m.total, r->submission);
    if (fault)
        printf("grader error: %s\n", r->fault);
    else
        printf("%d/%d%s\n", record_points(r), record_max(r),
               was_kept ? "  (kept)" : "");
    fflush(stdout);
}

void meter_tick(void)
{
    if (m.bar && seconds_now() > m.drawn + 1)
        draw();
}

void meter_end(void)
{
    if (m.bar)
        fputs("\r\033[K", stdout);
    fflush(stdout);
}
