#include "diagnose.h"

#include "grade.h"

#include <stddef.h>

/* A call that was stopped at a guard page is explained by a model that
 * reads or writes outside there, and by no other. */
static bool explains_fault(const struct answer *said)
{
    for (int i = 0; i < said->cells; i++)
        if (said->cell[i].state == CELL_UNKNOWN)
            return true;
    return false;
}

static bool explains_call(const struct verdict *v, int trial, int call,
                          const struct answer *said)
{
    const struct called *called = &v->ran[trial].call[call];
    if (called->end == END_NOT_CALLED)
        return true;
    if (called->end == END_FAULT)
        return explains_fault(said);
    if (called->end != END_RETURNED)
        return false;
    for (int i = 0; i < said->cells; i++) {
        struct cell seen = verdict_seen(v, trial, call, i);
        if (call == CALL_FRESH && said->cell[i].state == CELL_STALE)
            continue; /* only two poisons tell what was added to */
        if (!answer_agrees(&said->cell[i], &seen))
            return false;
    }
    return true;
}

static bool explains_trial(const struct verdict *v, int trial,
                           const struct misconception *m)
{
    const struct trial *t = &v->suite->trial[trial];
    struct answer *first = answer_of_wrong(m->compute, m->how, t->call);
    struct answer *fresh = answer_of_wrong(m->compute, m->how, t->fresh);
    bool all = explains_call(v, trial, CALL_FIRST, first) &&
               explains_call(v, trial, CALL_FRESH, fresh);
    if (v->ran[trial].call[CALL_AGAIN].end == END_FAULT)
        all = all && explains_fault(first);
    answer_free(first);
    answer_free(fresh);
    return all;
}

const struct misconception *diagnose(const struct verdict *v)
{
    const struct misconception *m = v->entry->exercise->misconceptions;
    for (; m != NULL && m->id != NULL; m++) {
        bool all = v->trials_run > 0;
        for (int i = 0; all && i < v->trials_run; i++)
            all = explains_trial(v, i, m);
        if (all)
            return m;
    }
    return NULL;
}
