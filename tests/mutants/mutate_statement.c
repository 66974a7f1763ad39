/* Statements: left out, moved, conditions changed, loops cut short. */
#include "mutants.h"

#include <string.h>

static bool is_loop(const struct node *n)
{
    return n->kind == NODE_FOR || n->kind == NODE_WHILE || n->kind == NODE_DO;
}

static const struct node *body_of(const struct node *loop)
{
    return kid(loop, loop->kind == NODE_FOR     ? 3
                     : loop->kind == NODE_WHILE ? 1
                                                : 0);
}

/* A statement that stands where `;` could stand as well. */
static bool deletable(const struct node *n)
{
    switch (n->kind) {
    case NODE_EXPRESSION:
    case NODE_IF:
    case NODE_FOR:
    case NODE_WHILE:
    case NODE_DO:
    case NODE_SWITCH:
    case NODE_RETURN:
    case NODE_JUMP:
        return true;
    default:
        return false;
    }
}

static void change_condition(struct mutants *m, const struct node *c)
{
    const struct source *s = m->source;
    REPLACE_NODE(m, "condition negated", c, "!(%.*s)", NODE_TEXT(s, c));
    if (c->parent->kind != NODE_IF)
        return;
    REPLACE_NODE(m, "condition dropped", c, "1");
    REPLACE_NODE(m, "condition dropped", c, "0");
}

static void change_if(struct mutants *m, const struct node *n)
{
    const struct node *otherwise = kid(n, 2);
    change_condition(m, kid(n, 0));
    if (otherwise)
        REPLACE_NODE(m, "else dropped", otherwise, ";");
}

/* i < n: one round more or less, no round past a multiple of 2 or 4, none
 * past the eighth. */
static void change_bound(struct mutants *m, const struct node *c)
{
    const struct source *s = m->source;
    static const char *const bounds[] = {"(%.*s) + 1", "(%.*s) - 1",
                                         "(%.*s) / 2 * 2", "(%.*s) / 4 * 4"};
    if (c->kind != NODE_BINARY)
        return;
    const struct node *left = kid(c, 0), *right = kid(c, 1);
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        REPLACE_NODE(m, "bound", right, bounds[i], NODE_TEXT(s, right));
    if (left->kind == NODE_NAME)
        REPLACE_NODE(m, "bound", c, "%.*s && %.*s < 8", NODE_TEXT(s, c),
                     NODE_TEXT(s, left));
}

/* The loop ends after its first round, or its rounds before they begin. */
static void add_jump(struct mutants *m, const struct node *body)
{
    const struct source *s = m->source;
    if (body->kind == NODE_BLOCK) {
        REPLACE_TOKEN(m, "continue added", body->first, "{ continue;");
        REPLACE_TOKEN(m, "break added", body->end - 1, "break; }");
    } else {
        REPLACE_NODE(m, "break added", body, "{ %.*s break; }",
                     NODE_TEXT(s, body));
    }
}

/* 0, -1, -INFINITY: no variable, no list, no call. */
static bool is_constant(const struct source *s, const struct node *n)
{
    if (n->kind == NODE_PREFIX || n->kind == NODE_PAREN)
        return is_constant(s, kid(n, 0));
    return n->kind == NODE_NUMBER ||
           (n->kind == NODE_NAME && !lookup(s, n->scope, n->op));
}

/* An accumulator set back in every round of a loop it should outlive. */
static void add_resets(struct mutants *m, const struct node *loop)
{
    const struct source *s = m->source;
    const struct node *body = body_of(loop);
    for (struct variable *v = loop->scope; v; v = v->outer) {
        const struct node *d = v->declaration;
        if (v->is_parameter || v->is_counter || v->is_const || !d->kid ||
            !is_constant(s, d->kid) || lookup(s, loop->scope, v->name) != v)
            continue;
        if (body->kind == NODE_BLOCK)
            REPLACE_TOKEN(m, "reset added", body->first, "{ %.*s = %.*s;",
                          TOKEN_TEXT(s, v->name), NODE_TEXT(s, d->kid));
        else
            REPLACE_NODE(m, "reset added", body, "{ %.*s = %.*s; %.*s }",
                         TOKEN_TEXT(s, v->name), NODE_TEXT(s, d->kid),
                         NODE_TEXT(s, body));
    }
}

static void change_loop(struct mutants *m, const struct node *n)
{
    const struct node *c = kid(n, 1);
    if (n->kind == NODE_WHILE)
        c = kid(n, 0);
    if (c->kind != NODE_EMPTY)
        change_condition(m, c);
    if (n->kind == NODE_FOR)
        change_bound(m, c);
    add_jump(m, body_of(n));
    add_resets(m, n);
}

/* s = 0 in front of one, two, ... of the loops around it. */
static void move_out(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    for (const struct node *p = n->parent; p; p = p->parent) {
        if (p->kind != NODE_BLOCK && !is_loop(p))
            return;
        if (is_loop(p))
            mutants_add(m, "moved out of loop", node_from(s, p), node_to(s, n),
                        "%.*s %.*s", NODE_TEXT(s, n),
                        node_from(s, n) - node_from(s, p),
                        s->text + node_from(s, p));
    }
}

static void change_return(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    const struct node *value = kid(n, 0);
    if (!value)
        return;
    REPLACE_NODE(m, "return value", value, "0");
    REPLACE_NODE(m, "return value", value, "1");
    REPLACE_NODE(m, "return value", value, "-(%.*s)", NODE_TEXT(s, value));
    REPLACE_NODE(m, "return value", value, "(%.*s) + 1", NODE_TEXT(s, value));
}

/* y[e] = v; is followed by a write of what is there already to y[e + 1] or
 * y[e - 1]: harmless inside the array, a fault at its ends. */
static void write_outside(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    const struct node *left = kid(kid(n, 0), 0);
    if (left->kind != NODE_INDEX || kid(left, 0)->kind != NODE_NAME)
        return;
    const struct variable *v = lookup(s, left->scope, left->first);
    const char *star = v ? strchr(v->type, '*') : NULL;
    if (!star || v->is_const || star[1])
        return;
    for (int step = -1; step <= 1; step += 2)
        REPLACE_NODE(m, "write outside", n,
                     "{ %.*s { volatile %sstray = &%.*s %+d; "
                     "*stray = *stray; } }",
                     NODE_TEXT(s, n), v->type, NODE_TEXT(s, left), step);
}

/* y[e] = v; where v is cut to a whole number, or to what a screen shows. */
static void change_output(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    const struct node *left = kid(kid(n, 0), 0), *right = kid(kid(n, 0), 1);
    if (left->kind != NODE_INDEX)
        return;
    REPLACE_NODE(m, "rounded", right, "(int)(%.*s)", NODE_TEXT(s, right));
    REPLACE_NODE(m, "sign lost", right, "(%.*s) < 0 ? 0 : (%.*s)",
                 NODE_TEXT(s, right), NODE_TEXT(s, right));
    REPLACE_NODE(m, "sign lost", right, "(%.*s) < 0 ? -(%.*s) : (%.*s)",
                 NODE_TEXT(s, right), NODE_TEXT(s, right), NODE_TEXT(s, right));
}

void mutate_statement(struct mutants *m, const struct node *n)
{
    if (deletable(n))
        REPLACE_NODE(m, "statement dropped", n, ";");
    if (n->kind == NODE_IF)
        change_if(m, n);
    else if (n->kind == NODE_FOR || n->kind == NODE_WHILE)
        change_loop(m, n);
    else if (n->kind == NODE_RETURN)
        change_return(m, n);
    if (n->kind == NODE_DECLARATION && n->parent->kind == NODE_BLOCK)
        move_out(m, n);
    if (n->kind == NODE_EXPRESSION && kid(n, 0)->kind == NODE_ASSIGN) {
        move_out(m, n);
        write_outside(m, n);
        change_output(m, n);
    }
}
