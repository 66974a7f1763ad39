/* classroom50: result.json of a Classroom 50 autograder.
 * https://github.com/foundation50/classroom50/wiki/Advanced-Autograding and
 * schemas/result-v1.schema.json there
 *
 * Who is graded, and what, comes from the environment of its runner, which
 * adds the owner and the kind of assignment. Points are whole numbers. The
 * tests may have members of our own; the whole may not. */
#include "writers.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/json.h"
#include "tests/grader/text.h"

#include <stdlib.h>

/* A variable of the runner's; members must not be empty. */
static void put_variable(json_t *object, const char *name, const char *variable,
                         const char *otherwise)
{
    enum { LONGEST = 1000 };
    const char *value = getenv(variable);
    if (value == NULL || value[0] == '\0')
        value = otherwise;
    char *clean = text_clean_line(value, LONGEST);
    object_put_text(object, name, clean);
    free(clean);
}

static json_t *test_of(const struct result *x)
{
    json_t *test = need(json_object());
    object_put_text(test, "test-name", result_id(x));
    object_put(test, "passed", json_boolean(x->kind == VERDICT_PASS));
    object_put(test, "score", json_integer(x->points));
    object_put(test, "max-score", json_integer(x->max));
    object_put_text(test, "verdict", verdict_kind_name(x->kind));
    object_put_text(test, "message", x->sentence);
    object_put_text(test, "case", x->where);
    object_put_text(test, "misconception", x->misconception);
    object_put_text(test, "output", x->story);
    object_put_text(test, "picture", path_for_caller(x->picture));
    return test;
}

void write_classroom50(FILE *f, const struct record *r)
{
    const char *commit = getenv("COMMIT_URL");
    if (commit == NULL || commit[0] == '\0')
        commit = "-";
    json_t *whole = need(json_object()), *tests = need(json_array());
    object_put_text(whole, "schema", "classroom50/result/v1");
    put_variable(whole, "classroom", "CLASSROOM", "-");
    put_variable(whole, "assignment", "ASSIGNMENT", "-");
    put_variable(whole, "submission", "SUBMISSION_TAG", "submit/-");
    put_variable(whole, "commit", "COMMIT_URL", "-");
    put_variable(whole, "release", "RELEASE_URL", commit);
    put_variable(whole, "review", "REVIEW_URL", commit);
    object_put_text(whole, "datetime", r->started);
    object_put(whole, "score", json_integer(record_points(r)));
    object_put(whole, "max-score", json_integer(record_max(r)));
    for (int i = 0; i < r->results; i++)
        list_put(tests, test_of(&r->result[i]));
    object_put(whole, "tests", tests);
    object_write(f, whole);
}
