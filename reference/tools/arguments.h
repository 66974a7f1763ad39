#ifndef CONVLINGS_TOOLS_ARGUMENTS_H
#define CONVLINGS_TOOLS_ARGUMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "../io/array.h"

/* Everything that an operator can be told on the command line, and what it was
 * told. Names are those of torch.nn.functional, with dashes. */

/* All options. Files that are read come first, then files that are written. */
typedef enum arg_name {
    ARG_INPUT,
    ARG_WEIGHT,
    ARG_BIAS,
    ARG_OFFSET,
    ARG_MASK,
    ARG_TARGET,
    ARG_INDICES,
    ARG_RUNNING_MEAN,
    ARG_RUNNING_VAR,
    ARG_FILES_READ,
    ARG_OUTPUT = ARG_FILES_READ,
    ARG_RETURN_INDICES,
    ARG_UPDATED_MEAN,
    ARG_UPDATED_VAR,
    ARG_COLUMNS,
    ARG_ROW_STARTS,
    ARG_FILES,
    ARG_INPUT_SHAPE = ARG_FILES,
    ARG_WEIGHT_SHAPE,
    ARG_BIAS_SHAPE,
    ARG_OUTPUT_SIZE,
    ARG_INPUT_SIZE,
    ARG_KERNEL_SIZE,
    ARG_STRIDE,
    ARG_PADDING,
    ARG_PADS,
    ARG_PADDING_MODE,
    ARG_MODE,
    ARG_VALUE,
    ARG_DILATION,
    ARG_OUTPUT_PADDING,
    ARG_GROUPS,
    ARG_ALGORITHM,
    ARG_THREADS,
    ARG_CEIL_MODE,
    ARG_COUNT_INCLUDE_PAD,
    ARG_DIVISOR_OVERRIDE,
    ARG_NORM_TYPE,
    ARG_DIM,
    ARG_P,
    ARG_SEED,
    ARG_TRAINING,
    ARG_MOMENTUM,
    ARG_EPS,
    ARG_SIZE,
    ARG_ALPHA,
    ARG_BETA,
    ARG_K,
    ARG_REDUCTION,
    ARG_IGNORE_INDEX,
    ARG_LABEL_SMOOTHING,
    ARG_CSR,
    ARG_COUNT
} arg_name;

/* A set of options: an operator's, or those that it cannot do without. */
typedef uint64_t arg_set;
#define ARG(name) ((arg_set)1 << (name))

/* What stands after an option. */
typedef enum arg_kind {
    ARG_IS_FILE,
    ARG_IS_LIST,    /* integers: 3 or 3,2 */
    ARG_IS_PADDING, /* the same, or the word same or valid */
    ARG_IS_INTEGER, /* of 64 bits */
    ARG_IS_NUMBER,  /* float32 */
    ARG_IS_WORD,    /* one of a few */
    ARG_IS_FLAG     /* nothing, true or false */
} arg_kind;

/* One option.
 *   name      with its dashes
 *   kind      what stands after it
 *   fallback  what it says when it is not given, as it would be typed; NULL:
 *             nothing
 *   words     those that are allowed, NULL at the end; or NULL
 *   meaning   for the manual */
typedef struct arg_row {
    const char *name;
    arg_kind kind;
    const char *fallback;
    const char *const *words;
    const char *meaning;
} arg_row;

/* The options, by arg_name. */
extern const arg_row arg_table[ARG_COUNT];

/* The most numbers in one list: two for each axis of an array. */
enum { ARG_MOST_NUMBERS = 2 * REF_ARRAY_MAX_RANK };

/* What one option says.
 *   given    it is on the command line; else the rest is its fallback
 *   text     as typed; NULL if there is not even a fallback
 *   count    how many numbers the list has
 *   list     the numbers
 *   integer, number, place, flag  what an integer, a number, a word (its place
 *            among the words) or a flag says */
typedef struct arg_value {
    bool given;
    const char *text;
    int count;
    int list[ARG_MOST_NUMBERS];
    int64_t integer;
    float number;
    int place;
    bool flag;
} arg_value;

/* The command line of one operator.
 *   op_name  its name        takes  the options it has
 *   value    by arg_name */
typedef struct arguments {
    const char *op_name;
    arg_set takes;
    arg_value value[ARG_COUNT];
} arguments;

/* Reads the words after an operator's name.
 *   op_name  in   its name, for messages
 *   takes    in   the options it has        argc, argv  in  the words
 *   a        out  what they say, and the fallbacks
 * Returns  0; or EXIT_BAD_INPUT after a sentence: an option that does not
 *          exist or is not the operator's, is given twice, has no value or one
 *          of the wrong kind */
int arguments_read(const char *op_name, arg_set takes, int argc, char **argv,
                   arguments *a);

/* Whether the option was given. */
bool arg_given(const arguments *a, arg_name name);

/* An integer that must fit in an int.
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int arg_int(const arguments *a, arg_name name, int *value);

/* The numbers of a list, one for each axis: one number serves all.
 *   axes     in   how many axes
 *   numbers  out  3: those of depth, height and width; with fewer axes the
 *                 first stay as they are
 * Returns  0; or EXIT_BAD_INPUT after a sentence about another count */
int arg_axes(const arguments *a, arg_name name, int axes, int numbers[3]);

/* The padding before and after each axis, from --padding or --pads.
 *   axes           in   how many axes; before and after are as in arg_axes
 * Returns  0; or EXIT_BAD_INPUT after a sentence: both are given, or another
 *          count of numbers. Not for a --padding that is a word */
int arg_pads(const arguments *a, int axes, int before[3], int after[3]);

#endif
