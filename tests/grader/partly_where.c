/* Where the right elements of a partly wrong output are. */
#include "partly_cases.h"

#include <stdio.h>
#include <string.h>

/* Whether an element belongs to the part where all that is wrong lies. */
typedef bool part(const struct outcome *o, int element, int axis);

static int coordinate(const struct arg *a, int element, int axis)
{
    for (int r = a->rank - 1; r > axis; r--)
        element /= a->dim[r];
    return element % a->dim[axis];
}

/* Counted from the last axis: 1 are the columns, 2 the rows. */
static int from_end(const struct outcome *o, int element, int back)
{
    return coordinate(o->shape, element, o->shape->rank - back);
}

static int extent(const struct outcome *o, int back)
{
    return o->shape->dim[o->shape->rank - back];
}

static bool is_last(const struct outcome *o, int element, int back)
{
    return o->shape->rank >= back &&
           from_end(o, element, back) == extent(o, back) - 1;
}

static bool is_first(const struct outcome *o, int element, int back)
{
    return o->shape->rank >= back && from_end(o, element, back) == 0;
}

static bool is_not_first(const struct outcome *o, int element, int axis)
{
    return coordinate(o->shape, element, axis) > 0;
}

static bool is_last_row_or_column(const struct outcome *o, int element,
                                  int axis)
{
    (void)axis;
    return is_last(o, element, 1) || is_last(o, element, 2);
}

static bool is_border(const struct outcome *o, int element, int axis)
{
    return is_last_row_or_column(o, element, axis) || is_first(o, element, 1) ||
           is_first(o, element, 2);
}

static bool is_padded(const struct outcome *o, int element, int axis)
{
    (void)axis;
    return o->padded[element];
}

/* The value of an int argument by its name, or 1. */
static int argument(const struct call *c, const char *name)
{
    for (int i = 0; i < c->args; i++)
        if (c->arg[i].kind == ARG_INT && strcmp(c->params[i].name, name) == 0)
            return c->arg[i].number;
    return 1;
}

static bool is_later_group(const struct outcome *o, int element, int axis)
{
    int groups = argument(o->call, "groups");
    if (groups <= 1)
        return false;
    return coordinate(o->shape, element, axis) >= o->shape->dim[axis] / groups;
}

/* Whether all that is wrong lies in the part, and that says something:
 * several wrong cases have elements inside and outside of it. */
static bool only_in(const struct outcomes *all, part *p, int axis)
{
    int telling = 0, outside_all = 0;
    for (int i = 0; i < all->count; i++) {
        const struct outcome *o = &all->at[i];
        int inside = 0, outside = 0;
        if (!o->wrong)
            continue;
        for (int e = 0; e < o->shape->count; e++) {
            bool in = p(o, e, axis);
            if (!in && !outcome_right_at(o, e))
                return false;
            inside += in;
            outside += !in;
        }
        telling += inside > 0 && outside > 0;
        outside_all += outside;
    }
    return telling >= TELLING_CASES && outside_all >= TELLING_CELLS;
}

/* "y[b][c][0]": the first along an axis. */
static void name_first(const struct outcomes *all, int axis, int index,
                       char *text, size_t size)
{
    static const char letters[] = "bcij";
    int rank = all->at[0].shape->rank;
    size_t used = (size_t)snprintf(text, size, "%s", all->name);
    for (int r = 0; r < axis && used < size; r++)
        used += (size_t)snprintf(text + used, size - used, "[%c]",
                                 letters[4 - rank + r]);
    snprintf(text + used, size - used, "[%d]", index);
}

/* "All of y but its last row is right." The axes of an array of rank 4 are
 * not always those of images, so of these only images and maps are told. */
static bool say_edges(const struct outcomes *all, char *text, size_t size)
{
    int rank = all->at[0].shape->rank;
    bool line = rank == 1;
    static const struct {
        part *p;
        int back;
        const char *name;
    } edges[] = {
        {is_last, 2, "last row"},
        {is_last, 1, "last column"},
        {is_first, 2, "first row"},
        {is_first, 1, "first column"},
        {is_last_row_or_column, 0, "last row and its last column"},
    };
    for (int i = 0; i < 5 && rank <= 3; i++) {
        if ((line && edges[i].back != 1) ||
            !only_in(all, edges[i].p, edges[i].back))
            continue;
        snprintf(text, size, "All of %s but its %s is right.", all->name,
                 !line                   ? edges[i].name
                 : edges[i].p == is_last ? "last element"
                                         : "first element");
        return true;
    }
    return false;
}

/* The first along an axis is right, whatever comes later is not. */
static bool say_first(const struct outcomes *all, char *text, size_t size)
{
    int rank = all->at[0].shape->rank;
    for (int axis = 0; axis < rank && rank > 1; axis++) {
        char first[60], second[60];
        if (!only_in(all, is_not_first, axis))
            continue;
        name_first(all, axis, 0, first, sizeof first);
        name_first(all, axis, 1, second, sizeof second);
        snprintf(text, size,
                 "All of %s is right; what is wrong lies in %s and"
                 " beyond.",
                 first, second);
        return true;
    }
    return false;
}

/* The same number of elements in front is right in every wrong case, and
 * every array that is no longer is right. */
static bool say_first_elements(const struct outcomes *all, char *text,
                               size_t size)
{
    int right = -1, telling = 0;
    for (int i = 0; i < all->count; i++) {
        const struct outcome *o = &all->at[i];
        int e = 0;
        while (e < o->shape->count && outcome_right_at(o, e))
            e++;
        if (!o->wrong)
            continue;
        if (right >= 0 && e != right)
            return false;
        right = e;
        telling++;
    }
    for (int i = 0; i < all->count; i++)
        if (!all->at[i].wrong && all->at[i].shape->count > right)
            return false;
    if (right < 2 || telling < TELLING_CASES)
        return false;
    snprintf(text, size,
             "The first %d elements of %s are right in every case; from the"
             " next on they are not.",
             right, all->name);
    return true;
}

bool partly_where(const struct outcomes *all, char *text, size_t size)
{
    int channel = all->at[0].shape->rank == 4 ? 1 : 0;
    if (only_in(all, is_later_group, channel))
        snprintf(text, size,
                 "The first group of %s is right; what is wrong lies in the"
                 " later groups.",
                 all->name);
    else if (only_in(all, is_padded, 0))
        snprintf(text, size,
                 "%s is right wherever the window lies inside; wrong are only"
                 " windows that reach over the border.",
                 all->name);
    else if (say_edges(all, text, size) || say_first(all, text, size))
        return true;
    else if (all->at[0].shape->rank <= 3 && all->at[0].shape->rank > 1 &&
             only_in(all, is_border, 0))
        snprintf(text, size,
                 "The interior of %s is right, only its border is"
                 " wrong.",
                 all->name);
    else
        return say_first_elements(all, text, size);
    return true;
}
