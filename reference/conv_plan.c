/* Plans: the choice of an algorithm, its packed weights, and the threads that
 * share its units of work. */
#include "conv_plan.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#include <unistd.h>
#endif

#include "check.h"
#include "conv_method.h"
#include "conv_task.h"
#include "memory.h"

/* Multiply-adds that are worth another thread: to wake one takes microseconds,
 * in which a core does a million. */
static const double worth_a_thread = 2e6;

static const struct {
    const char *name;
    const ref_conv_method *method;
} algorithms[] = {
    [REF_CONV_DIRECT] = {"direct", &ref_conv_direct},
    [REF_CONV_WINOGRAD_2] = {"winograd2", &ref_conv_winograd},
    [REF_CONV_WINOGRAD_4] = {"winograd4", &ref_conv_winograd},
};

struct ref_conv_plan {
    const ref_conv_method *method;
    ref_conv_task task; /* without images; weight and bias are the plan's */
    ref_conv_blocking blocking;
    float *packed; /* the weights, and behind them the bias */
};

/* As many threads as there are. In a child that was forked off after its parent
 * had used some there is one: GNU's OpenMP would wait for those of the parent
 * for ever. */
static int allowed(int wish)
{
#ifdef _OPENMP
    static _Atomic(long) first;
    long self = (long)getpid(), none = 0;

    if (wish == 0)
        wish = omp_get_max_threads();
    if (wish > 1 && !atomic_compare_exchange_strong(&first, &none, self) &&
        none != self)
        return 1;
    return wish;
#else
    (void)wish;
    return 1;
#endif
}

/* How many threads a run over n images uses. */
static int team(const ref_conv_plan *plan, int n)
{
    const ref_conv_task *t = &plan->task;
    double work = (double)n * t->c_out * group_in(t) *
                  (double)ref_window_positions(&t->window) *
                  (double)ref_window_taps(&t->window);
    double most = 1.0 + work / worth_a_thread;
    int threads = most < 2.0 ? 1 : allowed(t->threads);

    return most < threads ? (int)most : threads;
}

/* Makes a plan of a task that was checked. */
static ref_status make(const ref_conv_task *t, ref_conv_plan *plan)
{
    size_t kernels = (size_t)t->c_out * (size_t)group_in(t), weights;
    size_t bias = (size_t)t->c_out * sizeof(float);
    float *behind;

    *plan = (ref_conv_plan){.task = *t};
    if (t->algorithm == REF_CONV_FASTEST)
        plan->task.algorithm = ref_conv_winograd_fastest(t);
    plan->method = algorithms[plan->task.algorithm].method;
    plan->blocking = plan->method->choose(&plan->task);
    weights = kernels * (size_t)plan->blocking.taps;
    plan->packed = ref_memory(weights * sizeof(float) + bias);
    if (!plan->packed)
        return ref_fail(REF_ENOMEM, "no memory for the packed weights");
    plan->method->pack(t, &plan->blocking, plan->packed);
    behind = plan->packed + weights;
    plan->task.weight = plan->packed;
    plan->task.bias =
        t->bias ? memcpy(behind, t->bias, bias) : memset(behind, 0, bias);
    return REF_OK;
}

/* Does units until none is left. */
static void work(const ref_conv_plan *plan, const ref_conv_task *t,
                 const ref_conv_blocking *b, _Atomic(ptrdiff_t) *next,
                 void *desk, float *y)
{
    ptrdiff_t unit;

    while ((unit = atomic_fetch_add(next, 1)) < b->blocks * b->parts)
        plan->method->unit(t, b, plan->packed, unit, desk, y);
}

/* The task has its images, and all was checked. */
static ref_status run(const ref_conv_plan *plan, const ref_conv_task *t,
                      float *y)
{
    int threads = team(plan, t->n);
    ref_conv_blocking b = plan->method->share(&plan->blocking, t, threads);
    size_t bytes = plan->method->desk_bytes(t, &b);
    char *desks;
    _Atomic(ptrdiff_t) next = 0;

    if (b.blocks * b.parts < threads)
        threads = (int)(b.blocks * b.parts);
    desks = ref_memory(bytes * (size_t)threads);
    if (!desks)
        return ref_fail(REF_ENOMEM, "no memory for the work space");
#ifdef _OPENMP
#pragma omp parallel num_threads(threads) if (threads > 1)
    work(plan, t, &b, &next, desks + bytes * (size_t)omp_get_thread_num(), y);
#else
    work(plan, t, &b, &next, desks, y);
#endif
    free(desks);
    return REF_OK;
}

ref_status ref_conv_once(const ref_conv_task *t, float *y)
{
    ref_conv_plan plan;
    ref_status status;

    if (t->n == 0)
        return REF_OK;
    status = make(t, &plan);
    if (status == REF_OK)
        status = run(&plan, &plan.task, y);
    free(plan.packed);
    return status;
}

/* What the three makers do once their arguments are gathered. */
static ref_status plan_new(ref_conv_task t, ref_conv_plan **plan)
{
    ref_conv_plan *made;
    ref_status status;

    REF_TRY(ref_check_pointer("plan", plan));
    REF_TRY(ref_conv_check(&t, NULL, 0));
    made = malloc(sizeof *made);
    if (!made)
        return ref_fail(REF_ENOMEM, "no memory for the plan");
    status = make(&t, made);
    if (status == REF_OK)
        *plan = made;
    else
        free(made);
    return status;
}

ref_status ref_conv1d_plan_new(int c_in, int w, const float *weight, int c_out,
                               int kw, const float *bias,
                               const ref_conv1d_params *p, ref_conv_plan **plan)
{
    return plan_new(
        ref_conv1d_task(NULL, 0, c_in, w, weight, c_out, kw, bias, p), plan);
}

ref_status ref_conv2d_plan_new(int c_in, int h, int w, const float *weight,
                               int c_out, int kh, int kw, const float *bias,
                               const ref_conv2d_params *p, ref_conv_plan **plan)
{
    return plan_new(
        ref_conv2d_task(NULL, 0, c_in, h, w, weight, c_out, kh, kw, bias, p),
        plan);
}

ref_status ref_conv3d_plan_new(int c_in, int d, int h, int w,
                               const float *weight, int c_out, int kd, int kh,
                               int kw, const float *bias,
                               const ref_conv3d_params *p, ref_conv_plan **plan)
{
    return plan_new(ref_conv3d_task(NULL, 0, c_in, d, h, w, weight, c_out, kd,
                                    kh, kw, bias, p),
                    plan);
}

ref_status ref_conv_plan_run(const ref_conv_plan *plan, const float *x, int n,
                             float *y)
{
    const ref_conv_output output = {"y", y, sizeof *y};
    ref_conv_task t;

    REF_TRY(ref_check_pointer("plan", plan));
    t = plan->task;
    t.x = x;
    t.n = n;
    REF_TRY(ref_conv_check(&t, &output, 1));
    return n == 0 ? REF_OK : run(plan, &t, y);
}

const char *ref_conv_plan_algorithm(const ref_conv_plan *plan)
{
    return algorithms[plan->task.algorithm].name;
}

size_t ref_conv_plan_workspace_bytes(const ref_conv_plan *plan)
{
    return plan->method->desk_bytes(&plan->task, &plan->blocking);
}

void ref_conv_plan_free(ref_conv_plan *plan)
{
    if (plan)
        free(plan->packed);
    free(plan);
}
