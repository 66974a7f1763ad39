/* Reports in lines of text: for people, for scripts, for spreadsheets, for
 * GitHub. Each is read back by the rules of whoever reads it: no text of a
 * learner's begins a line of its own, a cell, a command or a heading. */
#include "tests/support/records.h"
#include "tests/support/suite.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void id_of(const struct result *x, char *id, size_t size)
{
    snprintf(id, size, "%s/%d_%s", x->entry->chapter, x->entry->number,
             x->entry->name);
}

/* Cuts the first line off; NULL at the end. */
static char *next_line(char **at)
{
    char *line = *at;
    if (*line == '\0')
        return NULL;
    *at += strcspn(line, "\n");
    ck_assert_msg(**at == '\n', "an unfinished line: %s", line);
    *(*at)++ = '\0';
    return line;
}

/* ---- csv ----------------------------------------------------------------- */

enum { COLUMNS = 14 };

/* Reads one cell by RFC 4180 in place and says what ended it. */
static char read_cell(char **at, char **cell)
{
    char *from = *at, *to = *at;
    *cell = to;
    bool quoted = *from == '"';
    from += quoted;
    for (;; from++) {
        if (quoted && *from == '"' && *++from != '"')
            break;
        if (!quoted && (*from == ',' || *from == '\n'))
            break;
        ck_assert_msg(*from != '\0' && (quoted || *from != '"'), "%s", *at);
        *to++ = *from;
    }
    char end = *from;
    *to = '\0';
    *at = from + 1;
    ck_assert_msg(end == ',' || end == '\n', "after a cell: %c", end);
    return end;
}

static void read_row(char **at, char **cells)
{
    for (int i = 0; i < COLUMNS; i++)
        ck_assert_int_eq(read_cell(at, &cells[i]),
                         i + 1 < COLUMNS ? ',' : '\n');
}

/* As it was, or with ' before what a spreadsheet would compute. */
static void same_cell(const char *cell, const char *text)
{
    const char *first = cell + strspn(cell, " ");
    ck_assert_msg(*first == '\0' || strchr("=+-@\t\r", *first) == NULL,
                  "a formula: %s", cell);
    ck_assert_str_eq(cell + (cell[0] == '\'' && text[0] != '\''), text);
}

static void same_number(const char *cell, double number)
{
    char *end;
    ck_assert_double_eq_tol(strtod(cell, &end), number, 0.0006);
    ck_assert_msg(end != cell && *end == '\0', "no number: %s", cell);
}

static void check_row(char **cell, const struct record *r,
                      const struct result *x)
{
    char id[200];
    id_of(x, id, sizeof id);
    same_cell(cell[0], r->submission);
    ck_assert_str_eq(cell[1], id);
    ck_assert_str_eq(cell[2], verdict_kind_name(x->kind));
    same_number(cell[3], x->points);
    same_number(cell[4], x->max);
    same_cell(cell[5], x->misconception);
    same_cell(cell[6], x->where);
    same_cell(cell[7], x->sentence);
    same_cell(cell[8], x->file);
    same_number(cell[9], x->line);
    same_number(cell[10], x->seconds);
    ck_assert_str_eq(cell[11], "18446744073709551615");
    ck_assert_str_eq(cell[12], "2026-03-01T09:30:00Z");
    same_cell(cell[13], r->sandbox);
}

START_TEST(test_csv)
{
    static const char *const head[COLUMNS] = {
        "submission",    "exercise", "verdict",  "points", "max",
        "misconception", "case",     "sentence", "file",   "line",
        "seconds",       "seed",     "started",  "sandbox"};
    char *cell[COLUMNS];
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_CSV), *at = text;
    read_row(&at, cell);
    for (int i = 0; i < COLUMNS; i++)
        ck_assert_str_eq(cell[i], head[i]);
    for (int i = 0; i < r->results; i++) {
        read_row(&at, cell);
        check_row(cell, r, &r->result[i]);
    }
    ck_assert_str_eq(at, "");
    free(text);
    record_free(r);
}
END_TEST

/* ---- line ---------------------------------------------------------------- */

static void with_bars(const char *text, char *out)
{
    for (; *text != '\0'; text++)
        *out++ = *text == ' ' ? '_' : *text;
    *out = '\0';
}

START_TEST(test_line)
{
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_LINE), *at = text, *line;
    for (int i = 0; i < r->results; i++) {
        char wanted[3000], id[1200], where[1200];
        const struct result *x = &r->result[i];
        with_bars(x->misconception, id);
        with_bars(x->where, where);
        line = next_line(&at);
        ck_assert_ptr_nonnull(line);
        snprintf(wanted, sizeof wanted,
                 "verdict=%s points=%d max=%d exercise=%s%s%s%s%s",
                 verdict_kind_name(x->kind), x->points, x->max, x->entry->name,
                 id[0] != '\0' ? " misconception=" : "", id,
                 where[0] != '\0' ? " case=" : "", where);
        ck_assert_str_eq(line, wanted);
    }
    ck_assert_str_eq(at, "");
    free(text);
    record_free(r);
}
END_TEST

/* ---- terminal ------------------------------------------------------------ */

static void holds(const char *text, const char *part)
{
    ck_assert_msg(strstr(text, part) != NULL, "no '%s' in\n%s", part, text);
}

START_TEST(test_terminal)
{
    char part[200];
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_TERMINAL);
    holds(text, r->submission);
    snprintf(part, sizeof part, "  %d of %d points\n", record_points(r),
             record_max(r));
    holds(text, part);
    holds(text, "seed 18446744073709551615, 12.5 s, sandbox: uid seccomp");
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        snprintf(part, sizeof part, " %2d %-26s %2d/%-2d  %s\n",
                 x->entry->number, x->entry->name, x->points, x->max,
                 verdict_kind_words(x->kind));
        holds(text, part);
        if (_i == 0 && x->kind != VERDICT_PASS &&
            x->kind != VERDICT_NOT_STARTED)
            holds(strstr(text, part), "y[0][1] should be 3, yours is 4.\n");
    }
    ck_assert_ptr_null(strchr(text, '\x1b'));
    free(text);
    record_free(r);
}
END_TEST

/* Of one exercise the whole story. */
START_TEST(test_terminal_of_one)
{
    struct record *r = record_new("one", 7);
    record_add_missing(r, &catalog[0]);
    free(r->result[0].story);
    r->result[0].story = strdup("  Once upon a time\n");
    char *text = records_report(r, REPORT_TERMINAL);
    holds(text, "\n  Once upon a time\n");
    free(text);
    record_free(r);
}
END_TEST

/* ---- github -------------------------------------------------------------- */

/* What the runner makes of an escaped value. */
static void decode(char *text)
{
    char *to = text;
    for (; *text != '\0'; text++)
        if (*text == '%') {
            char digits[3] = {text[1], text[2], '\0'};
            *to++ = (char)strtol(digits, NULL, 16);
            text += 2;
        } else {
            *to++ = *text;
        }
    *to = '\0';
}

/* A property of `::error name=value,name=value::message`, decoded. */
static char *property(const char *command, const char *name)
{
    const char *at = command + strlen("::error ");
    while (strncmp(at, name, strlen(name)) != 0) {
        at += strcspn(at, ",:");
        ck_assert_msg(*at == ',', "no %s in %s", name, command);
        at++;
    }
    at += strlen(name);
    char *value = strndup(at, strcspn(at, ",:"));
    decode(value);
    return value;
}

static void is_property(const char *command, const char *name, const char *text)
{
    char *found = property(command, name);
    ck_assert_str_eq(found, text);
    free(found);
}

static void check_error(char *line, const struct result *x)
{
    char number[20];
    ck_assert_int_eq(strncmp(line, "::error ", 8), 0);
    snprintf(number, sizeof number, "%d", x->line > 0 ? x->line : 1);
    is_property(line, "file=", x->file);
    is_property(line, "line=", number);
    is_property(line, "title=", x->entry->name);
    char *message = strstr(line + 2, "::") + 2;
    const char *error = strstr(x->error, "error: ");
    decode(message);
    ck_assert_str_eq(message, error != NULL ? error + 7 : x->error);
}

/* As the runner does: after stop-commands nothing is a command until the
 * token; outside of that every line here must be one of ours. */
START_TEST(test_github)
{
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_GITHUB), *at = text, *line;
    char end[100];
    line = next_line(&at);
    ck_assert_int_eq(strncmp(line, "::stop-commands::", 17), 0);
    ck_assert_uint_eq(strlen(line + 17), 32);
    snprintf(end, sizeof end, "::%s::", line + 17);
    do
        ck_assert_ptr_nonnull(line = next_line(&at));
    while (strcmp(line, end) != 0);
    int told = 0;
    for (int i = 0; i < r->results && told < 10; i++)
        if (r->result[i].kind == VERDICT_COMPILE_ERROR) {
            ck_assert_ptr_nonnull(line = next_line(&at));
            check_error(line, &r->result[i]);
            told++;
        }
    ck_assert_str_eq(at, "");
    char *again = records_report(r, REPORT_GITHUB);
    ck_assert_int_ne(strncmp(again + 17, end + 2, 32), 0);
    free(again);
    free(text);
    record_free(r);
}
END_TEST

START_TEST(test_github_says_a_fault)
{
    struct record *r = records_fault();
    char *text = records_report(r, REPORT_GITHUB);
    holds(text, "\n::error title=grader error::the compiler is gone # SKIP"
                " </x> ::error::\n");
    free(text);
    record_free(r);
}
END_TEST

/* ---- summary ------------------------------------------------------------- */

/* Walks through the code blocks of Markdown (GFM 4.5): returns whether the
 * line is outside of any. *open is the number of backticks that began one. */
static bool is_outside(const char *line, size_t *open)
{
    size_t blanks = strspn(line, " "), ticks = strspn(line + blanks, "`");
    const char *rest = line + blanks + ticks;
    if (*open == 0 && blanks <= 3 && ticks >= 3 && strchr(rest, '`') == NULL) {
        *open = ticks;
        return false;
    }
    if (*open == 0)
        return true;
    if (blanks <= 3 && ticks >= *open && rest[strspn(rest, " ")] == '\0')
        *open = 0;
    return false;
}

START_TEST(test_summary)
{
    char wanted[400], id[200];
    size_t open = 0;
    int rows = 0, stories = 0;
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_SUMMARY), *at = text, *line;
    for (int i = 0; i < r->results; i++)
        if (r->result[i].kind != VERDICT_PASS &&
            r->result[i].kind != VERDICT_NOT_STARTED) {
            holds(text, r->result[i].sentence);
            holds(text, r->result[i].misconception_remark);
            holds(text, r->result[i].picture);
        }
    while ((line = next_line(&at)) != NULL) {
        if (!is_outside(line, &open) || line[0] == '\0' ||
            strcmp(line, "| exercise | verdict | points | of |") == 0 ||
            strcmp(line, "|---|---|---:|---:|") == 0)
            continue;
        if (strncmp(line, "| ", 2) == 0) {
            const struct result *x = &r->result[rows++];
            id_of(x, id, sizeof id);
            snprintf(wanted, sizeof wanted, "| %s | %s | %d | %d |", id,
                     verdict_kind_words(x->kind), x->points, x->max);
            ck_assert_str_eq(line, wanted);
        } else if (strncmp(line, "### ", 4) == 0) {
            stories++;
        } else if (strncmp(line, "## ", 3) == 0) {
            snprintf(wanted, sizeof wanted, "## Convlings: %d of %d points",
                     record_points(r), record_max(r));
            ck_assert_str_eq(line, wanted);
        } else {
            ck_assert_str_eq(line, "Seed 18446744073709551615, sandbox: uid"
                                   " seccomp landlock(7), started"
                                   " 2026-03-01T09:30:00Z.");
        }
    }
    ck_assert_uint_eq(open, 0);
    ck_assert_int_eq(rows, r->results);
    for (int i = 0; i < r->results; i++)
        stories -= r->result[i].kind != VERDICT_PASS &&
                   r->result[i].kind != VERDICT_NOT_STARTED;
    ck_assert_int_eq(stories, 0);
    free(text);
    record_free(r);
}
END_TEST

/* GitHub refuses a summary of more than 1 MiB. */
START_TEST(test_a_summary_is_not_too_long)
{
    enum { LONG = 60000 };
    struct record *r = record_new("long", 1);
    for (int i = 0; i < catalog_size; i++) {
        record_add_missing(r, &catalog[i]);
        r->result[i].kind = VERDICT_CRASH;
        free(r->result[i].story);
        r->result[i].story = calloc(LONG + 1, 1);
        memset(r->result[i].story, 'x', LONG);
    }
    char *text = records_report(r, REPORT_SUMMARY);
    ck_assert_uint_le(strlen(text), 1 << 20);
    ck_assert_uint_ge(strlen(text), 1 << 19);
    holds(text, "\nThere was no room for the rest.\n");
    free(text);
    record_free(r);
}
END_TEST

static void fill(void)
{
    suite_case("text");
    suite_loop(test_csv, RECORDS);
    suite_loop(test_line, RECORDS);
    suite_loop(test_terminal, RECORDS);
    suite_test(test_terminal_of_one);
    suite_case("github");
    suite_loop(test_github, RECORDS);
    suite_test(test_github_says_a_fault);
    suite_loop(test_summary, RECORDS);
    suite_test(test_a_summary_is_not_too_long);
}

int main(void)
{
    files_go_to_root();
    return suite_main("reports in text", fill);
}
