/* github: what a step of a GitHub workflow prints.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 *
 * The board for people stands between stop-commands and a token nobody can
 * know, so that no line of it is obeyed. The commands that follow are ours:
 * their texts are escaped. Ten errors are shown for a step, no more. */
#include "writers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ANNOTATIONS_MAX = 10, TOKEN_BYTES = 16 };

/* % and line ends as the runner decodes them; in properties : and , too. */
static void write_escaped(FILE *f, const char *text, const char *special)
{
    for (; *text != '\0'; text++)
        if (strchr("%\r\n", *text) != NULL || strchr(special, *text) != NULL)
            fprintf(f, "%%%02X", (unsigned char)*text);
        else
            fputc(*text, f);
}

static void write_property(FILE *f, const char *before, const char *text)
{
    fputs(before, f);
    write_escaped(f, text, ":,");
}

static void write_error(FILE *f, const struct result *x)
{
    char line[40];
    const char *words = strstr(x->error, "error: ");
    snprintf(line, sizeof line, ",line=%d", x->line > 0 ? x->line : 1);
    write_property(f, "::error file=", x->file);
    fputs(line, f);
    write_property(f, ",title=", x->entry->name);
    fputs("::", f);
    write_escaped(f, words != NULL ? words + strlen("error: ") : x->error, "");
    fputc('\n', f);
}

/* 32 digits that nobody can guess. Without randomness: false. */
static bool make_token(char *token)
{
    unsigned char byte[TOKEN_BYTES];
    FILE *f = fopen("/dev/urandom", "rb");
    bool good = f != NULL && fread(byte, 1, sizeof byte, f) == sizeof byte;
    if (f != NULL)
        fclose(f);
    for (int i = 0; good && i < TOKEN_BYTES; i++)
        snprintf(token + 2 * i, 3, "%02x", byte[i]);
    return good;
}

void write_github(FILE *f, const struct record *r)
{
    char token[2 * TOKEN_BYTES + 1];
    int told = 0;
    if (make_token(token)) {
        fprintf(f, "::stop-commands::%s\n", token);
        write_terminal(f, r);
        fprintf(f, "::%s::\n", token);
    }
    if (r->fault[0] != '\0') {
        fputs("::error title=grader error::", f);
        write_escaped(f, r->fault, "");
        fputc('\n', f);
    }
    for (int i = 0; i < r->results && told < ANNOTATIONS_MAX; i++)
        if (r->result[i].kind == VERDICT_COMPILE_ERROR) {
            write_error(f, &r->result[i]);
            told++;
        }
}
