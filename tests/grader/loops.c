#include "loops.h"

#include <stddef.h>

/* One row when the array has rank 1. */
static void shape_of(const struct arg *a, int *rows, int *cols)
{
    *rows = a->rank == 2 ? a->dim[0] : 1;
    *cols = a->count / *rows;
}

static void sum(struct answer *a, const int array[3], const struct loops *p,
                struct at t, int output)
{
    for (t.u = 0; t.u < t.kh; t.u++)
        for (t.v = 0; t.v < t.kw; t.v++) {
            int x = p->x(&t), k = p->k(&t);

            if (x != NOWHERE && k != NOWHERE)
                answer_tap(a, array[2], output, array[0], x, array[1], k);
        }
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
static void run(struct answer *a, const int array[3], const struct loops *p,
                struct at t)
{
    int count = t.oh * t.ow;
    bool beside = false;

    for (int n = 0; n < count; n++) {
        t.i = n / t.ow;
        t.j = n % t.ow;
        int output = p->y(&t);

        if (output == NOWHERE)
            continue;
        beside = beside || output < 0 || output >= count;
        answer_put(a, array[2], output, 0, 0);
        for (int m = p->never_reset ? 0 : n; m <= n; m++) {
            t.i = m / t.ow;
            t.j = m % t.ow;
            sum(a, array, p, t, output);
        }
    }
    if (beside)
        answer_unknown(a, array[2], count - 1);
}

void loops_run(struct answer *a, int x, int k, int y, const struct loops *right,
               const struct loops *wrong)
{
    const struct arg *arg = a->call->arg;
    struct loops p = *wrong;
    struct at t = {.call = a->call};

    shape_of(&arg[x], &t.h, &t.w);
    shape_of(&arg[k], &t.kh, &t.kw);
    shape_of(&arg[y], &t.oh, &t.ow);
    p.x = p.x != NULL ? p.x : right->x;
    p.k = p.k != NULL ? p.k : right->k;
    p.y = p.y != NULL ? p.y : right->y;
    run(a, (const int[]){x, k, y}, &p, t);
}

/* ---- places -------------------------------------------------------------- */

int at_window(const struct at *t)
{
    return (t->i + t->u) * t->w + (t->j + t->v);
}

int at_kernel(const struct at *t)
{
    return t->u * t->kw + t->v;
}

int at_output(const struct at *t)
{
    return t->i * t->ow + t->j;
}

int at_flipped(const struct at *t)
{
    return (t->kh - 1 - t->u) * t->kw + (t->kw - 1 - t->v);
}

int at_row_flipped(const struct at *t)
{
    return (t->kh - 1 - t->u) * t->kw + t->v;
}

int at_column_flipped(const struct at *t)
{
    return t->u * t->kw + (t->kw - 1 - t->v);
}

int at_transposed(const struct at *t)
{
    return t->v * t->kw + t->u;
}

int at_column_order(const struct at *t)
{
    return t->v * t->kh + t->u;
}

int at_kernel_pitch(const struct at *t)
{
    return t->u * t->kh + t->v;
}

int at_kernel_inner(const struct at *t)
{
    return t->u < t->kh - 1 && t->v < t->kw - 1 ? at_kernel(t) : NOWHERE;
}

int at_output_transposed(const struct at *t)
{
    return t->j * t->oh + t->i;
}

int at_output_pitch(const struct at *t)
{
    return t->i * t->oh + t->j;
}
