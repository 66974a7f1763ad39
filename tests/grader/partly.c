#include "partly.h"

#include "fault.h"
#include "partly_cases.h"

#include <stdlib.h>
#include <string.h>

bool outcome_right_at(const struct outcome *o, int element)
{
    return answer_agrees(&o->want[element], &o->have[element]);
}

static struct outcome outcome_of(const struct verdict *v, int trial, int call,
                                 int arg)
{
    const struct trial *t = &v->suite->trial[trial];
    bool fresh = call == CALL_FRESH;
    const struct answer *right =
        fresh ? v->right_fresh[trial] : v->right[trial];
    struct outcome o = {.call = fresh ? t->fresh : t->call};
    o.shape = &o.call->arg[arg];
    int first = call_cell_of(o.call, arg, 0);
    o.want = right->cell + first;
    o.padded = right->padded + first;
    o.have = need(malloc((size_t)o.shape->count * sizeof *o.have));
    for (int e = 0; e < o.shape->count; e++) {
        o.have[e] = verdict_seen(v, trial, call, first + e);
        o.wrong = o.wrong || !outcome_right_at(&o, e);
    }
    return o;
}

/* Whether every call of every trial that ran came back. */
static bool all_returned(const struct verdict *v)
{
    for (int i = 0; i < v->trials_run; i++)
        for (int call = 0; call < CALLS_PER_TRIAL; call++)
            if (v->ran[i].call[call].end != END_RETURNED)
                return false;
    return true;
}

static struct outcomes outcomes_of(const struct verdict *v, int arg)
{
    struct outcomes all = {.name = v->suite->trial[0].call->params[arg].name};
    all.at = need(calloc(2 * (size_t)v->trials_run, sizeof *all.at));
    for (int i = 0; i < v->trials_run; i++)
        for (int call = 0; call < CALL_AGAIN; call++)
            all.at[all.count++] = outcome_of(v, i, call, arg);
    return all;
}

static void outcomes_free(struct outcomes *all)
{
    for (int i = 0; i < all->count; i++)
        free(all->at[i].have);
    free(all->at);
}

static bool is_wrong_somewhere(const struct verdict *v, int arg)
{
    struct outcomes all = outcomes_of(v, arg);
    bool wrong = false;
    for (int i = 0; i < all.count; i++)
        wrong = wrong || all.at[i].wrong;
    outcomes_free(&all);
    return wrong;
}

/* Of several outputs: those that are always right. */
static bool other_output(const struct verdict *v, int wrong, char *text,
                         size_t size)
{
    const struct call *c = v->suite->trial[0].call;
    int outputs = 0, right = -1;
    for (int i = 0; i < c->args; i++) {
        if (!arg_is_output(c->arg[i].kind))
            continue;
        outputs++;
        if (i != wrong && !is_wrong_somewhere(v, i))
            right = i;
    }
    if (outputs != 2 || right < 0 || c->arg[right].kind == ARG_RETURN ||
        c->arg[wrong].kind == ARG_RETURN)
        return false;
    snprintf(text, size, "%s is right in every case; only %s is not.",
             c->params[right].name, c->params[wrong].name);
    return true;
}

int partly_right(const struct verdict *v, char text[PARTLY_MAX][PARTLY_BYTES])
{
    int count = 0;
    if (v->problem != PROBLEM_VALUES ||
        v->entry->exercise->kind != EXERCISE_WRITE)
        return 0;
    int element, arg = call_arg_of_cell(v->suite->trial[v->failed_trial].call,
                                        v->failed_cell, &element);
    if (all_returned(v)) {
        struct outcomes all = outcomes_of(v, arg);
        if (other_output(v, arg, text[count], PARTLY_BYTES))
            count++;
        if (!arg_is_single(all.at[0].shape) &&
            (partly_rule(&all, text[count], PARTLY_BYTES) ||
             partly_where(&all, text[count], PARTLY_BYTES)))
            count++;
        outcomes_free(&all);
    }
    if (count < PARTLY_MAX && partly_which(v, text[count], PARTLY_BYTES))
        count++;
    return count;
}
