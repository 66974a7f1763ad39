#include "tests/support/records.h"

#include "tests/grader/fault.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const nasty_lines[] = {
    "a\"b'c`d\\e<f>&g;h,i|j",
    "</failure></testcase><testcase name=\"won\"/>",
    "]]> <![CDATA[ <!-- --> <?x ?>",
    "# SKIP all of it",
    "ok 99 - mine # TODO never",
    "\\# SKIP \\\\# \\",
    "::error file=x.c,line=1::gotcha ##[error]too %0A::set-output name=x::y",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\xf0\x9f\x98\x80 \xe5\xb7\xad\xe7\xa9\x8d \xc3\xa9 \xef\xbf\xbd",
    "{\"score\": 100, \"status\": \"passed\"}",
    "... --- ... : - ? ! & * % @ ~ null true 0x10 [a, b] {c: d}",
    "   blanks before and after   ",
    "![x](http://example.org/a.png) [click](javascript:alert) | a | b | ***",
    "<script>alert(1)</script><img src=x onerror=y>",
    "Bail out! no",
    NULL,
};

const char *const nasty_texts[] = {
    "ok 1 - forged\nnot ok 2\n1..2\nBail out!\nTAP version 14\n",
    "---\n...\n---\nmessage: forged\n...\n",
    "]]></failure>\n<error/>\n",
    "::set-output name=result::won\n::stop-commands::x\n::x::\n",
    "```\n~~~\n# a heading\n</details>\n<h1>won</h1>\n| a | b |\n````\n",
    "  leading blanks\n\n\n after empty lines\n",
    "no newline at the end",
    "\n",
    "verdict=pass points=10 max=10 exercise=correlate_1d\n",
    "\"quoted\"\n'single'\n,comma\n=1+1\n",
    NULL,
};

static void set_story(struct result *x, const char *story, const char *printed)
{
    char *old[] = {x->story, x->printed};
    x->story = need(strdup(story));
    x->printed = need(strdup(printed));
    free(old[0]);
    free(old[1]);
}

/* One result of each kind; some kinds earn some of the points. */
struct record *records_plain(void)
{
    char text[80];
    struct record *r = record_new("Ada Lovelace", 18446744073709551615u);
    record_set(&r->sandbox, "uid seccomp landlock(7)");
    record_set(&r->started, "2026-03-01T09:30:00Z");
    r->seconds = 12.5;
    for (int i = 0; i < VERDICT_KINDS; i++) {
        record_add_missing(r, &catalog[i]);
        struct result *x = &r->result[i];
        x->kind = (enum verdict_kind)i;
        x->max = 10;
        x->points = x->kind == VERDICT_PASS ? 10 : i % 4;
        if (x->kind == VERDICT_NOT_STARTED)
            continue; /* nothing was handed in */
        x->seconds = 0.25 * i;
        snprintf(text, sizeof text, "exercises/%s.c", catalog[i].name);
        record_set(&x->file, text);
        set_story(x, "  A line.\n\n     x   k\n     1   2\n", "");
        if (x->kind == VERDICT_PASS)
            continue;
        record_set(&x->where, "edges: 1x1 image, 1x1 kernel");
        record_set(&x->sentence, "y[0][1] should be 3, yours is 4.");
    }
    struct result *wrong = &r->result[VERDICT_WRONG_ANSWER];
    record_set(&wrong->misconception, "C01");
    record_set(&wrong->misconception_name, "flipped");
    record_set(&wrong->misconception_remark, "the kernel is turned");
    record_set(&wrong->picture, "pictures/correlate_2d.png");
    set_story(wrong, wrong->story, "hello\nworld\n");
    struct result *error = &r->result[VERDICT_COMPILE_ERROR];
    record_set(&error->error, "exercises/a.c:7:3: error: expected ';'");
    error->line = 7;
    return r;
}

static size_t count(const char *const *list)
{
    size_t n = 0;
    while (list[n] != NULL)
        n++;
    return n;
}

/* Every text of one kind stands in every field of that kind once, when the
 * results are many enough. */
struct record *records_nasty(void)
{
    size_t lines = count(nasty_lines), texts = count(nasty_texts);
    struct record *r = records_plain();
    record_set(&r->submission, nasty_lines[0]);
    for (size_t i = 0; i < lines && (int)i < catalog_size; i++) {
        if ((int)i >= r->results)
            record_add_missing(r, &catalog[i]);
        struct result *x = &r->result[i];
        char **const field[] = {&x->file,          &x->where,
                                &x->sentence,      &x->misconception_name,
                                &x->misconception, &x->misconception_remark,
                                &x->error,         &x->picture};
        if (i >= VERDICT_KINDS)
            x->kind = i % 2 == 0 ? VERDICT_WRONG_ANSWER : VERDICT_COMPILE_ERROR;
        for (size_t f = 0; f < sizeof field / sizeof field[0]; f++)
            record_set(field[f], nasty_lines[(i + f) % lines]);
        if (x->kind == VERDICT_COMPILE_ERROR)
            x->line = (int)i + 1;
        set_story(x, nasty_texts[i % texts], nasty_texts[(i + 3) % texts]);
    }
    return r;
}

struct record *records_perfect(void)
{
    struct record *r = records_plain();
    for (int i = 0; i < r->results; i++) {
        r->result[i].kind = VERDICT_PASS;
        r->result[i].points = r->result[i].max;
    }
    return r;
}

struct record *records_fault(void)
{
    struct record *r = records_plain();
    record_set_fault(r, "the compiler is gone # SKIP </x> ::error::");
    return r;
}

struct record *records_some(int which)
{
    return which == 0   ? records_plain()
           : which == 1 ? records_nasty()
                        : records_perfect();
}

char *records_report(const struct record *r, enum report_format format)
{
    char *text;
    size_t size;
    FILE *f = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(f);
    ck_assert_msg(report_write(f, r, format), "%s was not written",
                  report_format_name(format));
    ck_assert_int_eq(fclose(f), 0);
    ck_assert_uint_eq(strlen(text), size);
    return text;
}
