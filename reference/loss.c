/* Losses, a position after the other: the losses are doubles, and their sums
 * too; only what is written is rounded. What a position loses is one function
 * for each kind of target; how positions are walked and summed up is the same
 * for all. */
#include "loss.h"

#include "check.h"
#include "log_sum.h"

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

/* The share of one position.
 *   scores  in   that of class 0; class k is k * pixels further on
 *   right   in   the target, if it is a class */
typedef share loss_function(const task *t, const float *scores, int right);

static size_t pixels_of(const task *t)
{
    return (size_t)t->h * (size_t)t->w;
}

static double weight_of(const task *t, int k)
{
    return t->weight ? (double)t->weight[k] : 1;
}

static share likelihood(const task *t, const float *scores, int right)
{
    const double weight = weight_of(t, right);

    return (share){-weight * (double)scores[(size_t)right * pixels_of(t)], 0,
                   weight};
}

/* Without smoothing only the target's score is looked at: that of another
 * class may be -infinity, and 0 * infinity is not 0. */
static share entropy(const task *t, const float *scores, int right)
{
    const size_t pixels = pixels_of(t);
    const double smooth = (double)t->p.label_smoothing;
    const ref_log_sum sum = ref_log_sum_of(scores, t->c, (ptrdiff_t)pixels);
    share s = {0, 0, weight_of(t, right)};

    s.target = (smooth - 1) * s.count *
               ref_log_softmax_of((double)scores[(size_t)right * pixels], &sum);
    for (int k = 0; smooth != 0 && k < t->c; k++)
        s.even -= smooth / t->c * weight_of(t, k) *
                  ref_log_softmax_of((double)scores[(size_t)k * pixels], &sum);
    return s;
}

static share entropy_of_probabilities(const task *t, const float *scores,
                                      int right)
{
    const size_t pixels = pixels_of(t);
    const float *target = t->probabilities + (scores - t->x);
    const double smooth = (double)t->p.label_smoothing;
    const ref_log_sum sum = ref_log_sum_of(scores, t->c, (ptrdiff_t)pixels);
    share s = {0, 0, 1};

    (void)right;
    for (int k = 0; k < t->c; k++) {
        const size_t at = (size_t)k * pixels;
        const double goal = (1 - smooth) * (double)target[at] + smooth / t->c;

        s.target -= weight_of(t, k) * goal *
                    ref_log_softmax_of((double)scores[at], &sum);
    }
    return s;
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
    const size_t pixels = pixels_of(t), image = (size_t)t->c * pixels;
    share total = {0, 0, 0};

    for (size_t at = 0; at < (size_t)t->n * pixels; at++) {
        const float *scores = t->x + at / pixels * image + at % pixels;
        const int64_t right = t->classes ? t->classes[at] : 0;
        share s = {0, 0, 0};

        if (!t->classes || right != t->p.ignore_index)
            s = loss_at(t, scores, (int)right);
        total.target += s.target;
        total.even += s.even;
        total.count += s.count;
        if (t->p.reduction == REF_REDUCTION_NONE)
            t->y[at] = (float)(s.target + s.even);
    }
    if (t->p.reduction == REF_REDUCTION_MEAN)
        t->y[0] = (float)mean_of(&total, (double)t->p.label_smoothing);
    else if (t->p.reduction == REF_REDUCTION_SUM)
        t->y[0] = (float)(total.target + total.even);
}

static ref_status check_options(const ref_loss_params *p,
                                loss_function *loss_at)
{
    const float most_smoothing = loss_at == likelihood ? 0 : 1;

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
    if (loss_at == entropy_of_probabilities && p->ignore_index >= 0)
        return ref_fail(REF_EPARAM,
                        "argument 'ignore_index' is %lld; with probabilities "
                        "as targets it must be below 0, for no class is "
                        "ignored",
                        (long long)p->ignore_index);
    return REF_OK;
}

static ref_status check_classes(const task *t)
{
    const size_t count = t->classes ? (size_t)t->n * pixels_of(t) : 0;

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

/* What all losses have in common; target is the operand of this name. */
static ref_status lose(const task *t, ref_operand target,
                       loss_function *loss_at)
{
    ref_operand y = REF_ARRAY("y", t->y, REF_OUT, t->n, t->h, t->w);

    REF_TRY(ref_check_images(t->n, t->c, t->h, t->w));
    REF_TRY(check_options(&t->p, loss_at));
    if (t->p.reduction != REF_REDUCTION_NONE)
        y = REF_ARRAY("y", t->y, REF_OUT, 1);
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c, t->h, t->w), target,
        REF_ARRAY("weight", t->weight, REF_IN_OPTIONAL, t->c), y));
    REF_TRY(check_classes(t));
    run(t, loss_at);
    return REF_OK;
}

ref_status ref_nll_loss(const float *x, int n, int c, int h, int w,
                        const int64_t *target, const float *weight,
                        const ref_loss_params *p, float *y)
{
    const task t = {
        x, n, c, h, w, target, NULL, weight, p ? *p : REF_LOSS_DEFAULTS, y};

    return lose(&t, REF_ARRAY("target", target, REF_IN, n, h, w), likelihood);
}

ref_status ref_cross_entropy(const float *x, int n, int c, int h, int w,
                             const int64_t *target, const float *weight,
                             const ref_loss_params *p, float *y)
{
    const task t = {
        x, n, c, h, w, target, NULL, weight, p ? *p : REF_LOSS_DEFAULTS, y};

    return lose(&t, REF_ARRAY("target", target, REF_IN, n, h, w), entropy);
}

ref_status ref_cross_entropy_probabilities(const float *x, int n, int c, int h,
                                           int w, const float *target,
                                           const float *weight,
                                           const ref_loss_params *p, float *y)
{
    const task t = {
        x, n, c, h, w, NULL, target, weight, p ? *p : REF_LOSS_DEFAULTS, y};

    return lose(&t, REF_ARRAY("target", target, REF_IN, n, c, h, w),
                entropy_of_probabilities);
}
