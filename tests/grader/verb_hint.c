/* hint: the next step of an exercise's ladder, from exercises/NN/hints.md.
 *
 * A ladder is the numbered list under the heading `## name`. Each call
 * shows one step more; the last one is shown again from then on. */
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "term.h"
#include "verbs.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text after the exercise's heading, cut at the next heading. */
static char *read_ladder(const struct entry *e)
{
    char path[200], heading[160];
    snprintf(path, sizeof path, "exercises/%s/hints.md", e->chapter);
    snprintf(heading, sizeof heading, "\n## %s\n", e->name);
    char *text = file_read(path, 1 << 20, NULL);
    if (text == NULL)
        grader_fault("cannot read %s", path);
    char *at = strstr(text, heading);
    if (at == NULL)
        grader_fault("%s has no heading '## %s'", path, e->name);
    char *ladder = need(strdup(at + strlen(heading)));
    char *next = strstr(ladder, "\n## ");
    if (next != NULL)
        next[1] = '\0';
    free(text);
    return ladder;
}

/* Where step n (from 1) begins: a line that starts with "n. ". */
static char *find_step(char *ladder, int n)
{
    char mark[16];
    snprintf(mark, sizeof mark, "%d. ", n);
    for (char *line = ladder; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, mark, strlen(mark)) == 0)
            return line;
        if (*line == '\0')
            break;
    }
    return NULL;
}

/* The step as one paragraph, its line breaks made blanks. */
static void print_step(char *from, const char *to, int n, int steps)
{
    char paragraph[2000];
    size_t used = 0;
    from += strcspn(from, " ") + 1;
    for (; *from != '\0' && from != to && used + 1 < sizeof paragraph; from++) {
        bool blank = isspace((unsigned char)*from) != 0;
        if (blank && (used == 0 || paragraph[used - 1] == ' '))
            continue;
        paragraph[used++] = blank ? ' ' : *from;
    }
    while (used > 0 && paragraph[used - 1] == ' ')
        used--;
    paragraph[used] = '\0';
    printf("%sHint %d of %d%s\n", ink(INK_NOTE), n, steps, ink(INK_PLAIN));
    term_wrap(stdout, paragraph, 2, 0);
}

/* What the last verdict proved comes before any ladder. */
static void print_misconception(const struct entry *e, const struct progress *p)
{
    const struct misconception *m = e->exercise->misconceptions;
    if (!progress_is_fresh(e, p))
        return;
    for (; m != NULL && m->id != NULL; m++)
        if (strcmp(m->id, p->misconception) == 0) {
            printf("%sThe last check found: %s%s\n", ink(INK_NOTE), m->name,
                   ink(INK_PLAIN));
            term_wrap(stdout, m->remark, 2, 0);
            printf("  Read chapters/%s/README.md#%s\n\n", e->chapter,
                   m->anchor);
        }
}

int verb_hint(const struct options *o)
{
    const struct entry *e = named_or_next(o, "hint");
    if (e == NULL)
        return EXIT_USAGE;
    char *ladder = read_ladder(e);
    int steps = 0;
    while (find_step(ladder, steps + 1) != NULL)
        steps++;
    struct progress p = progress_read(e);
    int n = p.hints < steps ? p.hints + 1 : steps;
    printf("%s%s%s\n", ink(INK_STRONG), e->name, ink(INK_PLAIN));
    print_misconception(e, &p);
    for (int i = 1; i <= n; i++)
        print_step(find_step(ladder, i), find_step(ladder, i + 1), i, steps);
    printf("\n  %s make hint EX=%s\n",
           n < steps ? "One step more:"
                     : "That was the last one; to see all"
                       " again:",
           e->name);
    p.hints = n;
    progress_write(e, &p);
    free(ladder);
    return 0;
}
