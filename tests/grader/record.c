#include "record.h"

#include "explain.h"
#include "fault.h"
#include "picture.h"
#include "process.h"
#include "sandbox.h"
#include "term.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How much of each text is kept: a report has room for dozens of results. */
enum { LINE_BYTES = 1000, STORY_BYTES = 16 << 10, PRINTED_BYTES = 2 << 10 };

static char *none(void)
{
    return need(strdup(""));
}

static char *line_of(const char *text)
{
    return text_clean_line(text != NULL ? text : "", LINE_BYTES);
}

void record_set(char **field, const char *text)
{
    char *line = line_of(text);
    free(*field);
    *field = line;
}

struct record *record_new(const char *submission, uint64_t seed)
{
    struct record *r = need(calloc(1, sizeof *r));
    char now[32];
    time_t t = time(NULL);
    struct tm utc;
    strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &utc));
    r->submission = line_of(submission);
    r->id = none();
    r->mark = none();
    r->key = none();
    r->seed = seed;
    r->sandbox = line_of(sandbox_words());
    r->started = need(strdup(now));
    r->fault = none();
    r->begun = seconds_now();
    return r;
}

static void result_free(struct result *x)
{
    free(x->file);
    free(x->where);
    free(x->sentence);
    free(x->story);
    free(x->misconception);
    free(x->misconception_name);
    free(x->misconception_remark);
    free(x->error);
    free(x->printed);
    free(x->picture);
}

static void drop_results(struct record *r)
{
    for (int i = 0; i < r->results; i++)
        result_free(&r->result[i]);
    free(r->result);
    r->result = NULL;
    r->results = 0;
}

void record_free(struct record *r)
{
    if (r == NULL)
        return;
    drop_results(r);
    free(r->submission);
    free(r->id);
    free(r->mark);
    free(r->key);
    free(r->sandbox);
    free(r->started);
    free(r->fault);
    free(r);
}

void record_set_fault(struct record *r, const char *why)
{
    record_set(&r->fault, why[0] != '\0' ? why : "no reason was given");
    drop_results(r);
}

/* A new result that says nothing yet. */
static struct result *add(struct record *r, const struct entry *e)
{
    size_t count = (size_t)r->results + 1;
    r->result = need(realloc(r->result, count * sizeof *r->result));
    struct result *x = &r->result[r->results++];
    *x = (struct result){.entry = e, .kind = VERDICT_NOT_STARTED};
    x->file = none();
    x->where = none();
    x->sentence = none();
    x->story = none();
    x->misconception = none();
    x->misconception_name = none();
    x->misconception_remark = none();
    x->error = none();
    x->printed = none();
    x->picture = none();
    return x;
}

/* What the terminal says below the headline, whatever standard output is. */
static char *story_of(const struct verdict *v, const char *file)
{
    char *text;
    size_t size;
    bool colour = term_colour(false);
    FILE *f = need(open_memstream(&text, &size));
    explain(f, v, file);
    if (fclose(f) != 0)
        grader_fault("out of memory");
    term_colour(colour);
    char *story = text_clean(text, STORY_BYTES);
    free(text);
    return story;
}

void record_add(struct record *r, const struct verdict *v, const char *file,
                const char *pictures)
{
    char text[600], path[LINE_BYTES];
    struct result *x = add(r, v->entry);
    x->kind = v->kind;
    x->points = v->points;
    x->max = v->max;
    x->seconds = v->seconds;
    record_set(&x->file, file);
    explain_case(v, text, sizeof text);
    record_set(&x->where, text);
    explain_sentence(v, text, sizeof text);
    record_set(&x->sentence, text);
    free(x->story);
    x->story = story_of(v, x->file);
    if (v->misconception != NULL) {
        record_set(&x->misconception, v->misconception->id);
        record_set(&x->misconception_name, v->misconception->name);
        record_set(&x->misconception_remark, v->misconception->remark);
    }
    if (pictures != NULL && picture_of_verdict(v, pictures, path, sizeof path))
        record_set(&x->picture, path);
    if (v->kind == VERDICT_COMPILE_ERROR) {
        record_set(&x->error, v->compiled.first);
        x->line = v->compiled.line;
    } else if (v->ran != NULL && v->trials_run > 0) {
        free(x->printed);
        x->printed = text_clean(v->ran[v->failed_trial].printed[v->failed_call],
                                PRINTED_BYTES);
    }
}

void record_add_missing(struct record *r, const struct entry *e)
{
    struct result *x = add(r, e);
    struct suite *s = suite_new(e->exercise, r->seed);
    x->max = exercise_points(s);
    suite_free(s);
    record_set(&x->sentence, "No file of this exercise was handed in.");
}

void record_close(struct record *r)
{
    r->seconds = seconds_now() - r->begun;
}

int record_points(const struct record *r)
{
    int points = 0;
    for (int i = 0; i < r->results; i++)
        points += r->result[i].points;
    return points;
}

int record_max(const struct record *r)
{
    int max = 0;
    for (int i = 0; i < r->results; i++)
        max += r->result[i].max;
    return max;
}
