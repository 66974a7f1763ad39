/* gradescope: results.json of a Gradescope autograder.
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/
 *
 * Text is given as text, which the page does not interpret. Only a result with
 * a picture is HTML, all of its text escaped, the picture inside it as data.
 * A fault of the grader has no score, so there is no such file; the platform
 * then says that the autograder failed. */
#include "writers.h"
#include "xml.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/json.h"

#include <stdlib.h>
#include <string.h>

/* Pictures go to a data base: small ones only, and not too many. */
enum { PICTURE_BYTES = 128 << 10, PICTURES_BYTES = 1 << 20 };

static void write_base64(FILE *f, const unsigned char *p, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < size; i += 3) {
        unsigned long three = (unsigned long)p[i] << 16;
        if (i + 1 < size)
            three |= (unsigned long)p[i + 1] << 8;
        if (i + 2 < size)
            three |= p[i + 2];
        fputc(digits[three >> 18], f);
        fputc(digits[three >> 12 & 63], f);
        fputc(i + 1 < size ? digits[three >> 6 & 63] : '=', f);
        fputc(i + 2 < size ? digits[three & 63] : '=', f);
    }
}

/* The text of a result: what happened, what it means, the whole story. */
static void write_output(FILE *f, const struct result *x)
{
    fprintf(f, "%s: %s\n", verdict_kind_words(x->kind), x->sentence);
    if (x->where[0] != '\0')
        fprintf(f, "%s\n", x->where);
    if (x->misconception[0] != '\0')
        fprintf(f, "%s: %s\n", x->misconception_name, x->misconception_remark);
    if (x->story[0] != '\0')
        fprintf(f, "\n%s", x->story);
}

static char *text_output(const struct result *x)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    write_output(f, x);
    fclose(f);
    return text;
}

static char *html_output(const struct result *x, const char *png, size_t size)
{
    char *html, *text = text_output(x);
    size_t html_size;
    FILE *f = need(open_memstream(&html, &html_size));
    fputs("<pre>", f);
    xml_text(f, text);
    fputs("</pre><img alt=\"expected, yours and the difference\""
          " src=\"data:image/png;base64,",
          f);
    write_base64(f, (const unsigned char *)png, size);
    fputs("\"/>", f);
    fclose(f);
    free(text);
    return html;
}

/* The picture of a result, NULL when there is none to be shown. */
static char *read_picture(const struct result *x, size_t *left, size_t *size)
{
    static const char magic[] = "\x89PNG\r\n\x1a\n";
    if (x->picture[0] == '\0')
        return NULL;
    char *png = file_read(x->picture, PICTURE_BYTES, size);
    if (png != NULL && *size <= *left && *size > sizeof magic &&
        memcmp(png, magic, sizeof magic - 1) == 0) {
        *left -= *size;
        return png;
    }
    free(png);
    return NULL;
}

static void put_output(json_t *test, const struct result *x, size_t *left)
{
    size_t size;
    char *png = read_picture(x, left, &size);
    char *text = png != NULL ? html_output(x, png, size) : text_output(x);
    object_put_text(test, "output", text);
    object_put_text(test, "output_format", png != NULL ? "html" : "text");
    free(text);
    free(png);
}

static json_t *test_of(const struct result *x, size_t *left)
{
    char number[32];
    json_t *test = need(json_object()), *tags = need(json_array());
    json_t *extra = need(json_object());
    snprintf(number, sizeof number, "%d.%d", atoi(x->entry->chapter),
             x->entry->number);
    object_put(test, "score", json_integer(x->points));
    object_put(test, "max_score", json_integer(x->max));
    object_put_text(test, "status",
                    x->kind == VERDICT_PASS ? "passed" : "failed");
    object_put_text(test, "name", result_id(x));
    object_put_text(test, "name_format", "text");
    object_put_text(test, "number", number);
    put_output(test, x, left);
    list_put(tags, json_string(verdict_kind_name(x->kind)));
    if (x->misconception[0] != '\0')
        list_put(tags, json_string(x->misconception));
    object_put(test, "tags", tags);
    object_put_text(test, "visibility", "visible");
    object_put_text(extra, "verdict", verdict_kind_name(x->kind));
    object_put_text(extra, "case", x->where);
    object_put_text(extra, "misconception", x->misconception);
    object_put_text(extra, "file", x->file);
    object_put(extra, "line", json_integer(x->line));
    object_put(extra, "seconds", json_real(x->seconds));
    object_put(test, "extra_data", extra);
    return test;
}

void write_gradescope(FILE *f, const struct record *r)
{
    char text[600], seed[32];
    size_t left = PICTURES_BYTES;
    json_t *whole = need(json_object()), *tests = need(json_array());
    json_t *extra = need(json_object());
    snprintf(text, sizeof text, "%d of %d points. Seed %llu, sandbox: %.400s.",
             record_points(r), record_max(r), (unsigned long long)r->seed,
             r->sandbox[0] != '\0' ? r->sandbox : "none");
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)r->seed);
    object_put(whole, "score", json_integer(record_points(r)));
    object_put(whole, "execution_time", json_real(r->seconds));
    object_put_text(whole, "output", text);
    object_put_text(whole, "output_format", "text");
    object_put_text(whole, "test_output_format", "text");
    object_put_text(whole, "test_name_format", "text");
    object_put_text(whole, "visibility", "visible");
    object_put_text(whole, "stdout_visibility", "hidden");
    object_put_text(extra, "seed", seed);
    object_put_text(extra, "sandbox", r->sandbox);
    object_put_text(extra, "started", r->started);
    object_put(whole, "extra_data", extra);
    for (int i = 0; i < r->results; i++)
        list_put(tests, test_of(&r->result[i], &left));
    object_put(whole, "tests", tests);
    object_write(f, whole);
}
