/* summary: GitHub's Markdown, as for the summary of a workflow's step.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * https://github.github.com/gfm/
 *
 * A table of names and numbers of the course; what comes from outside stands
 * in code blocks, each fenced by more backticks than it holds. A summary is
 * at most 1 MiB, so stories are left out when it grows near. */
#include "writers.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"

#include <stdlib.h>
#include <string.h>

enum { SUMMARY_BYTES = 900 << 10 };

static int longest_ticks(const char *text)
{
    int longest = 0, now = 0;
    for (; *text != '\0'; text++) {
        now = *text == '`' ? now + 1 : 0;
        longest = now > longest ? now : longest;
    }
    return longest;
}

static void write_fence(FILE *f, int ticks, const char *after)
{
    for (int i = 0; i < ticks; i++)
        fputc('`', f);
    fputs(after, f);
}

/* Text that is shown as it is. */
static void write_code(FILE *f, const char *text)
{
    int ticks = longest_ticks(text) + 1;
    if (ticks < 3)
        ticks = 3;
    fputc('\n', f);
    write_fence(f, ticks, "text\n");
    write_lines(f, text, "");
    write_fence(f, ticks, "\n");
}

static void write_row(FILE *f, const struct result *x)
{
    fprintf(f, "| %s | %s | %d | %d |\n", result_id(x),
            verdict_kind_words(x->kind), x->points, x->max);
}

static char *story_of(const struct result *x)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    fprintf(f, "%s\n", x->sentence);
    if (x->where[0] != '\0')
        fprintf(f, "%s\n", x->where);
    if (x->misconception[0] != '\0')
        fprintf(f, "%s: %s\n", x->misconception_name, x->misconception_remark);
    if (x->picture[0] != '\0')
        fprintf(f, "picture: %s\n", path_for_caller(x->picture));
    fprintf(f, "\n%s", x->story);
    fclose(f);
    return text;
}

static void write_stories(FILE *f, const struct record *r)
{
    size_t written = 0;
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        if (x->kind == VERDICT_PASS || x->kind == VERDICT_NOT_STARTED)
            continue;
        char *story = story_of(x);
        written += strlen(story) + 200;
        if (written < SUMMARY_BYTES) {
            fprintf(f, "\n### %s: %s\n", result_id(x),
                    verdict_kind_words(x->kind));
            write_code(f, story);
        }
        free(story);
    }
    if (written >= SUMMARY_BYTES)
        fputs("\nThere was no room for the rest.\n", f);
}

void write_summary(FILE *f, const struct record *r)
{
    if (r->fault[0] != '\0') {
        fputs("## Convlings: grader error\n\nNobody was graded.\n", f);
        write_code(f, r->fault);
        return;
    }
    fprintf(f, "## Convlings: %d of %d points\n\n", record_points(r),
            record_max(r));
    fputs("| exercise | verdict | points | of |\n|---|---|---:|---:|\n", f);
    for (int i = 0; i < r->results; i++)
        write_row(f, &r->result[i]);
    fprintf(f, "\nSeed %llu, sandbox: %s, started %s.\n",
            (unsigned long long)r->seed,
            r->sandbox[0] != '\0' ? r->sandbox : "none", r->started);
    write_code(f, r->submission);
    write_stories(f, r);
}
