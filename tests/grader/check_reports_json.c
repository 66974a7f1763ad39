/* The reports in JSON, read back with another library: every member is one
 * the format knows, of its type, and says what the record says. */
#include "tests/support/records.h"
#include "tests/support/suite.h"

#include "files.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A rule about one member of an object, as the format's page gives it. */
struct rule {
    const char *name;
    enum { STRING, FILLED, INTEGER, NUMBER, TRUTH, OBJECT, LIST } type;
    bool needed;
    const char *words; /* STRING: " one two ", when only these are allowed */
};

static bool has_type(const cJSON *value, const struct rule *rule)
{
    const char *text = cJSON_GetStringValue(value);
    double number = cJSON_IsNumber(value) ? value->valuedouble : -1;
    switch (rule->type) {
    case STRING:
    case FILLED:
        return text != NULL && (rule->type == STRING || text[0] != '\0');
    case INTEGER:
        return number >= 0 && number == (double)(long long)number;
    case NUMBER:
        return number >= 0;
    case TRUTH:
        return cJSON_IsBool(value);
    case OBJECT:
        return cJSON_IsObject(value);
    default:
        return cJSON_IsArray(value);
    }
}

static void obey(const cJSON *object, const struct rule *rules, bool others)
{
    char word[100];
    const cJSON *member;
    ck_assert(cJSON_IsObject(object));
    for (const struct rule *rule = rules; rule->name != NULL; rule++)
        ck_assert_msg(!rule->needed || cJSON_GetObjectItemCaseSensitive(
                                           object, rule->name) != NULL,
                      "no '%s'", rule->name);
    cJSON_ArrayForEach(member, object)
    {
        const struct rule *rule = rules;
        while (rule->name != NULL && strcmp(rule->name, member->string) != 0)
            rule++;
        ck_assert_msg(others || rule->name != NULL, "unknown '%s'",
                      member->string);
        if (rule->name == NULL)
            continue;
        ck_assert_msg(has_type(member, rule), "'%s' is of another type",
                      rule->name);
        if (rule->words == NULL)
            continue;
        snprintf(word, sizeof word, " %s ", member->valuestring);
        ck_assert_msg(strstr(rule->words, word) != NULL, "'%s' is '%s'",
                      rule->name, member->valuestring);
    }
}

static const cJSON *get(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char *text_of(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(get(object, name));
    ck_assert_msg(text != NULL, "no '%s'", name);
    return text;
}

static void is_text(const cJSON *object, const char *name, const char *text)
{
    ck_assert_str_eq(text_of(object, name), text);
}

static void is_number(const cJSON *object, const char *name, double number)
{
    ck_assert_msg(get(object, name) != NULL, "no '%s'", name);
    ck_assert_double_eq(get(object, name)->valuedouble, number);
}

static void holds(const char *text, const char *part)
{
    ck_assert_msg(strstr(text, part) != NULL, "no '%s' in '%s'", part, text);
}

static const char *id_of(const struct result *x)
{
    static char id[200];
    snprintf(id, sizeof id, "%s/%d_%s", x->entry->chapter, x->entry->number,
             x->entry->name);
    return id;
}

static cJSON *parse(const struct record *r, enum report_format format)
{
    char *text = records_report(r, format);
    cJSON *whole = cJSON_ParseWithOpts(text, NULL, true);
    ck_assert_msg(whole != NULL, "no JSON: %s", text);
    free(text);
    return whole;
}

static int sum(const cJSON *list, const char *name)
{
    int total = 0;
    const cJSON *one;
    cJSON_ArrayForEach(one, list) total += get(one, name)->valueint;
    return total;
}

/* ---- Gradescope ---------------------------------------------------------- */

static const char formats[] = " text html simple_format md ansi ";
static const char visible[] = " hidden after_due_date after_published visible ";
static const struct rule gradescope_rules[] = {
    {"score", NUMBER, true, NULL},
    {"execution_time", NUMBER, false, NULL},
    {"output", STRING, false, NULL},
    {"output_format", STRING, false, formats},
    {"test_output_format", STRING, false, formats},
    {"test_name_format", STRING, false, formats},
    {"visibility", STRING, false, visible},
    {"stdout_visibility", STRING, false, visible},
    {"extra_data", OBJECT, false, NULL},
    {"tests", LIST, true, NULL},
    {"leaderboard", LIST, false, NULL},
    {NULL, STRING, false, NULL},
};
static const struct rule gradescope_test_rules[] = {
    {"score", NUMBER, true, NULL},
    {"max_score", NUMBER, true, NULL},
    {"status", STRING, false, " passed failed "},
    {"name", STRING, false, NULL},
    {"name_format", STRING, false, formats},
    {"number", STRING, false, NULL},
    {"output", STRING, false, NULL},
    {"output_format", STRING, false, formats},
    {"tags", LIST, false, NULL},
    {"visibility", STRING, false, visible},
    {"extra_data", OBJECT, false, NULL},
    {NULL, STRING, false, NULL},
};

static void check_gradescope(const cJSON *test, const struct result *x)
{
    bool passed = x->kind == VERDICT_PASS;
    char number[40];
    const cJSON *tags = get(test, "tags"), *extra = get(test, "extra_data");
    obey(test, gradescope_test_rules, false);
    snprintf(number, sizeof number, "%d.%d", atoi(x->entry->chapter),
             x->entry->number);
    is_number(test, "score", x->points);
    is_number(test, "max_score", x->max);
    is_text(test, "status", passed ? "passed" : "failed");
    is_text(test, "name", id_of(x));
    is_text(test, "name_format", "text");
    is_text(test, "number", number);
    is_text(test, "output_format", "text");
    holds(text_of(test, "output"), verdict_kind_words(x->kind));
    holds(text_of(test, "output"), x->sentence);
    holds(text_of(test, "output"), x->story);
    holds(text_of(test, "output"), x->misconception_remark);
    ck_assert_str_eq(cJSON_GetArrayItem(tags, 0)->valuestring,
                     verdict_kind_name(x->kind));
    if (x->misconception[0] != '\0')
        ck_assert_str_eq(cJSON_GetArrayItem(tags, 1)->valuestring,
                         x->misconception);
    is_text(extra, "verdict", verdict_kind_name(x->kind));
    is_text(extra, "case", x->where);
    is_text(extra, "misconception", x->misconception);
    is_text(extra, "file", x->file);
    is_number(extra, "line", x->line);
    is_number(extra, "seconds", x->seconds);
}

START_TEST(test_gradescope)
{
    struct record *r = records_some(_i);
    cJSON *whole = parse(r, REPORT_GRADESCOPE);
    const cJSON *tests = get(whole, "tests");
    obey(whole, gradescope_rules, false);
    is_number(whole, "score", record_points(r));
    ck_assert_int_eq(sum(tests, "score"), record_points(r));
    ck_assert_int_eq(sum(tests, "max_score"), record_max(r));
    is_number(whole, "execution_time", 12.5);
    is_text(whole, "stdout_visibility", "hidden");
    is_text(get(whole, "extra_data"), "seed", "18446744073709551615");
    is_text(get(whole, "extra_data"), "sandbox", "uid seccomp landlock(7)");
    ck_assert_int_eq(cJSON_GetArraySize(tests), r->results);
    for (int i = 0; i < r->results; i++)
        check_gradescope(cJSON_GetArrayItem(tests, i), &r->result[i]);
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

/* ---- pictures in it ------------------------------------------------------ */

/* What base64 text stands for (RFC 4648), found by looking each digit up. */
static size_t decode(const char *text, unsigned char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
                                 "qrstuvwxyz0123456789+/";
    size_t size = 0;
    unsigned bits = 0, held = 0;
    for (; *text != '\0' && strchr(digits, *text) != NULL; text++) {
        held = held << 6 | (unsigned)(strchr(digits, *text) - digits);
        bits += 6;
        if (bits < 8)
            continue;
        bits -= 8;
        out[size++] = (unsigned char)(held >> bits);
    }
    ck_assert(strcmp(text + strspn(text, "="), "\"/>") == 0);
    return size;
}

/* A file that begins as a PNG does, of so many bytes. */
static void make_picture(const char *path, size_t size, const char *begin)
{
    char *bytes = malloc(size);
    size_t given = strlen(begin);
    for (size_t i = 0; i < size; i++)
        bytes[i] = i < given ? begin[i] : (char)(i * 7 + i / 251);
    ck_assert(file_write(path, bytes, size));
    free(bytes);
}

static const char png[] = "\x89PNG\r\n\x1a\n", no_png[] = "<svg onload=x>";

START_TEST(test_a_small_picture_is_inside)
{
    static const char before[] = "src=\"data:image/png;base64,";
    char path[100];
    size_t size = 1000 + (size_t)_i; /* one, two and no = at the end */
    struct record *r = records_nasty();
    struct result *x = &r->result[VERDICT_WRONG_ANSWER];
    snprintf(path, sizeof path, "/tmp/picture.%ld.png", (long)getpid());
    make_picture(path, size, png);
    record_set(&x->picture, path);
    cJSON *whole = parse(r, REPORT_GRADESCOPE);
    const cJSON *test =
        cJSON_GetArrayItem(get(whole, "tests"), VERDICT_WRONG_ANSWER);
    is_text(test, "output_format", "html");
    const char *html = text_of(test, "output"), *at = strstr(html, before);
    ck_assert_ptr_nonnull(at);
    unsigned char *found = malloc(strlen(at));
    char *was = file_read(path, size, NULL);
    ck_assert_uint_eq(decode(at + strlen(before), found), size);
    ck_assert_int_eq(memcmp(found, was, size), 0);
    ck_assert_int_eq(strncmp(html, "<pre>", 5), 0);
    for (const char *tag = strchr(html, '<'); tag != NULL;
         tag = strchr(tag + 1, '<')) /* no tag but our own */
        ck_assert_msg(strncmp(tag, "<pre>", 5) == 0 ||
                          strncmp(tag, "</pre>", 6) == 0 ||
                          strncmp(tag, "<img alt=", 9) == 0,
                      "%.40s", tag);
    remove(path);
    free(was);
    free(found);
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

/* Too large, or no picture at all: the text alone. */
START_TEST(test_other_pictures_are_left_out)
{
    char path[100];
    struct record *r = records_plain();
    struct result *x = &r->result[VERDICT_WRONG_ANSWER];
    snprintf(path, sizeof path, "/tmp/picture.%ld.png", (long)getpid());
    make_picture(path, _i == 0 ? 200000 : 1000, _i == 0 ? png : no_png);
    record_set(&x->picture, _i == 2 ? "/dev/zero" : path);
    cJSON *whole = parse(r, REPORT_GRADESCOPE);
    is_text(cJSON_GetArrayItem(get(whole, "tests"), VERDICT_WRONG_ANSWER),
            "output_format", "text");
    remove(path);
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

/* ---- Classroom 50 -------------------------------------------------------- */

static const struct rule classroom_rules[] = {
    {"schema", STRING, true, " classroom50/result/v1 "},
    {"classroom", FILLED, true, NULL},
    {"assignment", FILLED, true, NULL},
    {"submission", FILLED, true, NULL},
    {"commit", FILLED, true, NULL},
    {"release", FILLED, true, NULL},
    {"review", FILLED, true, NULL},
    {"datetime", FILLED, true, NULL},
    {"score", INTEGER, true, NULL},
    {"max-score", INTEGER, true, NULL},
    {"tests", LIST, true, NULL},
    {NULL, STRING, false, NULL},
};
static const struct rule classroom_test_rules[] = {
    {"test-name", FILLED, true, NULL}, {"passed", TRUTH, true, NULL},
    {"score", INTEGER, true, NULL},    {"max-score", INTEGER, true, NULL},
    {NULL, STRING, false, NULL},
};

static void check_classroom(const cJSON *test, const struct result *x)
{
    obey(test, classroom_test_rules, true);
    is_text(test, "test-name", id_of(x));
    ck_assert_int_eq(cJSON_IsTrue(get(test, "passed")),
                     x->kind == VERDICT_PASS);
    is_number(test, "score", x->points);
    is_number(test, "max-score", x->max);
    is_text(test, "verdict", verdict_kind_name(x->kind));
    is_text(test, "message", x->sentence);
    is_text(test, "case", x->where);
    is_text(test, "misconception", x->misconception);
    is_text(test, "output", x->story);
    is_text(test, "picture", x->picture);
}

static void set_variables(void)
{
    setenv("CLASSROOM", "cs50", 1);
    setenv("ASSIGNMENT", "convolution", 1);
    setenv("SUBMISSION_TAG", "submit/20260301T093000Z-abc", 1);
    setenv("COMMIT_URL", "https://example.org/commit/1", 1);
    setenv("RELEASE_URL", "https://example.org/rel\x1b[31m\"ease", 1);
    unsetenv("REVIEW_URL");
}

START_TEST(test_classroom50)
{
    struct record *r = records_some(_i);
    set_variables();
    cJSON *whole = parse(r, REPORT_CLASSROOM50);
    const cJSON *tests = get(whole, "tests");
    obey(whole, classroom_rules, false);
    is_text(whole, "classroom", "cs50");
    is_text(whole, "assignment", "convolution");
    is_text(whole, "submission", "submit/20260301T093000Z-abc");
    is_text(whole, "commit", "https://example.org/commit/1");
    is_text(whole, "release", "https://example.org/rel[31m\"ease");
    is_text(whole, "review", "https://example.org/commit/1");
    is_text(whole, "datetime", "2026-03-01T09:30:00Z");
    is_number(whole, "score", record_points(r));
    is_number(whole, "max-score", record_max(r));
    ck_assert_int_eq(sum(tests, "score"), record_points(r));
    ck_assert_int_eq(cJSON_GetArraySize(tests), r->results);
    for (int i = 0; i < r->results; i++)
        check_classroom(cJSON_GetArrayItem(tests, i), &r->result[i]);
    cJSON_Delete(whole);
    setenv("REVIEW_URL", "https://example.org/compare", 1);
    unsetenv("CLASSROOM");
    whole = parse(r, REPORT_CLASSROOM50);
    obey(whole, classroom_rules, false);
    is_text(whole, "review", "https://example.org/compare");
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

/* ---- Exercism ------------------------------------------------------------ */

static const struct rule exercism_rules[] = {
    {"version", INTEGER, true, NULL},
    {"status", STRING, true, " pass fail error "},
    {"message", FILLED, false, NULL},
    {"tests", LIST, true, NULL},
    {NULL, STRING, false, NULL},
};
static const struct rule exercism_test_rules[] = {
    {"name", FILLED, true, NULL},
    {"test_code", FILLED, true, NULL},
    {"status", STRING, true, " pass fail error "},
    {"message", STRING, false, NULL},
    {"output", STRING, false, NULL},
    {"task_id", INTEGER, true, NULL},
    {NULL, STRING, false, NULL},
};

static const char *const exercism_status[VERDICT_KINDS] = {
    [VERDICT_PASS] = "pass",           [VERDICT_WRONG_ANSWER] = "fail",
    [VERDICT_LEAK] = "fail",           [VERDICT_NOT_STARTED] = "error",
    [VERDICT_COMPILE_ERROR] = "error", [VERDICT_CRASH] = "error",
    [VERDICT_MEMORY_ERROR] = "error",  [VERDICT_TIMEOUT] = "error",
    [VERDICT_OUTPUT_LIMIT] = "error",  [VERDICT_OUT_OF_MEMORY] = "error",
    [VERDICT_FORBIDDEN] = "error",
};

static void check_exercism(const cJSON *test, const struct result *x, int id)
{
    obey(test, exercism_test_rules, false);
    is_text(test, "name", x->entry->name);
    holds(text_of(test, "test_code"), x->entry->name);
    is_text(test, "status", exercism_status[x->kind]);
    is_number(test, "task_id", id);
    if (x->kind == VERDICT_PASS) {
        ck_assert_ptr_null(get(test, "message"));
    } else {
        holds(text_of(test, "message"), x->sentence);
        holds(text_of(test, "message"), x->story);
    }
    if (x->printed[0] != '\0')
        is_text(test, "output", x->printed);
}

START_TEST(test_exercism)
{
    struct record *r = records_some(_i);
    cJSON *whole = parse(r, REPORT_EXERCISM);
    const cJSON *tests = get(whole, "tests");
    obey(whole, exercism_rules, false);
    is_number(whole, "version", 3);
    is_text(whole, "status",
            record_points(r) == record_max(r) ? "pass" : "fail");
    ck_assert_int_eq(cJSON_GetArraySize(tests), r->results);
    for (int i = 0; i < r->results; i++)
        check_exercism(cJSON_GetArrayItem(tests, i), &r->result[i], i + 1);
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

/* What the page says of top-level errors and of lengths. */
START_TEST(test_exercism_errors)
{
    char many[3000];
    struct record *r = records_fault();
    cJSON *whole = parse(r, REPORT_EXERCISM);
    obey(whole, exercism_rules, false);
    is_text(whole, "status", "error");
    is_text(whole, "message", r->fault);
    cJSON_Delete(whole);
    record_free(r);
    r = record_new("one", 1);
    record_add_missing(r, &catalog[0]);
    r->result[0].kind = VERDICT_COMPILE_ERROR;
    record_set(&r->result[0].sentence, "No semicolon.");
    memset(many, 'x', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    free(r->result[0].printed);
    r->result[0].printed = strdup(many);
    whole = parse(r, REPORT_EXERCISM);
    is_text(whole, "status", "error");
    holds(text_of(whole, "message"), "No semicolon.");
    const cJSON *test = cJSON_GetArrayItem(get(whole, "tests"), 0);
    ck_assert_uint_le(strlen(text_of(test, "output")), 500);
    cJSON_Delete(whole);
    record_free(r);
}
END_TEST

static void fill(void)
{
    suite_case("gradescope");
    suite_loop(test_gradescope, RECORDS);
    suite_loop(test_a_small_picture_is_inside, 3);
    suite_loop(test_other_pictures_are_left_out, 3);
    suite_case("classroom50");
    suite_loop(test_classroom50, RECORDS);
    suite_case("exercism");
    suite_loop(test_exercism, RECORDS);
    suite_test(test_exercism_errors);
}

int main(void)
{
    files_go_to_root();
    return suite_main("reports in JSON", fill);
}
