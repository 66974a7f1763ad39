/* Losses, a position after the other: the losses are doubles, and their sums
 * too; only what is written is rounded. What a position loses is one function
 * for each kind of target; how positions are walked and summed up is the same
 * for all. */
#include "loss.h"

#include <stddef.h>

#include "check.h"
#include "log_sum.h"
#include "operand.h"

/* Everything a loss is called with; probabilities is NULL where the targets
 * are classes, and classes where they are probabilities. */
typedef struct task {
    const float *x;
    int n, c, h, w;
    const int64_t *classes;
    const float *probabilities;
    const float *weight;
    ref_loss_params p;
    float *y;
} task;

/* What one position adds: its loss by the target, by the classes that
 * smoothing spreads over, and how much it counts in the mean. */
typedef struct share {
    double target, even, count;
} share;

/* The share of position i of image b. */
typedef share loss_function(const task *t, size_t b, size_t i);

static size_t pixels_of(const task *t)
{
    return (size_t)t->h * (size_t)t->w;
}

static double weight_of(const task *t, int k)
{
    return t->weight ? (double)t->weight[k] : 1;
}

/* The score of class 0; class k is k * pixels further on. */
static const float *scores_of(const task *t, size_t b, size_t i)
{
    return t->x + b * (size_t)t->c * pixels_of(t) + i;
}

static share likelihood(const task *t, size_t b, size_t i)
{
    const size_t pixels = pixels_of(t);
    const int64_t right = t->classes[b * pixels + i];
    double weight;

    if (right == t->p.ignore_index)
        return (share){0, 0, 0};
    weight = weight_of(t, (int)right);
    return (share){-weight * (double)scores_of(t, b, i)[(size_t)right * pixels],
                   0, weight};
}

/* Without smoothing only the target's score is looked at: that of another
 * class may be -infinity, and 0 * infinity is not 0. */
static share entropy(const task *t, size_t b, size_t i)
{
    const size_t pixels = pixels_of(t);
    const int64_t right = t->classes[b * pixels + i];
    const float *scores = scores_of(t, b, i);
    const double smooth = (double)t->p.label_smoothing;
    ref_log_sum sum;
    share s = {0, 0, 0};

    if (right == t->p.ignore_index)
        return (share){0, 0, 0};
    sum = ref_log_sum_of(scores, t->c, (ptrdiff_t)pixels);
    s.count = weight_of(t, (int)right);
    s.target = (smooth - 1) * s.count *
               ref_log_softmax_of((double)scores[(size_t)right * pixels], &sum);
    if (smooth == 0)
        return s;
    for (int k = 0; k < t->c; k++)
        s.even -= smooth / t->c * weight_of(t, k) *
                  ref_log_softmax_of((double)scores[(size_t)k * pixels], &sum);
    return s;
}

static share entropy_of_probabilities(const task *t, size_t b, size_t i)
{
    const size_t pixels = pixels_of(t);
    const float *scores = scores_of(t, b, i);
    const float *target = t->probabilities + (scores - t->x);
    const double smooth = (double)t->p.label_smoothing;
    const ref_log_sum sum = ref_log_sum_of(scores, t->c, (ptrdiff_t)pixels);
    double loss = 0;

    for (int k = 0; k < t->c; k++) {
        const size_t at = (size_t)k * pixels;
        const double goal = (1 - smooth) * (double)target[at] + smooth / t->c;

        loss -= weight_of(t, k) * goal *
                ref_log_softmax_of((double)scores[at], &sum);
    }
    return (share){loss, 0, 1};
}

/* PyTorch divides both parts for themselves: where the targets weigh nothing,
 * the first is 0/0, whatever the other is. */
static double mean_of(const share *total, double smooth)
{
    const double mean = total->target / total->count;

    return smooth > 0 ? mean + total->even / total->count : mean;
}

static void run(const task *t, loss_function *loss_at)
{
    const size_t pixels = pixels_of(t);
    share total = {0, 0, 0};

    for (size_t b = 0; b < (size_t)t->n; b++)
        for (size_t i = 0; i < pixels; i++) {
            const share s = loss_at(t, b, i);

            total.target += s.target;
            total.even += s.even;
            total.count += s.count;
            if (t->p.reduction == REF_REDUCTION_NONE)
                t->y[b * pixels + i] = (float)(s.target + s.even);
        }
    if (t->p.reduction == REF_REDUCTION_MEAN)
        t->y[0] = (float)mean_of(&total, (double)t->p.label_smoothing);
    else if (t->p.reduction == REF_REDUCTION_SUM)
        t->y[0] = (float)(total.target + total.even);
}

static ref_status check_options(const ref_loss_params *p, float most_smoothing)
{
    if ((int)p->reduction < REF_REDUCTION_NONE ||
        (int)p->reduction > REF_REDUCTION_SUM)
        return ref_fail(REF_EPARAM,
                        "argument 'reduction' is %d; it must be one of the "
                        "values of ref_reduction",
                        (int)p->reduction);
    if (!(p->label_smoothing >= 0 && p->label_smoothing <= most_smoothing))
        return ref_fail(
            REF_EPARAM, "argument 'label_smoothing' is %g; it must be %s",
            (double)p->label_smoothing,
            most_smoothing > 0 ? "from 0 to 1"
                               : "0, for only cross-entropies are smoothed");
    return REF_OK;
}

static ref_status check_arrays(const task *t, ref_operand target)
{
    ref_operand y = REF_ARRAY("y", t->y, REF_OUT, t->n, t->h, t->w);

    if (t->p.reduction != REF_REDUCTION_NONE)
        y = REF_ARRAY("y", t->y, REF_OUT, 1);
    return REF_CHECK_OPERANDS(
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c, t->h, t->w), target,
        REF_ARRAY("weight", t->weight, REF_IN_OPTIONAL, t->c), y);
}

static ref_status check_classes(const task *t)
{
    const size_t count = (size_t)t->n * pixels_of(t);

    for (size_t i = 0; i < count; i++) {
        const int64_t right = t->classes[i];

        if ((right < 0 || right >= t->c) && right != t->p.ignore_index)
            return ref_fail(REF_EPARAM,
                            "element %zu of argument 'target' is %lld; it must "
                            "be 0 to %d, or 'ignore_index' %lld",
                            i, (long long)right, t->c - 1,
                            (long long)t->p.ignore_index);
    }
    return REF_OK;
}

/* What the two losses with classes as targets have in common. */
static ref_status with_classes(task t, float most_smoothing,
                               loss_function *loss_at)
{
    REF_TRY(ref_check_images(t.n, t.c, t.h, t.w));
    REF_TRY(check_options(&t.p, most_smoothing));
    REF_TRY(check_arrays(
        &t, REF_ARRAY("target", t.classes, REF_IN, t.n, t.h, t.w)));
    REF_TRY(check_classes(&t));
    run(&t, loss_at);
    return REF_OK;
}

ref_status ref_nll_loss(const float *x, int n, int c, int h, int w,
                        const int64_t *target, const float *weight,
                        const ref_loss_params *p, float *y)
{
    const ref_loss_params q = p ? *p : REF_LOSS_DEFAULTS;

    return with_classes((task){x, n, c, h, w, target, NULL, weight, q, y}, 0,
                        likelihood);
}

ref_status ref_cross_entropy(const float *x, int n, int c, int h, int w,
                             const int64_t *target, const float *weight,
                             const ref_loss_params *p, float *y)
{
    const ref_loss_params q = p ? *p : REF_LOSS_DEFAULTS;

    return with_classes((task){x, n, c, h, w, target, NULL, weight, q, y}, 1,
                        entropy);
}

static ref_status check_nothing_ignored(const ref_loss_params *p)
{
    if (p->ignore_index < 0)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument 'ignore_index' is %lld; with probabilities as "
                    "targets it must be below 0, for no class is ignored",
                    (long long)p->ignore_index);
}

ref_status ref_cross_entropy_probabilities(const float *x, int n, int c, int h,
                                           int w, const float *target,
                                           const float *weight,
                                           const ref_loss_params *p, float *y)
{
    const ref_loss_params q = p ? *p : REF_LOSS_DEFAULTS;
    const task t = {x, n, c, h, w, NULL, target, weight, q, y};

    REF_TRY(ref_check_images(n, c, h, w));
    REF_TRY(check_options(&q, 1));
    REF_TRY(check_nothing_ignored(&q));
    REF_TRY(check_arrays(&t, REF_ARRAY("target", target, REF_IN, n, c, h, w)));
    run(&t, entropy_of_probabilities);
    return REF_OK;
}
