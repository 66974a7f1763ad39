#include "json.h"

#include "fault.h"

#include <stdlib.h>
#include <string.h>

void object_put(json_t *object, const char *name, json_t *value)
{
    if (json_object_set_new(object, name, value) != 0)
        grader_fault("'%s' is no text in UTF-8, or memory is out", name);
}

void object_put_text(json_t *object, const char *name, const char *text)
{
    object_put(object, name, json_string(text));
}

void list_put(json_t *list, json_t *value)
{
    if (json_array_append_new(list, value) != 0)
        grader_fault("out of memory");
}

char *object_text(json_t *object)
{
    char *text =
        need(json_dumps(object, JSON_INDENT(1) | JSON_REAL_PRECISION(9)));
    json_decref(object);
    size_t length = strlen(text);
    text = need(realloc(text, length + 2));
    memcpy(text + length, "\n", 2);
    return text;
}

void object_write(FILE *f, json_t *object)
{
    char *text = object_text(object);
    fputs(text, f);
    free(text);
}
