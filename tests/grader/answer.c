#include "answer.h"

#include "fault.h"
#include "reference/bound.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

static struct answer *answer_new(const struct call *c, struct trace *trace)
{
    struct answer *a = need(calloc(1, sizeof *a));
    a->call = c;
    a->cells = call_cells(c);
    size_t cells = (size_t)a->cells;
    a->cell = need(calloc(cells, sizeof *a->cell));
    a->magnitude = need(calloc(cells, sizeof *a->magnitude));
    a->terms = need(calloc(cells, sizeof *a->terms));
    a->padded = need(calloc(cells, sizeof *a->padded));
    a->rounds = need(calloc(cells, sizeof *a->rounds));
    a->trace = trace;
    return a;
}

struct answer *answer_of(model *m, const struct call *c, struct trace *trace)
{
    struct answer *a = answer_new(c, trace);
    m(c, a);
    return a;
}

struct answer *answer_of_wrong(wrong_model *m, const void *how,
                               const struct call *c)
{
    struct answer *a = answer_new(c, NULL);
    m(c, a, how);
    return a;
}

void answer_free(struct answer *a)
{
    if (a == NULL)
        return;
    free(a->cell);
    free(a->magnitude);
    free(a->terms);
    free(a->rounds);
    free(a->padded);
    free(a);
}

static struct cell *find(struct answer *a, int out, int index)
{
    if (index < 0 || index >= a->call->arg[out].count)
        return NULL;
    return &a->cell[call_cell_of(a->call, out, index)];
}

static void remember(struct answer *a, long cell, struct tap tap)
{
    struct trace *t = a->trace;
    if (t != NULL && t->cell == cell && t->taps < TRACE_MAX)
        t->tap[t->taps++] = tap;
}

/* Whole numbers, and fractions down to 1/256, of which float holds every sum
 * exactly as long as it stays below 2^16: there, order changes nothing. */
static bool is_exact(double product, double magnitude)
{
    return product * 256 == rint(product * 256) && magnitude < 65536;
}

/* The forward error bound of a dot product summed in any order (Higham,
 * Accuracy and Stability of Numerical Algorithms, chapter 3), plus what
 * underflow of a product may cost. */
static double bound(int terms, double magnitude)
{
    return ref_gamma(terms) * magnitude + terms * (double)FLT_TRUE_MIN;
}

static void add_term(struct answer *a, struct cell *y, double term)
{
    long cell = y - a->cell;
    if (y->state == CELL_UNWRITTEN)
        y->state = CELL_VALUE;
    y->value += term;
    a->magnitude[cell] += fabs(term);
    a->terms[cell]++;
    a->rounds[cell] |= !is_exact(term, a->magnitude[cell]);
    y->allowed =
        a->rounds[cell] ? bound(a->terms[cell], a->magnitude[cell]) : 0;
}

void answer_tap(struct answer *a, int out, int index, int x, int xi, int k,
                int ki)
{
    struct cell *y = find(a, out, index);
    if (y == NULL || y->state == CELL_UNKNOWN)
        return;
    bool in_x = xi >= 0 && xi < a->call->arg[x].count;
    a->padded[y - a->cell] |= xi == PADDING;
    bool in_k = ki >= 0 && ki < a->call->arg[k].count;
    if (!in_k || (!in_x && xi != PADDING)) {
        y->state = CELL_UNKNOWN;
        return;
    }
    add_term(a, y,
             in_x ? call_at(a->call, x, xi) * call_at(a->call, k, ki) : 0.0);
    remember(a, y - a->cell, (struct tap){x, xi, k, ki});
}

void answer_add(struct answer *a, int out, int index, int arg, int element)
{
    const struct arg *from = &a->call->arg[arg];
    struct cell *y = find(a, out, index);
    if (y == NULL || y->state == CELL_UNKNOWN)
        return;
    if (from->kind == ARG_FLOAT) {
        add_term(a, y, (double)from->real);
    } else if (element >= 0 && element < from->count) {
        add_term(a, y, call_at(a->call, arg, element));
    } else {
        y->state = CELL_UNKNOWN;
        return;
    }
    if (a->trace != NULL && a->trace->cell == y - a->cell) {
        a->trace->adds++;
        a->trace->add = arg;
        a->trace->element = element;
    }
}

void answer_put(struct answer *a, int out, int index, double value,
                double allowed)
{
    struct cell *y = find(a, out, index);
    if (y != NULL)
        *y = (struct cell){CELL_VALUE, value, allowed};
}

void answer_scale(struct answer *a, int out, int index, double factor)
{
    struct cell *y = find(a, out, index);
    if (y == NULL || y->state == CELL_UNKNOWN)
        return;
    y->value *= factor;
    long cell = y - a->cell;
    /* one rounding more for the factor, one for the product */
    y->allowed = bound(a->terms[cell] + 2, a->magnitude[cell] * fabs(factor));
}

void answer_stale(struct answer *a, int out, int index)
{
    struct cell *y = find(a, out, index);
    if (y != NULL && y->state != CELL_UNKNOWN)
        y->state = CELL_STALE;
}

void answer_unknown(struct answer *a, int out, int index)
{
    struct cell *y = find(a, out, index);
    if (y != NULL)
        y->state = CELL_UNKNOWN;
}

bool answer_agrees(const struct cell *said, const struct cell *seen)
{
    if (said->state == CELL_UNKNOWN)
        return true;
    if (said->state == CELL_STALE && seen->state == CELL_UNWRITTEN)
        return fabs(said->value) <= said->allowed; /* nothing was added */
    if (said->state != seen->state)
        return false;
    if (said->state == CELL_UNWRITTEN)
        return true;
    if (isnan(said->value) || isnan(seen->value))
        return isnan(said->value) && isnan(seen->value);
    if (isinf(said->value) || isinf(seen->value))
        return said->value == seen->value;
    return fabs(said->value - seen->value) <= said->allowed;
}
