/* tap: the Test Anything Protocol, version 14.
 * https://testanything.org/tap-version-14-specification.html
 *
 * A description holds nothing but names of the course and numbers. All other
 * text stands inside the YAML block below it, in quotes, longer texts as lines
 * after a bar: none can be taken for a test, a plan or a directive, and Perl's
 * reader, which knows but a part of YAML, reads them too. An exercise that was
 * not started is `not ok`, no `# SKIP`: skipped tests pass, but there are no
 * points for it. */
#include "writers.h"

#include "tests/grader/files.h"

/* A YAML string in single quotes, in which nothing but the quote itself has a
 * meaning. */
static void write_text(FILE *f, const char *key, const char *text)
{
    if (text[0] == '\0')
        return;
    fprintf(f, "  %s: '", key);
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputc('\'', f);
        fputc(*text, f);
    }
    fputs("'\n", f);
}

/* A YAML block of lines, each after a bar: they keep their blanks. */
static void write_block(FILE *f, const char *key, const char *text)
{
    if (text[0] == '\0')
        return;
    fprintf(f, "  %s: |\n", key);
    write_lines(f, text, "    | ");
}

static void write_diagnostics(FILE *f, const struct result *x)
{
    fputs("  ---\n", f);
    write_text(f, "message", x->sentence);
    fputs(x->kind == VERDICT_PASS ? "  severity: comment\n"
                                  : "  severity: fail\n",
          f);
    fprintf(f, "  verdict: %s\n  points: %d\n  max: %d\n",
            verdict_kind_name(x->kind), x->points, x->max);
    fprintf(f, "  duration_ms: %.0f\n", x->seconds * 1000);
    write_text(f, "case", x->where);
    write_text(f, "misconception", x->misconception);
    write_text(f, "misconception_name", x->misconception_name);
    write_text(f, "misconception_remark", x->misconception_remark);
    write_text(f, "file", x->file);
    if (x->line > 0)
        fprintf(f, "  line: %d\n", x->line);
    write_text(f, "error", x->error);
    write_text(f, "picture", path_for_caller(x->picture));
    write_block(f, "story", x->story);
    write_block(f, "printed", x->printed);
    fputs("  ...\n", f);
}

void write_tap(FILE *f, const struct record *r)
{
    fputs("TAP version 14\n", f);
    if (r->fault[0] != '\0') {
        fprintf(f, "Bail out! grader error: %s\n", r->fault);
        return;
    }
    fprintf(f, "# submission: %s\n", r->submission);
    fprintf(f, "# seed: %llu\n# sandbox: %s\n# started: %s\n",
            (unsigned long long)r->seed, r->sandbox, r->started);
    fprintf(f, "# points: %d of %d\n1..%d\n", record_points(r), record_max(r),
            r->results);
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        fprintf(f, "%s %d - %s: %d of %d points\n",
                x->kind == VERDICT_PASS ? "ok" : "not ok", i + 1, result_id(x),
                x->points, x->max);
        write_diagnostics(f, x);
    }
}
