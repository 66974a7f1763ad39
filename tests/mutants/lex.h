/* The tokens of a C file.
 *
 * White space, comments and preprocessor lines are no tokens: they stay
 * in the text between two tokens, so an edit that replaces tokens leaves
 * them as they were written. */
#ifndef CONVLINGS_MUTANTS_LEX_H
#define CONVLINGS_MUTANTS_LEX_H

#include <stdbool.h>

enum token_kind { TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_PUNCTUATOR };

struct token {
    enum token_kind kind;
    int at;   /* offset of the first byte in the text */
    int len;  /* in bytes */
    int line; /* of the first byte, from 1 */
};

struct source {
    const char *name; /* for messages */
    const char *text; /* the whole file, ends with a 0 byte */
    int len;
    struct token *token;
    int tokens;
};

/* Fills source->token from name, text and len; the caller frees it.
 * Ends the program with status 2 on a comment or string left open. */
void lex(struct source *source);

/* Is token i (which may be past the end) spelled like this? */
bool token_is(const struct source *source, int i, const char *spelling);

#endif
