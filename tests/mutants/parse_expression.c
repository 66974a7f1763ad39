/* Expressions, by precedence climbing. */
#include "parser.h"

#include <string.h>

static struct node *unary(struct parser *p);

static bool at_any(const struct parser *p, const char *const *spelling)
{
    for (; *spelling; spelling++)
        if (at(p, *spelling))
            return true;
    return false;
}

/* A node whose first child is already parsed. */
static struct node *wrap(struct parser *p, enum node_kind kind,
                         struct node *first_kid)
{
    struct node *n = node_new(p, kind, first_kid->first);
    n->op = p->at;
    node_add(n, first_kid);
    return n;
}

static struct node *leaf(struct parser *p, enum node_kind kind)
{
    struct node *n = node_new(p, kind, p->at);
    n->op = p->at++;
    return node_close(p, n);
}

/* "a" NAME "b": strings and macros that stand for strings, in a row. */
static struct node *strings(struct parser *p)
{
    const struct token *t = p->source->token;
    struct node *n = node_new(p, NODE_STRING, p->at++);
    while (p->at < p->source->tokens &&
           (t[p->at].kind == TOKEN_STRING || t[p->at].kind == TOKEN_NAME))
        p->at++;
    return node_close(p, n);
}

static struct node *primary(struct parser *p)
{
    const struct source *s = p->source;
    if (p->at >= s->tokens)
        parse_fail(p, "an expression");
    if (at(p, "(")) {
        struct node *n = node_new(p, NODE_PAREN, p->at++);
        node_add(n, parse_expression(p));
        expect(p, ")");
        return node_close(p, n);
    }
    switch (s->token[p->at].kind) {
    case TOKEN_NAME:
        if (p->at + 1 < s->tokens && s->token[p->at + 1].kind == TOKEN_STRING)
            return strings(p);
        return leaf(p, NODE_NAME);
    case TOKEN_NUMBER:
        return leaf(p, NODE_NUMBER);
    case TOKEN_STRING:
        return strings(p);
    default:
        parse_fail(p, "an expression");
    }
}

static struct node *call(struct parser *p, struct node *function)
{
    struct node *n = wrap(p, NODE_CALL, function);
    expect(p, "(");
    while (!at(p, ")")) {
        node_add(n, parse_assignment(p));
        if (!take(p, ","))
            break;
    }
    expect(p, ")");
    return n;
}

static struct node *postfix(struct parser *p)
{
    struct node *n = primary(p);
    for (;;) {
        if (at(p, "(")) {
            n = call(p, n);
        } else if (at(p, "[")) {
            n = wrap(p, NODE_INDEX, n);
            expect(p, "[");
            node_add(n, parse_expression(p));
            expect(p, "]");
        } else if (at(p, ".") || at(p, "->")) {
            n = wrap(p, NODE_MEMBER, n);
            p->at += 2;
        } else if (at(p, "++") || at(p, "--")) {
            n = wrap(p, NODE_POSTFIX, n);
            p->at++;
        } else {
            return n;
        }
        node_close(p, n);
    }
}

static struct node *size_of(struct parser *p)
{
    struct node *n = node_new(p, NODE_SIZEOF, p->at++);
    if (at(p, "(") && type_at(p, p->at + 1))
        skip_brackets(p);
    else
        node_add(n, unary(p));
    return node_close(p, n);
}

/* (int), (T *), and (T) before what cannot follow a value in brackets. */
static bool cast_at(const struct parser *p)
{
    const struct source *s = p->source;
    if (!at(p, "(") || type_at(p, p->at + 1))
        return at(p, "(");
    if (!name_at(p, p->at + 1))
        return false;
    if (token_is(s, p->at + 2, "*"))
        return token_is(s, p->at + 3, ")") || token_is(s, p->at + 3, "*");
    return token_is(s, p->at + 2, ")") &&
           (token_is(s, p->at + 3, "{") || name_at(p, p->at + 3) ||
            (p->at + 3 < s->tokens &&
             s->token[p->at + 3].kind == TOKEN_NUMBER));
}

/* (type) operand; a compound literal's braces become a list. */
static struct node *cast(struct parser *p)
{
    struct node *n = node_new(p, NODE_CAST, p->at);
    skip_brackets(p);
    n->op = p->at;
    node_add(n, at(p, "{") ? parse_initialiser(p) : unary(p));
    return node_close(p, n);
}

static struct node *unary(struct parser *p)
{
    static const char *const prefix[] = {"-", "+",  "!",  "~", "*",
                                         "&", "++", "--", NULL};
    if (at(p, "sizeof"))
        return size_of(p);
    if (cast_at(p))
        return cast(p);
    if (!at_any(p, prefix))
        return postfix(p);
    struct node *n = node_new(p, NODE_PREFIX, p->at);
    n->op = p->at++;
    node_add(n, unary(p));
    return node_close(p, n);
}

/* Binary operators, from those that bind least. */
static struct node *binary(struct parser *p, int level)
{
    static const char *const levels[][5] = {
        {"||"},
        {"&&"},
        {"|"},
        {"^"},
        {"&"},
        {"==", "!="},
        {"<", ">", "<=", ">="},
        {"<<", ">>"},
        {"+", "-"},
        {"*", "/", "%"},
    };
    if (level == (int)(sizeof levels / sizeof *levels))
        return unary(p);
    struct node *n = binary(p, level + 1);
    while (at_any(p, levels[level])) {
        n = wrap(p, NODE_BINARY, n);
        p->at++;
        node_add(n, binary(p, level + 1));
        node_close(p, n);
    }
    return n;
}

struct node *parse_assignment(struct parser *p)
{
    static const char *const assign[] = {"=",   "+=",  "-=", "*=", "/=", "%=",
                                         "<<=", ">>=", "&=", "|=", "^=", NULL};
    struct node *n = binary(p, 0);
    if (at(p, "?")) {
        n = wrap(p, NODE_TERNARY, n);
        p->at++;
        node_add(n, parse_expression(p));
        expect(p, ":");
        node_add(n, parse_assignment(p));
        return node_close(p, n);
    }
    if (!at_any(p, assign))
        return n;
    n = wrap(p, NODE_ASSIGN, n);
    p->at++;
    node_add(n, parse_assignment(p));
    return node_close(p, n);
}

struct node *parse_expression(struct parser *p)
{
    struct node *n = parse_assignment(p);
    while (at(p, ",")) {
        n = wrap(p, NODE_COMMA, n);
        p->at++;
        node_add(n, parse_assignment(p));
        node_close(p, n);
    }
    return n;
}

/* An expression, or a list in braces, whose elements may be designated. */
struct node *parse_initialiser(struct parser *p)
{
    if (!at(p, "{"))
        return parse_assignment(p);
    struct node *n = node_new(p, NODE_LIST, p->at++);
    while (!at(p, "}")) {
        while (at(p, ".") || at(p, "[")) {
            if (at(p, "["))
                skip_brackets(p);
            else
                p->at += 2;
        }
        take(p, "=");
        node_add(n, parse_initialiser(p));
        if (!take(p, ","))
            break;
    }
    expect(p, "}");
    return node_close(p, n);
}
