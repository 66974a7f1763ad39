/* junit: JUnit XML as most servers read it; there is no official description.
 * https://github.com/testmoapp/junitxml gathers the conventions,
 * https://plugins.jenkins.io/junit-attachments the [[ATTACHMENT|file]] line.
 *
 * A suite for each exercise with one test in it. failure: it ran and something
 * is wrong; error: it did not run to its end; skipped: it was not started.
 * Some servers show nothing but the element's text, so that holds the sentence
 * and the whole story. */
#include "writers.h"
#include "xml.h"

#include "tests/grader/files.h"

#include <string.h>

enum outcome { PASSED, FAILURE, ERROR, SKIPPED };

static const struct {
    enum outcome outcome;
    const char *type;
} words[VERDICT_KINDS] = {
    [VERDICT_PASS] = {PASSED, ""},
    [VERDICT_WRONG_ANSWER] = {FAILURE, "WrongAnswer"},
    [VERDICT_NOT_STARTED] = {SKIPPED, "NotStarted"},
    [VERDICT_COMPILE_ERROR] = {ERROR, "DoesNotCompile"},
    [VERDICT_CRASH] = {ERROR, "Crash"},
    [VERDICT_MEMORY_ERROR] = {ERROR, "OutOfBounds"},
    [VERDICT_TIMEOUT] = {ERROR, "Timeout"},
    [VERDICT_OUTPUT_LIMIT] = {ERROR, "OutputLimit"},
    [VERDICT_OUT_OF_MEMORY] = {ERROR, "OutOfMemory"},
    [VERDICT_FORBIDDEN] = {ERROR, "Forbidden"},
    [VERDICT_LEAK] = {FAILURE, "Leak"},
};

static int count(const struct record *r, enum outcome outcome)
{
    int n = 0;
    for (int i = 0; i < r->results; i++)
        n += words[r->result[i].kind].outcome == outcome;
    return n;
}

static void property(FILE *f, const char *indent, const char *name,
                     const char *value)
{
    if (value[0] == '\0')
        return;
    fprintf(f, "%s<property", indent);
    xml_attribute(f, "name", name);
    xml_attribute(f, "value", value);
    fputs("/>\n", f);
}

static void property_number(FILE *f, const char *name, unsigned long long n)
{
    char text[32];
    snprintf(text, sizeof text, "%llu", n);
    property(f, "      ", name, text);
}

static void write_properties(FILE *f, const struct record *r,
                             const struct result *x)
{
    fputs("    <properties>\n", f);
    property(f, "      ", "submission", r->submission);
    property_number(f, "seed", r->seed);
    property(f, "      ", "sandbox", r->sandbox);
    property(f, "      ", "verdict", verdict_kind_name(x->kind));
    property_number(f, "points", (unsigned long long)x->points);
    property_number(f, "max", (unsigned long long)x->max);
    property(f, "      ", "case", x->where);
    property(f, "      ", "misconception", x->misconception);
    property(f, "      ", "misconception_name", x->misconception_name);
    property(f, "      ", "misconception_remark", x->misconception_remark);
    fputs("    </properties>\n", f);
}

/* Lines of the learner's, each marked as such; what a server would take for
 * the name of a file to attach is broken in two. */
static void write_quoted(FILE *f, const char *text)
{
    bool start = true;
    for (; *text != '\0'; text++) {
        char one[2] = {*text, '\0'};
        if (start)
            fputs("| ", f);
        xml_text(f, one);
        if (strncmp(text, "[[", 2) == 0)
            fputc(' ', f);
        start = *text == '\n';
    }
    if (!start)
        fputc('\n', f);
}

static void write_outcome(FILE *f, const struct result *x)
{
    static const char *const tags[] = {"", "failure", "error", "skipped"};
    enum outcome outcome = words[x->kind].outcome;
    const char *tag = tags[outcome];
    if (outcome == PASSED)
        return;
    fprintf(f, "      <%s", tag);
    xml_attribute(f, "message", x->sentence);
    if (outcome == SKIPPED) { /* it has no other attribute */
        fputs("/>\n", f);
        return;
    }
    xml_attribute(f, "type",
                  x->misconception[0] != '\0' ? x->misconception
                                              : words[x->kind].type);
    fputc('>', f);
    write_quoted(f, x->sentence);
    write_quoted(f, x->error);
    write_quoted(f, x->story);
    fprintf(f, "</%s>\n", tag);
}

static void write_output(FILE *f, const struct result *x)
{
    if (x->printed[0] == '\0' && x->picture[0] == '\0')
        return;
    fputs("      <system-out>", f);
    write_quoted(f, x->printed);
    if (x->picture[0] != '\0') {
        fputs("[[ATTACHMENT|", f);
        xml_text(f, path_for_caller(x->picture));
        fputs("]]\n", f);
    }
    fputs("</system-out>\n", f);
}

static void write_case(FILE *f, const struct result *x)
{
    char class[160];
    snprintf(class, sizeof class, "%s.%d_%s", x->entry->chapter,
             x->entry->number, x->entry->name);
    fputs("    <testcase", f);
    xml_attribute(f, "name", x->entry->name);
    xml_attribute(f, "classname", class);
    xml_seconds(f, "time", x->seconds);
    if (x->file[0] != '\0')
        xml_attribute(f, "file", x->file);
    if (x->line > 0)
        xml_count(f, "line", x->line);
    fputs(">\n", f);
    if (x->picture[0] != '\0') {
        fputs("      <properties>\n", f);
        property(f, "        ", "attachment", path_for_caller(x->picture));
        fputs("      </properties>\n", f);
    }
    write_outcome(f, x);
    write_output(f, x);
    fputs("    </testcase>\n", f);
}

static void write_counts(FILE *f, int tests, int failures, int errors,
                         int skipped)
{
    xml_count(f, "tests", tests);
    xml_count(f, "failures", failures);
    xml_count(f, "errors", errors);
    xml_count(f, "skipped", skipped);
}

static void write_suite(FILE *f, const struct record *r, const struct result *x)
{
    enum outcome outcome = words[x->kind].outcome;
    fputs("  <testsuite", f);
    xml_attribute(f, "name", result_id(x));
    write_counts(f, 1, outcome == FAILURE, outcome == ERROR,
                 outcome == SKIPPED);
    xml_seconds(f, "time", x->seconds);
    xml_attribute(f, "timestamp", r->started);
    if (x->file[0] != '\0')
        xml_attribute(f, "file", x->file);
    fputs(">\n", f);
    write_properties(f, r, x);
    write_case(f, x);
    fputs("  </testsuite>\n", f);
}

/* A grader that failed is an error of its own, of no exercise. */
static void write_fault(FILE *f, const struct record *r)
{
    fputs("  <testsuite name=\"grader\"", f);
    write_counts(f, 1, 0, 1, 0);
    fputs(">\n    <testcase name=\"grader\" classname=\"grader\">\n"
          "      <error type=\"GraderError\"",
          f);
    xml_attribute(f, "message", r->fault);
    fputc('>', f);
    write_quoted(f, r->fault);
    fputs("</error>\n    </testcase>\n  </testsuite>\n", f);
}

void write_junit(FILE *f, const struct record *r)
{
    bool fault = r->fault[0] != '\0';
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites", f);
    xml_attribute(f, "name", r->submission);
    write_counts(f, r->results + fault, count(r, FAILURE),
                 count(r, ERROR) + fault, count(r, SKIPPED));
    xml_seconds(f, "time", r->seconds);
    xml_attribute(f, "timestamp", r->started);
    fputs(">\n", f);
    if (fault)
        write_fault(f, r);
    for (int i = 0; i < r->results; i++)
        write_suite(f, r, &r->result[i]);
    fputs("</testsuites>\n", f);
}
