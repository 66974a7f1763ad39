#include "call.h"

#include "fault.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool arg_is_input(enum arg_kind kind)
{
    return kind == ARG_IN || kind == ARG_IN_INT;
}

bool arg_is_output(enum arg_kind kind)
{
    return kind == ARG_OUT || kind == ARG_OUT_INT || kind == ARG_RETURN;
}

bool arg_is_single(const struct arg *a)
{
    return a->kind == ARG_RETURN || (a->kind == ARG_OUT_INT && a->count == 1);
}

int arg_bytes(enum arg_kind kind)
{
    return kind == ARG_RETURN ? 8 : 4;
}

bool params_can_be_drawn(const struct param *p)
{
    while (p->kind != ARG_END && p->kind != ARG_IN && p->kind != ARG_OUT)
        p++;
    return p->kind != ARG_END;
}

struct call *call_new(const struct param *params)
{
    struct call *c = need(calloc(1, sizeof *c));
    c->params = params;
    while (params[c->args].kind != ARG_END) {
        c->arg[c->args].kind = params[c->args].kind;
        if (params[c->args].kind == ARG_RETURN)
            c->arg[c->args].count = c->arg[c->args].rank =
                c->arg[c->args].dim[0] = 1;
        c->args++;
        assert(c->args <= CALL_MAX_ARGS);
    }
    return c;
}

struct call *call_copy(const struct call *c)
{
    struct call *copy = need(malloc(sizeof *copy));
    *copy = *c;
    for (int i = 0; i < c->args; i++) {
        if (c->arg[i].data == NULL)
            continue;
        size_t bytes = sizeof(float) * (size_t)c->arg[i].count;
        copy->arg[i].data = need(malloc(bytes));
        memcpy(copy->arg[i].data, c->arg[i].data, bytes);
    }
    return copy;
}

void call_free(struct call *c)
{
    if (c == NULL)
        return;
    for (int i = 0; i < c->args; i++)
        free(c->arg[i].data);
    free(c);
}

void call_int(struct call *c, int arg, int number)
{
    assert(c->arg[arg].kind == ARG_INT);
    c->arg[arg].number = number;
}

void call_float(struct call *c, int arg, float real)
{
    assert(c->arg[arg].kind == ARG_FLOAT);
    c->arg[arg].real = real;
}

int arg_cols(const struct arg *a)
{
    return a->dim[a->rank - 1];
}

int arg_rows(const struct arg *a)
{
    return a->rank < 2 ? 1 : a->dim[a->rank - 2];
}

int arg_planes(const struct arg *a)
{
    return a->count / (arg_rows(a) * arg_cols(a));
}

void call_shape(struct call *c, int arg, int rank, const int *dims)
{
    struct arg *a = &c->arg[arg];
    assert(arg_is_input(a->kind) ||
           (arg_is_output(a->kind) && a->kind != ARG_RETURN));
    assert(rank >= 1 && rank <= CALL_MAX_RANK);
    a->rank = rank;
    a->count = 1;
    for (int r = 0; r < rank; r++) {
        assert(dims[r] > 0 && dims[r] <= 4096 * 4096 / a->count);
        a->dim[r] = dims[r];
        a->count *= dims[r];
    }
    if (arg_is_input(a->kind)) {
        free(a->data);
        a->data = need(calloc((size_t)a->count, sizeof(float)));
    }
}

void call_vector(struct call *c, int arg, int count)
{
    call_shape(c, arg, 1, &count);
}

void call_matrix(struct call *c, int arg, int rows, int cols)
{
    const int dims[] = {rows, cols};
    call_shape(c, arg, 2, dims);
}

int call_number(const struct call *c, int arg)
{
    assert(c->arg[arg].kind == ARG_INT);
    return c->arg[arg].number;
}

double call_at(const struct call *c, int arg, int element)
{
    assert(element >= 0 && element < c->arg[arg].count);
    return (double)c->arg[arg].data[element];
}

int call_cells(const struct call *c)
{
    int cells = 0;
    for (int i = 0; i < c->args; i++)
        cells += arg_is_output(c->arg[i].kind) ? c->arg[i].count : 0;
    return cells;
}

int call_cell_of(const struct call *c, int arg, int element)
{
    int cell = element;
    for (int i = 0; i < arg; i++)
        cell += arg_is_output(c->arg[i].kind) ? c->arg[i].count : 0;
    return cell;
}

int call_arg_of_cell(const struct call *c, int cell, int *element)
{
    for (int i = 0; i < c->args; i++) {
        int count = arg_is_output(c->arg[i].kind) ? c->arg[i].count : 0;
        if (cell < count) {
            *element = cell;
            return i;
        }
        cell -= count;
    }
    grader_fault("cell %d is no output of this call", cell);
}
