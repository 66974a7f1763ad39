#include "contract.h"

#include "fault.h"
#include "files.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char task_mark[] = "\n * Task";

/* The declaration of name: where its line begins, or NULL. */
static const char *find_declaration(const char *text, const char *name)
{
    char call[160];
    snprintf(call, sizeof call, " %s(", name);
    for (const char *at = text; (at = strstr(at, call)) != NULL; at++) {
        const char *line = at;
        while (line > text && line[-1] != '\n')
            line--;
        if (isalpha((unsigned char)line[0]))
            return line;
    }
    return NULL;
}

/* The comment that ends on the line above: where it begins, or NULL. */
static const char *find_comment(const char *text, const char *declaration)
{
    const char *at = declaration;
    if (at - text < 4 || strncmp(at - 4, " */\n", 4) != 0)
        return NULL;
    while (at > text && strncmp(at, "/*", 2) != 0)
        at--;
    return strncmp(at, "/*", 2) == 0 ? at : NULL;
}

/* The task, its lines joined by single blanks. */
static void read_task(const char *from, const char *to, char *task, size_t size)
{
    size_t used = 0;
    for (bool blank = true; from < to && used + 2 < size; from++) {
        bool is_blank = isspace((unsigned char)*from) ||
                        (*from == '*' && (from[1] == ' ' || from[1] == '/'));
        if (!is_blank) {
            task[used++] = *from;
        } else if (!blank) {
            task[used++] = ' ';
        }
        blank = is_blank;
    }
    while (used > 0 && task[used - 1] == ' ')
        used--;
    task[used] = '\0';
}

/* The TODO comment, wrapped at 80 columns. */
static void print_todo(FILE *f, const char *task)
{
    char text[600];
    int column = 4;
    snprintf(text, sizeof text, "/* TODO: %s */", task);
    text[9] = (char)tolower((unsigned char)text[9]);
    fputs("   ", f);
    for (char *word = strtok(text, " "); word != NULL;
         word = strtok(NULL, " ")) {
        int length = (int)strlen(word);
        if (column + length > 79) {
            fputs("\n      ", f);
            column = 7;
        }
        fprintf(f, " %s", word);
        column += length + 1;
    }
    fputc('\n', f);
}

char *contract_stub(const struct entry *e)
{
    char path[200], task[500], *stub;
    size_t size;
    snprintf(path, sizeof path, "exercises/%s/exercises.h", e->chapter);
    char *text = file_read(path, 1 << 20, NULL);
    if (text == NULL)
        grader_fault("cannot read %s", path);
    const char *declaration = find_declaration(text, e->name);
    const char *comment =
        declaration != NULL ? find_comment(text, declaration) : NULL;
    const char *mark = comment != NULL ? strstr(comment, task_mark) : NULL;
    if (mark == NULL || mark > declaration)
        grader_fault("%s: %s needs a comment with a Task line above it", path,
                     e->name);
    read_task(mark + strlen(task_mark), declaration - 3, task, sizeof task);
    const char *end = mark; /* blank comment lines before the task go too */
    while (end - comment > 3 && strncmp(end - 3, "\n *", 3) == 0)
        end -= 3;
    FILE *f = need(open_memstream(&stub, &size));
    fprintf(f, "%.*s\n */\n#include \"exercises.h\"\n\n", (int)(end - comment),
            comment);
    fprintf(f, "%.*s\n{\n", (int)strcspn(declaration, ";"), declaration);
    print_todo(f, task);
    if (strncmp(declaration, "void ", 5) != 0)
        fputs("    return 0;\n", f);
    fputs("}\n", f);
    fclose(f);
    free(text);
    return stub;
}
