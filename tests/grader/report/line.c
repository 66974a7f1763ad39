/* line: a line of key=value words for each exercise. Blanks end a word, so
 * within a value they are written as _. */
#include "writers.h"

static void write_word(FILE *f, const char *key, const char *value)
{
    if (value[0] == '\0')
        return;
    fprintf(f, " %s=", key);
    for (; *value != '\0'; value++)
        fputc(*value == ' ' ? '_' : *value, f);
}

void write_line(FILE *f, const struct record *r)
{
    if (r->fault[0] != '\0') {
        fputs("grader_error", f);
        write_word(f, "why", r->fault);
        fputc('\n', f);
    }
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        fprintf(f, "verdict=%s points=%d max=%d exercise=%s",
                verdict_kind_name(x->kind), x->points, x->max, x->entry->name);
        write_word(f, "misconception", x->misconception);
        write_word(f, "case", x->where);
        fputc('\n', f);
    }
}
