/* exercism: results.json of an Exercism test runner, version 3.
 * https://exercism.org/docs/building/tooling/test-runners/interface
 *
 * status error is for what did not run at all: one exercise that does not
 * compile, or a grader that failed. Lengths are limited in characters. */
#include "writers.h"

#include "tests/grader/fault.h"
#include "tests/grader/json.h"
#include "tests/grader/text.h"

#include <stdlib.h>

enum { OUTPUT_MAX = 480, MESSAGE_MAX = 60000 }; /* of 500 and 65535 */

static bool did_not_run(const struct result *x)
{
    return x->kind != VERDICT_PASS && x->kind != VERDICT_WRONG_ANSWER &&
           x->kind != VERDICT_LEAK;
}

static void put_limited(json_t *object, const char *name, const char *text,
                        size_t limit)
{
    char *some = text_clean(text, limit);
    object_put_text(object, name, some);
    free(some);
}

/* The sentence, and below it the story. */
static void put_message(json_t *object, const struct result *x)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    fprintf(f, "%s\n%s", x->sentence, x->story);
    fclose(f);
    put_limited(object, "message", text, MESSAGE_MAX);
    free(text);
}

static json_t *test_of(const struct record *r, const struct result *x,
                       int number)
{
    char command[160];
    json_t *test = need(json_object());
    snprintf(command, sizeof command, "judge check %s --seed %llu",
             x->entry->name, (unsigned long long)r->seed);
    object_put_text(test, "name", x->entry->name);
    object_put_text(test, "test_code", command);
    object_put_text(test, "status",
                    x->kind == VERDICT_PASS ? "pass"
                    : did_not_run(x)        ? "error"
                                            : "fail");
    if (x->kind != VERDICT_PASS)
        put_message(test, x);
    if (x->printed[0] != '\0')
        put_limited(test, "output", x->printed, OUTPUT_MAX);
    object_put(test, "task_id", json_integer(number));
    return test;
}

void write_exercism(FILE *f, const struct record *r)
{
    bool fault = r->fault[0] != '\0';
    json_t *whole = need(json_object()), *tests = need(json_array());
    object_put(whole, "version", json_integer(3));
    if (fault) {
        object_put_text(whole, "status", "error");
        object_put_text(whole, "message", r->fault);
    } else if (r->results == 1 && r->result[0].kind == VERDICT_COMPILE_ERROR) {
        object_put_text(whole, "status", "error");
        put_message(whole, &r->result[0]);
    } else {
        bool right = record_points(r) == record_max(r);
        object_put_text(whole, "status", right ? "pass" : "fail");
    }
    for (int i = 0; i < r->results; i++)
        list_put(tests, test_of(r, &r->result[i], i + 1));
    object_put(whole, "tests", tests);
    object_write(f, whole);
}
