/* JUnit XML read back by expat: only the elements and attributes that the
 * conventions know, in their order, with what the record says. */
#include "tests/support/records.h"
#include "tests/support/suite.h"
#include "tests/support/xml_tree.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What may stand in an element: its attributes, its children. */
static const struct grammar {
    const char *tag, *attributes, *children;
} grammar[] = {
    {"testsuites", " name tests failures errors skipped time timestamp ",
     " testsuite "},
    {"testsuite", " name tests failures errors skipped time timestamp file ",
     " properties testcase "},
    {"testcase", " name classname time file line ",
     " properties skipped failure error system-out "},
    {"properties", " ", " property "},
    {"property", " name value ", " "},
    {"skipped", " message ", " "},
    {"failure", " message type ", " "},
    {"error", " message type ", " "},
    {"system-out", " ", " "},
};

static bool has_word(const char *words, const char *word)
{
    char padded[100];
    snprintf(padded, sizeof padded, " %s ", word);
    return strstr(words, padded) != NULL;
}

static void obey(const struct xml_tree *t)
{
    const struct grammar *g = grammar;
    const char *last = " ";
    while (strcmp(g->tag, t->tag) != 0)
        ck_assert_msg(++g < grammar + sizeof grammar / sizeof grammar[0],
                      "unknown <%s>", t->tag);
    for (int i = 0; i < t->attributes; i++)
        ck_assert_msg(has_word(g->attributes, t->name[i]), "<%s %s>", t->tag,
                      t->name[i]);
    for (int i = 0; i < t->children; i++) {
        const char *tag = t->child[i]->tag;
        ck_assert_msg(has_word(g->children, tag), "<%s><%s>", t->tag, tag);
        ck_assert_msg(has_word(last, tag) ||
                          strstr(g->children, last) <= strstr(g->children, tag),
                      "<%s> after <%s>", tag, last);
        last = tag;
        obey(t->child[i]);
    }
    if (g->children[1] != '\0') /* elements with children have no text */
        ck_assert_uint_eq(strspn(t->text, " \n"), strlen(t->text));
}

static void is_value(const struct xml_tree *t, const char *name,
                     const char *value)
{
    const char *found = xml_tree_value(t, name);
    ck_assert_msg(found != NULL, "<%s> without %s", t->tag, name);
    ck_assert_str_eq(found, value);
}

static void is_count(const struct xml_tree *t, const char *name, int count)
{
    char text[20];
    snprintf(text, sizeof text, "%d", count);
    is_value(t, name, text);
}

static void is_seconds(const struct xml_tree *t, double seconds)
{
    char *end;
    ck_assert_ptr_nonnull(xml_tree_value(t, "time"));
    ck_assert_double_eq_tol(strtod(xml_tree_value(t, "time"), &end), seconds,
                            0.0006);
    ck_assert_int_eq(*end, '\0');
}

/* A property of a suite; "" when there is none. */
static void is_property(const struct xml_tree *t, const char *name,
                        const char *value)
{
    const char *found = "";
    const struct xml_tree *list = xml_tree_child(t, "properties");
    ck_assert_ptr_nonnull(list);
    for (int i = 0; i < list->children; i++)
        if (strcmp(xml_tree_value(list->child[i], "name"), name) == 0)
            found = xml_tree_value(list->child[i], "value");
    ck_assert_str_eq(found, value);
}

static const struct {
    const char *tag, *type;
} outcomes[VERDICT_KINDS] = {
    [VERDICT_PASS] = {NULL, NULL},
    [VERDICT_WRONG_ANSWER] = {"failure", "WrongAnswer"},
    [VERDICT_LEAK] = {"failure", "Leak"},
    [VERDICT_NOT_STARTED] = {"skipped", NULL},
    [VERDICT_COMPILE_ERROR] = {"error", "DoesNotCompile"},
    [VERDICT_CRASH] = {"error", "Crash"},
    [VERDICT_MEMORY_ERROR] = {"error", "OutOfBounds"},
    [VERDICT_TIMEOUT] = {"error", "Timeout"},
    [VERDICT_OUTPUT_LIMIT] = {"error", "OutputLimit"},
    [VERDICT_OUT_OF_MEMORY] = {"error", "OutOfMemory"},
    [VERDICT_FORBIDDEN] = {"error", "Forbidden"},
};

/* The lines of text, each after "| ", are among those of quoted, in order.
 * [[ is broken in two, lest a server attach a file of the learner's choice. */
static const char *after_quote(const char *quoted, const char *text)
{
    while (*text != '\0') {
        bool start = true;
        for (; *text != '\0' && (start || text[-1] != '\n'); text++) {
            if (start && strncmp(quoted, "| ", 2) != 0)
                return NULL;
            quoted += start ? 2 : 0;
            start = false;
            if (*quoted++ != *text)
                return NULL;
            if (text[0] == '[' && text[1] == '[' && *quoted++ != ' ')
                return NULL;
        }
        if (text[-1] != '\n' && *quoted++ != '\n')
            return NULL;
    }
    return quoted;
}

static void check_outcome(const struct xml_tree *t, const struct result *x)
{
    const char *tag = outcomes[x->kind].tag;
    ck_assert_int_eq(xml_tree_count(t, "skipped") +
                         xml_tree_count(t, "failure") +
                         xml_tree_count(t, "error"),
                     tag != NULL);
    if (tag == NULL)
        return;
    const struct xml_tree *outcome = xml_tree_child(t, tag);
    ck_assert_msg(outcome != NULL, "no <%s>", tag);
    is_value(outcome, "message", x->sentence);
    if (x->kind == VERDICT_NOT_STARTED)
        return;
    is_value(outcome, "type",
             x->misconception[0] != '\0' ? x->misconception
                                         : outcomes[x->kind].type);
    const char *rest = after_quote(outcome->text, x->sentence);
    rest = rest != NULL ? after_quote(rest, x->error) : NULL;
    rest = rest != NULL ? after_quote(rest, x->story) : NULL;
    ck_assert_msg(rest != NULL && *rest == '\0', "not all of it: %s",
                  outcome->text);
}

static void check_output(const struct xml_tree *t, const struct result *x)
{
    const struct xml_tree *out = xml_tree_child(t, "system-out");
    if (x->printed[0] == '\0' && x->picture[0] == '\0') {
        ck_assert_ptr_null(out);
        return;
    }
    const char *rest = after_quote(out->text, x->printed);
    ck_assert_msg(rest != NULL, "not what was printed: %s", out->text);
    char attached[1200] = "";
    if (x->picture[0] != '\0')
        snprintf(attached, sizeof attached, "[[ATTACHMENT|%s]]\n", x->picture);
    ck_assert_str_eq(rest, attached);
    if (x->picture[0] != '\0')
        is_property(t, "attachment", x->picture);
}

static void check_suite(const struct xml_tree *t, const struct result *x)
{
    char text[300];
    ck_assert_int_eq(xml_tree_count(t, "testcase"), 1);
    const struct xml_tree *test = xml_tree_child(t, "testcase");
    snprintf(text, sizeof text, "%s/%d_%s", x->entry->chapter, x->entry->number,
             x->entry->name);
    is_value(t, "name", text);
    *strchr(text, '/') = '.';
    is_value(test, "name", x->entry->name);
    is_value(test, "classname", text);
    is_seconds(t, x->seconds);
    is_seconds(test, x->seconds);
    is_value(t, "timestamp", "2026-03-01T09:30:00Z");
    if (x->file[0] != '\0') {
        is_value(t, "file", x->file);
        is_value(test, "file", x->file);
    }
    if (x->line > 0)
        is_count(test, "line", x->line);
    is_property(t, "seed", "18446744073709551615");
    is_property(t, "sandbox", "uid seccomp landlock(7)");
    is_property(t, "verdict", verdict_kind_name(x->kind));
    is_property(t, "case", x->where);
    is_property(t, "misconception", x->misconception);
    is_property(t, "misconception_name", x->misconception_name);
    is_property(t, "misconception_remark", x->misconception_remark);
    snprintf(text, sizeof text, "%d", x->points);
    is_property(t, "points", text);
    snprintf(text, sizeof text, "%d", x->max);
    is_property(t, "max", text);
    check_outcome(test, x);
    check_output(test, x);
}

static struct xml_tree *parse(const struct record *r)
{
    char problem[200];
    char *text = records_report(r, REPORT_JUNIT);
    struct xml_tree *t = xml_tree_read(text, problem, sizeof problem);
    ck_assert_msg(t != NULL, "%s in\n%s", problem, text);
    free(text);
    obey(t);
    return t;
}

/* The counts at the top are those of the elements below. */
static void check_counts(const struct xml_tree *whole)
{
    static const char *const tags[] = {"failure", "error", "skipped"};
    static const char *const names[] = {"failures", "errors", "skipped"};
    int found[3] = {0};
    for (int i = 0; i < whole->children; i++) {
        const struct xml_tree *suite = whole->child[i];
        const struct xml_tree *test = xml_tree_child(suite, "testcase");
        is_count(suite, "tests", 1);
        for (int k = 0; k < 3; k++) {
            is_count(suite, names[k], xml_tree_count(test, tags[k]));
            found[k] += xml_tree_count(test, tags[k]);
        }
    }
    is_count(whole, "tests", whole->children);
    for (int k = 0; k < 3; k++)
        is_count(whole, names[k], found[k]);
}

START_TEST(test_junit)
{
    struct record *r = records_some(_i);
    struct xml_tree *t = parse(r);
    is_value(t, "name", r->submission);
    is_seconds(t, 12.5);
    check_counts(t);
    ck_assert_int_eq(t->children, r->results);
    for (int i = 0; i < r->results; i++)
        check_suite(t->child[i], &r->result[i]);
    xml_tree_free(t);
    record_free(r);
}
END_TEST

START_TEST(test_a_fault_is_an_error_of_the_grader)
{
    struct record *r = records_fault();
    struct xml_tree *t = parse(r);
    check_counts(t);
    ck_assert_int_eq(t->children, 1);
    const struct xml_tree *test = xml_tree_child(t->child[0], "testcase");
    is_value(t->child[0], "name", "grader");
    is_value(xml_tree_child(test, "error"), "type", "GraderError");
    is_value(xml_tree_child(test, "error"), "message", r->fault);
    xml_tree_free(t);
    record_free(r);
}
END_TEST

/* A learner prints the line by which Jenkins attaches a file. */
START_TEST(test_nobody_attaches_a_file_by_printing)
{
    struct record *r = records_plain();
    struct result *x = &r->result[VERDICT_WRONG_ANSWER];
    free(x->printed);
    x->printed = strdup("[[ATTACHMENT|/etc/passwd]]\n[[[ATTACHMENT|/x]]\n");
    record_set(&x->sentence, "[[ATTACHMENT|/etc/passwd]]");
    struct xml_tree *t = parse(r);
    const struct xml_tree *test =
        xml_tree_child(t->child[VERDICT_WRONG_ANSWER], "testcase");
    const char *out = xml_tree_child(test, "system-out")->text;
    const char *at = strstr(out, "[[ATTACHMENT|");
    ck_assert_ptr_nonnull(at);
    ck_assert_str_eq(at, "[[ATTACHMENT|pictures/correlate_2d.png]]\n");
    ck_assert_ptr_null(strstr(xml_tree_child(test, "failure")->text, "[[ATT"));
    xml_tree_free(t);
    record_free(r);
}
END_TEST

static void fill(void)
{
    suite_case("junit");
    suite_loop(test_junit, RECORDS);
    suite_test(test_a_fault_is_an_error_of_the_grader);
    suite_test(test_nobody_attaches_a_file_by_printing);
}

int main(void)
{
    files_go_to_root();
    return suite_main("reports in XML", fill);
}
