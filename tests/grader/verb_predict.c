/* predict: before coding, choose among four outputs of a tiny case. The
 * wrong ones are what named mistakes would give, so a wrong pick teaches. */
#include "explain.h"
#include "fault.h"
#include "grid.h"
#include "progress.h"
#include "show.h"
#include "term.h"
#include "verbs.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHOICES = 4 };

/* One of the four: the right answer (no misconception) or a wrong one. */
struct choice {
    const struct misconception *wrong;
    struct answer *answer;
};

static const struct misconception *find(const struct exercise *x,
                                        const char *id)
{
    const struct misconception *m = x->misconceptions;
    for (; m != NULL && m->id != NULL; m++)
        if (strcmp(m->id, id) == 0)
            return m;
    grader_fault("no misconception has the id %s", id);
}

/* The order is shuffled by the name: the same for everybody, so that two
 * learners can talk about "answer b", and not the same in all exercises.
 * Bits 5 and up: with them each chapter has each letter now and then. */
static void shuffle(struct choice *c, const char *name)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 0x100000001b3u;
    for (int i = CHOICES - 1; i > 0; i--) {
        int j = (int)((hash >> (8 * i + 5)) % (uint64_t)(i + 1));
        struct choice swap = c[i];
        c[i] = c[j];
        c[j] = swap;
    }
}

static void make_choices(struct choice *choices, const struct entry *e,
                         const struct call *c)
{
    const struct exercise *x = e->exercise;
    choices[0] = (struct choice){NULL, answer_of(x->right, c, NULL)};
    for (int i = 1; i < CHOICES; i++) {
        const struct misconception *m = find(x, x->predict_wrong[i - 1]);
        choices[i] = (struct choice){m, answer_of_wrong(m->compute, m->how, c)};
    }
    shuffle(choices, e->name);
}

/* Whether an output comes out the same in all four answers. */
static bool is_alike(const struct call *c, int arg,
                     const struct choice *choices)
{
    for (int i = 0; i < c->arg[arg].count; i++) {
        int cell = call_cell_of(c, arg, i);
        const struct cell *first = &choices[0].answer->cell[cell];
        for (int n = 1; n < CHOICES; n++) {
            const struct cell *other = &choices[n].answer->cell[cell];
            if (other->state != first->state || other->value != first->value)
                return false;
        }
    }
    return true;
}

/* The outputs that are single numbers, one answer on a line. */
static void print_numbers(const struct call *c, const struct answer *a,
                          char letter)
{
    printf("  %s%c%s", ink(INK_STRONG), letter, ink(INK_PLAIN));
    for (int arg = 0; arg < c->args; arg++)
        if (arg_is_single(&c->arg[arg]))
            printf("   %s = %s", c->params[arg].name,
                   number_text(a->cell[call_cell_of(c, arg, 0)].value, NAN));
    putchar('\n');
}

static struct grid *grid_of(const struct call *c, int arg,
                            const struct answer *a, char letter)
{
    char title[48];
    const struct arg *out = &c->arg[arg];
    int rows = arg_planes(out) * arg_rows(out);
    snprintf(title, sizeof title, "%c  %s", letter, c->params[arg].name);
    struct grid *g = grid_new(title, rows, out->count / rows);
    for (int i = 0; i < out->count; i++) {
        struct cell cell = a->cell[call_cell_of(c, arg, i)];
        char text[GRID_TEXT];
        snprintf(text, sizeof text, "%.4g", cell.value);
        if (cell.value == rint(cell.value))
            snprintf(text, sizeof text, "%s", number_text(cell.value, NAN));
        grid_set(g, i,
                 cell.state == CELL_UNKNOWN     ? "?"
                 : cell.state == CELL_UNWRITTEN ? "--"
                                                : text);
    }
    return g;
}

static void print_arrays(const struct call *c, int arg,
                         const struct choice *choices)
{
    struct grid *grids[CHOICES];
    for (int i = 0; i < CHOICES; i++)
        grids[i] = grid_of(c, arg, choices[i].answer, (char)('a' + i));
    grid_print(stdout, grids, CHOICES, 3);
    for (int i = 0; i < CHOICES; i++)
        grid_free(grids[i]);
}

/* Only what differs: outputs that are alike in all four tell nothing. */
static void print_choices(const struct call *c, const struct choice *choices)
{
    bool single = false;
    for (int arg = 0; arg < c->args; arg++) {
        if (!arg_is_output(c->arg[arg].kind) || is_alike(c, arg, choices))
            continue;
        if (arg_is_single(&c->arg[arg]))
            single = true;
        else
            print_arrays(c, arg, choices);
    }
    for (int i = 0; i < CHOICES && single; i++)
        print_numbers(c, choices[i].answer, (char)('a' + i));
}

/* What the pick says about the picker; whether it was right. */
static bool tell(const struct entry *e, const struct choice *choices, int pick)
{
    const struct misconception *m = choices[pick].wrong;
    if (m == NULL) {
        printf("%s%c is right.%s The others are what comes out when:\n",
               ink(INK_GOOD), 'a' + pick, ink(INK_PLAIN));
        for (int i = 0; i < CHOICES; i++) {
            if (choices[i].wrong == NULL)
                continue;
            printf("  %c  ", 'a' + i);
            term_wrap(stdout, choices[i].wrong->remark, 5, 5);
        }
        printf("\n  Now write it: %s\n", entry_path(e, "exercises"));
        return true;
    }
    printf("%s%c is not it.%s That comes out when:\n", ink(INK_BAD), 'a' + pick,
           ink(INK_PLAIN));
    term_wrap(stdout, m->remark, 2, 0);
    printf("  Read chapters/%s/README.md#%s\n", e->chapter, m->anchor);
    return false;
}

/* The first pick counts for the board; later ones are for learning. */
static void remember(const struct entry *e, bool right)
{
    struct progress p = progress_read(e);
    if (p.predicted == '-')
        p.predicted = right ? 'y' : 'n';
    progress_write(e, &p);
}

static bool is_choice(char pick)
{
    return pick >= 'a' && pick < 'a' + CHOICES;
}

static int ask_and_tell(const struct options *o, const struct entry *e,
                        const struct choice *choices)
{
    bool given = o->answer != NULL, right = false;
    if (given && (!is_choice((char)tolower((unsigned char)o->answer[0])) ||
                  o->answer[1] != '\0')) {
        fprintf(stderr, "An answer is a, b, c or d, not '%s'\n", o->answer);
        return EXIT_USAGE;
    }
    while (!right) {
        char pick = given ? (char)tolower((unsigned char)o->answer[0])
                          : ask("\nWhich one is right? a, b, c or d:", '?');
        if (!is_choice(pick)) {
            printf("\n  Choose with: make predict EX=%s ANSWER=a (or b, c,"
                   " d)\n",
                   e->name);
            return 0;
        }
        putchar('\n');
        right = tell(e, choices, pick - 'a');
        remember(e, right);
        if (given && !right)
            printf("  Try another one.\n");
        if (given)
            return 0;
    }
    return 0;
}

int verb_predict(const struct options *o)
{
    const struct entry *e = named_or_next(o, "predict");
    if (e == NULL)
        return EXIT_USAGE;
    if (e->exercise->predict_wrong[0] == NULL) {
        printf("Nothing to predict in %s: there you write the input.\n",
               e->name);
        return 0;
    }
    struct suite *s = suite_new(e->exercise, 0);
    const struct call *c = s->trial[e->exercise->predict_case].call;
    struct choice choices[CHOICES];
    make_choices(choices, e, c);
    const char *note = e->exercise->predict_note;
    printf("%s%s%s: %s\nWhat comes out of this call?%s%s\n\n", ink(INK_STRONG),
           e->name, ink(INK_PLAIN), e->exercise->title,
           note != NULL ? " Here " : "", note != NULL ? note : "");
    explain_inputs(stdout, c);
    putchar('\n');
    print_choices(c, choices);
    int status = ask_and_tell(o, e, choices);
    for (int i = 0; i < CHOICES; i++)
        answer_free(choices[i].answer);
    suite_free(s);
    return status;
}
