/* toeplitz as a command: the matrix of a convolution, printed, dense or in
 * compressed rows. */
#include "../toeplitz.h"

#include <limits.h>
#include <stdlib.h>

#include "matrix.h"
#include "op_conv.h"
#include "speak.h"

enum { MOST_PRINTED = 4096 };

/* The convolution, and its matrix's sizes.
 *   axes       1 or 2, as the weight says     c_in  input channels
 *   rows, columns, nonzeros  see ref_toeplitz2d_size */
typedef struct toeplitz_call {
    conv_call conv;
    int axes, c_in;
    int rows, columns;
    size_t nonzeros;
} toeplitz_call;

/* A weight of one or two axes is a kernel of one channel; of three or four,
 * all kernels of a convolution. */
static int read_weight(const call *c, toeplitz_call *t, int kernel[3])
{
    const ref_array *weight = &c->in[ARG_WEIGHT];
    const int *dims = weight->dims;
    long long c_in;

    if (tensor_expect_rank(c, ARG_WEIGHT, 1, 4,
                           "(W), (H, W), (C_out, C_in / groups, W) or "
                           "(C_out, C_in / groups, H, W)") != 0)
        return EXIT_BAD_INPUT;
    t->axes = weight->rank % 2 == 1 ? 1 : 2;
    t->conv.c_out = weight->rank > 2 ? *dims++ : 1;
    c_in = weight->rank > 2 ? *dims++ : 1;
    for (int i = 0; i < t->axes; i++)
        kernel[3 - t->axes + i] = dims[i];
    if (t->conv.groups > 0)
        c_in *= t->conv.groups;
    if (c_in > INT_MAX)
        return complain("--groups is %d; it would make %lld input channels",
                        t->conv.groups, c_in);
    t->c_in = (int)c_in;
    return 0;
}

/* The size of the input: typed, or the last axes of a file. */
static int read_size(const call *c, toeplitz_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    bool typed = arg_given(&c->args, ARG_INPUT_SIZE);

    if (typed == c->has[ARG_INPUT])
        return complain(typed ? "--input-size and --input are both given; one "
                                "of them says it all"
                              : "toeplitz needs --input-size, or --input for "
                                "its sizes");
    if (typed)
        return arg_axes(&c->args, ARG_INPUT_SIZE, t->axes, t->conv.x.size);
    if (tensor_expect_rank(c, ARG_INPUT, t->axes, REF_ARRAY_MAX_RANK,
                           t->axes == 1 ? "(..., W)" : "(..., H, W)") != 0)
        return EXIT_BAD_INPUT;
    for (int i = 0; i < t->axes; i++)
        t->conv.x.size[3 - t->axes + i] = x->dims[x->rank - t->axes + i];
    return 0;
}

static ref_status measure(toeplitz_call *t)
{
    const conv_call *v = &t->conv;
    const int *k = v->window.k, *n = v->x.size;
    const ref_conv1d_params p1 = conv1d_params(v);
    const ref_conv2d_params p2 = conv2d_params(v);

    if (t->axes == 1)
        return ref_toeplitz1d_size(v->c_out, t->c_in, k[2], n[2], &p1, &t->rows,
                                   &t->columns, &t->nonzeros);
    return ref_toeplitz2d_size(v->c_out, t->c_in, k[1], k[2], n[1], n[2], &p2,
                               &t->rows, &t->columns, &t->nonzeros);
}

static int read_call(const call *c, toeplitz_call *t)
{
    int kernel[3] = {1, 1, 1};

    *t = (toeplitz_call){.conv.x.size = {1, 1, 1}};
    t->conv.pad_mode = (ref_pad_mode)c->args.value[ARG_PADDING_MODE].place;
    if (arg_int(&c->args, ARG_GROUPS, &t->conv.groups) != 0 ||
        read_weight(c, t, kernel) != 0 || read_size(c, t) != 0 ||
        sliding_read(c, t->axes, kernel, &t->conv.window) != 0)
        return EXIT_BAD_INPUT;
    return library_says(c, measure(t));
}

/* --columns and --row-starts are those of --csr. */
static int check_csr(const call *c)
{
    static const arg_name files[] = {ARG_COLUMNS, ARG_ROW_STARTS};
    bool csr = c->args.value[ARG_CSR].flag;

    for (int i = 0; i < 2; i++)
        if (arg_given(&c->args, files[i]) != csr)
            return complain(csr ? "--csr needs %s" : "%s goes with --csr only",
                            arg_table[files[i]].name);
    return 0;
}

static int plan(call *c)
{
    toeplitz_call t;
    int dims[2];

    if (read_call(c, &t) != 0)
        return EXIT_BAD_INPUT;
    dims[0] = t.rows;
    dims[1] = t.columns;
    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, 2, dims);
    if (!c->args.value[ARG_CSR].flag)
        return 0;
    if (t.nonzeros > INT_MAX || t.rows == INT_MAX)
        return complain("the matrix has %zu values; at most %d can be written",
                        t.nonzeros, INT_MAX);
    dims[0] = (int)t.nonzeros;
    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, 1, dims);
    tensor_shape(c, ARG_COLUMNS, REF_INT64, 1, dims);
    dims[0] = t.rows + 1;
    tensor_shape(c, ARG_ROW_STARTS, REF_INT64, 1, dims);
    return 0;
}

static ref_status dense(const call *c, const toeplitz_call *t, float *u)
{
    const conv_call *v = &t->conv;
    const float *weight = tensor_floats(c, ARG_WEIGHT);
    const int *k = v->window.k, *n = v->x.size;
    const ref_conv1d_params p1 = conv1d_params(v);
    const ref_conv2d_params p2 = conv2d_params(v);

    if (t->axes == 1)
        return ref_toeplitz1d(weight, v->c_out, t->c_in, k[2], n[2], &p1, u);
    return ref_toeplitz2d(weight, v->c_out, t->c_in, k[1], k[2], n[1], n[2],
                          &p2, u);
}

static ref_status sparse(call *c, const toeplitz_call *t, int *columns,
                         size_t *starts)
{
    const conv_call *v = &t->conv;
    const float *weight = tensor_floats(c, ARG_WEIGHT);
    float *values = tensor_out(c, ARG_OUTPUT);
    const int *k = v->window.k, *n = v->x.size;
    const ref_conv1d_params p1 = conv1d_params(v);
    const ref_conv2d_params p2 = conv2d_params(v);

    if (t->axes == 1)
        return ref_toeplitz1d_csr(weight, v->c_out, t->c_in, k[2], n[2], &p1,
                                  values, columns, starts);
    return ref_toeplitz2d_csr(weight, v->c_out, t->c_in, k[1], k[2], n[1], n[2],
                              &p2, values, columns, starts);
}

/* Files have int64 where the library has int and size_t. */
static int run_sparse(call *c, const toeplitz_call *t)
{
    size_t rows = (size_t)t->rows + 1;
    int *columns = calloc(t->nonzeros + 1, sizeof *columns);
    size_t *starts = calloc(rows, sizeof *starts);
    int64_t *columns_out = tensor_out_integers(c, ARG_COLUMNS);
    int64_t *starts_out = tensor_out_integers(c, ARG_ROW_STARTS);
    int status = EXIT_BAD_INPUT;

    if (!columns || !starts)
        (void)complain("no memory for %zu values", t->nonzeros);
    else
        status = library_says(c, sparse(c, t, columns, starts));
    for (size_t i = 0; columns && status == 0 && i < t->nonzeros; i++)
        columns_out[i] = columns[i];
    for (size_t i = 0; starts && status == 0 && i < rows; i++)
        starts_out[i] = (int64_t)starts[i];
    free(columns);
    free(starts);
    return status;
}

/* Without --output, a small matrix is shown. */
static int print(call *c, const toeplitz_call *t)
{
    ref_array *out = &c->out[0];
    const int dims[2] = {t->rows, t->columns};
    matrix m = {.h = t->rows, .w = t->columns};

    if (t->columns > MOST_PRINTED / t->rows)
        return complain("toeplitz needs --output: the matrix is %d x %d, too "
                        "large to be printed",
                        t->rows, t->columns);
    if (complain_unless_ok(ref_array_new(REF_FLOAT32, 2, dims, out)) != 0)
        return EXIT_BAD_INPUT;
    m.data = out->data;
    if (library_says(c, dense(c, t, m.data)) != 0)
        return EXIT_BAD_INPUT;
    matrix_print(&m);
    return 0;
}

static int run(call *c)
{
    bool csr = c->args.value[ARG_CSR].flag;
    bool written = arg_given(&c->args, ARG_OUTPUT);
    toeplitz_call t;

    if (check_csr(c) != 0 || read_call(c, &t) != 0)
        return EXIT_BAD_INPUT;
    if (csr && !written)
        return complain("--csr needs --output for the values");
    if (csr)
        return run_sparse(c, &t);
    if (!written)
        return print(c, &t);
    return library_says(c, dense(c, &t, tensor_out(c, ARG_OUTPUT)));
}

const operator_row op_toeplitz[] = {
    {"toeplitz", GROUP_MATRICES, 0,
     ARG(ARG_WEIGHT) | ARG(ARG_INPUT) | ARG(ARG_OUTPUT) | ARG(ARG_COLUMNS) |
         ARG(ARG_ROW_STARTS) | ARG(ARG_INPUT_SIZE) | ARG(ARG_STRIDE) |
         ARG(ARG_PADDING) | ARG(ARG_PADS) | ARG(ARG_PADDING_MODE) |
         ARG(ARG_DILATION) | ARG(ARG_GROUPS) | ARG(ARG_CSR),
     ARG(ARG_WEIGHT), "the matrix of a convolution",
     "U with y = U x, for the convolution y of x, both as one column: row\n"
     "(o*oH + i)*oW + j, column (c*H + r)*W + q. Circulant with circular\n"
     "padding. Without --output, a small matrix is printed. Of --input, only\n"
     "the last sizes are looked at\n"
     "  weight  (kW), (kH, kW), or as conv1d and conv2d have it\n"
     "  output  (rows, columns); with --csr (values,), and --columns as many,\n"
     "          --row-starts (rows + 1,): all three must be given\n",
     "toeplitz --weight w.npy --input-size 4,4 --output u.npy", plan, run,
     NULL},
    {.name = NULL},
};
