/* Reads the words after an operator's name: which option each is, and what
 * stands after it. Every value is read at once, so that a mistake is told also
 * where the value would not be looked at. */
#include "arguments.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

enum { LONGEST_NAME = 40, LONGEST_LIST = 120 };

/* What is being read: the words that are left. */
typedef struct reader {
    arguments *a;
    int argc;
    char **argv;
} reader;

/* The name in a word "--max_pool=1": up to the =, with dashes.
 *   name  out  LONGEST_NAME characters at most, cut */
static void name_in(const char *word, char name[LONGEST_NAME + 1])
{
    size_t length = strcspn(word, "=");

    if (length > LONGEST_NAME)
        length = LONGEST_NAME;
    memcpy(name, word, length);
    name[length] = '\0';
    for (char *c = name; *c; c++)
        if (*c == '_')
            *c = '-';
}

/* The option of a name, whoever takes it; ARG_COUNT if there is none. A name
 * may be -o, --p where that is the norm, or --no- and a flag. */
static arg_name find(const arguments *a, const char *name, bool *negated)
{
    *negated = false;
    if (strcmp(name, "-o") == 0)
        return ARG_OUTPUT;
    if (strcmp(name, "--p") == 0 && a->takes & ARG(ARG_NORM_TYPE))
        return ARG_NORM_TYPE;
    for (int i = 0; i < ARG_COUNT; i++) {
        if (strcmp(arg_table[i].name, name) == 0)
            return (arg_name)i;
        if (arg_table[i].kind == ARG_IS_FLAG &&
            strncmp(name, "--no-", 5) == 0 &&
            strcmp(arg_table[i].name + 2, name + 5) == 0) {
            *negated = true;
            return (arg_name)i;
        }
    }
    return ARG_COUNT;
}

static int unknown(const arguments *a, const char *word)
{
    const char *names[ARG_COUNT];
    char name[LONGEST_NAME + 1];
    int count = 0;

    for (int i = 0; i < ARG_COUNT; i++)
        if (a->takes & ARG(i))
            names[count++] = arg_table[i].name;
    name_in(word, name);
    return complain_unknown("option", name, names, count);
}

/* One of several words, by its place. */
static int read_word(const arg_row *row, const char *text, arg_value *v)
{
    char all[LONGEST_LIST] = "";

    for (v->place = 0; row->words[v->place]; v->place++) {
        const char *word = row->words[v->place];
        size_t used = strlen(all);

        if (strcmp(text, word) == 0)
            return 0;
        (void)snprintf(all + used, sizeof all - used, "%s%s",
                       used == 0                  ? ""
                       : row->words[v->place + 1] ? ", "
                                                  : " or ",
                       word);
    }
    return complain("%s is '%.40s'; it must be %s", row->name, text, all);
}

static int read_flag(const arg_row *row, const char *text, arg_value *v)
{
    v->flag = strcmp(text, "true") == 0;
    if (v->flag || strcmp(text, "false") == 0)
        return 0;
    return complain("%s is '%.40s'; it must be true or false", row->name, text);
}

static int read_integer(const arg_row *row, const char *text, arg_value *v)
{
    char *end;

    errno = 0;
    v->integer = strtoll(text, &end, 10);
    if (end == text || *end)
        return complain("%s is '%.40s'; it must be an integer", row->name,
                        text);
    return errno ? complain("%s is '%.40s'; it must be from %lld to %lld",
                            row->name, text, LLONG_MIN, LLONG_MAX)
                 : 0;
}

static int read_number(const arg_row *row, const char *text, arg_value *v)
{
    char *end;

    v->number = strtof(text, &end);
    if (end != text && !*end)
        return 0;
    return complain("%s is '%.40s'; it must be a number", row->name, text);
}

static int read_list(const arg_row *row, const char *text, arg_value *v)
{
    const char *at = text;

    for (v->count = 0; v->count < ARG_MOST_NUMBERS;) {
        char *end;
        long number;

        errno = 0;
        number = strtol(at, &end, 10);
        if (end == at)
            break;
        if (errno || number < INT_MIN || number > INT_MAX)
            return complain("%s is '%.40s'; its numbers must be from %d to %d",
                            row->name, text, INT_MIN, INT_MAX);
        v->list[v->count++] = (int)number;
        if (!*end)
            return 0;
        if (*end != ',')
            break;
        at = end + 1;
    }
    return complain("%s is '%.40s'; it must be integers with commas between "
                    "them, such as 3 or 3,2",
                    row->name, text);
}

static int read_padding(const arg_row *row, const char *text, arg_value *v)
{
    v->count = 0;
    if (strcmp(text, "same") == 0 || strcmp(text, "valid") == 0)
        return 0;
    if (*text && !strchr("+-0123456789", *text))
        return complain("%s is '%.40s'; it must be same, valid, or integers "
                        "such as 1 or 1,0",
                        row->name, text);
    return read_list(row, text, v);
}

static int read_value(arg_name name, const char *text, arg_value *v)
{
    const arg_row *row = &arg_table[name];

    v->text = text;
    switch (row->kind) {
    case ARG_IS_FILE:
        break;
    case ARG_IS_LIST:
        return read_list(row, text, v);
    case ARG_IS_PADDING:
        return read_padding(row, text, v);
    case ARG_IS_INTEGER:
        return read_integer(row, text, v);
    case ARG_IS_NUMBER:
        return read_number(row, text, v);
    case ARG_IS_WORD:
        return read_word(row, text, v);
    case ARG_IS_FLAG:
        return read_flag(row, text, v);
    }
    return *text ? 0 : complain("%s is empty; it must name a file", row->name);
}

/* The text after an option: after its =, or the next word unless that is an
 * option; a flag may have none. A number may begin with one -, what follows a
 * flag may not, so that -o can. NULL: there is none. */
static const char *text_after(reader *r, arg_name name, const char *word)
{
    const char *equals = strchr(word, '=');
    bool flag = arg_table[name].kind == ARG_IS_FLAG;

    if (equals)
        return equals + 1;
    if (r->argc == 0 || strncmp(r->argv[0], "--", flag ? 1 : 2) == 0)
        return flag ? "true" : NULL;
    r->argc--;
    return *r->argv++;
}

static bool is_written(arg_name name)
{
    return name >= ARG_OUTPUT && name < ARG_FILES;
}

/* `shape` and `cost` run operators that write nothing. */
static bool takes_written(const arguments *a)
{
    for (int i = ARG_OUTPUT; i < ARG_FILES; i++)
        if (a->takes & ARG(i))
            return true;
    return false;
}

/* Reads the option that a word names, and its value. */
static int read_option(reader *r, const char *word)
{
    char name[LONGEST_NAME + 1];
    bool negated;
    arg_name which;
    arg_value *v;
    const char *text;

    name_in(word, name);
    which = find(r->a, name, &negated);
    if (which == ARG_COUNT)
        return unknown(r->a, word);
    if (is_written(which) && !takes_written(r->a))
        return complain("nothing is written here; leave %s out",
                        arg_table[which].name);
    if (!(r->a->takes & ARG(which)))
        return complain("%s takes no %s; `convlings help %s` lists what it "
                        "takes",
                        r->a->op_name, arg_table[which].name, r->a->op_name);
    v = &r->a->value[which];
    if (v->given)
        return complain("option %s is given twice", arg_table[which].name);
    v->given = true;
    if (negated && strchr(word, '='))
        return complain("option %s takes no value", name);
    text = negated ? "false" : text_after(r, which, word);
    if (!text)
        return complain("option %s needs a value after it",
                        arg_table[which].name);
    return read_value(which, text, v);
}

int arguments_read(const char *op_name, arg_set takes, int argc, char **argv,
                   arguments *a)
{
    reader r = {a, argc, argv};

    *a = (arguments){.op_name = op_name, .takes = takes};
    for (int i = 0; i < ARG_COUNT; i++) {
        const char *fallback = arg_table[i].fallback;

        if (fallback && read_value((arg_name)i, fallback, &a->value[i]) != 0)
            return EXIT_BAD_INPUT;
    }
    while (r.argc > 0) {
        const char *word = *r.argv++;

        r.argc--;
        if (*word != '-' || !word[1])
            return complain("one word too many: '%.40s'", word);
        if (read_option(&r, word) != 0)
            return EXIT_BAD_INPUT;
    }
    return 0;
}

bool arg_given(const arguments *a, arg_name name)
{
    return a->value[name].given;
}

int arg_int(const arguments *a, arg_name name, int *value)
{
    const arg_value *v = &a->value[name];

    if (v->integer < INT_MIN || v->integer > INT_MAX)
        return complain("%s is %.40s; it must be an integer from %d to %d",
                        arg_table[name].name, v->text, INT_MIN, INT_MAX);
    *value = (int)v->integer;
    return 0;
}

/* A list with a wrong count of numbers. right: "give 1 or 2" */
static int wrong_count(const arguments *a, arg_name name, int axes,
                       const char *right)
{
    const arg_value *v = &a->value[name];

    return complain("%s is %.60s, %d number%s; %s has %d ax%s: %s",
                    arg_table[name].name, v->text, v->count,
                    v->count == 1 ? "" : "s", a->op_name, axes,
                    axes == 1 ? "is" : "es", right);
}

int arg_axes(const arguments *a, arg_name name, int axes, int numbers[3])
{
    const arg_value *v = &a->value[name];
    char right[LONGEST_NAME];

    if (v->count != 1 && v->count != axes) {
        (void)snprintf(right, sizeof right, "give 1 or %d", axes);
        return wrong_count(a, name, axes, axes == 1 ? "give 1" : right);
    }
    for (int i = 0; i < axes; i++)
        numbers[3 - axes + i] = v->list[v->count == 1 ? 0 : i];
    return 0;
}

int arg_pads(const arguments *a, int axes, int before[3], int after[3])
{
    const arg_value *pads = &a->value[ARG_PADS];

    if (!pads->given) {
        int status = arg_axes(a, ARG_PADDING, axes, before);

        if (status == 0)
            memcpy(after + 3 - axes, before + 3 - axes,
                   (size_t)axes * sizeof *after);
        return status;
    }
    if (arg_given(a, ARG_PADDING))
        return complain("--padding and --pads are both given; one of them says "
                        "it all");
    if (pads->count != 2 * axes) {
        char right[2 * LONGEST_NAME];

        (void)snprintf(right, sizeof right,
                       "give %d, all the befores and then all the afters",
                       2 * axes);
        return wrong_count(a, ARG_PADS, axes, right);
    }
    for (int i = 0; i < axes; i++) {
        before[3 - axes + i] = pads->list[i];
        after[3 - axes + i] = pads->list[axes + i];
    }
    return 0;
}
