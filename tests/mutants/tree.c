/* Questions about a tree that is already there. */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

void tree_free(struct tree *tree)
{
    free(tree->node);
    free(tree->variable);
    *tree = (struct tree){0};
}

struct node *kid(const struct node *n, int i)
{
    struct node *k = n->kid;
    while (k && i-- > 0)
        k = k->next;
    return k;
}

struct variable *lookup(const struct source *s, struct variable *scope, int i)
{
    const struct token *t = &s->token[i];
    for (struct variable *v = scope; v; v = v->outer) {
        const struct token *name = &s->token[v->name];
        if (name->len == t->len &&
            memcmp(s->text + name->at, s->text + t->at, (size_t)t->len) == 0)
            return v;
    }
    return NULL;
}

int node_from(const struct source *s, const struct node *n)
{
    return s->token[n->first].at;
}

int node_to(const struct source *s, const struct node *n)
{
    if (n->end == n->first)
        return node_from(s, n);
    return s->token[n->end - 1].at + s->token[n->end - 1].len;
}
