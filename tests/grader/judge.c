/* The judge: checks exercises and is the learner's companion.
 *
 * One program for everybody: `make` verbs, editors and autograders call it
 * alike. It holds the reference and the right answers; the learner's code
 * runs in another process (runner.c), and only bytes come back.
 */
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "term.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct verb {
    const char *name, *takes, *what;
    int (*run)(const struct options *o);
} verbs[] = {
    {"board", "", "check what changed, show where you are", verb_board},
    {"check", "[EXERCISE] [--file F] [--format line] [--out F] [--seed N]",
     "check one exercise", verb_check},
    {"next", "", "check the first exercise that is not solved", verb_next},
    {"list", "", "all exercises and how they stand", verb_list},
    {"hint", "EXERCISE", "the next hint of the ladder", verb_hint},
    {"predict", "EXERCISE [--answer a]", "guess an output before coding",
     verb_predict},
    {"picture", "EXERCISE [--out F.png]", "draw what your function does",
     verb_picture},
    {"solution", "EXERCISE", "the model solution, once solved", verb_solution},
    {"reset", "EXERCISE [--yes]", "back to the stub; keeps a backup",
     verb_reset},
    {"watch", "[EXERCISE]", "check again whenever a file is saved", verb_watch},
    {"report", "RECORD.json [--format tap] [--out F]",
     "write a kept record in another format", verb_report},
    {"shim", "EXERCISE", "(build) the code that calls the function", verb_shim},
    {"stub", "EXERCISE", "(house) the stub, as its contract gives it",
     verb_stub},
    {"flags", "", "(house) the compiler flags of submissions", verb_flags},
};

enum { VERBS = sizeof verbs / sizeof verbs[0] };

static int usage(FILE *f)
{
    fputs("usage: judge VERB [EXERCISE] [options]\n\n", f);
    for (int i = 0; i < VERBS; i++)
        fprintf(f, "  %s%s%s\n            %s\n", verbs[i].name,
                verbs[i].takes[0] != '\0' ? " " : "", verbs[i].takes,
                verbs[i].what);
    fputs("\nAn EXERCISE is a name, 01/2, a file, or the beginning of one"
          " name.\nExit status: 0 all points earned, 1 not, 2 wrong usage, 3"
          " a fault of the grader.\n",
          f);
    return f == stdout ? 0 : EXIT_USAGE;
}

static int complain(const char *what, const char *about)
{
    fprintf(stderr, "judge: %s '%s'; judge help says what there is\n", what,
            about);
    return EXIT_USAGE;
}

static bool read_seed(struct options *o, const char *text)
{
    char *end;
    errno = 0;
    o->seed = strtoull(text, &end, 10);
    o->has_seed = true;
    return text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0;
}

/* The verbs work at the project's root; the caller's paths are its own. */
static void set_path(char **path, const char *value)
{
    free(*path);
    *path = path_from_here(value);
}

/* Sets one option from its value; 0 or an exit status. */
static int set_option(struct options *o, const char *name, const char *value)
{
    if (strcmp(name, "--file") == 0)
        set_path(&o->file, value);
    else if (strcmp(name, "--out") == 0)
        set_path(&o->out, value);
    else if (strcmp(name, "--pictures") == 0)
        set_path(&o->pictures, value);
    else if (strcmp(name, "--format") == 0)
        o->format = value;
    else if (strcmp(name, "--answer") == 0)
        o->answer = value;
    else if (strcmp(name, "--seed") != 0)
        return complain("unknown option", name);
    else if (!read_seed(o, value))
        return complain("--seed takes a whole number, not", value);
    return 0;
}

/* Fills the options from the words after the verb, --name value as well as
 * --name=value; 0 or an exit status. */
static int parse(struct options *o, int count, char **words)
{
    int wrong = 0;
    for (int i = 0; i < count && wrong == 0; i++) {
        char *word = words[i], *equals = strchr(word, '=');
        if (strcmp(word, "--yes") == 0) {
            o->yes = true;
        } else if (word[0] == '-' && equals != NULL) {
            *equals = '\0';
            wrong = set_option(o, word, equals + 1);
        } else if (word[0] == '-' && i + 1 < count) {
            wrong = set_option(o, word, words[++i]);
        } else if (word[0] == '-') {
            wrong = complain("unknown option, or no value after", word);
        } else if (o->exercise != NULL) {
            wrong = complain("one exercise at a time; not expected:", word);
        } else {
            o->exercise = word;
            set_path(&o->path, word);
        }
    }
    return wrong;
}

const struct entry *named_exercise(const struct options *o, const char *verb)
{
    char problem[512];
    if (o->exercise == NULL || o->exercise[0] == '\0') {
        fprintf(stderr, "Which exercise? For example: make %s EX=%s\n", verb,
                catalog[0].name);
        return NULL;
    }
    const struct entry *e =
        catalog_find(o->exercise, problem, (int)sizeof problem);
    if (e == NULL)
        fprintf(stderr, "%s\n", problem);
    return e;
}

const struct entry *named_or_next(const struct options *o, const char *verb)
{
    if (o->exercise != NULL && o->exercise[0] != '\0')
        return named_exercise(o, verb);
    for (int i = 0; i < catalog_size; i++)
        if (!progress_is_solved(&catalog[i]))
            return &catalog[i];
    return &catalog[catalog_size - 1];
}

static int run(struct options *o, int argc, char **argv)
{
    int wrong = parse(o, argc - 2, argv + 2);
    if (wrong != 0)
        return wrong;
    for (int i = 0; i < VERBS; i++) {
        if (strcmp(verbs[i].name, argv[1]) != 0)
            continue;
        term_begin();
        files_go_to_root();
        return verbs[i].run(o);
    }
    return complain("unknown verb", argv[1]);
}

int main(int argc, char **argv)
{
    struct options o = {.format = "terminal"};
    if (argc < 2)
        return usage(stderr);
    if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0)
        return usage(stdout);
    int status = run(&o, argc, argv);
    free(o.path);
    free(o.file);
    free(o.out);
    free(o.pictures);
    return status;
}
