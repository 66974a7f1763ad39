/* One variable in place of another, or one off. */
#include "mutants.h"

#include <string.h>

bool in_for_head(const struct node *n)
{
    for (const struct node *p = n->parent; p; n = p, p = p->parent) {
        if (p->kind == NODE_INDEX && kid(p, 1) == n)
            return false;
        if (p->kind == NODE_FOR)
            return kid(p, 3) != n;
        if (p->kind == NODE_BLOCK)
            return false;
    }
    return false;
}

static bool inside(const struct node *n, const struct node *outer)
{
    for (; n; n = n->parent)
        if (n == outer)
            return true;
    return false;
}

/* Is the name written to here, or its address taken? */
static bool written(const struct source *s, const struct node *n)
{
    const struct node *p = n->parent;
    return (p->kind == NODE_ASSIGN && kid(p, 0) == n) ||
           p->kind == NODE_POSTFIX ||
           (p->kind == NODE_PREFIX &&
            (token_is(s, p->op, "++") || token_is(s, p->op, "--") ||
             token_is(s, p->op, "&")));
}

static bool is_integer(const struct variable *v)
{
    static const char *const types[] = {"int", "long", "size_t", "ptrdiff_t",
                                        "unsigned"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(v->type, types[i]) == 0)
            return true;
    return false;
}

/* Every visible variable of the same type. What controls a loop is only
 * confused with what controls another one: j++ for i++, not kw++. */
static void swap_partner(struct mutants *m, const struct node *n,
                         const struct variable *v)
{
    const struct source *s = m->source;
    bool control = v->is_counter && in_for_head(n);
    for (struct variable *w = n->scope; w; w = w->outer)
        if (w != v && strcmp(w->type, v->type) == 0 &&
            lookup(s, n->scope, w->name) == w && !inside(n, w->declaration) &&
            (!control || w->is_counter))
            REPLACE_NODE(m, "partner", n, "%.*s", TOKEN_TEXT(s, w->name));
}

void mutate_name(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    if (n->kind != NODE_NAME ||
        (n->parent->kind == NODE_CALL && kid(n->parent, 0) == n))
        return;
    const struct variable *v = lookup(s, n->scope, n->op);
    if (!v)
        return;
    swap_partner(m, n, v);
    if (!is_integer(v) || written(s, n) || (v->is_counter && in_for_head(n)))
        return;
    REPLACE_NODE(m, "one off", n, "(%.*s + 1)", NODE_TEXT(s, n));
    REPLACE_NODE(m, "one off", n, "(%.*s - 1)", NODE_TEXT(s, n));
}
