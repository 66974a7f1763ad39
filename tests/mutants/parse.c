/* Statements, functions, files. */
#include "parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void parse_fail(const struct parser *p, const char *wanted)
{
    const struct source *s = p->source;
    struct token end = {TOKEN_STRING, s->len, 0, 0};
    const struct token *t = p->at < s->tokens ? &s->token[p->at] : &end;
    fprintf(stderr, "mutate: %s:%d: wanted %s, found \"%.*s\"\n", s->name,
            t->line, wanted, t->len, s->text + t->at);
    exit(2);
}

bool at(const struct parser *p, const char *spelling)
{
    return token_is(p->source, p->at, spelling);
}

bool take(struct parser *p, const char *spelling)
{
    bool found = at(p, spelling);
    p->at += found;
    return found;
}

void expect(struct parser *p, const char *spelling)
{
    if (!take(p, spelling))
        parse_fail(p, spelling);
}

struct node *node_new(struct parser *p, enum node_kind kind, int first)
{
    struct node *n = &p->tree->node[p->tree->nodes++];
    n->kind = kind;
    n->first = n->end = n->op = first;
    n->scope = p->scope;
    return n;
}

void node_add(struct node *parent, struct node *kid)
{
    struct node **last = &parent->kid;
    while (*last)
        last = &(*last)->next;
    *last = kid;
    kid->parent = parent;
}

struct node *node_close(struct parser *p, struct node *n)
{
    n->end = p->at;
    return n;
}

void skip_brackets(struct parser *p)
{
    int depth = 0;
    do {
        if (p->at >= p->source->tokens)
            parse_fail(p, "a closing bracket");
        depth += at(p, "(") || at(p, "[") || at(p, "{");
        depth -= at(p, ")") || at(p, "]") || at(p, "}");
        p->at++;
    } while (depth > 0);
}

/* ---- statements ---- */

static struct node *statement(struct parser *p);

static struct node *empty(struct parser *p)
{
    return node_new(p, NODE_EMPTY, p->at);
}

static struct node *block(struct parser *p)
{
    struct variable *outside = p->scope;
    struct node *n = node_new(p, NODE_BLOCK, p->at);
    expect(p, "{");
    while (!at(p, "}"))
        node_add(n, statement(p));
    expect(p, "}");
    p->scope = outside;
    return node_close(p, n);
}

static void condition(struct parser *p, struct node *n)
{
    expect(p, "(");
    node_add(n, parse_expression(p));
    expect(p, ")");
}

static struct node *for_statement(struct parser *p)
{
    struct variable *outside = p->scope;
    struct node *n = node_new(p, NODE_FOR, p->at++);
    expect(p, "(");
    if (declaration_at(p)) {
        node_add(n, parse_declaration(p));
        for (struct variable *v = p->scope; v != outside; v = v->outer)
            v->is_counter = true;
    } else {
        node_add(n, at(p, ";") ? empty(p) : parse_expression(p));
        expect(p, ";");
    }
    node_add(n, at(p, ";") ? empty(p) : parse_expression(p));
    expect(p, ";");
    node_add(n, at(p, ")") ? empty(p) : parse_expression(p));
    expect(p, ")");
    node_add(n, statement(p));
    p->scope = outside;
    return node_close(p, n);
}

static struct node *if_statement(struct parser *p)
{
    struct node *n = node_new(p, NODE_IF, p->at++);
    condition(p, n);
    node_add(n, statement(p));
    if (take(p, "else"))
        node_add(n, statement(p));
    return node_close(p, n);
}

static struct node *do_statement(struct parser *p)
{
    struct node *n = node_new(p, NODE_DO, p->at++);
    node_add(n, statement(p));
    expect(p, "while");
    condition(p, n);
    expect(p, ";");
    return node_close(p, n);
}

/* while and switch: a condition and a body. */
static struct node *headed(struct parser *p, enum node_kind kind)
{
    struct node *n = node_new(p, kind, p->at++);
    condition(p, n);
    node_add(n, statement(p));
    return node_close(p, n);
}

/* return, break, continue, goto, case, default, or an expression. */
static struct node *simple(struct parser *p)
{
    enum node_kind kind = NODE_EXPRESSION;
    if (at(p, "return"))
        kind = NODE_RETURN;
    else if (at(p, "break") || at(p, "continue") || at(p, "goto"))
        kind = NODE_JUMP;
    else if (at(p, "case") || at(p, "default"))
        kind = NODE_LABEL;
    else if (at(p, ";"))
        kind = NODE_EMPTY;
    struct node *n = node_new(p, kind, p->at);
    p->at += kind != NODE_EXPRESSION && kind != NODE_EMPTY;
    const char *last = kind == NODE_LABEL ? ":" : ";";
    if (!at(p, last))
        node_add(n, parse_expression(p));
    expect(p, last);
    return node_close(p, n);
}

static struct node *statement(struct parser *p)
{
    if (p->at >= p->source->tokens)
        parse_fail(p, "a statement");
    if (at(p, "{"))
        return block(p);
    if (at(p, "for"))
        return for_statement(p);
    if (at(p, "if"))
        return if_statement(p);
    if (at(p, "do"))
        return do_statement(p);
    if (at(p, "while"))
        return headed(p, NODE_WHILE);
    if (at(p, "switch"))
        return headed(p, NODE_SWITCH);
    return declaration_at(p) ? parse_declaration(p) : simple(p);
}

/* ---- the file ---- */

static void parameters(struct parser *p, struct node *function)
{
    expect(p, "(");
    while (!at(p, ")")) {
        if (!take(p, "...")) {
            int first = p->at;
            struct type type = parse_specifiers(p);
            struct node *n = parse_declarator(p, NODE_PARAMETER, &type);
            n->first = first;
            node_add(function, n);
        }
        if (!take(p, ","))
            break;
    }
    expect(p, ")");
}

/* Is this external declaration a function? Its first round bracket then
 * comes before any = or ; and is not the (* of a pointer. */
static bool function_at(const struct parser *p)
{
    for (int i = p->at; i < p->source->tokens; i++) {
        if (token_is(p->source, i, "_Static_assert"))
            return false;
        if (token_is(p->source, i, "("))
            return !token_is(p->source, i + 1, "*");
        if (token_is(p->source, i, "=") || token_is(p->source, i, ";") ||
            token_is(p->source, i, "{"))
            return false;
    }
    return false;
}

static struct node *function(struct parser *p)
{
    struct variable *outside = p->scope;
    struct node *n = node_new(p, NODE_FUNCTION, p->at);
    parse_specifiers(p);
    while (take(p, "*"))
        ;
    n->op = p->at++;
    parameters(p, n);
    while (take(p, "__attribute__"))
        skip_brackets(p);
    if (!take(p, ";"))
        node_add(n, block(p));
    p->scope = outside;
    return node_close(p, n);
}

static void *zeroed(int count, size_t size)
{
    void *memory = calloc((size_t)count, size);
    if (!memory) {
        fputs("mutate: no memory\n", stderr);
        exit(2);
    }
    return memory;
}

/* Every node takes a token or is one of the three parts of a for; hence
 * twice the number of tokens is more than enough. */
void parse(struct tree *tree, const struct source *source)
{
    *tree = (struct tree){.source = source};
    struct parser p = {tree, source, 0, NULL};
    tree->node = zeroed(2 * source->tokens + 8, sizeof *tree->node);
    tree->variable = zeroed(source->tokens + 1, sizeof *tree->variable);
    tree->root = node_new(&p, NODE_FILE, 0);
    while (p.at < source->tokens)
        node_add(tree->root,
                 function_at(&p) ? function(&p) : parse_declaration(&p));
    node_close(&p, tree->root);
}
