/* All other operators that take sizes, as calls of integers. */
#include "calls.h"

/* A float from an integer: small ones are quarters, absurd ones stay. */
static float quarter(int v)
{
    return (float)v * 0.25f;
}

static ref_status output_size(const int *v, const call_arrays *a)
{
    const ref_axis axis = {
        (ref_axis_name)v[0], v[1], v[2], v[3], v[4], v[5], v[6]};

    return ref_output_size(&axis, a->sizes);
}

static ref_status pool_output_size(const int *v, const call_arrays *a)
{
    const ref_axis axis = {
        (ref_axis_name)v[0], v[1], v[2], v[3], v[4], v[5], v[6]};

    return ref_pool_output_size(&axis, v[7], a->sizes);
}

static ref_status transposed_size(const int *v, const call_arrays *a)
{
    const ref_axis axis = {
        (ref_axis_name)v[0], v[1], v[2], v[3], v[4], v[5], v[6]};

    return ref_transposed_size(&axis, v[7], a->sizes);
}

static ref_status same_padding(const int *v, const call_arrays *a)
{
    return ref_same_padding(v[0], v[1], a->sizes, a->sizes + 1);
}

static ref_status nchw_to_nhwc(const int *v, const call_arrays *a)
{
    return ref_nchw_to_nhwc(a->x, v[0], v[1], v[2], v[3], a->y);
}

static ref_status nhwc_to_nchw(const int *v, const call_arrays *a)
{
    return ref_nhwc_to_nchw(a->x, v[0], v[1], v[2], v[3], a->y);
}

static ref_status match_ncc(const int *v, const call_arrays *a)
{
    return ref_match_ncc(a->x, v[0], v[1], a->more, v[2], v[3], a->y);
}

static ref_status pad(const int *v, const call_arrays *a)
{
    return ref_pad(a->x, v + 1, v[0] > 3 ? 3 : v[0], v + 4, v + 7,
                   (ref_pad_mode)v[10], a->y);
}

static ref_status pad_constant(const int *v, const call_arrays *a)
{
    return ref_pad_constant(a->x, v + 1, v[0] > 3 ? 3 : v[0], v + 4, v + 7,
                            quarter(v[10]), a->y);
}

static ref_status pad_output(const int *v, const call_arrays *a)
{
    return ref_pad_output(v + 1, v[0] > 3 ? 3 : v[0], v + 4, v + 7,
                          (ref_pad_mode)v[10], a->sizes);
}

static ref_status linear(const int *v, const call_arrays *a)
{
    return ref_linear(a->x, v[0], v[1], a->weight, v[2], a->bias, a->y);
}

static ref_status softmax(const int *v, const call_arrays *a)
{
    return ref_softmax(a->x, v + 2, v[0] > 4 ? 4 : v[0], v[1], a->y);
}

static ref_status log_softmax(const int *v, const call_arrays *a)
{
    return ref_log_softmax(a->x, v + 2, v[0] > 4 ? 4 : v[0], v[1], a->y);
}

static ref_status batch_norm(const int *v, const call_arrays *a)
{
    return ref_batch_norm(a->x, v[0], v[1], v[2], v[3], a->more, a->more,
                          a->weight, a->bias, quarter(v[4]), a->y);
}

/* Running statistics are written to: none here. */
static ref_status batch_norm_train(const int *v, const call_arrays *a)
{
    return ref_batch_norm_train(a->x, v[0], v[1], v[2], v[3], a->weight,
                                a->bias, quarter(v[4]), quarter(v[5]), NULL,
                                NULL, a->y);
}

static ref_status local_response_norm(const int *v, const call_arrays *a)
{
    const ref_lrn_params p = {v[4], quarter(v[5]), quarter(v[6]),
                              quarter(v[7])};

    return ref_local_response_norm(a->x, v[0], v[1], v[2], v[3], &p, a->y);
}

static ref_loss_params loss_params(const int *v)
{
    return (ref_loss_params){(ref_reduction)v[0], v[1], quarter(v[2])};
}

static ref_status nll_loss(const int *v, const call_arrays *a)
{
    const ref_loss_params p = loss_params(v + 4);

    return ref_nll_loss(a->x, v[0], v[1], v[2], v[3], a->places, a->weight, &p,
                        a->y);
}

static ref_status cross_entropy(const int *v, const call_arrays *a)
{
    const ref_loss_params p = loss_params(v + 4);

    return ref_cross_entropy(a->x, v[0], v[1], v[2], v[3], a->places, a->weight,
                             &p, a->y);
}

static ref_status cross_entropy_probabilities(const int *v,
                                              const call_arrays *a)
{
    const ref_loss_params p = loss_params(v + 4);

    return ref_cross_entropy_probabilities(a->x, v[0], v[1], v[2], v[3],
                                           a->more, a->weight, &p, a->y);
}

/* Counts of elements are not negative: -1 is the largest there is. */
static ref_status relu(const int *v, const call_arrays *a)
{
    return ref_relu(a->x, (size_t)v[0], a->y);
}

static ref_status sigmoid(const int *v, const call_arrays *a)
{
    return ref_sigmoid(a->x, (size_t)v[0], a->y);
}

static ref_status hyperbolic(const int *v, const call_arrays *a)
{
    return ref_tanh(a->x, (size_t)v[0], a->y);
}

static ref_status dropout(const int *v, const call_arrays *a)
{
    return ref_dropout(a->x, (size_t)v[0], quarter(v[1]), (uint64_t)v[2], a->y);
}

static ref_status receptive_field(const int *v, const call_arrays *a)
{
    const ref_layer layers[] = {{v[1], v[2], v[3], v[4]},
                                {v[5], v[6], v[7], v[8]},
                                {v[9], v[10], v[11], v[12]}};
    ref_field fields[3];

    (void)a;
    return ref_receptive_field(layers, v[0] > 3 ? 3 : v[0], fields);
}

static ref_status conv2d_cost(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = {
        v[7],  v[8],  v[9],  v[10],           v[11], v[12], (ref_pad_mode)v[13],
        v[14], v[15], v[16], REF_CONV_DIRECT, 0};
    ref_cost cost;

    (void)a;
    return ref_conv2d_cost(v[0], v[1], v[2], v[3], v[4], v[5], v[6], &p, &cost);
}

static ref_status linear_cost(const int *v, const call_arrays *a)
{
    ref_cost cost;

    (void)a;
    return ref_linear_cost(v[0], v[1], v[2], &cost);
}

const library_call calls_rest[] = {
    {"ref_output_size", 7, 0, output_size},
    {"ref_pool_output_size", 8, 0, pool_output_size},
    {"ref_transposed_size", 8, 0, transposed_size},
    {"ref_same_padding", 2, 0, same_padding},
    {"ref_nchw_to_nhwc", 4, 1, nchw_to_nhwc},
    {"ref_nhwc_to_nchw", 4, 1, nhwc_to_nchw},
    {"ref_match_ncc", 4, 1, match_ncc},
    {"ref_pad", 11, 1, pad},
    {"ref_pad_constant", 11, 1, pad_constant},
    {"ref_pad_output", 11, 0, pad_output},
    {"ref_linear", 3, 1, linear},
    {"ref_softmax", 6, 1, softmax},
    {"ref_log_softmax", 6, 1, log_softmax},
    {"ref_batch_norm", 5, 1, batch_norm},
    {"ref_batch_norm_train", 6, 1, batch_norm_train},
    {"ref_local_response_norm", 8, 1, local_response_norm},
    {"ref_nll_loss", 7, 1, nll_loss},
    {"ref_cross_entropy", 7, 1, cross_entropy},
    {"ref_cross_entropy_probabilities", 7, 1, cross_entropy_probabilities},
    {"ref_relu", 1, 1, relu},
    {"ref_sigmoid", 1, 1, sigmoid},
    {"ref_tanh", 1, 1, hyperbolic},
    {"ref_dropout", 3, 1, dropout},
    {"ref_receptive_field", 13, 0, receptive_field},
    {"ref_conv2d_cost", 17, 0, conv2d_cost},
    {"ref_linear_cost", 3, 0, linear_cost},
    {NULL, 0, 0, NULL},
};
