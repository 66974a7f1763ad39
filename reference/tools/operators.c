/* Finds operators and runs them: words, files, plan, run, files. */
#include "operators.h"

#include <stddef.h>

#include "tensors.h"
#include "words.h"

static const operator_row *const tables[] = {
    op_conv,   op_transpose, op_deform,    op_pool, op_adaptive,
    op_matrix, op_toeplitz,  op_pointwise, op_norm, op_loss,
};

enum { TABLES = sizeof tables / sizeof tables[0] };

const operator_row *operator_at(int i)
{
    for (int t = 0; t < TABLES; t++)
        for (const operator_row *row = tables[t]; row->name; row++)
            if (i-- == 0)
                return row;
    return NULL;
}

bool same_name(const char *typed, const char *name)
{
    while (*typed && (*typed == *name || (*typed == '-' && *name == '_') ||
                      (*typed == '_' && *name == '-'))) {
        typed++;
        name++;
    }
    return *typed == *name;
}

const operator_row *operator_named(const char *name)
{
    const operator_row *row;

    for (int i = 0; (row = operator_at(i)); i++)
        if (same_name(name, row->name))
            return row;
    return NULL;
}

/* Options by what they are. */
enum { FILES_WRITTEN = ARG_FILES - ARG_OUTPUT };
static const arg_set all_files = ARG(ARG_FILES) - 1;
static const arg_set files_written = (ARG(FILES_WRITTEN) - 1) << ARG_OUTPUT;
static const arg_set shapes =
    ARG(ARG_INPUT_SHAPE) | ARG(ARG_WEIGHT_SHAPE) | ARG(ARG_BIAS_SHAPE);
static const arg_set sized = ARG(ARG_INPUT) | ARG(ARG_WEIGHT);

static int check_needs(const call *c, arg_set needs)
{
    for (int i = 0; i < ARG_COUNT; i++) {
        bool there = arg_given(&c->args, (arg_name)i) ||
                     (i < ARG_FILES_READ && c->has[i]);

        if (needs & ARG(i) && !there)
            return complain("%s needs %s; `convlings help %s` says more",
                            c->op->name, arg_table[i].name, c->op->name);
    }
    return 0;
}

int call_prepare(const operator_row *op, int argc, char **argv, bool sizes_only,
                 call *c)
{
    arg_set takes = op->takes, needs = op->needs;
    int status;

    *c = (call){.op = op};
    if (sizes_only) {
        takes &= ~files_written;
        takes |= (takes >> ARG_INPUT << ARG_INPUT_SHAPE) & shapes;
        needs &= sized | ~all_files;
    }
    status = arguments_read(op->name, takes, argc, argv, &c->args);
    for (int i = 0; i < FILES_WRITTEN; i++)
        c->wanted[i] = arg_given(&c->args, (arg_name)(ARG_OUTPUT + i));
    if (status == 0 && sizes_only)
        status = tensors_shapes(c);
    if (status == 0)
        status = check_needs(c, needs);
    if (status == 0)
        status = tensors_read(c);
    if (status == 0)
        status = op->plan(c);
    return status;
}

void call_free(call *c)
{
    for (int i = 0; i < ARG_FILES_READ; i++)
        ref_array_free(&c->in[i]);
    for (int i = 0; i < FILES_WRITTEN; i++)
        ref_array_free(&c->out[i]);
}

int operator_run(const operator_row *op, int argc, char **argv)
{
    call c;
    int status = call_prepare(op, argc, argv, false, &c);

    if (status == 0)
        status = tensors_make(&c);
    if (status == 0)
        status = op->run(&c);
    if (status == 0)
        status = tensors_write(&c);
    call_free(&c);
    return status;
}
