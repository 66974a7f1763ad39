/* Declarations: initial value, type, life time. */
#include "mutants.h"

#include <string.h>

static void change_initialiser(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    const struct node *value = kid(n, 0);
    const struct token *name = &s->token[n->op];
    if (!value || value->kind == NODE_LIST || strchr(n->variable->type, '*'))
        return;
    mutants_add(m, "initialiser dropped", name->at + name->len, node_to(s, n),
                "%s", "");
    REPLACE_NODE(m, "initial value", value, "0");
    REPLACE_NODE(m, "initial value", value, "1");
}

/* The type names in front of the first declarator, or of a function. */
static void change_type(struct mutants *m, int first, int end)
{
    static const char *const narrower[][2] = {
        {"float", "int"}, {"double", "float"}, {"double", "int"}};
    for (int i = first; i < end; i++)
        for (size_t j = 0; j < sizeof narrower / sizeof *narrower; j++)
            if (token_is(m->source, i, narrower[j][0]))
                REPLACE_TOKEN(m, "type", i, "%s", narrower[j][1]);
}

/* A value that stays from one round, or one call, to the next. */
static void keep(struct mutants *m, const struct node *n)
{
    const struct node *d = n->kid;
    if (n->parent->kind == NODE_BLOCK && d && d->kid && !d->variable->is_const)
        mutants_add(m, "static added", node_from(m->source, n),
                    node_from(m->source, n), "static ");
}

void mutate_declaration(struct mutants *m, const struct node *n)
{
    if (n->kind == NODE_DECLARATOR && n->variable) {
        change_initialiser(m, n);
    } else if (n->kind == NODE_DECLARATION && n->kid) {
        change_type(m, n->first, n->kid->first);
        keep(m, n);
    } else if (n->kind == NODE_FUNCTION &&
               token_is(m->source, n->first, "static")) {
        change_type(m, n->first, n->op);
    }
}
