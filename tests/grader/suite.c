#include "suite.h"

#include "exercise.h"
#include "fault.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere. */
static uint64_t next(struct suite *s)
{
    uint64_t z = s->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int suite_int(struct suite *s, int low, int high)
{
    assert(low <= high);
    return low + (int)(next(s) % (uint64_t)(high - low + 1));
}

int suite_nonzero(struct suite *s, int low, int high)
{
    int value;
    do {
        value = suite_int(s, low, high);
    } while (value == 0);
    return value;
}

float suite_real(struct suite *s)
{
    int bits = suite_nonzero(s, -(1 << 23) + 1, (1 << 23) - 1);
    return (float)bits / (float)(1 << 23);
}

void suite_fill(struct suite *s, struct call *c, enum stage stage)
{
    for (int i = 0; i < c->args; i++) {
        if (!arg_is_input(c->arg[i].kind))
            continue;
        for (int j = 0; j < c->arg[i].count; j++)
            c->arg[i].data[j] = stage == STAGE_REALS && c->arg[i].kind == ARG_IN
                                    ? suite_real(s)
                                    : (float)suite_nonzero(s, -9, 9);
    }
}

struct call *case_add(struct suite *s, enum stage stage, const char *label, ...)
{
    if (s->trials == s->room) {
        s->room = 2 * s->room + 16;
        size_t bytes = (size_t)s->room * sizeof *s->trial;
        s->trial = need(realloc(s->trial, bytes));
    }
    struct trial *t = &s->trial[s->trials++];
    assert(s->trials == 1 || t[-1].stage <= stage);
    memset(t, 0, sizeof *t);
    t->stage = stage;
    t->call = call_new(s->exercise->params);
    va_list list;
    va_start(list, label);
    vsnprintf(t->label, sizeof t->label, label, list);
    va_end(list);
    return t->call;
}

void case_values(struct suite *s, int arg, const float *values)
{
    struct trial *t = &s->trial[s->trials - 1];
    struct arg *a = &t->call->arg[arg];
    assert(arg_is_input(a->kind) && a->data != NULL);
    memcpy(a->data, values, sizeof(float) * (size_t)a->count);
    t->filled = true;
}

void case_law(struct suite *s, int calls, law *holds)
{
    assert(calls > 0 && calls <= s->trials);
    for (int i = 1; i <= calls; i++)
        s->trial[s->trials - i].filled = true;
    s->trial[s->trials - 1].law = holds;
    s->trial[s->trials - 1].law_calls = calls;
}

struct suite *suite_new(const struct exercise *e, uint64_t seed)
{
    struct suite *s = need(calloc(1, sizeof *s));
    s->exercise = e;
    s->seed = s->state = seed;
    e->cases(s);
    void (*fill)(struct suite *, struct call *, enum stage) =
        e->fill != NULL ? e->fill : suite_fill;
    for (int i = 0; i < s->trials; i++) {
        struct trial *t = &s->trial[i];
        if (!t->filled)
            fill(s, t->call, t->stage);
        t->fresh = call_copy(t->call);
        fill(s, t->fresh, t->stage);
    }
    return s;
}

void suite_free(struct suite *s)
{
    if (s == NULL)
        return;
    for (int i = 0; i < s->trials; i++) {
        call_free(s->trial[i].call);
        call_free(s->trial[i].fresh);
    }
    free(s->trial);
    free(s);
}
