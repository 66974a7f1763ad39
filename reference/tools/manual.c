/* Manuals from the table of operators: nothing is written down twice. */
#include "manual.h"

#include <string.h>

enum { COLUMNS = 80, INDENT = 4, NAME_COLUMN = 26, LINE_BYTES = 400 };

static const char *const titles[GROUP_COUNT] = {
    [GROUP_CONVOLUTION] = "convolution",
    [GROUP_POOLING] = "pooling",
    [GROUP_MATRICES] = "matrices and shapes",
    [GROUP_LAYERS] = "activations and normalisation",
    [GROUP_LOSSES] = "losses",
};

/* What a file is called in usage lines. */
static const char *const file_names[ARG_FILES] = {
    [ARG_INPUT] = "x.npy",          [ARG_WEIGHT] = "w.npy",
    [ARG_BIAS] = "b.npy",           [ARG_OFFSET] = "o.npy",
    [ARG_MASK] = "m.npy",           [ARG_TARGET] = "t.npy",
    [ARG_INDICES] = "i.npy",        [ARG_RUNNING_MEAN] = "m.npy",
    [ARG_RUNNING_VAR] = "v.npy",    [ARG_OUTPUT] = "y.npy",
    [ARG_RETURN_INDICES] = "i.npy", [ARG_UPDATED_MEAN] = "um.npy",
    [ARG_UPDATED_VAR] = "uv.npy",   [ARG_COLUMNS] = "c.npy",
    [ARG_ROW_STARTS] = "r.npy",
};

/* What stands after an option in the list of options. */
static const char *value_word(arg_name name)
{
    switch (arg_table[name].kind) {
    case ARG_IS_FILE:
        return file_names[name];
    case ARG_IS_LIST:
    case ARG_IS_PADDING:
        return "LIST";
    case ARG_IS_INTEGER:
        return "N";
    case ARG_IS_NUMBER:
        return "X";
    case ARG_IS_WORD:
        return "WORD";
    case ARG_IS_FLAG:
        break;
    }
    return "";
}

/* How long the piece at the start of a text is that stays on one line: a word,
 * or an option and its value. */
static int piece(const char *text)
{
    size_t length = strcspn(text, " ");
    bool option = strncmp(text, "--", 2) == 0 || strncmp(text, "[--", 3) == 0;

    if (option && text[length] && text[length + 1] != '-' &&
        text[length + 1] != '[')
        length += 1 + strcspn(text + length + 1, " ");
    return (int)length;
}

/* Prints a text from a column on, in lines of at most 80 columns, the further
 * ones indented. */
static void print_words(const char *text, int column, int indent)
{
    while (*text) {
        int length = piece(text);

        if (column > indent && column + length > COLUMNS) {
            (void)printf("\n%*s", indent, "");
            column = indent;
        }
        (void)printf("%.*s", length, text);
        column += length;
        text += length;
        if (*text == ' ' && column + 1 + piece(text + 1) <= COLUMNS) {
            (void)putchar(' ');
            column++;
        } else if (*text == ' ') {
            (void)printf("\n%*s", indent, "");
            column = indent;
        }
        text += *text == ' ';
    }
}

void manual_overview(FILE *stream)
{
    const operator_row *row;

    for (int group = 0; group < GROUP_COUNT; group++) {
        (void)fprintf(stream, "\n%s\n", titles[group]);
        for (int i = 0; (row = operator_at(i)); i++)
            if ((int)row->group == group)
                (void)fprintf(stream, "  %-20s %s\n", row->name, row->what);
    }
}

/* Adds "--weight w.npy", in brackets unless it is needed. */
static void add_file(const operator_row *op, arg_name name, char *usage)
{
    size_t used = strlen(usage);
    bool needed = (op->needs & ARG(name)) != 0;

    if (op->takes & ARG(name))
        (void)snprintf(usage + used, LINE_BYTES - used,
                       needed ? " %s %s" : " [%s %s]", arg_table[name].name,
                       file_names[name]);
}

/* Inputs, then [options], then outputs. */
static void print_usage(const operator_row *op)
{
    char usage[LINE_BYTES];

    (void)snprintf(usage, sizeof usage, "usage: convlings %s", op->name);
    for (int i = 0; i < ARG_OUTPUT; i++)
        add_file(op, (arg_name)i, usage);
    if (op->takes & ~(ARG(ARG_FILES) - 1))
        (void)snprintf(usage + strlen(usage), LINE_BYTES - strlen(usage),
                       " [options]");
    for (int i = ARG_OUTPUT; i < ARG_FILES; i++)
        add_file(op, (arg_name)i, usage);
    print_words(usage, 0, INDENT);
    (void)printf("\n");
}

/* The default of an option for this operator; NULL if there is none. */
static const char *fallback(const operator_row *op, arg_name name)
{
    if (op->needs & ARG(name))
        return NULL;
    if (name == ARG_STRIDE && op->group == GROUP_POOLING)
        return "the kernel size";
    return arg_table[name].fallback;
}

static void add(char *line, const char *before, const char *text)
{
    size_t used = strlen(line);

    (void)snprintf(line + used, LINE_BYTES - used, "%s%s", before, text);
}

static void print_option(const operator_row *op, arg_name name)
{
    const arg_row *row = &arg_table[name];
    const char *normally = fallback(op, name);
    char line[LINE_BYTES] = "";
    int column = printf("  %s %s", row->name, value_word(name));

    column +=
        printf("%*s", column < NAME_COLUMN ? NAME_COLUMN - column : 1, "");
    add(line, "", row->meaning);
    for (int i = 0; row->words && row->words[i]; i++)
        add(line, i == 0 ? ": " : ", ", row->words[i]);
    if (name == ARG_PADDING && op->takes & ARG(ARG_PADDING_MODE))
        add(line, "", ", or same or valid");
    if (op->needs & ARG(name) && name >= ARG_FILES)
        add(line, "", "; must be given");
    if (normally)
        add(line, "; default ", normally);
    print_words(line, column, NAME_COLUMN);
    (void)printf("\n");
}

void manual_operator(const operator_row *op)
{
    bool flags = false;

    print_usage(op);
    (void)printf("\n%s\n\n%s\noptions\n", op->what, op->formula);
    for (int i = 0; i < ARG_COUNT; i++) {
        if (!(op->takes & ARG(i)))
            continue;
        print_option(op, (arg_name)i);
        flags = flags || arg_table[i].kind == ARG_IS_FLAG;
    }
    if (flags)
        (void)printf("An option without a value may be followed by true or "
                     "false.\n");
    if (op->axes > 1)
        (void)printf("A LIST has a number for each axis, such as 3,2; one "
                     "number serves all.\n");
    (void)printf("\nexample\n  convlings ");
    print_words(op->example, 12, INDENT + 2);
    (void)printf("\n");
}
