/* Which cases are right: what their int arguments have in common that those
 * of the wrong ones have not. */
#include "partly_cases.h"

#include <stdio.h>

/* A trial is right when both of its different calls are. */
static bool trial_right(const struct verdict *v, int trial)
{
    for (int call = 0; call < CALL_AGAIN; call++) {
        const struct answer *right =
            call == CALL_FRESH ? v->right_fresh[trial] : v->right[trial];
        if (v->ran[trial].call[call].end != END_RETURNED)
            return false;
        for (int i = 0; i < right->cells; i++) {
            struct cell seen = verdict_seen(v, trial, call, i);
            if (!answer_agrees(&right->cell[i], &seen))
                return false;
        }
    }
    return true;
}

/* A property of a case; a and b are parameters, value a number. */
typedef bool property(const struct call *c, int a, int b, int value);

static bool is_value(const struct call *c, int a, int b, int value)
{
    (void)b;
    return call_number(c, a) == value;
}

static bool is_other(const struct call *c, int a, int b, int value)
{
    return !is_value(c, a, b, value);
}

static bool is_at_most(const struct call *c, int a, int b, int value)
{
    (void)b;
    return call_number(c, a) <= value;
}

static bool is_at_least(const struct call *c, int a, int b, int value)
{
    (void)b;
    return call_number(c, a) >= value;
}

static bool is_odd(const struct call *c, int a, int b, int value)
{
    (void)b;
    (void)value;
    return call_number(c, a) % 2 != 0;
}

static bool is_even(const struct call *c, int a, int b, int value)
{
    return !is_odd(c, a, b, value);
}

static bool is_equal(const struct call *c, int a, int b, int value)
{
    (void)value;
    return call_number(c, a) == call_number(c, b);
}

/* Whether the property is that of all right cases and of no wrong one. */
static bool separates(const struct verdict *v, const bool *right, property *p,
                      int a, int b, int value)
{
    for (int i = 0; i < v->trials_run; i++)
        if (p(v->suite->trial[i].call, a, b, value) != right[i])
            return false;
    return true;
}

/* The extreme value of a parameter among the right or the wrong cases. */
static int value_among(const struct verdict *v, const bool *right, bool which,
                       int a, int sign)
{
    int found = 0;
    bool any = false;
    for (int i = 0; i < v->trials_run; i++) {
        int number = call_number(v->suite->trial[i].call, a);
        if (right[i] != which || (any && sign * number <= sign * found))
            continue;
        found = number;
        any = true;
    }
    return found;
}

static bool say_one(const struct verdict *v, const bool *right, int a,
                    char *text, size_t size)
{
    const char *name = v->suite->trial[0].call->params[a].name;
    int low = value_among(v, right, true, a, -1);
    int high = value_among(v, right, true, a, 1);
    int wrong = value_among(v, right, false, a, 1);
    if (separates(v, right, is_value, a, 0, low))
        snprintf(text, size, "those with %s = %d", name, low);
    else if (separates(v, right, is_other, a, 0, wrong))
        snprintf(text, size, "all but those with %s = %d", name, wrong);
    else if (separates(v, right, is_at_most, a, 0, high))
        snprintf(text, size, "those with %s up to %d", name, high);
    else if (separates(v, right, is_at_least, a, 0, low))
        snprintf(text, size, "those with %s from %d on", name, low);
    else if (separates(v, right, is_odd, a, 0, 0))
        snprintf(text, size, "those with odd %s", name);
    else if (separates(v, right, is_even, a, 0, 0))
        snprintf(text, size, "those with even %s", name);
    else
        return false;
    return true;
}

static bool say_pair(const struct verdict *v, const bool *right, int a,
                     char *text, size_t size)
{
    const struct call *c = v->suite->trial[0].call;
    for (int b = a + 1; b < c->args; b++)
        if (c->arg[b].kind == ARG_INT &&
            separates(v, right, is_equal, a, b, 0)) {
            snprintf(text, size, "those with %s = %s", c->params[a].name,
                     c->params[b].name);
            return true;
        }
    return false;
}

static bool find(const struct verdict *v, const bool *right, char *text,
                 size_t size)
{
    const struct call *c = v->suite->trial[0].call;
    for (int a = 0; a < c->args; a++)
        if (c->arg[a].kind == ARG_INT && say_one(v, right, a, text, size))
            return true;
    for (int a = 0; a < c->args; a++)
        if (c->arg[a].kind == ARG_INT && say_pair(v, right, a, text, size))
            return true;
    return false;
}

bool partly_which(const struct verdict *v, char *text, size_t size)
{
    enum { TRIALS_MAX = 512 };
    bool right[TRIALS_MAX];
    int count = 0;
    char which[80];
    if (v->trials_run > TRIALS_MAX)
        return false;
    for (int i = 0; i < v->trials_run; i++) {
        right[i] = trial_right(v, i);
        count += right[i];
    }
    if (count < TELLING_CASES || v->trials_run - count < TELLING_CASES ||
        !find(v, right, which, sizeof which))
        return false;
    snprintf(text, size, "Right in %d of %d cases: %s.", count, v->trials_run,
             which);
    return true;
}
