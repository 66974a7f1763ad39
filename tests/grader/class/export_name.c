#include "export_name.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Copies the characters from `from` to `to`; false when there are none, or
 * too many. */
static bool put(char *text, const char *from, const char *to)
{
    size_t length = (size_t)(to - from);
    if (to <= from || length >= EXPORT_BYTES)
        return false;
    memcpy(text, from, length);
    text[length] = '\0';
    return true;
}

static const char *skip_digits(const char *p)
{
    while (isdigit((unsigned char)*p))
        p++;
    return p;
}

/* The last place where `mark` stands, for names may hold it as well. */
static const char *last(const char *text, const char *mark)
{
    const char *found = NULL;
    for (const char *p = text; (p = strstr(p, mark)) != NULL; p++)
        found = p;
    return found;
}

/* "Jane Doe_1234_assignsubmission_file_conv2d.c", or that as a folder. */
static bool moodle(struct export_name *e, const char *name)
{
    const char *mark = last(name, "_assignsubmission_file");
    const char *id = mark;
    while (id != NULL && id > name && isdigit((unsigned char)id[-1]))
        id--;
    return id != NULL && id > name && id[-1] == '_' && put(e->id, id, mark) &&
           put(e->name, name, id - 1);
}

/* "doejane_LATE_1234_56789_conv2d.c" */
static bool canvas(struct export_name *e, const char *name)
{
    const char *end = strchr(name, '_');
    if (end == NULL || !put(e->name, name, end))
        return false;
    const char *id = end + 1;
    e->late = strncmp(id, "LATE_", 5) == 0;
    id += e->late ? 5 : 0;
    const char *after = skip_digits(id);
    if (*after != '_' || !put(e->id, id, after))
        return false;
    const char *file = skip_digits(after + 1);
    return file > after + 1 && file[0] == '_' && file[1] != '\0';
}

/* "Homework 1_doejane_attempt_2026-03-01-09-30-00_conv2d.c" */
static bool blackboard(struct export_name *e, const char *name)
{
    const char *mark = last(name, "_attempt_"), *login = mark;
    while (login != NULL && login > name && login[-1] != '_')
        login--;
    if (login == NULL || login == name || !put(e->name, login, mark))
        return false;
    const char *time = mark + strlen("_attempt_");
    size_t length = strspn(time, "0123456789-");
    if (length != strlen("2026-03-01-09-30-00"))
        return false;
    snprintf(e->attempt, sizeof e->attempt, "%.*s", (int)length, time);
    return time[length] == '_'; /* without: the text beside the files */
}

bool export_name_read(struct export_name *e, const char *name, bool folder)
{
    *e = (struct export_name){.late = false};
    if (moodle(e, name))
        return true;
    if (!folder && (*e = (struct export_name){.late = false}, canvas(e, name)))
        return true;
    *e = (struct export_name){.late = false};
    return !folder && blackboard(e, name);
}
