/* The library's sentences in the words of the command line: each 'letters'
 * becomes the option, the file or the size that it came from. */
#include "speak.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "tensors.h"
#include "words.h"

enum { NO_AXIS = -1, SPOKEN_BYTES = 600 };

/* No argument of a command line. */
#define NO_OPTION ARG_COUNT

/* An argument of the library.
 *   letters  as the library calls it
 *   option   where it is typed, if the operator has it; or NO_OPTION
 *   axis     0, 1 or 2 for depth, height, width; or NO_AXIS
 *   phrase   what it is otherwise
 *   file     where that is then seen, or NO_OPTION */
typedef struct term {
    const char *letters;
    arg_name option;
    int axis;
    const char *phrase;
    arg_name file;
} term;

static const char *const axis_names[] = {"depth", "height", "width"};

static const term terms[] = {
    {"x", ARG_INPUT, NO_AXIS, "the input", NO_OPTION},
    {"weight", ARG_WEIGHT, NO_AXIS, "the weight", NO_OPTION},
    {"bias", ARG_BIAS, NO_AXIS, "the bias", NO_OPTION},
    {"offset", ARG_OFFSET, NO_AXIS, "the offset", NO_OPTION},
    {"mask", ARG_MASK, NO_AXIS, "the mask", NO_OPTION},
    {"target", ARG_TARGET, NO_AXIS, "the target", NO_OPTION},
    {"indices", ARG_INDICES, NO_AXIS, "the indices", NO_OPTION},
    {"mean", ARG_RUNNING_MEAN, NO_AXIS, "the mean", NO_OPTION},
    {"var", ARG_RUNNING_VAR, NO_AXIS, "the variance", NO_OPTION},
    {"n", NO_OPTION, NO_AXIS, "the batch size", NO_OPTION},
    {"c", NO_OPTION, NO_AXIS, "the number of channels", ARG_INPUT},
    {"c_in", NO_OPTION, NO_AXIS, "the number of input channels", NO_OPTION},
    {"c_out", NO_OPTION, NO_AXIS, "the number of output channels", NO_OPTION},
    {"in_features", NO_OPTION, NO_AXIS, "the number of input features",
     ARG_INPUT},
    {"out_features", NO_OPTION, NO_AXIS, "the number of output features",
     ARG_WEIGHT},
    {"offset_groups", NO_OPTION, NO_AXIS, "the number of offset groups",
     ARG_OFFSET},
    {"d", ARG_INPUT_SIZE, 0, "the input's depth", ARG_INPUT},
    {"h", ARG_INPUT_SIZE, 1, "the input's height", ARG_INPUT},
    {"w", ARG_INPUT_SIZE, 2, "the input's width", ARG_INPUT},
    {"od", ARG_OUTPUT_SIZE, 0, "the output's depth", NO_OPTION},
    {"oh", ARG_OUTPUT_SIZE, 1, "the output's height", NO_OPTION},
    {"ow", ARG_OUTPUT_SIZE, 2, "the output's width", NO_OPTION},
    {"kd", ARG_KERNEL_SIZE, 0, "the kernel's depth", ARG_WEIGHT},
    {"kh", ARG_KERNEL_SIZE, 1, "the kernel's height", ARG_WEIGHT},
    {"kw", ARG_KERNEL_SIZE, 2, "the kernel's width", ARG_WEIGHT},
    {"sd", ARG_STRIDE, 0, "the stride", NO_OPTION},
    {"sh", ARG_STRIDE, 1, "the stride", NO_OPTION},
    {"sw", ARG_STRIDE, 2, "the stride", NO_OPTION},
    {"dd", ARG_DILATION, 0, "the dilation", NO_OPTION},
    {"dh", ARG_DILATION, 1, "the dilation", NO_OPTION},
    {"dw", ARG_DILATION, 2, "the dilation", NO_OPTION},
    {"ad", ARG_OUTPUT_PADDING, 0, "the output padding", NO_OPTION},
    {"ah", ARG_OUTPUT_PADDING, 1, "the output padding", NO_OPTION},
    {"aw", ARG_OUTPUT_PADDING, 2, "the output padding", NO_OPTION},
    {"pf", ARG_PADDING, 0, "before", NO_OPTION},
    {"pk", ARG_PADDING, 0, "after", NO_OPTION},
    {"pt", ARG_PADDING, 1, "before", NO_OPTION},
    {"pb", ARG_PADDING, 1, "after", NO_OPTION},
    {"pl", ARG_PADDING, 2, "before", NO_OPTION},
    {"pr", ARG_PADDING, 2, "after", NO_OPTION},
    {"before", NO_OPTION, NO_AXIS, "what --pads adds before", NO_OPTION},
    {"after", NO_OPTION, NO_AXIS, "what --pads adds after", NO_OPTION},
    {"pad_mode", ARG_PADDING_MODE, NO_AXIS, "the padding mode", NO_OPTION},
    {"mode", ARG_MODE, NO_AXIS, "the mode", NO_OPTION},
    {"dims", NO_OPTION, NO_AXIS, "the input's size", ARG_INPUT},
    {"rank", NO_OPTION, NO_AXIS, "the number of axes", ARG_INPUT},
    {"groups", ARG_GROUPS, NO_AXIS, "the number of groups", NO_OPTION},
    {"algorithm", ARG_ALGORITHM, NO_AXIS, "the algorithm", NO_OPTION},
    {"threads", ARG_THREADS, NO_AXIS, "the number of threads", NO_OPTION},
    {"dim", ARG_DIM, NO_AXIS, "the axis", NO_OPTION},
    {"norm_type", ARG_NORM_TYPE, NO_AXIS, "the power", NO_OPTION},
    {"p", ARG_P, NO_AXIS, "the probability", NO_OPTION},
    {"size", ARG_SIZE, NO_AXIS, "the size", NO_OPTION},
    {"reduction", ARG_REDUCTION, NO_AXIS, "the reduction", NO_OPTION},
    {"ignore_index", ARG_IGNORE_INDEX, NO_AXIS, "the ignored class", NO_OPTION},
    {"label_smoothing", ARG_LABEL_SMOOTHING, NO_AXIS, "the smoothing",
     NO_OPTION},
    {"divisor_override", ARG_DIVISOR_OVERRIDE, NO_AXIS, "the divisor",
     NO_OPTION},
    {"multiply_adds", NO_OPTION, NO_AXIS, "multiply-adds", NO_OPTION},
    {"y", ARG_OUTPUT, NO_AXIS, "the output", NO_OPTION},
};

enum { TERMS = sizeof terms / sizeof terms[0] };

static const term *find(const char *letters, size_t length)
{
    for (int i = 0; i < TERMS; i++)
        if (strlen(terms[i].letters) == length &&
            strncmp(terms[i].letters, letters, length) == 0)
            return &terms[i];
    return NULL;
}

/* Padding is typed in one of three ways. */
static void say_padding(const call *c, const term *t, char *said)
{
    const arguments *a = &c->args;
    const arg_value *padding = &a->value[ARG_PADDING];
    const char *axis = axis_names[t->axis];

    if (arg_given(a, ARG_PADS))
        (void)snprintf(said, SHAPE_BYTES, "--pads %s the %s", t->phrase, axis);
    else if (padding->count > 1)
        (void)snprintf(said, SHAPE_BYTES, "--padding along the %s", axis);
    else if (padding->count == 1)
        (void)snprintf(said, SHAPE_BYTES, "--padding");
    else
        (void)snprintf(said, SHAPE_BYTES, "--padding %s, %s the %s,",
                       padding->text, t->phrase, axis);
}

/* The input's sizes of fold are the output's. */
static arg_name typed_as(const call *c, const term *t)
{
    bool sizes_output =
        c->op->takes & ARG(ARG_OUTPUT_SIZE) && c->op->takes & ARG(ARG_DILATION);

    if (t->option == ARG_INPUT_SIZE && sizes_output)
        return ARG_OUTPUT_SIZE;
    return t->option;
}

static bool is_typed(const call *c, arg_name option)
{
    return option != NO_OPTION && c->args.takes & ARG(option) &&
           (option != ARG_INPUT_SIZE || arg_given(&c->args, ARG_INPUT_SIZE));
}

/* A size that was not typed as an option, and the file or shape it is of. */
static void say_phrase(const call *c, const term *t, char *said)
{
    const char *text;

    (void)snprintf(said, SHAPE_BYTES, "%s", t->phrase);
    if (t->file == NO_OPTION || !c->has[t->file])
        return;
    text = c->args.value[t->file].text;
    if (!text && t->file <= ARG_BIAS)
        text = arg_table[ARG_INPUT_SHAPE + t->file].name;
    if (text)
        (void)snprintf(said, SHAPE_BYTES, "%s in %.60s", t->phrase, text);
}

static void say_term(const call *c, const term *t, char *said)
{
    arg_name option = typed_as(c, t);
    bool along = t->axis != NO_AXIS;

    if (option == ARG_PADDING && along) {
        say_padding(c, t, said);
    } else if (!is_typed(c, option)) {
        say_phrase(c, t, said);
    } else if (option < ARG_FILES) {
        tensor_name(c, option, said);
    } else {
        along = along && c->args.value[option].count > 1;
        (void)snprintf(said, SHAPE_BYTES, "%s%s%s", arg_table[option].name,
                       along ? " along the " : "",
                       along ? axis_names[t->axis] : "");
    }
}

/* Whether a text ends so. */
static bool ends_in(const char *text, size_t length, const char *end)
{
    size_t n = strlen(end);

    return length >= n && memcmp(text + length - n, end, n) == 0;
}

/* Takes the word "argument" or "arguments" off the end of a text. */
static size_t without_argument(const char *text, size_t length)
{
    static const char *const words[] = {"argument ", "arguments "};

    for (int i = 0; i < 2; i++)
        if (ends_in(text, length, words[i]))
            return length - strlen(words[i]);
    return length;
}

/* The letters in quotes at the start of a text; 0 if there are none. */
static size_t quoted(const char *text)
{
    size_t length = 0;

    if (*text != '\'')
        return 0;
    while (isalnum((unsigned char)text[1 + length]) || text[1 + length] == '_')
        length++;
    return text[1 + length] == '\'' ? length : 0;
}

/* Writes message to spoken with every term in its place. */
static void translate(const call *c, const char *message,
                      char spoken[SPOKEN_BYTES])
{
    size_t used = 0;

    while (*message && used < SPOKEN_BYTES - SHAPE_BYTES - 1) {
        size_t length = quoted(message);
        char said[SHAPE_BYTES];
        const term *t;

        if (length == 0) {
            spoken[used++] = *message++;
            continue;
        }
        t = find(message + 1, length);
        if (t)
            say_term(c, t, said);
        else
            (void)snprintf(said, sizeof said, "%.*s", (int)length, message + 1);
        used = without_argument(spoken, used);
        used += (size_t)snprintf(spoken + used, SHAPE_BYTES, "%s", said);
        message += length + 2;
    }
    spoken[used] = '\0';
}

int library_says(const call *c, ref_status status)
{
    char spoken[SPOKEN_BYTES];

    if (status == REF_OK)
        return 0;
    translate(c, ref_status_message(), spoken);
    return complain("%s", spoken);
}
