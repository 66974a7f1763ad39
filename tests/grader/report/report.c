#include "report.h"

#include "writers.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    report_writer *write;
    bool has_fault;
} formats[REPORT_FORMATS] = {
    [REPORT_TERMINAL] = {"terminal", write_terminal, true},
    [REPORT_LINE] = {"line", write_line, true},
    [REPORT_TAP] = {"tap", write_tap, true},
    [REPORT_JUNIT] = {"junit", write_junit, true},
    [REPORT_GRADESCOPE] = {"gradescope", write_gradescope, false},
    [REPORT_CLASSROOM50] = {"classroom50", write_classroom50, false},
    [REPORT_GITHUB] = {"github", write_github, true},
    [REPORT_SUMMARY] = {"summary", write_summary, true},
    [REPORT_CSV] = {"csv", write_csv, false},
    [REPORT_EXERCISM] = {"exercism", write_exercism, true},
    [REPORT_RECORD] = {"record", write_record, true},
};

const char *report_format_name(enum report_format format)
{
    return formats[format].name;
}

enum report_format report_format_named(const char *name)
{
    for (int i = 0; i < REPORT_FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0)
            return (enum report_format)i;
    return REPORT_FORMATS;
}

bool report_has_fault(enum report_format format)
{
    return formats[format].has_fault;
}

bool report_write(FILE *f, const struct record *r, enum report_format format)
{
    if (r->fault[0] != '\0' && !formats[format].has_fault)
        return false;
    formats[format].write(f, r);
    return fflush(f) == 0 && ferror(f) == 0;
}

bool report_save(const char *path, const struct record *r,
                 enum report_format format)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    bool good = report_write(f, r, format);
    if (fclose(f) != 0)
        grader_fault("out of memory");
    errno = good ? 0 : ENODATA;
    good = good && file_write(path, text, size);
    int why = errno;
    free(text);
    errno = why;
    return good;
}

const char *result_id(const struct result *x)
{
    static char id[160];
    snprintf(id, sizeof id, "%s/%d_%s", x->entry->chapter, x->entry->number,
             x->entry->name);
    return id;
}

void write_lines(FILE *f, const char *text, const char *before)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        fprintf(f, "%s%.*s\n", before, (int)length, text);
        text += length + (text[length] == '\n');
    }
}

void write_record(FILE *f, const struct record *r)
{
    char *text = record_text(r);
    fputs(text, f);
    free(text);
}
