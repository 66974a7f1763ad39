#include "mutants.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *memory)
{
    if (!memory) {
        fputs("mutate: no memory\n", stderr);
        exit(2);
    }
    return memory;
}

static uint64_t hash_of(const char *text) /* FNV-1a */
{
    uint64_t hash = 14695981039346656037u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash;
}

/* ---- the changed lines ---- */

static const char *line_end(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end : line + strlen(line);
}

/* One line without the blanks around it, tabs as blanks; returns its end. */
static char *put_trimmed(char *out, const char *line, const char *end)
{
    while (line < end && isspace((unsigned char)*line))
        line++;
    while (end > line && isspace((unsigned char)end[-1]))
        end--;
    for (; line < end; line++, out++) {
        *out = *line;
        if (*line == '\t')
            *out = ' ';
    }
    *out = 0;
    return out;
}

/* The lines that overlap text[from..to), each trimmed, on one line. */
static char *lines_of(const char *text, int from, int to)
{
    while (from > 0 && text[from - 1] != '\n')
        from--;
    const char *end = text + to;
    char *lines = checked(malloc(2 * strlen(text + from) + 32));
    char *out = lines;
    *out = 0;
    for (const char *line = text + from;; line = line_end(line) + 1) {
        out = put_trimmed(out, line, line_end(line));
        if (line_end(line) >= end || !*line_end(line))
            return lines;
        memcpy(out, "\\n", 3);
        out += 2;
    }
}

/* Which line of its wording is the one that holds text[at]? */
static int ordinal(const char *text, int at)
{
    char *wanted = lines_of(text, at, at);
    int n = 0;
    for (const char *line = text; line <= text + at;) {
        char *here = lines_of(text, (int)(line - text), (int)(line - text));
        n += strcmp(here, wanted) == 0;
        free(here);
        line = line_end(line) + 1;
    }
    free(wanted);
    return n;
}

static void describe(struct mutant *x, const char *old)
{
    int from = 0, old_to = (int)strlen(old), new_to = (int)strlen(x->text);
    while (old[from] && old[from] == x->text[from])
        from++;
    while (old_to > from && new_to > from &&
           old[old_to - 1] == x->text[new_to - 1])
        old_to--, new_to--;
    x->line = 1;
    for (int i = 0; i < from; i++)
        x->line += old[i] == '\n';
    x->old_lines = lines_of(old, from, old_to);
    x->new_lines = lines_of(x->text, from, new_to);
    int n = ordinal(old, from);
    if (n > 1)
        snprintf(x->old_lines + strlen(x->old_lines), 16, " #%d", n);
}

/* ---- the list ---- */

static bool known(const struct mutants *m, const struct mutant *x)
{
    if (strcmp(x->text, m->source->text) == 0)
        return true;
    for (int i = 0; i < m->count; i++)
        if (m->mutant[i].hash == x->hash &&
            strcmp(m->mutant[i].text, x->text) == 0)
            return true;
    return false;
}

static void append(struct mutants *m, struct mutant x)
{
    if (m->count == m->capacity) {
        m->capacity = 2 * m->capacity + 64;
        m->mutant = checked(
            realloc(m->mutant, (size_t)m->capacity * sizeof *m->mutant));
    }
    m->mutant[m->count++] = x;
}

void mutants_add(struct mutants *m, const char *kind, int from, int to,
                 const char *format, ...)
{
    char edit[8192];
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(edit, sizeof edit, format, arguments);
    va_end(arguments);
    if (len < 0 || len >= (int)sizeof edit)
        return; /* a loop of 200 lines moved: no mistake of one edit */
    struct mutant x = {.kind = kind};
    size_t size = strlen(m->source->text) + (size_t)len + 1;
    x.text = checked(malloc(size));
    snprintf(x.text, size, "%.*s%s%s", from, m->source->text, edit,
             m->source->text + to);
    x.hash = hash_of(x.text);
    if (known(m, &x)) {
        free(x.text);
        return;
    }
    describe(&x, m->source->text);
    append(m, x);
}

static void walk(struct mutants *m, const struct node *n)
{
    mutate_expression(m, n);
    mutate_name(m, n);
    mutate_subscript(m, n);
    mutate_statement(m, n);
    mutate_declaration(m, n);
    mutate_function(m, n);
    for (const struct node *k = n->kid; k; k = k->next)
        walk(m, k);
}

void mutants_make(struct mutants *m, const struct source *source)
{
    struct tree tree;
    *m = (struct mutants){.source = source};
    parse(&tree, source);
    walk(m, tree.root);
    tree_free(&tree);
}

void mutants_free(struct mutants *m)
{
    for (int i = 0; i < m->count; i++) {
        free(m->mutant[i].text);
        free(m->mutant[i].old_lines);
        free(m->mutant[i].new_lines);
    }
    free(m->mutant);
}
