/* Rules by which a whole output follows from the right one. */
#include "partly_cases.h"

#include <math.h>
#include <stdio.h>

/* What one case says of a rule. */
enum says { REFUTES, SILENT, TELLS };

/* how is the rule's own parameter. */
typedef enum says rule(const struct outcome *o, const int *how);

/* Whether the element holds this value, within the error allowed there. */
static bool holds(const struct outcome *o, int element, double value,
                  double allowed)
{
    const struct cell said = {CELL_VALUE, value, allowed};
    return answer_agrees(&said, &o->have[element]);
}

/* Element e should hold what belongs to `source`; over all elements that
 * have a source, which is compared elsewhere than in place? */
typedef int place(const struct outcome *o, int element, const int *how);

static enum says moved(const struct outcome *o, place *source, const int *how)
{
    bool differs = false;
    int compared = 0;
    for (int e = 0; e < o->shape->count; e++) {
        int from = source(o, e, how);
        if (from < 0)
            continue;
        const struct cell *want = &o->want[from];
        if (!holds(o, e, want->value, want->allowed))
            return REFUTES;
        differs = differs || !answer_agrees(&o->want[e], want);
        compared++;
    }
    return differs && compared >= 2 ? TELLS : SILENT;
}

static int transposed_from(const struct outcome *o, int element, const int *how)
{
    int rows = arg_rows(o->shape), cols = arg_cols(o->shape);
    int plane = rows * cols, in = element % plane;
    (void)how;
    return element - in + in % rows * cols + in / rows;
}

static int reversed_from(const struct outcome *o, int element, const int *how)
{
    (void)how;
    return o->shape->count - 1 - element;
}

/* how: rows and columns by which the source lies further on. */
static int shifted_from(const struct outcome *o, int element, const int *how)
{
    int rows = arg_rows(o->shape), cols = arg_cols(o->shape);
    int in = element % (rows * cols);
    int i = in / cols + how[0], j = in % cols + how[1];
    if (i < 0 || i >= rows || j < 0 || j >= cols)
        return -1;
    return element - in + i * cols + j;
}

static enum says transposed(const struct outcome *o, const int *how)
{
    return moved(o, transposed_from, how);
}

static enum says reversed(const struct outcome *o, const int *how)
{
    return moved(o, reversed_from, how);
}

static enum says shifted(const struct outcome *o, const int *how)
{
    return moved(o, shifted_from, how);
}

static enum says negated(const struct outcome *o, const int *how)
{
    (void)how;
    for (int e = 0; e < o->shape->count; e++)
        if (!holds(o, e, -o->want[e].value, o->want[e].allowed))
            return REFUTES;
    return o->wrong ? TELLS : SILENT;
}

static bool all_agree(const struct outcomes *all, rule *r, const int *how)
{
    int telling = 0;
    for (int i = 0; i < all->count; i++) {
        enum says says = r(&all->at[i], how);
        if (says == REFUTES)
            return false;
        telling += says == TELLS;
    }
    return telling >= TELLING_CASES;
}

/* What a program's own rounding of a number may change, to be generous. */
static double rounding(double value)
{
    return 4 * 0x1p-24 * fabs(value);
}

/* ---- the same factor, the same amount ------------------------------------ */

/* The factor of a wrong case, from its largest right element; 0: none. */
static double factor_of(const struct outcome *o)
{
    int largest = 0;
    for (int e = 0; e < o->shape->count; e++)
        if (fabs(o->want[e].value) > fabs(o->want[largest].value))
            largest = e;
    if (o->want[largest].value == 0 || o->have[largest].state != CELL_VALUE)
        return 0;
    return o->have[largest].value / o->want[largest].value;
}

static bool has_factor(const struct outcome *o, double factor)
{
    for (int e = 0; e < o->shape->count; e++) {
        double value = factor * o->want[e].value;
        double allowed =
            o->want[e].allowed * (1 + fabs(factor)) + rounding(value);
        if (!holds(o, e, value, allowed))
            return false;
    }
    return true;
}

static bool same_factor(const struct outcomes *all, double *factor)
{
    int telling = 0;
    *factor = 0;
    for (int i = 0; i < all->count; i++) {
        const struct outcome *o = &all->at[i];
        if (o->wrong && *factor == 0)
            *factor = factor_of(o);
        if (*factor == 0)
            continue;
        if (!has_factor(o, *factor))
            return false;
        telling += o->wrong && o->shape->count >= 2;
    }
    return telling >= TELLING_CASES && isfinite(*factor) && *factor != 0;
}

/* What an element may be off for rounding: nothing among whole numbers. */
static double slack(const struct outcome *o, int e)
{
    double allowed = o->want[e].allowed;
    return allowed > 0 ? allowed + rounding(o->have[e].value) : 0;
}

/* Off by one amount in all elements of each wrong case. */
static bool same_amount(const struct outcomes *all, double *amount)
{
    enum { LARGEST = 1 << 16 };
    int telling = 0;
    *amount = 0;
    for (int i = 0; i < all->count; i++) {
        const struct outcome *o = &all->at[i];
        if (!o->wrong)
            continue;
        double off = o->have[0].value - o->want[0].value;
        if (!(fabs(off) < LARGEST)) /* beyond, floats are all alike */
            return false;
        for (int e = 0; e < o->shape->count; e++)
            if (!holds(o, e, o->want[e].value + off,
                       slack(o, 0) + slack(o, e)) ||
                outcome_right_at(o, e))
                return false;
        if (*amount == 0)
            *amount = off;
        telling += o->shape->count >= 3;
    }
    return telling >= TELLING_CASES;
}

/* ---- the sentences ------------------------------------------------------- */

static bool say_shift(const struct outcomes *all, char *text, size_t size)
{
    static const struct {
        int how[2];
        const char *what, *where;
    } shifts[] = {
        {{1, 0}, "row", "above its place"},
        {{-1, 0}, "row", "below its place"},
        {{0, 1}, "column", "left of its place"},
        {{0, -1}, "column", "right of its place"},
    };
    for (int i = 0; i < 4; i++) {
        bool line = all->at[0].shape->rank == 1;
        if (!all_agree(all, shifted, shifts[i].how))
            continue;
        snprintf(text, size, "%s is right, but shifted: each %s stands one %s.",
                 all->name, line ? "element" : shifts[i].what, shifts[i].where);
        return true;
    }
    return false;
}

bool partly_rule(const struct outcomes *all, char *text, size_t size)
{
    double number;
    if (all_agree(all, negated, NULL))
        snprintf(text, size,
                 "Every element of %s has the right size, but the wrong sign.",
                 all->name);
    else if (all->at[0].shape->rank >= 2 && all_agree(all, transposed, NULL))
        snprintf(text, size,
                 "%s is right, but transposed: rows and columns are exchanged.",
                 all->name);
    else if (all_agree(all, reversed, NULL))
        snprintf(text, size, "%s holds the right numbers, in reverse order.",
                 all->name);
    else if (same_factor(all, &number))
        snprintf(text, size,
                 "Every element of %s is %.4g times what it should"
                 " be.",
                 all->name, number);
    else if (same_amount(all, &number))
        snprintf(text, size,
                 "In every wrong case all of %s is off by the same amount, in"
                 " the first by %.6g.",
                 all->name, number);
    else
        return say_shift(all, text, size);
    return true;
}
