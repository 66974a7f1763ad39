/* What the three parts of the parser share. */
#ifndef CONVLINGS_MUTANTS_PARSER_H
#define CONVLINGS_MUTANTS_PARSER_H

#include "tree.h"

struct parser {
    struct tree *tree;
    const struct source *source;
    int at; /* the next token */
    struct variable *scope;
};

_Noreturn void parse_fail(const struct parser *p, const char *wanted);
bool at(const struct parser *p, const char *spelling);
bool take(struct parser *p, const char *spelling);
void expect(struct parser *p, const char *spelling);
struct node *node_new(struct parser *p, enum node_kind kind, int first);
void node_add(struct node *parent, struct node *kid);
struct node *node_close(struct parser *p, struct node *n);

bool name_at(const struct parser *p, int i);
/* Does a type name stand at token i? Does a declaration begin here? */
bool type_at(const struct parser *p, int i);
bool declaration_at(const struct parser *p);
/* From an opening bracket past its partner. */
void skip_brackets(struct parser *p);

/* What stands before the declarators, without const and storage class. */
struct type {
    char text[48];
    bool is_const;
};
struct type parse_specifiers(struct parser *p);
struct node *parse_declarator(struct parser *p, enum node_kind kind,
                              const struct type *type);
struct node *parse_declaration(struct parser *p);

/* One expression: with commas, or up to the next comma. */
struct node *parse_expression(struct parser *p);
struct node *parse_assignment(struct parser *p);
struct node *parse_initialiser(struct parser *p);

#endif
