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
        return called->fault_place == PLACE_NONE && explains_fault(said);
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
    const struct called *again = &v->ran[trial].call[CALL_AGAIN];
    if (again->end == END_FAULT)
        all = all && again->fault_place == PLACE_NONE && explains_fault(first);
    answer_free(first);
    answer_free(fresh);
    return all;
}

/* Whether any call came back with a wrong number. Stops at guard pages alone
 * name nothing: many mistakes run into the same page. */
static bool has_wrong_number(const struct verdict *v)
{
    for (int i = 0; i < v->trials_run; i++)
        for (int call = 0; call < CALL_AGAIN; call++) {
            const struct answer *said =
                call == CALL_FIRST ? v->right[i] : v->right_fresh[i];
            if (v->ran[i].call[call].end != END_RETURNED)
                continue;
            for (int j = 0; j < said->cells; j++) {
                struct cell seen = verdict_seen(v, i, call, j);
                if (!answer_agrees(&said->cell[j], &seen))
                    return true;
            }
        }
    return false;
}

const struct misconception *diagnose(const struct verdict *v)
{
    const struct misconception *m = v->entry->exercise->misconceptions;
    if (!has_wrong_number(v))
        return NULL;
    for (; m != NULL && m->id != NULL; m++) {
        bool all = true;
        for (int i = 0; all && i < v->trials_run; i++)
            all = explains_trial(v, i, m);
        if (all)
            return m;
    }
    return NULL;
}
