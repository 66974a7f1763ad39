/* All mutants of a C file: copies that differ from it by one edit.
 *
 * An edit replaces one stretch of the text; the operators below say where
 * and by what. Two edits that give the same text count once. */
#ifndef CONVLINGS_MUTANTS_MUTANTS_H
#define CONVLINGS_MUTANTS_MUTANTS_H

#include "tree.h"

#include <stdint.h>

struct mutant {
    const char *kind; /* which operator made it */
    char *text;       /* the whole file */
    uint64_t hash;
    int line;        /* of the first changed byte */
    char *old_lines; /* the changed lines without indentation, see below */
    char *new_lines;
};

/* old_lines and new_lines are each on one line: "\n" (two characters)
 * between lines, and " #2" after old_lines when its first line is the
 * second of that wording in the file. Together they name a mutant in a
 * way that survives edits elsewhere in the file. */
struct mutants {
    const struct source *source;
    struct mutant *mutant;
    int count, capacity;
};

/* Makes all mutants of source, which lex() has filled. */
void mutants_make(struct mutants *m, const struct source *source);
void mutants_free(struct mutants *m);

/* Adds the mutant in which the bytes from .. to-1 read otherwise. */
void mutants_add(struct mutants *m, const char *kind, int from, int to,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Replaces a node, or a token. */
#define REPLACE_NODE(m, kind, n, ...)                                          \
    mutants_add(m, kind, node_from((m)->source, n), node_to((m)->source, n),   \
                __VA_ARGS__)
#define REPLACE_TOKEN(m, kind, i, ...)                                         \
    mutants_add(m, kind, (m)->source->token[i].at,                             \
                (m)->source->token[i].at + (m)->source->token[i].len,          \
                __VA_ARGS__)

/* For "%.*s": the text of a node, or of a token. */
#define NODE_TEXT(s, n)                                                        \
    node_to(s, n) - node_from(s, n), (s)->text + node_from(s, n)
#define TOKEN_TEXT(s, i) (s)->token[i].len, (s)->text + (s)->token[i].at

/* The operators. Each looks at one node and adds what it can; the walk over
 * the tree is the caller's. */
void mutate_expression(struct mutants *m, const struct node *n);
void mutate_name(struct mutants *m, const struct node *n);
void mutate_subscript(struct mutants *m, const struct node *n);
void mutate_statement(struct mutants *m, const struct node *n);
void mutate_declaration(struct mutants *m, const struct node *n);
void mutate_function(struct mutants *m, const struct node *n);

/* Is this a counter of an enclosing loop `for (...; counter < E; ...)`?
 * Then the condition, else NULL. */
const struct node *counter_condition(const struct source *s,
                                     const struct node *n);
/* Is n inside the head of a for, but not inside a subscript? */
bool in_for_head(const struct node *n);

#endif
