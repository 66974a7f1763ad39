#include "matrix.h"

#include <stddef.h>

static void write_at(struct answer *a, int k, int U, int from, int to,
                     const struct matrix *p)
{
    const struct arg *kernel = &a->call->arg[k];

    if (from < 0 || from >= kernel->count) {
        answer_unknown(a, U, to);
        return;
    }
    /* seen through the poison, a million, where floats lie 1/16 apart */
    answer_put(a, U, to, call_at(a->call, k, from), p->added ? 1.0 / 16 : 0);
    if (p->added)
        answer_stale(a, U, to);
}

static void clear(struct answer *a, int U, int count)
{
    for (int n = 0; n < count; n++)
        answer_put(a, U, n, 0, 0);
}

/* A write beside U is stopped at a guard page, or leaves U incomplete: then
 * nothing is said about its last element. */
void matrix_run(struct answer *a, int k, int U, struct at sizes,
                const struct matrix *right, const struct matrix *wrong)
{
    const struct arg *matrix = &a->call->arg[U];
    struct matrix p = *wrong;
    struct at t = sizes;
    int outputs = t.oh * t.ow, taps = t.kh * t.kw;
    int touched = outputs - p.rows_unset;
    bool beside = false;

    p.k = p.k != NULL ? p.k : right->k;
    p.at = p.at != NULL ? p.at : right->at;
    if (!p.not_cleared)
        clear(a, U, touched * matrix->dim[1]);
    for (int n = 0; n < touched * taps; n++) {
        t.i = n / taps / t.ow;
        t.j = n / taps % t.ow;
        t.u = n % taps / t.kw;
        t.v = n % taps % t.kw;
        int from = p.k(&t), to = p.at(&t);

        if (from == NOWHERE || to == NOWHERE)
            continue;
        beside = beside || to < 0 || to >= matrix->count;
        write_at(a, k, U, from, to, &p);
    }
    if (beside)
        answer_unknown(a, U, matrix->count - 1);
}
