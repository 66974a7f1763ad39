#include "mistakes.h"

#include <math.h>

static int at(const struct walk *w, int i, int j, int u, int v)
{
    return w->start + i * w->i + j * w->j + u * w->u + v * w->v;
}

static void tap(struct answer *a, const struct loops *t, int n, int i, int j,
                int u, int v)
{
    answer_tap(a, t->y, n, t->x, at(&t->at_x, i, j, u, v), t->k,
               at(&t->at_k, i, j, u, v));
}

static void window(struct answer *a, const struct loops *t, int n, int i, int j)
{
    for (int u = 0; u < t->krows; u++)
        for (int v = 0; v < t->kcols; v++)
            tap(a, t, n, i, j, u, v);
}

void loops_run(struct answer *a, const struct loops *t)
{
    int count = a->call->arg[t->y].count;
    bool beside = false;

    for (int i = 0; i < t->rows; i++)
        for (int j = 0; j < t->cols; j++) {
            int n = at(&t->at_y, i, j, 0, 0);

            beside = beside || n < 0 || n >= count;
            answer_put(a, t->y, n, 0, 0);
            window(a, t, n, i, j);
        }
    if (beside)
        answer_unknown(a, t->y, count - 1);
}

void loops_last_tap(struct answer *a, const struct loops *t)
{
    for (int i = 0; i < t->rows; i++)
        for (int j = 0; j < t->cols; j++)
            tap(a, t, at(&t->at_y, i, j, 0, 0), i, j, t->krows - 1,
                t->kcols - 1);
}

/* Output number n has the products of all outputs up to itself. */
void loops_never_reset(struct answer *a, const struct loops *t)
{
    for (int n = 0; n < t->rows * t->cols; n++)
        for (int m = 0; m <= n; m++)
            window(a, t, at(&t->at_y, n / t->cols, n % t->cols, 0, 0),
                   m / t->cols, m % t->cols);
}

/* What y held is seen through the poison, a million, where floats lie 1/16
 * apart: each addition may be off by half of that. */
void answer_add_to_old(struct answer *a)
{
    for (int n = 0; n < a->cells; n++) {
        if (a->cell[n].state != CELL_VALUE)
            continue;
        a->cell[n].state = CELL_STALE;
        a->cell[n].allowed += (a->terms[n] + 1) / 32.0;
    }
}

void answer_mean(struct answer *a, int count)
{
    for (int n = 0; n < a->cells; n++) {
        int element, out = call_arg_of_cell(a->call, n, &element);

        answer_scale(a, out, element, 1.0 / count);
    }
}

static void change(struct answer *a, double (*f)(double))
{
    for (int n = 0; n < a->cells; n++)
        if (a->cell[n].state == CELL_VALUE)
            a->cell[n].value = f(a->cell[n].value);
}

static double no_negatives(double sum)
{
    return fmax(sum, 0);
}

static double to_byte(double sum)
{
    return fmin(fmax(sum, 0), 255);
}

void answer_cut(struct answer *a)
{
    change(a, trunc);
}

void answer_no_negatives(struct answer *a)
{
    change(a, no_negatives);
}

void answer_to_byte(struct answer *a)
{
    change(a, to_byte);
}

void answer_absolute(struct answer *a)
{
    change(a, fabs);
}

static int sum_as_int(const struct call *c, const struct trace *t)
{
    int sum = 0;

    for (int n = 0; n < t->taps; n++) {
        const struct tap *p = &t->tap[n];

        if (p->xi != PADDING)
            sum = (int)((float)sum +
                        c->arg[p->x].data[p->xi] * c->arg[p->k].data[p->ki]);
    }
    return sum;
}

void answer_int_sum(model *right, const struct call *c, struct answer *a)
{
    for (int n = 0; n < a->cells; n++) {
        struct trace trace = {.cell = n};
        int element, out = call_arg_of_cell(c, n, &element);

        answer_free(answer_of(right, c, &trace));
        answer_put(a, out, element, sum_as_int(c, &trace), 0);
    }
}
