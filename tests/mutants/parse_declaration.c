/* Types and declarations. */
#include "parser.h"

#include <stdio.h>
#include <string.h>

bool name_at(const struct parser *p, int i)
{
    return i < p->source->tokens && p->source->token[i].kind == TOKEN_NAME;
}

static bool one_of(const struct parser *p, int i, const char *const *word)
{
    for (; *word; word++)
        if (token_is(p->source, i, *word))
            return true;
    return false;
}

static bool qualifier_at(const struct parser *p, int i)
{
    static const char *const word[] = {
        "const",  "static", "restrict",  "volatile",      "register",
        "extern", "inline", "_Noreturn", "_Thread_local", NULL};
    return one_of(p, i, word);
}

static bool statement_word_at(const struct parser *p, int i)
{
    static const char *const word[] = {"return", "goto",   "case", "else",
                                       "do",     "sizeof", NULL};
    return one_of(p, i, word);
}

bool type_at(const struct parser *p, int i)
{
    static const char *const word[] = {"void",  "char",     "short",  "int",
                                       "long",  "float",    "double", "signed",
                                       "_Bool", "unsigned", "bool",   "struct",
                                       "enum",  "union",    "FILE",   NULL};
    if (!name_at(p, i))
        return false;
    const struct token *t = &p->source->token[i];
    if (t->len > 2 &&
        memcmp(p->source->text + t->at + t->len - 2, "_t", 2) == 0)
        return true;
    return qualifier_at(p, i) || one_of(p, i, word);
}

/* A declaration begins with a type, or with two names in a row. */
bool declaration_at(const struct parser *p)
{
    return type_at(p, p->at) || (name_at(p, p->at) && name_at(p, p->at + 1) &&
                                 !statement_word_at(p, p->at));
}

static void type_add(const struct source *s, char *text, size_t size, int i)
{
    size_t used = strlen(text);
    snprintf(text + used, size - used, "%s%.*s", used ? " " : "",
             s->token[i].len, s->text + s->token[i].at);
}

struct type parse_specifiers(struct parser *p)
{
    struct type type = {"", false};
    while (name_at(p, p->at)) {
        bool tagged = at(p, "struct") || at(p, "union") || at(p, "enum");
        if (qualifier_at(p, p->at))
            type.is_const = type.is_const || at(p, "const");
        else if (type.text[0] && !type_at(p, p->at))
            break;
        else
            type_add(p->source, type.text, sizeof type.text, p->at);
        p->at++;
        if (tagged && name_at(p, p->at))
            type_add(p->source, type.text, sizeof type.text, p->at++);
        if (tagged && at(p, "{"))
            skip_brackets(p);
    }
    return type;
}

/* ---- declarations ---- */

static void declare(struct parser *p, struct node *n, const struct type *type,
                    const char *derived)
{
    struct variable *v = &p->tree->variable[p->tree->variables++];
    v->name = n->op;
    snprintf(v->type, sizeof v->type, "%s%s", type->text, derived);
    v->is_const = type->is_const;
    v->is_parameter = n->kind == NODE_PARAMETER;
    v->declaration = n;
    v->outer = p->scope;
    p->scope = n->variable = v;
}

/* * const name[3]  or  (*name)[n]: the name, and what it makes of the type. */
struct node *parse_declarator(struct parser *p, enum node_kind kind,
                              const struct type *type)
{
    struct node *n = node_new(p, kind, p->at);
    char derived[12] = "";
    int stars = 0;
    bool inside = false;
    while (at(p, "*") || qualifier_at(p, p->at) ||
           (at(p, "(") && token_is(p->source, p->at + 1, "*"))) {
        stars += at(p, "*");
        inside = inside || at(p, "(");
        p->at++;
    }
    n->op = p->at;
    bool named = name_at(p, p->at);
    p->at += named;
    if (inside)
        expect(p, ")");
    while (at(p, "[") || (inside && at(p, "("))) {
        skip_brackets(p);
        stars++;
    }
    if (stars)
        snprintf(derived, sizeof derived, " %.*s", stars > 9 ? 9 : stars,
                 "*********");
    if (named)
        declare(p, n, type, derived);
    return node_close(p, n);
}

struct node *parse_declaration(struct parser *p)
{
    struct node *n = node_new(p, NODE_DECLARATION, p->at);
    bool assertion = at(p, "_Static_assert");
    struct type type = parse_specifiers(p);
    if (assertion)
        skip_brackets(p);
    while (!at(p, ";")) {
        struct node *d = parse_declarator(p, NODE_DECLARATOR, &type);
        if (take(p, "="))
            node_add(d, parse_initialiser(p));
        node_add(n, node_close(p, d));
        if (!take(p, ","))
            break;
    }
    expect(p, ";");
    return node_close(p, n);
}
