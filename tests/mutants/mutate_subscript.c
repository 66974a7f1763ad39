/* Whole subscripts: indices exchanged, axes flipped, arrays transposed. */
#include "mutants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NAMES = 32, LONGEST = 1024 };

/* A variable, and what is written in its place. */
struct substitution {
    const struct variable *variable;
    char by[256];
};

struct names {
    struct variable *variable[MOST_NAMES];
    const struct node *node[MOST_NAMES]; /* an occurrence of each */
    int count;
};

/* The distinct variables of an expression. */
static void collect(const struct source *s, const struct node *n,
                    struct names *names)
{
    struct variable *v = NULL;
    if (n->kind == NODE_NAME)
        v = lookup(s, n->scope, n->op);
    for (int i = 0; v && i < names->count; i++)
        if (names->variable[i] == v)
            v = NULL;
    if (v && names->count < MOST_NAMES) {
        names->node[names->count] = n;
        names->variable[names->count++] = v;
    }
    for (const struct node *k = n->kid; k; k = k->next)
        collect(s, k, names);
}

static void put(char *out, const char *text, int len)
{
    size_t used = strlen(out);
    snprintf(out + used, LONGEST - used, "%.*s", len, text);
}

/* The text of e with one or two variables replaced throughout. */
static void substitute(const struct source *s, const struct node *e,
                       const struct substitution *by, int count, char *out)
{
    int from = node_from(s, e);
    *out = 0;
    for (int i = e->first; i < e->end; i++) {
        if (s->token[i].kind != TOKEN_NAME)
            continue;
        const struct variable *v = lookup(s, e->scope, i);
        for (int j = 0; v && j < count; j++) {
            if (by[j].variable != v)
                continue;
            put(out, s->text + from, s->token[i].at - from);
            put(out, by[j].by, (int)strlen(by[j].by));
            from = s->token[i].at + s->token[i].len;
            break;
        }
    }
    put(out, s->text + from, node_to(s, e) - from);
}

/* The value of a sum of products where a has the number of b and b that of
 * a, at one point far from any coincidence; false if it is anything else. */
static bool value_exchanged(const struct source *s, const struct node *n,
                            const struct variable *a, const struct variable *b,
                            uint32_t *value)
{
    uint32_t left, right = 0;
    if (n->kind == NODE_PAREN)
        return value_exchanged(s, kid(n, 0), a, b, value);
    if (n->kind == NODE_NUMBER)
        *value = (uint32_t)strtoul(s->text + node_from(s, n), NULL, 0);
    if (n->kind == NODE_NAME) {
        const struct variable *v = lookup(s, n->scope, n->op);
        v = v == a ? b : v == b ? a : v;
        *value = v ? 2654435761u * (uint32_t)(v->name + 977) : 0;
        return v;
    }
    if (n->kind != NODE_BINARY || !value_exchanged(s, kid(n, 0), a, b, &left) ||
        !value_exchanged(s, kid(n, 1), a, b, &right))
        return n->kind == NODE_NUMBER;
    *value = token_is(s, n->op, "*")   ? left * right
             : token_is(s, n->op, "+") ? left + right
                                       : left - right;
    return token_is(s, n->op, "*") || token_is(s, n->op, "+") ||
           token_is(s, n->op, "-");
}

/* i + u for u + i is no mistake. */
static bool symmetric(const struct source *s, const struct node *e,
                      const struct variable *a, const struct variable *b)
{
    uint32_t before, after;
    return value_exchanged(s, e, a, a, &before) &&
           value_exchanged(s, e, a, b, &after) && before == after;
}

static void exchange(struct mutants *m, const struct node *e,
                     const struct names *names, int a, int b)
{
    const struct source *s = m->source;
    const struct variable *va = names->variable[a], *vb = names->variable[b];
    if (strcmp(va->type, vb->type) != 0 || symmetric(s, e, va, vb))
        return;
    struct substitution by[2] = {{va, ""}, {vb, ""}};
    char text[LONGEST];
    snprintf(by[0].by, sizeof by[0].by, "%.*s", TOKEN_TEXT(s, vb->name));
    snprintf(by[1].by, sizeof by[1].by, "%.*s", TOKEN_TEXT(s, va->name));
    substitute(s, e, by, 2, text);
    REPLACE_NODE(m, "indices exchanged", e, "%s", text);
}

const struct node *counter_condition(const struct source *s,
                                     const struct node *n)
{
    const struct variable *v =
        n->kind == NODE_NAME ? lookup(s, n->scope, n->op) : NULL;
    if (!v || !v->is_counter)
        return NULL;
    const struct node *loop = v->declaration->parent->parent;
    const struct node *c = kid(loop, 1);
    if (c->kind != NODE_BINARY || kid(c, 0)->kind != NODE_NAME ||
        lookup(s, c->scope, kid(c, 0)->op) != v)
        return NULL;
    return token_is(s, c->op, "<") || token_is(s, c->op, "<=") ? c : NULL;
}

/* u becomes (kh - 1 - u): that axis runs backwards. */
static bool flipped(const struct source *s, const struct names *names, int i,
                    struct substitution *by)
{
    const struct node *c = counter_condition(s, names->node[i]);
    by->variable = names->variable[i];
    if (c)
        snprintf(by->by, sizeof by->by, "(%.*s%s - %.*s)",
                 NODE_TEXT(s, kid(c, 1)), token_is(s, c->op, "<") ? " - 1" : "",
                 NODE_TEXT(s, names->node[i]));
    return c;
}

static void flip(struct mutants *m, const struct node *e,
                 const struct names *names, int a, int b)
{
    struct substitution by[2];
    char text[LONGEST];
    if (!flipped(m->source, names, a, &by[0]))
        return;
    if (a != b && !flipped(m->source, names, b, &by[1]))
        return;
    substitute(m->source, e, by, a == b ? 1 : 2, text);
    REPLACE_NODE(m, a == b ? "axis flipped" : "axes flipped", e, "%s", text);
}

static bool has_counter(const struct source *s, const struct node *n)
{
    if (counter_condition(s, n))
        return true;
    for (const struct node *k = n->kid; k; k = k->next)
        if (has_counter(s, k))
            return true;
    return false;
}

/* row * pitch + column becomes column * height + row, where the height may
 * be any integer in sight, or what bounds the row's loop. */
static void transpose(struct mutants *m, const struct node *e)
{
    const struct source *s = m->source;
    const struct node *product = e;
    while (product->kind == NODE_BINARY && !token_is(s, product->op, "*"))
        product = kid(product, 0);
    if (product == e || product->kind != NODE_BINARY ||
        !token_is(s, product->end, "+"))
        return;
    const struct node *row = kid(product, 0), *pitch = kid(product, 1);
    if (has_counter(s, pitch) && !has_counter(s, row))
        row = pitch;
    int from = s->token[product->end + 1].at;
    int len = node_to(s, e) - from;
    const struct node *c = counter_condition(s, row);
    if (c && kid(c, 1)->kind != NODE_NAME)
        REPLACE_NODE(m, "transposed", e, "(%.*s) * (%.*s) + %.*s", len,
                     s->text + from, NODE_TEXT(s, kid(c, 1)),
                     NODE_TEXT(s, row));
    for (struct variable *v = e->scope; v; v = v->outer)
        if (strcmp(v->type, "int") == 0 && !v->is_counter &&
            lookup(s, e->scope, v->name) == v)
            REPLACE_NODE(m, "transposed", e, "(%.*s) * %.*s + %.*s", len,
                         s->text + from, TOKEN_TEXT(s, v->name),
                         NODE_TEXT(s, row));
}

void mutate_subscript(struct mutants *m, const struct node *n)
{
    if (n->kind != NODE_INDEX)
        return;
    const struct node *e = kid(n, 1);
    struct names names = {.count = 0};
    collect(m->source, e, &names);
    for (int a = 0; a < names.count; a++)
        for (int b = a; b < names.count; b++) {
            if (a != b)
                exchange(m, e, &names, a, b);
            flip(m, e, &names, a, b);
        }
    transpose(m, e);
}
