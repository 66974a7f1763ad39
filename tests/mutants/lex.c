/* Splits a C file into tokens: translation phases 2 and 3 of the C
 * standard, without trigraphs and without looking inside directives. */
#include "lex.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const struct source *s, int line, const char *what)
{
    fprintf(stderr, "mutate: %s:%d: %s\n", s->name, line, what);
    exit(2);
}

static bool name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static int count_lines(const struct source *s, int from, int to)
{
    int lines = 0;
    for (int i = from; i < to; i++)
        lines += s->text[i] == '\n';
    return lines;
}

/* The end of a directive: the first newline without a backslash. */
static int directive_end(const struct source *s, int at)
{
    while (at < s->len && (s->text[at] != '\n' || s->text[at - 1] == '\\'))
        at++;
    return at;
}

static int comment_end(const struct source *s, int at, int line)
{
    if (s->text[at + 1] == '/')
        return directive_end(s, at);
    const char *end = strstr(s->text + at + 2, "*/");
    if (!end)
        fail(s, line, "this comment is not closed");
    return (int)(end - s->text) + 2;
}

/* Skips what is no token; `fresh` says whether the line is empty so far,
 * which is where a # begins a directive. */
static int skip(const struct source *s, int at, int *line, bool fresh)
{
    for (;;) {
        const char *c = s->text + at;
        int next = at;
        if (c[0] == '/' && (c[1] == '/' || c[1] == '*'))
            next = comment_end(s, at, *line);
        else if (c[0] == '#' && fresh)
            next = directive_end(s, at);
        else if (isspace((unsigned char)c[0]) || (c[0] == '\\' && c[1] == '\n'))
            next = at + 1;
        if (next == at)
            return at;
        fresh = fresh || c[0] == '\n';
        *line += count_lines(s, at, next);
        at = next;
    }
}

static int quoted_len(const struct source *s, int at, int line)
{
    char quote = s->text[at];
    int i = at + 1;
    while (i < s->len && s->text[i] != quote && s->text[i] != '\n')
        i += s->text[i] == '\\' ? 2 : 1;
    if (i >= s->len || s->text[i] != quote)
        fail(s, line, "this string or character is not closed");
    return i + 1 - at;
}

/* A preprocessing number: 1, 0x1f, 1.5e-3f. */
static int number_len(const char *c)
{
    int n = 1;
    while (name_byte(c[n]) || c[n] == '.' ||
           ((c[n] == '+' || c[n] == '-') && strchr("eEpP", c[n - 1])))
        n++;
    return n;
}

static int punctuator_len(const char *c)
{
    static const char *const longer[] = {
        "<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==",
        "!=",  "&&",  "||",  "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    };
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
        if (strncmp(c, longer[i], strlen(longer[i])) == 0)
            return (int)strlen(longer[i]);
    return 1;
}

static struct token next_token(const struct source *s, int at, int line)
{
    const char *c = s->text + at;
    struct token t = {TOKEN_PUNCTUATOR, at, 0, line};
    if (*c == '"' || *c == '\'') {
        t.kind = TOKEN_STRING;
        t.len = quoted_len(s, at, line);
    } else if (isdigit((unsigned char)c[0]) ||
               (c[0] == '.' && isdigit((unsigned char)c[1]))) {
        t.kind = TOKEN_NUMBER;
        t.len = number_len(c);
    } else if (name_byte(*c)) {
        t.kind = TOKEN_NAME;
        while (name_byte(c[t.len]))
            t.len++;
    } else {
        t.len = punctuator_len(c);
    }
    return t;
}

void lex(struct source *s)
{
    s->token = calloc((size_t)s->len + 1, sizeof *s->token);
    if (!s->token)
        fail(s, 0, "no memory");
    s->tokens = 0;
    int line = 1;
    int at = skip(s, 0, &line, true);
    while (at < s->len) {
        struct token t = next_token(s, at, line);
        s->token[s->tokens++] = t;
        at = skip(s, t.at + t.len, &line, false);
    }
}

bool token_is(const struct source *s, int i, const char *spelling)
{
    if (i < 0 || i >= s->tokens)
        return false;
    const struct token *t = &s->token[i];
    return t->len == (int)strlen(spelling) &&
           memcmp(s->text + t->at, spelling, (size_t)t->len) == 0;
}
