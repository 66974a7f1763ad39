#include "explain.h"

#include "fault.h"
#include "partly.h"
#include "term.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const where[STAGE_COUNT] = {
    [STAGE_LESSON] = "In the lesson's example",
    [STAGE_EDGES] = "In an edge case",
    [STAGE_INTEGERS] = "With random whole numbers",
    [STAGE_REALS] = "With random reals",
    [STAGE_PROPERTIES] = "Checking a law",
    [STAGE_MANNERS] = "Checking manners",
};

/* A stage by another name when the manners failed on one of its cases. */
static enum stage failed_stage(const struct verdict *v)
{
    if (v->problem == PROBLEM_SPILL || v->problem == PROBLEM_MEMORY ||
        v->problem == PROBLEM_LEAK)
        return STAGE_MANNERS;
    return v->suite->trial[v->failed_trial].stage;
}

void explain_case(const struct verdict *v, char *text, size_t size)
{
    text[0] = '\0';
    if (v->kind == VERDICT_COMPILE_ERROR) {
        const char *error = strstr(v->compiled.first, "error:");
        const char *words = error != NULL ? error + 6 : v->compiled.first;
        snprintf(text, size, "line %d:%s", v->compiled.line, words);
    }
    if (v->problem != PROBLEM_NONE)
        snprintf(text, size, "%s: %s", stage_name(failed_stage(v)),
                 v->suite->trial[v->failed_trial].label);
}

/* Whether the second call has the sizes of the first. Where all arguments are
 * sizes, it has others. */
static bool same_sizes(const struct trial *t)
{
    for (int i = 0; i < t->call->args; i++)
        if (t->call->arg[i].kind == ARG_INT &&
            call_number(t->call, i) != call_number(t->fresh, i))
            return false;
    return true;
}

/* Where it failed: the case, and which of the calls in one process. */
static void say_where(FILE *f, const struct verdict *v)
{
    const struct trial *t = &v->suite->trial[v->failed_trial];
    if (v->entry->exercise->kind == EXERCISE_BREAK)
        return;
    if (v->problem == PROBLEM_LEAK)
        return; /* its sentence says it */
    if (failed_stage(v) == STAGE_MANNERS) {
        fprintf(f, "  %s: %s\n", where[STAGE_MANNERS], t->label);
        return;
    }
    if (v->failed_call == CALL_FRESH && !v->stays_behind) {
        if (same_sizes(t))
            fprintf(f, "  Sizes as in this case, other numbers: %s\n",
                    t->label);
        else
            fprintf(f, "  With other numbers\n");
        return;
    }
    fprintf(f, "  %s: %s\n", where[failed_stage(v)], t->label);
    if (v->failed_call == CALL_FRESH)
        term_wrap(f,
                  "The first call was right, and so would these numbers be in"
                  " a run of their own. As the second call they are not: what"
                  " stays behind from the first (static, global)?",
                  2, 0);
    const struct called *called = &v->ran[v->failed_trial].call[v->failed_call];
    if (v->failed_call == CALL_AGAIN && called->end == END_FAULT &&
        called->fault_arg >= 0)
        term_wrap(f,
                  "Here the arrays begin right after memory that may not be"
                  " touched.",
                  2, 0);
}

static void say_sentence(FILE *f, const struct verdict *v)
{
    char text[SENTENCE_BYTES];
    explain_sentence(v, text, sizeof text);
    term_wrap(f, text, 2, 0);
}

static void explain_end(FILE *f, const struct verdict *v)
{
    say_sentence(f, v);
    if (v->entry->exercise->kind == EXERCISE_BREAK)
        return; /* it has no inputs */
    const struct trial *t = &v->suite->trial[v->failed_trial];
    fputc('\n', f);
    explain_inputs(f, v->failed_call == CALL_FRESH ? t->fresh : t->call);
}

/* What is right, where no misconception says more. */
static void explain_right(FILE *f, const struct verdict *v)
{
    char text[PARTLY_MAX][PARTLY_BYTES];
    int count = v->misconception == NULL ? partly_right(v, text) : 0;
    for (int i = 0; i < count; i++) {
        fputs(i == 0 ? "\n" : "", f);
        term_wrap(f, text[i], 2, 0);
    }
}

static void explain_misconception(FILE *f, const struct verdict *v)
{
    const struct misconception *m = v->misconception;
    char text[120];
    if (m == NULL)
        return;
    fprintf(f, "\n  %s%s%s: ", ink(INK_NOTE), m->name, ink(INK_PLAIN));
    term_wrap(f, m->remark, 2, 4 + (int)strlen(m->name));
    snprintf(text, sizeof text,
             "The program gives exactly this in all %d cases (%s).",
             v->trials_run, m->id);
    term_wrap(f, text, 2, 0);
    fprintf(f, "  Read     chapters/%s/README.md#%s\n", v->entry->chapter,
            m->anchor);
}

/* The learner's own words, line by line, with nothing a terminal obeys. */
static void quote(FILE *f, const char *text)
{
    bool start = true;
    for (; *text != '\0'; text++) {
        if (start)
            fputs("  | ", f);
        start = *text == '\n';
        unsigned char c = (unsigned char)*text;
        if (start || c == '\t' || isprint(c) || c >= 0xa0)
            fputc(c, f);
        else
            fputc('?', f);
    }
    if (!start)
        fputc('\n', f);
}

/* The first lines of what the shown call printed. */
static void explain_printed(FILE *f, const struct verdict *v)
{
    enum { LINES = 20 };
    const char *text =
        v->ran != NULL ? v->ran[v->failed_trial].printed[v->failed_call] : NULL;
    if (text == NULL || text[0] == '\0')
        return;
    const char *end = text;
    for (int line = 0; line < LINES && *end != '\0'; line++)
        end += strcspn(end, "\n") + (strchr(end, '\n') != NULL);
    char *head = need(strndup(text, (size_t)(end - text)));
    fprintf(f, "\n  Printed in this call (it does not count):\n");
    quote(f, head);
    if (*end != '\0' || v->ran[v->failed_trial].text_cut)
        fprintf(f, "  | ... and more\n");
    free(head);
}

/* The compiler's lines that speak of one kind of thing, at most three. */
static void quote_messages(FILE *f, const struct verdict *v, const char *kind)
{
    const char *at = v->compiled.messages;
    for (int told = 0; told < 3 && *at != '\0';) {
        size_t length = strcspn(at, "\n");
        char line[512];
        snprintf(line, sizeof line, "%.*s", (int)length, at);
        if (strstr(line, kind) != NULL) {
            quote(f, line);
            told++;
        }
        at += length + (at[length] == '\n');
    }
}

static void explain_warnings(FILE *f, const struct verdict *v)
{
    if (strstr(v->compiled.messages, "warning:") == NULL)
        return;
    fprintf(f, "\n  The compiler has doubts:\n");
    quote_messages(f, v, "warning:");
}

/* What a compiler's complaint often means to a beginner. */
static const char *translation(const char *error)
{
    if (strstr(error, "expected ';'") != NULL ||
        strstr(error, "expected ',' or ';'") != NULL)
        return "Often the mistake is at the end of the line before.";
    if (strstr(error, "at end of input") != NULL)
        return "A closing } is missing somewhere above.";
    if (strstr(error, "implicit declaration") != NULL)
        return "No function of that name is known here. Is it spelled right?"
               " Is its header included (math.h for exp and sqrt)? Is it in"
               " this file?";
    if (strstr(error, "conflicting types") != NULL)
        return "The first line of the function must be as in exercises.h.";
    return NULL;
}

static void explain_compile_error(FILE *f, const struct verdict *v)
{
    const char *hint = translation(v->compiled.first);
    term_wrap(f,
              v->compiled.linking
                  ? "Each line compiles, but the program is not complete:"
                  : "The compiler could not make a program of it. Its first"
                    " complaint:",
              2, 0);
    quote(f, v->compiled.first);
    const char *next = strstr(v->compiled.messages, v->compiled.first);
    for (int line = 0; next != NULL && line < 3; line++) {
        next = strchr(next, '\n');
        if (next == NULL || next[1] != ' ')
            break; /* the source line and the caret below the message */
        next++;
        char text[200];
        snprintf(text, sizeof text, "%.*s", (int)strcspn(next, "\n"), next);
        quote(f, text);
    }
    if (hint != NULL)
        term_wrap(f, hint, 2, 0);
    if (v->compiled.linking)
        explain_warnings(f, v);
}

static void explain_wrong(FILE *f, const struct verdict *v)
{
    if (v->entry->exercise->kind == EXERCISE_BREAK &&
        v->problem == PROBLEM_VALUES) {
        say_sentence(f, v);
        return;
    }
    const struct trial *t = &v->suite->trial[v->failed_trial];
    say_where(f, v);
    if (v->problem == PROBLEM_ENDED) {
        explain_end(f, v);
    } else if (v->problem == PROBLEM_VALUES) {
        explain_values(f, v);
    } else if (v->problem == PROBLEM_LAW) {
        explain_inputs(f, t->call);
        say_sentence(f, v);
    } else {
        say_sentence(f, v);
        if (v->problem == PROBLEM_MEMORY)
            explain_values(f, v);
    }
    explain_right(f, v);
    explain_misconception(f, v);
    explain_printed(f, v);
    explain_warnings(f, v);
}

static int todo_line(const char *path)
{
    char line[512];
    FILE *f = fopen(path, "r");
    for (int n = 1; f != NULL && fgets(line, sizeof line, f) != NULL; n++)
        if (strstr(line, "TODO") != NULL) {
            fclose(f);
            return n;
        }
    if (f != NULL)
        fclose(f);
    return 1;
}

static void explain_pass(FILE *f, const struct verdict *v)
{
    if (v->entry->exercise->kind == EXERCISE_BREAK) {
        char text[900];
        snprintf(text, sizeof text, "%s Your input has %d number%s; %s",
                 v->remark, v->size, v->size == 1 ? "" : "s",
                 v->size <= v->entry->exercise->fewest
                     ? "no smaller one is known."
                     : "a smaller one exists.");
        term_wrap(f, text, 2, 0);
        return;
    }
    fprintf(f, "  All %d cases are right, seed %llu.\n", v->trials_run,
            (unsigned long long)v->seed);
    if (v->ran[0].printed[CALL_FIRST][0] != '\0')
        fprintf(f, "  It also printed something; that does not count.\n");
    explain_warnings(f, v);
}

void explain(FILE *f, const struct verdict *v, const char *path)
{
    switch (v->kind) {
    case VERDICT_PASS:
        explain_pass(f, v);
        return;
    case VERDICT_NOT_STARTED:
        fprintf(f, "  The stub waits: %s:%d\n", path, todo_line(path));
        return;
    case VERDICT_COMPILE_ERROR:
        explain_compile_error(f, v);
        return;
    default:
        explain_wrong(f, v);
    }
}
