/* The syntax tree of a C file, as far as mutation needs it: which tokens
 * form an operand, a statement, a loop; which variables are in scope. */
#ifndef CONVLINGS_MUTANTS_TREE_H
#define CONVLINGS_MUTANTS_TREE_H

#include "lex.h"

enum node_kind {
    /* expressions; the children are the operands, in the order of the text */
    NODE_NAME,
    NODE_NUMBER,
    NODE_STRING,
    NODE_PAREN,
    NODE_CALL,   /* function, arguments */
    NODE_INDEX,  /* array, subscript */
    NODE_MEMBER, /* object; the field is the last token */
    NODE_POSTFIX,
    NODE_PREFIX,
    NODE_CAST,
    NODE_SIZEOF,
    NODE_BINARY,
    NODE_ASSIGN,
    NODE_TERNARY,
    NODE_COMMA,
    NODE_LIST, /* an initialiser in braces */
    /* statements */
    NODE_BLOCK,
    NODE_DECLARATION, /* declarators */
    NODE_DECLARATOR,  /* the initialiser, if there is one */
    NODE_EXPRESSION,  /* an expression and its semicolon */
    NODE_IF,          /* condition, then, perhaps else */
    NODE_FOR,         /* initialisation, condition, step, body */
    NODE_WHILE,       /* condition, body */
    NODE_DO,          /* body, condition */
    NODE_SWITCH,      /* value, body */
    NODE_LABEL,       /* case E: and default:, the statement is the next node */
    NODE_RETURN,
    NODE_JUMP, /* break, continue, goto */
    NODE_EMPTY,
    /* the file */
    NODE_PARAMETER,
    NODE_FUNCTION, /* parameters, body */
    NODE_FILE
};

struct variable {
    int name;      /* token */
    char type[64]; /* without const and storage class: "int", "float *" */
    bool is_const; /* const stands somewhere in the declaration */
    bool is_parameter;
    bool is_counter; /* declared in the head of a for */
    struct node *declaration;
    struct variable *outer; /* the one declared before, still visible */
};

struct node {
    enum node_kind kind;
    int first, end; /* tokens first .. end-1 */
    int op;         /* operator, or name of a declarator or function */
    struct node *kid, *next, *parent;
    struct variable *scope;    /* the innermost variable visible here */
    struct variable *variable; /* what a declarator declares */
};

struct tree {
    const struct source *source;
    struct node *root;
    struct node *node;
    int nodes;
    struct variable *variable;
    int variables;
};

/* Parses; tree_free frees. Ends the program with status 2 and a message
 * that names the line when the file uses C that the parser does not know. */
void parse(struct tree *tree, const struct source *source);
void tree_free(struct tree *tree);

/* The i-th child, or NULL. */
struct node *kid(const struct node *n, int i);

/* The variable that token i names where `scope` is visible, or NULL. */
struct variable *lookup(const struct source *s, struct variable *scope, int i);

/* Bytes of a node in the text. */
int node_from(const struct source *s, const struct node *n);
int node_to(const struct source *s, const struct node *n);

#endif
