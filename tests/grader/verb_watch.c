/* watch: checks an exercise again whenever its file is saved, and offers
 * the other verbs as single keys. */
#include "events.h"
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "show.h"
#include "term.h"
#include "verbs.h"

#include <stdio.h>

static void clear(void)
{
    if (ink(INK_PLAIN)[0] != '\0') /* a terminal that knows colours */
        printf("\033[2J\033[3J\033[H");
}

/* The keys and where the learner is: always the last lines. */
static void print_foot(const struct entry *e)
{
    int solved = 0;
    for (int i = 0; i < catalog_size; i++)
        solved += progress_is_solved(&catalog[i]);
    printf("\n");
    term_bar(stdout, solved, catalog_size, 40);
    printf("  %d of %d solved\n", solved, catalog_size);
    printf("  %s\n", entry_path(e, "exercises"));
    printf("%sh%s hint  %sl%s list  %sn%s next  %sp%s picture  %sr%s reset"
           "  %sq%s quit   (saving checks again)\n",
           ink(INK_NOTE), ink(INK_PLAIN), ink(INK_NOTE), ink(INK_PLAIN),
           ink(INK_NOTE), ink(INK_PLAIN), ink(INK_NOTE), ink(INK_PLAIN),
           ink(INK_NOTE), ink(INK_PLAIN), ink(INK_NOTE), ink(INK_PLAIN));
    fflush(stdout);
}

static void check(const struct entry *e)
{
    clear();
    printf("Checking %s ...\n", e->name);
    fflush(stdout);
    const char *path = entry_path(e, "exercises");
    if (file_problem(path) != NULL) {
        printf("%s %s; r brings the stub back.\n", path, file_problem(path));
    } else {
        struct verdict *v = grade(e, path, new_seed());
        progress_record(v);
        clear();
        show_verdict(v, path);
        if (v->kind == VERDICT_PASS)
            printf("\n  Solution %s   (n: next exercise)\n",
                   entry_path(e, "solutions"));
        else
            printf("\n  Lesson   chapters/%s/README.md#%s\n", e->chapter,
                   e->exercise->anchor);
        verdict_free(v);
    }
    print_foot(e);
}

static const struct entry *first_unsolved(const struct entry *otherwise)
{
    for (int i = 0; i < catalog_size; i++)
        if (!progress_is_solved(&catalog[i]))
            return &catalog[i];
    return otherwise;
}

/* A verb on the current exercise, with the terminal as it was. */
static void run(struct events *w, const struct entry *e,
                int (*verb)(const struct options *o))
{
    struct options o = {.exercise = e->name, .format = "terminal"};
    events_pause(w);
    putchar('\n');
    verb(&o);
    print_foot(e);
    events_resume(w);
}

/* One key to be sure; the backup is kept either way. */
static void reset(struct events *w, const struct entry *e)
{
    const struct entry *saved = NULL;
    printf("\nBack to the stub? Your file is kept. y: yes, any other key:"
           " no\n");
    fflush(stdout);
    if (events_wait(w, &saved) == 'y') {
        struct options o = {.exercise = e->name, .yes = true};
        verb_reset(&o);
    }
    check(e);
}

int verb_watch(const struct options *o)
{
    const struct entry *e = named_or_next(o, "watch"), *saved = NULL;
    if (e == NULL)
        return EXIT_USAGE;
    struct events *w = events_new();
    check(e);
    for (int key = 0; key != 'q' && key >= 0;) {
        key = events_wait(w, &saved);
        if (key == 0) {
            e = saved;
            check(e);
        } else if (key == 'h') {
            run(w, e, verb_hint);
        } else if (key == 'l') {
            run(w, e, verb_list);
        } else if (key == 'p') {
            run(w, e, verb_picture);
        } else if (key == 'r') {
            reset(w, e);
        } else if (key == 'n') {
            e = first_unsolved(e);
            check(e);
        }
    }
    events_free(w);
    putchar('\n');
    return 0;
}
