#include "submitters.h"

#include "tests/grader/fault.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- scalars ----------------------------------------------------------- */

/* A code point as UTF-8. */
static char *put_code(char *to, unsigned long code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xc0 | code >> 6);
        *to++ = (char)(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = (char)(0xe0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3f));
        *to++ = (char)(0x80 | (code & 0x3f));
    } else {
        *to++ = (char)(0xf0 | (code >> 18 & 7));
        *to++ = (char)(0x80 | (code >> 12 & 0x3f));
        *to++ = (char)(0x80 | (code >> 6 & 0x3f));
        *to++ = (char)(0x80 | (code & 0x3f));
    }
    return to;
}

/* What follows a backslash in "double quotes"; no shorter than its UTF-8. */
static const char *unescape(const char *from, char **to)
{
    static const char letters[] = "ntre0", means[] = "\n\t\r\033";
    int digits = *from == 'x' ? 2 : *from == 'u' ? 4 : *from == 'U' ? 8 : 0;
    const char *letter = strchr(letters, *from);
    if (digits > 0) {
        char hex[9] = "";
        strncpy(hex, from + 1, (size_t)digits);
        size_t length = strlen(hex);
        *to = put_code(*to, strtoul(hex, NULL, 16) & 0x1fffff);
        return from + 1 + length;
    }
    *(*to)++ = letter != NULL && *letter != '0' ? means[letter - letters]
               : letter != NULL                 ? ' '
                                                : *from;
    return from + 1;
}

/* The value at the end of a line: plain, 'quoted' or "quoted". Free it. */
static char *scalar(const char *from)
{
    char *text = need(malloc(strlen(from) + 1)), *to = text;
    char quote = *from == '\'' || *from == '"' ? *from : '\0';
    from += quote != '\0';
    while (*from != '\0') {
        if (quote == '\'' && from[0] == '\'' && from[1] == '\'')
            from++;
        else if (quote != '\0' && *from == quote)
            break;
        else if (quote == '"' && from[0] == '\\' && from[1] != '\0') {
            from = unescape(from + 1, &to);
            continue;
        }
        *to++ = *from++;
    }
    *to = '\0';
    if (quote == '\0' && (strcmp(text, "null") == 0 || strcmp(text, "~") == 0))
        *text = '\0';
    return text;
}

/* --- the file ---------------------------------------------------------- */

/* While the lines are read. */
struct reading {
    struct submitters *to;
    bool people; /* below :submitters: */
    char *email; /* of the person that is read, or NULL */
    bool has_sid;
};

static void join(char **all, const char *more)
{
    size_t length = strlen(*all), room = strlen(more) + 3;
    *all = need(realloc(*all, length + room));
    snprintf(*all + length, room, "%s%s", length > 0 ? "; " : "", more);
}

static struct submitter *current(struct reading *in)
{
    return in->to->count > 0 ? &in->to->of[in->to->count - 1] : NULL;
}

/* Who has no number has an address. */
static void end_person(struct reading *in)
{
    if (current(in) != NULL && in->email != NULL && !in->has_sid)
        join(&current(in)->id, in->email);
    free(in->email);
    in->email = NULL;
    in->has_sid = false;
}

static void add_submission(struct reading *in, const char *line, size_t length)
{
    struct submitters *s = in->to;
    end_person(in);
    in->people = false;
    size_t count = (size_t)s->count + 1;
    s->of = need(realloc(s->of, count * sizeof *s->of));
    s->of[s->count++] = (struct submitter){need(strndup(line, length)),
                                           need(strdup("")), need(strdup(""))};
}

/* A line of a person, without what it begins with. */
static void read_person(struct reading *in, const char *line)
{
    char *value = NULL;
    if (strncmp(line, ":name: ", 7) == 0) {
        value = scalar(line + 7);
        join(&current(in)->name, value);
    } else if (strncmp(line, ":sid: ", 6) == 0) {
        value = scalar(line + 6);
        in->has_sid = value[0] != '\0';
        if (in->has_sid)
            join(&current(in)->id, value);
    } else if (strncmp(line, ":email: ", 8) == 0) {
        free(in->email);
        in->email = scalar(line + 8);
    }
    free(value);
}

static void read_line(struct reading *in, const char *line)
{
    size_t length = strlen(line);
    if (line[0] == 's' && length > 1 && line[length - 1] == ':') {
        add_submission(in, line, length - 1);
    } else if (current(in) == NULL) {
        return;
    } else if (strncmp(line, "  :", 3) == 0) {
        end_person(in);
        in->people = strcmp(line, "  :submitters:") == 0;
    } else if (in->people && strncmp(line, "  - ", 4) == 0) {
        end_person(in);
        read_person(in, line + 4);
    } else if (in->people && strncmp(line, "    :", 5) == 0) {
        read_person(in, line + 4);
    }
}

struct submitters *submitters_read(const char *path)
{
    struct submitters *s = need(calloc(1, sizeof *s));
    struct reading in = {.to = s};
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;
    while (f != NULL && getline(&line, &size, f) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        read_line(&in, line);
    }
    end_person(&in);
    free(line);
    if (f != NULL)
        fclose(f);
    return s;
}

void submitters_free(struct submitters *s)
{
    for (int i = 0; i < s->count; i++) {
        free(s->of[i].folder);
        free(s->of[i].name);
        free(s->of[i].id);
    }
    free(s->of);
    free(s);
}

const struct submitter *submitters_find(const struct submitters *s,
                                        const char *folder)
{
    for (int i = 0; i < s->count; i++)
        if (strcmp(s->of[i].folder, folder) == 0 && s->of[i].name[0] != '\0')
            return &s->of[i];
    return NULL;
}
