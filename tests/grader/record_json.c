/* A record as a JSON file. One table of fields serves writing and reading,
 * so a field cannot be in one and not in the other. */
#include "record.h"

#include "fault.h"
#include "files.h"
#include "json.h"
#include "text.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char format_name[] = "convlings record";
enum { VERSION = 1, FILE_BYTES = 16 << 20 };

enum type { TEXT, LINES, INTEGER, SECONDS };

struct field {
    const char *name;
    enum type type;
    size_t at; /* in its struct */
};

#define AT(member) offsetof(struct record, member)
static const struct field of_record[] = {
    {"submission", TEXT, AT(submission)},
    {"id", TEXT, AT(id)},
    {"mark", TEXT, AT(mark)},
    {"key", TEXT, AT(key)},
    {"sandbox", TEXT, AT(sandbox)},
    {"started", TEXT, AT(started)},
    {"seconds", SECONDS, AT(seconds)},
    {"fault", TEXT, AT(fault)},
    {NULL, TEXT, 0},
};
#undef AT

#define AT(member) offsetof(struct result, member)
static const struct field of_result[] = {
    {"points", INTEGER, AT(points)},
    {"max", INTEGER, AT(max)},
    {"seconds", SECONDS, AT(seconds)},
    {"file", TEXT, AT(file)},
    {"where", TEXT, AT(where)},
    {"sentence", TEXT, AT(sentence)},
    {"story", LINES, AT(story)},
    {"misconception", TEXT, AT(misconception)},
    {"misconception_name", TEXT, AT(misconception_name)},
    {"misconception_remark", TEXT, AT(misconception_remark)},
    {"error", TEXT, AT(error)},
    {"line", INTEGER, AT(line)},
    {"printed", LINES, AT(printed)},
    {"picture", TEXT, AT(picture)},
    {NULL, TEXT, 0},
};
#undef AT

/* ---- writing ------------------------------------------------------------- */

static void put_fields(json_t *object, const struct field *field,
                       const void *from)
{
    for (; field->name != NULL; field++) {
        const void *at = (const char *)from + field->at;
        if (field->type == INTEGER)
            object_put(object, field->name, json_integer(*(const int *)at));
        else if (field->type == SECONDS)
            object_put(object, field->name, json_real(*(const double *)at));
        else
            object_put(object, field->name, json_string(*(char *const *)at));
    }
}

char *record_text(const struct record *r)
{
    char seed[32];
    json_t *whole = need(json_object()), *results = need(json_array());
    object_put(whole, "format", json_string(format_name));
    object_put(whole, "version", json_integer(VERSION));
    /* as text: other readers of JSON know whole numbers up to 2^53 only */
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)r->seed);
    object_put(whole, "seed", json_string(seed));
    put_fields(whole, of_record, r);
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        json_t *one = need(json_object());
        object_put(one, "exercise", json_string(x->entry->name));
        object_put(one, "verdict", json_string(verdict_kind_name(x->kind)));
        put_fields(one, of_result, x);
        list_put(results, one);
    }
    object_put(whole, "results", results);
    return object_text(whole);
}

bool record_write(const struct record *r, const char *path)
{
    char *text = record_text(r);
    bool done = file_write(path, text, strlen(text));
    int why = errno;
    free(text);
    errno = why;
    return done;
}

/* ---- reading ------------------------------------------------------------- */

struct reader {
    char *problem;
    size_t size;
    bool bad;
};

/* The first thing that is wrong is the one that is told. */
static bool wrong(struct reader *in, const char *words, ...)
    __attribute__((format(printf, 2, 3)));
static bool wrong(struct reader *in, const char *words, ...)
{
    va_list list;
    va_start(list, words);
    if (!in->bad)
        vsnprintf(in->problem, in->size, words, list);
    va_end(list);
    in->bad = true;
    return false;
}

/* The string of that name, clean and in one line; NULL: there is none. */
static const char *get_text(struct reader *in, const json_t *object,
                            const char *name, bool lines)
{
    const char *text = json_string_value(json_object_get(object, name));
    if (text == NULL)
        wrong(in, "'%s' is missing or no text", name);
    else if (!text_is_clean(text))
        wrong(in, "'%s' has characters that no record has", name);
    else if (!lines && strchr(text, '\n') != NULL)
        wrong(in, "'%s' has more than one line", name);
    return in->bad ? NULL : text;
}

static void get_field(struct reader *in, const json_t *object,
                      const struct field *field, void *to)
{
    const json_t *value = json_object_get(object, field->name);
    if (field->type == INTEGER) {
        json_int_t number = json_integer_value(value);
        if (!json_is_integer(value) || number < 0 || number > INT_MAX)
            wrong(in, "'%s' is missing or no count", field->name);
        else
            *(int *)to = (int)number;
    } else if (field->type == SECONDS) {
        double number = json_number_value(value);
        if (!json_is_number(value) || !isfinite(number) || number < 0)
            wrong(in, "'%s' is missing or no time", field->name);
        else
            *(double *)to = number;
    } else {
        const char *text =
            get_text(in, object, field->name, field->type == LINES);
        *(char **)to = need(strdup(text != NULL ? text : ""));
    }
}

static void get_fields(struct reader *in, const json_t *object,
                       const struct field *field, void *to)
{
    for (; field->name != NULL; field++)
        get_field(in, object, field, (char *)to + field->at);
}

static void get_seed(struct reader *in, const json_t *object, uint64_t *seed)
{
    const char *text = get_text(in, object, "seed", false);
    char *end;
    if (text == NULL)
        return;
    errno = 0;
    *seed = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0)
        wrong(in, "'seed' is no number: %s", text);
}

/* "2026-03-01T09:30:00Z", which reports hand on as a time. */
static void check_started(struct reader *in, const char *text)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    size_t i = 0;
    while (i < sizeof form - 1 && text[i] != '\0' &&
           (form[i] == '0' ? text[i] >= '0' && text[i] <= '9'
                           : text[i] == form[i]))
        i++;
    if (text[i] != '\0' || i != sizeof form - 1)
        wrong(in, "'started' is no time in UTC: %.60s", text);
}

static const struct entry *get_entry(struct reader *in, const json_t *object)
{
    const char *name = get_text(in, object, "exercise", false);
    for (int i = 0; name != NULL && i < catalog_size; i++)
        if (strcmp(catalog[i].name, name) == 0)
            return &catalog[i];
    if (name != NULL)
        wrong(in, "there is no exercise '%.100s' here", name);
    return NULL;
}

static enum verdict_kind get_kind(struct reader *in, const json_t *object)
{
    const char *name = get_text(in, object, "verdict", false);
    for (int i = 0; name != NULL && i < VERDICT_KINDS; i++)
        if (strcmp(verdict_kind_name((enum verdict_kind)i), name) == 0)
            return (enum verdict_kind)i;
    if (name != NULL)
        wrong(in, "there is no verdict '%.100s'", name);
    return VERDICT_KINDS;
}

/* What the fields of a result say about each other. */
static void check_result(struct reader *in, const struct record *r, int at)
{
    const struct result *x = &r->result[at];
    if (in->bad)
        return;
    const char *name = x->entry->name;
    for (int i = 0; i < at; i++)
        if (r->result[i].entry == x->entry)
            wrong(in, "%s is there twice", name);
    if (x->points > x->max)
        wrong(in, "%s: %d of %d points", name, x->points, x->max);
    if (x->kind == VERDICT_PASS && x->points != x->max)
        wrong(in, "%s: a pass with %d of %d points", name, x->points, x->max);
}

static void get_results(struct reader *in, const json_t *list, struct record *r)
{
    if (!json_is_array(list)) {
        wrong(in, "'results' is missing or no list");
        return;
    }
    size_t count = json_array_size(list);
    r->result = need(calloc(count + 1, sizeof *r->result));
    for (size_t i = 0; i < count && !in->bad; i++) {
        const json_t *one = json_array_get(list, i);
        struct result *x = &r->result[i];
        r->results++;
        x->entry = get_entry(in, one);
        x->kind = get_kind(in, one);
        get_fields(in, one, of_result, x);
        check_result(in, r, (int)i);
    }
    if (r->fault[0] != '\0' && count > 0)
        wrong(in, "it has a fault of the grader and results");
}

static struct record *get_record(struct reader *in, const json_t *whole)
{
    const char *format = json_string_value(json_object_get(whole, "format"));
    const json_t *version = json_object_get(whole, "version");
    if (format == NULL || strcmp(format, format_name) != 0) {
        wrong(in, "it is no record of a submission");
        return NULL;
    }
    if (!json_is_integer(version) || json_integer_value(version) != VERSION) {
        wrong(in, "it is a record of another version, not of %d", VERSION);
        return NULL;
    }
    struct record *r = need(calloc(1, sizeof *r));
    get_fields(in, whole, of_record, r);
    check_started(in, r->started);
    get_seed(in, whole, &r->seed);
    get_results(in, json_object_get(whole, "results"), r);
    if (!in->bad)
        return r;
    record_free(r);
    return NULL;
}

struct record *record_read(const char *path, char *problem, int size)
{
    struct reader in = {problem, (size_t)size, false};
    json_error_t error;
    size_t length;
    errno = 0;
    char *text = file_read(path, FILE_BYTES, &length);
    if (text == NULL) {
        wrong(&in, "it cannot be read%s%s", errno != 0 ? ": " : "",
              errno != 0 ? strerror(errno) : "");
        return NULL;
    }
    json_t *whole = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    free(text);
    if (whole == NULL) {
        char *said = text_clean_line(error.text, 120);
        wrong(&in, "it is no JSON: line %d: %s", error.line, said);
        free(said);
        return NULL;
    }
    struct record *r = get_record(&in, whole);
    json_decref(whole);
    return r;
}
