#include "deliver.h"

#include "tests/grader/fault.h"
#include "tests/grader/term.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum report_format deliver_format(const char *name)
{
    enum report_format format = report_format_named(name);
    if (format != REPORT_FORMATS)
        return format;
    fprintf(stderr, "judge: there is no --format '%s'; there are:", name);
    for (int i = 0; i < REPORT_FORMATS; i++)
        fprintf(stderr, " %s", report_format_name((enum report_format)i));
    fputc('\n', stderr);
    return REPORT_FORMATS;
}

/* Other steps of the workflow have their summaries in files of their own, but
 * this step may have written to its own before: it is added to. */
static bool add_summary(const struct record *r, const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
                  0666);
    FILE *f = fd >= 0 ? fdopen(fd, "a") : NULL;
    if (f == NULL)
        return false;
    bool good = report_write(f, r, REPORT_SUMMARY);
    return fclose(f) == 0 && good;
}

static bool write_out(const struct record *r, enum report_format format,
                      const char *out)
{
    bool colour = term_colour(false);
    bool good = out != NULL && report_save(out, r, format);
    term_colour(colour);
    return out != NULL ? good : report_write(stdout, r, format);
}

int deliver(const struct record *r, enum report_format format, const char *out)
{
    const char *summary = getenv("GITHUB_STEP_SUMMARY");
    bool fault = r->fault[0] != '\0';
    if (fault)
        fprintf(stderr, "grader error: %s\n", r->fault);
    if (fault && !report_has_fault(format))
        return EXIT_FAULT; /* no report: nobody takes it for a score */
    errno = 0;
    if (!write_out(r, format, out)) {
        fprintf(stderr, "grader error: the report was not written to %s: %s\n",
                out != NULL ? out : "standard output", strerror(errno));
        return EXIT_FAULT;
    }
    if (format == REPORT_GITHUB && summary != NULL && summary[0] != '\0' &&
        !add_summary(r, summary)) {
        fprintf(stderr, "grader error: no summary was added to %s: %s\n",
                summary, strerror(errno));
        return EXIT_FAULT;
    }
    if (fault)
        return EXIT_FAULT;
    return record_points(r) == record_max(r) ? 0 : 1;
}
