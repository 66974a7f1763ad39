#ifndef CONVLINGS_TOOLS_OPERATORS_H
#define CONVLINGS_TOOLS_OPERATORS_H

#include <stdbool.h>

#include "../cost.h"
#include "../io/array.h"
#include "arguments.h"

/* The operators of the library as commands: one row each, which says what the
 * operator is called, what it takes, and how it is run. */

/* Where an operator stands in the overview. */
typedef enum operator_group {
    GROUP_CONVOLUTION,
    GROUP_POOLING,
    GROUP_MATRICES,
    GROUP_LAYERS,
    GROUP_LOSSES,
    GROUP_COUNT
} operator_group;

/* One run of an operator.
 *   op      its row                        args  the command line
 *   in      by arg_name: the files, as float32, or int64 where integers are
 *           asked for. While only sizes are known, data is NULL
 *   has     by arg_name: the file is given, or its shape is
 *   out     by arg_name - ARG_OUTPUT: what plan makes of sizes, then arrays
 *   wanted  by arg_name - ARG_OUTPUT: it is asked for */
typedef struct call {
    const struct operator_row *op;
    arguments args;
    ref_array in[ARG_FILES_READ];
    bool has[ARG_FILES_READ];
    ref_array out[ARG_FILES - ARG_OUTPUT];
    bool wanted[ARG_FILES - ARG_OUTPUT];
} call;

/* One operator.
 *   name     in snake case                 group  see above
 *   axes     1, 2 or 3 sliding axes; 0: as many as the arrays have
 *   takes    the options it has            needs  those it cannot do without
 *   what     one line for the overview
 *   formula  lines for the manual: formula and shapes
 *   example  a command line after `convlings `
 *   plan     checks the shapes of the inputs that are there, and gives each
 *            output its type and shape. Returns 0, or EXIT_BAD_INPUT after a
 *            sentence
 *   run      computes the outputs that are wanted. Returns as plan
 *   cost     counts parameters and operations after plan, or NULL: not known.
 *            Returns as plan */
typedef struct operator_row {
    const char *name;
    operator_group group;
    int axes;
    arg_set takes, needs;
    const char *what;
    const char *formula;
    const char *example;
    int (*plan)(call *c);
    int (*run)(call *c);
    int (*cost)(const call *c, ref_cost *cost);
} operator_row;

/* The rows of one file; a row without a name ends them. */
extern const operator_row op_conv[], op_transpose[], op_deform[], op_pool[],
    op_adaptive[], op_matrix[], op_toeplitz[], op_pointwise[], op_norm[],
    op_loss[];

/* All operators, in the order of the overview.
 * Returns  row number i, or NULL after the last */
const operator_row *operator_at(int i);

/* The operator of a name in snake or kebab case; NULL if there is none. */
const operator_row *operator_named(const char *name);

/* Whether two names are the same in snake and in kebab case. */
bool same_name(const char *typed, const char *name);

/* Reads the words after an operator's name, then the files.
 *   op          in   its row               argc, argv  in  the words
 *   sizes_only  in   only shapes are needed: no output is, and --input-shape
 *                    and its kin may stand for files
 *   c           out  the call, planned
 * Memory   *c is given back by call_free, also after a failure
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int call_prepare(const operator_row *op, int argc, char **argv, bool sizes_only,
                 call *c);

/* Gives back the arrays. */
void call_free(call *c);

/* Runs an operator: reads, computes, writes.
 * Returns  0; or EXIT_BAD_INPUT after a sentence, and no file is written */
int operator_run(const operator_row *op, int argc, char **argv);

#endif
