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
#include "conv_direct.h"
#include "conv_task.h"
#include "conv_winograd.h"

enum { ALIGNMENT = 64 };

/* Multiply-adds that are worth another thread: to wake one takes microseconds,
 * in which a core does a million. */
static const double worth_a_thread = 2e6;

/* What an algorithm is to a plan; see conv_direct.h for the contracts. */
typedef struct algorithm {
    const char *name;
    int elements; /* packed floats for each kernel; 0: as many as it has */
    ref_conv_blocking (*choose)(const ref_conv_task *t);
    ref_conv_blocking (*share)(const ref_conv_blocking *b,
                               const ref_conv_task *t, int threads);
    void (*pack)(const ref_conv_task *t, const ref_conv_blocking *b,
                 float *packed);
    ptrdiff_t (*units)(const ref_conv_task *t, const ref_conv_blocking *b);
    size_t (*desk_bytes)(const ref_conv_task *t, const ref_conv_blocking *b);
    void (*unit)(const ref_conv_task *t, const ref_conv_blocking *b,
                 const float *packed, ptrdiff_t unit, void *memory, float *y);
} algorithm;

#define WINOGRAD                                                               \
    ref_conv_winograd_blocking, ref_conv_winograd_share,                       \
        ref_conv_winograd_pack, ref_conv_winograd_units,                       \
        ref_conv_winograd_desk_bytes, ref_conv_winograd_unit

static const algorithm algorithms[] = {
    [REF_CONV_DIRECT] = {"direct", 0, ref_conv_choose_blocking, ref_conv_share,
                         ref_conv_direct_pack, ref_conv_direct_units,
                         ref_conv_direct_desk_bytes, ref_conv_direct_unit},
    [REF_CONV_WINOGRAD_2] = {"winograd2", 16, WINOGRAD},
    [REF_CONV_WINOGRAD_4] = {"winograd4", 36, WINOGRAD},
};

struct ref_conv_plan {
    const algorithm *algorithm;
    ref_conv_task task; /* without images; bias points behind the weights */
    ref_conv_blocking blocking;
    float *packed;
};

static void *take(size_t bytes)
{
    return aligned_alloc(ALIGNMENT,
                         (bytes / ALIGNMENT + 1) * (size_t)ALIGNMENT);
}

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
    const int *out = t->window.out;
    double work = (double)n * t->c_out * out[0] * out[1] * out[2] *
                  (t->c_in / t->groups) * (double)ref_conv_taps(t);
    double most = 1.0 + work / worth_a_thread;
    int threads = most < 2.0 ? 1 : allowed(t->threads);

    return most < threads ? (int)most : threads;
}

/* Makes a plan of a task that was checked. */
static ref_status make(const ref_conv_task *t, ref_conv_plan *plan)
{
    size_t kernels = (size_t)t->c_out * (size_t)(t->c_in / t->groups), weights;

    *plan = (ref_conv_plan){.task = *t};
    if (t->algorithm == REF_CONV_FASTEST)
        plan->task.algorithm = ref_conv_winograd_fastest(t);
    plan->algorithm = &algorithms[plan->task.algorithm];
    plan->blocking = plan->algorithm->choose(&plan->task);
    weights =
        kernels * (plan->algorithm->elements ? (size_t)plan->algorithm->elements
                                             : (size_t)ref_conv_taps(t));
    plan->packed = take((weights + (size_t)t->c_out) * sizeof(float));
    if (!plan->packed)
        return ref_fail(REF_ENOMEM, "no memory for the packed weights");
    plan->algorithm->pack(t, &plan->blocking, plan->packed);
    plan->task.weight = plan->packed;
    if (t->bias)
        plan->task.bias = memcpy(plan->packed + weights, t->bias,
                                 (size_t)t->c_out * sizeof(float));
    return REF_OK;
}

/* Does units until none is left. */
static void work(const ref_conv_plan *plan, const ref_conv_task *t,
                 const ref_conv_blocking *b, _Atomic(ptrdiff_t) *next,
                 void *desk, float *y)
{
    ptrdiff_t units = plan->algorithm->units(t, b), unit;

    while ((unit = atomic_fetch_add(next, 1)) < units)
        plan->algorithm->unit(t, b, plan->packed, unit, desk, y);
}

/* The task has its images, and all was checked. */
static ref_status run(const ref_conv_plan *plan, const ref_conv_task *t,
                      float *y)
{
    int threads = team(plan, t->n);
    ref_conv_blocking b = plan->algorithm->share(&plan->blocking, t, threads);
    ptrdiff_t units = plan->algorithm->units(t, &b);
    size_t bytes = plan->algorithm->desk_bytes(t, &b);
    char *desks;
    _Atomic(ptrdiff_t) next = 0;

    if (units < threads)
        threads = (int)units;
    desks = take(bytes * (size_t)threads);
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
    return plan->algorithm->name;
}

size_t ref_conv_plan_workspace_bytes(const ref_conv_plan *plan)
{
    return plan->algorithm->desk_bytes(&plan->task, &plan->blocking);
}

void ref_conv_plan_free(ref_conv_plan *plan)
{
    if (plan)
        free(plan->packed);
    free(plan);
}
