/* The padding modes as one map from a position to the element seen there.
 * Each mode repeats with a period, so any distance is one remainder:
 *   circular   n           a b c d | a b c d
 *   symmetric  2n          a b c d d c b a | a b ...
 *   reflect    2(n - 1)    a b c d c b | a b ...
 * A whole array is padded axis by axis from the outside in: each position of
 * an axis is either a copy of one of x or nothing but the constant. Only the
 * edges of a row ask the map; what lies between is copied at once. */
#include "pad.h"

#include <limits.h>
#include <string.h>

#include "check.h"
#include "shape.h"
#include "whole.h"

static const char *const names[] = {
    [REF_PAD_ZEROS] = "zeros",         [REF_PAD_REFLECT] = "reflect",
    [REF_PAD_SYMMETRIC] = "symmetric", [REF_PAD_REPLICATE] = "replicate",
    [REF_PAD_CIRCULAR] = "circular",
};

_Static_assert(sizeof names / sizeof names[0] == REF_PAD_MODE_COUNT,
               "each mode has a name");

/* The remainder that is never negative; period >= 1. */
static long long wrap(long long i, long long period)
{
    long long r = i % period;

    return r < 0 ? r + period : r;
}

/* In a mirror at the last element, or (behind 1) at its far edge, which shows it
 * a second time. */
static int mirrored(int i, int n, int behind)
{
    long long period = 2 * ((long long)n - 1 + behind);
    long long r = period > 0 ? wrap(i, period) : 0;

    return (int)(r < n ? r : period - behind - r);
}

int ref_pad_index(ref_pad_mode mode, int i, int n)
{
    if (n < 1)
        return -1;
    switch (mode) {
    case REF_PAD_ZEROS:
        return i >= 0 && i < n ? i : -1;
    case REF_PAD_REFLECT:
        return mirrored(i, n, 0);
    case REF_PAD_SYMMETRIC:
        return mirrored(i, n, 1);
    case REF_PAD_REPLICATE:
        return i < 0 ? 0 : i < n ? i : n - 1;
    case REF_PAD_CIRCULAR:
        return (int)wrap(i, n);
    }
    return -1;
}

static int is_mode(ref_pad_mode mode)
{
    return (int)mode >= 0 && (int)mode < REF_PAD_MODE_COUNT;
}

int ref_pad_limit(ref_pad_mode mode, int n)
{
    if (n < 1 || !is_mode(mode))
        return 0;
    if (mode == REF_PAD_REFLECT)
        return n - 1;
    return mode == REF_PAD_CIRCULAR ? n : INT_MAX;
}

ref_status ref_pad_mode_named(const char *name, ref_pad_mode *mode)
{
    REF_TRY(ref_check_pointer("name", name));
    REF_TRY(ref_check_pointer("mode", mode));
    for (int m = 0; m < REF_PAD_MODE_COUNT; m++)
        if (strcmp(name, names[m]) == 0) {
            *mode = (ref_pad_mode)m;
            return REF_OK;
        }
    return ref_fail(REF_EPARAM,
                    "argument 'mode' is '%.40s'; it must be zeros, reflect, "
                    "symmetric, replicate or circular",
                    name);
}

const char *ref_pad_mode_name(ref_pad_mode mode)
{
    return is_mode(mode) ? names[mode] : "unknown mode";
}

/* What ref_pad is called with, and the output size of each axis. */
typedef struct pad_task {
    const int *dims, *before, *after;
    int rank;
    ref_pad_mode mode;
    float value;
    int out[REF_PAD_MAX_RANK];
} pad_task;

static ref_status check_side(const pad_task *t, const char *name,
                             const int *side, int axis)
{
    const int n = t->dims[axis];
    const int limit =
        t->mode == REF_PAD_ZEROS ? INT_MAX : ref_pad_limit(t->mode, n);

    if (side[axis] <= limit)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d on axis %d; with mode %s and a size "
                    "of %d it must be at most %d",
                    name, side[axis], axis, ref_pad_mode_name(t->mode), n,
                    limit);
}

/* Checks one axis and finds its output size. Both it and what it is before
 * anything is taken from its front are counted by an int, so every position
 * between them is. */
static ref_status measure_axis(pad_task *t, int axis)
{
    const int n = t->dims[axis];
    const int before = t->before[axis], after = t->after[axis];
    const long long size = (long long)n + before + after;
    const long long longest = before < 0 ? size - before : size;

    if (n < 0)
        return ref_fail(REF_ESIZE,
                        "argument 'dims' is %d on axis %d; it must be at "
                        "least 0",
                        n, axis);
    REF_TRY(check_side(t, "before", t->before, axis));
    REF_TRY(check_side(t, "after", t->after, axis));
    if (longest > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "arguments 'before' and 'after' are %d and %d on axis "
                        "%d: with its %d the size %lld must not exceed %d",
                        before, after, axis, n, longest, INT_MAX);
    if (size < 1 && (n != 0 || before != 0 || after != 0))
        return ref_fail(REF_ESIZE,
                        "arguments 'before' and 'after' are %d and %d on axis "
                        "%d; they must leave at least 1 of its %d",
                        before, after, axis, n);
    t->out[axis] = (int)size;
    return REF_OK;
}

static ref_status measure(pad_task *t)
{
    if (t->rank < 1 || t->rank > REF_PAD_MAX_RANK)
        return ref_fail(REF_EPARAM, "argument 'rank' is %d; it must be 1 to %d",
                        t->rank, REF_PAD_MAX_RANK);
    REF_TRY(ref_check_choice("mode", (int)t->mode, REF_PAD_MODE_COUNT,
                             "ref_pad_mode"));
    REF_TRY(ref_check_pointer("dims", t->dims));
    REF_TRY(ref_check_pointer("before", t->before));
    REF_TRY(ref_check_pointer("after", t->after));
    for (int axis = 0; axis < t->rank; axis++)
        REF_TRY(measure_axis(t, axis));
    return REF_OK;
}

static void fill(float *y, size_t count, float value)
{
    for (size_t i = 0; i < count; i++)
        y[i] = value;
}

/* Pads an axis and all that are inside it: x_count elements become y_count,
 * neither of them 0. Of a row, those that are x's own lie together. */
static void pad_axis(const pad_task *t, int axis, const float *x,
                     size_t x_count, float *y, size_t y_count)
{
    const int n = t->dims[axis], out = t->out[axis];

    for (int i = 0; i < out; i++) {
        const size_t x_step = x_count / (size_t)n;
        const size_t y_step = y_count / (size_t)out;
        const int place = i - t->before[axis];
        const int from = ref_pad_index(t->mode, place, n);
        float *to = y + (size_t)i * y_step;

        if (from < 0) {
            fill(to, y_step, t->value);
        } else if (axis + 1 < t->rank) {
            pad_axis(t, axis + 1, x + (size_t)from * x_step, x_step, to,
                     y_step);
        } else if (from == place) {
            const int count = smaller(n - from, out - i);

            memcpy(to, x + from, (size_t)count * sizeof *y);
            i += count - 1;
        } else {
            *to = x[from];
        }
    }
}

static ref_status pad(pad_task *t, const float *x, float *y)
{
    size_t x_count = 0, y_count = 0;

    REF_TRY(measure(t));
    REF_TRY(ref_element_count("x", t->dims, t->rank, sizeof *x, &x_count));
    REF_TRY(ref_element_count("y", t->out, t->rank, sizeof *y, &y_count));
    REF_TRY(ref_check_flat(x, x_count, y, y_count, REF_OUT));
    if (x_count == 0)
        fill(y, y_count, t->value);
    else if (y_count != 0)
        pad_axis(t, 0, x, x_count, y, y_count);
    return REF_OK;
}

ref_status ref_pad(const float *x, const int *dims, int rank, const int *before,
                   const int *after, ref_pad_mode mode, float *y)
{
    pad_task t = {dims, before, after, rank, mode, 0, {0}};

    return pad(&t, x, y);
}

ref_status ref_pad_constant(const float *x, const int *dims, int rank,
                            const int *before, const int *after, float value,
                            float *y)
{
    pad_task t = {dims, before, after, rank, REF_PAD_ZEROS, value, {0}};

    return pad(&t, x, y);
}

ref_status ref_pad_output(const int *dims, int rank, const int *before,
                          const int *after, ref_pad_mode mode, int *out_dims)
{
    pad_task t = {dims, before, after, rank, mode, 0, {0}};

    REF_TRY(measure(&t));
    REF_TRY(ref_check_pointer("out_dims", out_dims));
    memcpy(out_dims, t.out, (size_t)rank * sizeof *out_dims);
    return REF_OK;
}
