#include "mistakes.h"

#include <math.h>

void answer_spoiled(const struct call *c, struct answer *a, const void *how)
{
    const struct spoiled *s = how;

    s->right(c, a);
    s->then(a);
}

/* What y held is seen through the poison, a million, where floats lie 1/16
 * apart: each addition may be off by half of that. */
void answer_add_rest_to_old(struct answer *a, int first)
{
    for (int n = first; n < a->cells; n++) {
        if (a->cell[n].state != CELL_VALUE)
            continue;
        a->cell[n].state = CELL_STALE;
        a->cell[n].allowed += (a->terms[n] + 1) / 32.0;
    }
}

void answer_add_to_old(struct answer *a)
{
    answer_add_rest_to_old(a, 0);
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

static double to_255(double sum)
{
    return fmin(sum, 255);
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

void answer_to_255(struct answer *a)
{
    change(a, to_255);
}

void answer_absolute(struct answer *a)
{
    change(a, fabs);
}

/* A bias, with which the sum begins. */
static double added(const struct call *c, const struct trace *t)
{
    return c->arg[t->add].kind == ARG_FLOAT ? (double)c->arg[t->add].real
                                            : call_at(c, t->add, t->element);
}

static int sum_as_int(const struct call *c, const struct trace *t)
{
    int sum = t->adds == 0 ? 0 : (int)added(c, t);

    for (int n = 0; n < t->taps; n++) {
        const struct tap *p = &t->tap[n];

        if (p->xi != PADDING)
            sum = (int)((float)sum +
                        c->arg[p->x].data[p->xi] * c->arg[p->k].data[p->ki]);
    }
    return sum;
}

void answer_int_sum(const struct call *c, struct answer *a, const void *how)
{
    const struct spoiled *s = how;

    for (int n = 0; n < a->cells; n++) {
        struct trace trace = {.cell = n};
        int element, out = call_arg_of_cell(c, n, &element);

        answer_free(answer_of(s->right, c, &trace));
        answer_put(a, out, element, sum_as_int(c, &trace), 0);
    }
}
