/* Operators inside an expression: constants, operators, operands, calls. */
#include "mutants.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* For each operator, what a slip of the mind puts in its place. */
static const char *const slips[][5] = {
    {"<", "<=", ">", ">="}, {"<=", "<", ">", ">="},   {">", ">=", "<", "<="},
    {">=", ">", "<", "<="}, {"==", "!=", "<=", ">="}, {"!=", "==", "<", ">"},
    {"+", "-", "*"},        {"-", "+", "*"},          {"*", "/", "+", "-"},
    {"/", "*", "%", "-"},   {"%", "/", "*"},          {"&&", "||"},
    {"||", "&&"},           {"=", "+=", "-="},        {"+=", "=", "-="},
    {"-=", "=", "+="},      {"*=", "=", "/="},        {"/=", "=", "*="},
};

static void change_operator(struct mutants *m, const struct node *n)
{
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        if (token_is(m->source, n->op, slips[i][0]))
            for (int j = 1; j < 5 && slips[i][j]; j++)
                REPLACE_TOKEN(m, "operator", n->op, "%s", slips[i][j]);
}

/* a + b becomes a, or b. */
static void drop_operand(struct mutants *m, const struct node *n)
{
    for (int i = 0; i < 2; i++)
        REPLACE_NODE(m, "operand dropped", n, "%.*s",
                     NODE_TEXT(m->source, kid(n, i)));
}

/* a / b rounded up. */
static void round_up(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    const struct node *a = kid(n, 0), *b = kid(n, 1);
    if (token_is(s, n->op, "/"))
        REPLACE_NODE(m, "rounded up", n, "(%.*s + %.*s - 1) / %.*s",
                     NODE_TEXT(s, a), NODE_TEXT(s, b), NODE_TEXT(s, b));
}

/* 3 becomes 4 and 2; 2.0f becomes (2.0f + 1), (2.0f - 1), 0 and 2. */
static void change_number(struct mutants *m, const struct node *n)
{
    char text[64];
    snprintf(text, sizeof text, "%.*s", NODE_TEXT(m->source, n));
    char *end;
    long value = strtol(text, &end, 0);
    if (*end == '.' || strpbrk(end, "eEpP") ||
        (strpbrk(end, "fF") && text[1] != 'x')) {
        REPLACE_NODE(m, "constant", n, "(%s + 1)", text);
        REPLACE_NODE(m, "constant", n, "(%s - 1)", text);
        REPLACE_NODE(m, "constant", n, "0");
        if (strncmp(end, ".0", 2) == 0 && !isdigit((unsigned char)end[2]))
            REPLACE_NODE(m, "constant", n, "%ld", value);
        return;
    }
    REPLACE_NODE(m, "constant", n, "%ld%s", value + 1, end);
    REPLACE_NODE(m, "constant", n, value ? "%ld%s" : "(%ld%s)", value - 1, end);
}

static void change_prefix(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    if (token_is(s, n->op, "-") || token_is(s, n->op, "!"))
        REPLACE_NODE(m, "sign or not dropped", n, "%.*s",
                     NODE_TEXT(s, kid(n, 0)));
}

/* i++ becomes i += 2 in the head of a loop, where i-- would only run out of
 * the array, and i-- elsewhere. */
static void change_step(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    bool up = token_is(s, n->op, "++");
    if (!up && !token_is(s, n->op, "--"))
        return;
    if (in_for_head(n))
        REPLACE_NODE(m, "step", n, "%.*s %s= 2", NODE_TEXT(s, kid(n, 0)),
                     up ? "+" : "-");
    else
        REPLACE_TOKEN(m, "step", n->op, "%s", up ? "--" : "++");
}

/* f(a, b) becomes a, b, f(b, a). */
static void change_call(struct mutants *m, const struct node *n)
{
    static const char *const pair[][2] = {
        {"floor", "ceil"},  {"floorf", "ceilf"}, {"fmin", "fmax"},
        {"fminf", "fmaxf"}, {"exp", "exp2"},     {"sqrt", "cbrt"},
    };
    const struct source *s = m->source;
    for (const struct node *a = kid(n, 1); a; a = a->next) {
        REPLACE_NODE(m, "call dropped", n, "(%.*s)", NODE_TEXT(s, a));
        for (const struct node *b = a->next; b; b = b->next)
            mutants_add(m, "arguments swapped", node_from(s, a), node_to(s, b),
                        "%.*s%.*s%.*s", NODE_TEXT(s, b),
                        node_from(s, b) - node_to(s, a),
                        s->text + node_to(s, a), NODE_TEXT(s, a));
    }
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
        for (int j = 0; j < 2; j++)
            if (token_is(s, n->first, pair[i][j]))
                REPLACE_TOKEN(m, "call", n->first, "%s", pair[i][1 - j]);
}

static void change_ternary(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    REPLACE_NODE(m, "condition negated", kid(n, 0), "!(%.*s)",
                 NODE_TEXT(s, kid(n, 0)));
    REPLACE_NODE(m, "condition dropped", n, "(%.*s)", NODE_TEXT(s, kid(n, 1)));
    REPLACE_NODE(m, "condition dropped", n, "(%.*s)", NODE_TEXT(s, kid(n, 2)));
}

/* p.h becomes p.w: any other field that the file mentions. */
static void change_member(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    for (int i = 0; i + 1 < s->tokens; i++)
        if ((token_is(s, i, ".") || token_is(s, i, "->")) &&
            s->token[i + 1].kind == TOKEN_NAME)
            REPLACE_TOKEN(m, "partner", n->end - 1, "%.*s",
                          TOKEN_TEXT(s, i + 1));
}

void mutate_expression(struct mutants *m, const struct node *n)
{
    switch (n->kind) {
    case NODE_BINARY:
        change_operator(m, n);
        drop_operand(m, n);
        round_up(m, n);
        break;
    case NODE_ASSIGN:
        change_operator(m, n);
        break;
    case NODE_NUMBER:
        change_number(m, n);
        break;
    case NODE_PREFIX:
        change_prefix(m, n);
        change_step(m, n);
        break;
    case NODE_POSTFIX:
        change_step(m, n);
        break;
    case NODE_CAST:
        REPLACE_NODE(m, "cast dropped", n, "%.*s",
                     NODE_TEXT(m->source, kid(n, 0)));
        break;
    case NODE_CALL:
        change_call(m, n);
        break;
    case NODE_TERNARY:
        change_ternary(m, n);
        break;
    case NODE_MEMBER:
        change_member(m, n);
        break;
    default:
        break;
    }
}
