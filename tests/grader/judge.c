/* The judge: checks exercises and is the learner's companion.
 *
 * One program for everybody: `make` verbs, editors and autograders call it
 * alike. It holds the reference and the right answers; the learner's code
 * runs in another process (runner.c), and only bytes come back.
 */
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "sandbox.h"
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
    {"submission", "PATH [--only LIST] [--format F] [--out F] [--seed N]",
     "grade what one learner handed in: a file, a folder, an archive",
     verb_submission},
    {"doctor", "", "what keeps a submission from doing harm here", verb_doctor},
    {"grade", "FOLDER [--jobs N] [--only LIST] [--out FOLDER] [--csv F]",
     "grade a folder of submissions; go on where it stopped", verb_grade},
    {"merge", "FOLDER... [--csv F] [--out FOLDER]",
     "join the results of several folders", verb_merge},
    {"shim", "EXERCISE", "(build) the code that calls the function", verb_shim},
    {"stub", "EXERCISE", "(house) the stub, as its contract gives it",
     verb_stub},
    {"bench", "[EXERCISE]", "(house) where the time of a check goes",
     verb_bench},
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
    fputs("\n--require-sandbox refuses to grade where a submission could do"
          " harm.\nAn EXERCISE is a name, 01/2, a file, or the beginning of one"
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

static int read_seed(struct options *o, const char *text)
{
    char *end;
    errno = 0;
    o->seed = strtoull(text, &end, 10);
    o->has_seed = true;
    bool good = text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0;
    return good ? 0 : complain("--seed takes a whole number, not", text);
}

static int read_count(long *count, const char *text)
{
    char *end;
    *count = strtol(text, &end, 10);
    bool good = text[0] >= '0' && text[0] <= '9' && *end == '\0' &&
                *count > 0 && *count <= 1000000;
    return good ? 0 : complain("a number above 0 is needed, not", text);
}

static int set_text(const char **text, const char *value)
{
    *text = value;
    return 0;
}

/* The verbs work at the project's root; the caller's paths are its own. */
static int set_path(char **path, const char *value)
{
    free(*path);
    *path = path_from_here(value);
    return 0;
}

/* Sets one option from its value; 0 or an exit status. */
static int set_option(struct options *o, const char *name, const char *value)
{
    if (strcmp(name, "--file") == 0)
        return set_path(&o->file, value);
    if (strcmp(name, "--out") == 0 || strcmp(name, "--report") == 0)
        return set_path(&o->out, value);
    if (strcmp(name, "--pictures") == 0)
        return set_path(&o->pictures, value);
    if (strcmp(name, "--csv") == 0)
        return set_path(&o->csv, value);
    if (strcmp(name, "--format") == 0)
        return set_text(&o->format, value);
    if (strcmp(name, "--answer") == 0)
        return set_text(&o->answer, value);
    if (strcmp(name, "--name") == 0)
        return set_text(&o->name, value);
    if (strcmp(name, "--only") == 0)
        return set_text(&o->only, value);
    if (strcmp(name, "--one") == 0)
        return set_text(&o->one, value);
    if (strcmp(name, "--jobs") == 0)
        return read_count(&o->jobs, value);
    if (strcmp(name, "--limit") == 0)
        return read_count(&o->limit, value);
    if (strcmp(name, "--seed") == 0)
        return read_seed(o, value);
    return complain("unknown option", name);
}

/* Options that are said or not; false when the word is none of them. */
static bool set_flag(struct options *o, const char *word)
{
    bool *flag = strcmp(word, "--yes") == 0               ? &o->yes
                 : strcmp(word, "--list") == 0            ? &o->list
                 : strcmp(word, "--require-sandbox") == 0 ? &o->require_sandbox
                                                          : NULL;
    if (flag != NULL)
        *flag = true;
    return flag != NULL;
}

/* Fills the options from the words after the verb, --name value as well as
 * --name=value; 0 or an exit status. */
static int parse(struct options *o, const struct verb *verb, int count,
                 char **words)
{
    int wrong = 0;
    o->folder = need(calloc((size_t)count + 1, sizeof *o->folder));
    for (int i = 0; i < count && wrong == 0; i++) {
        char *word = words[i], *equals = strchr(word, '=');
        if (set_flag(o, word))
            continue;
        if (word[0] == '-' && equals != NULL) {
            *equals = '\0';
            wrong = set_option(o, word, equals + 1);
        } else if (word[0] == '-' && i + 1 < count) {
            wrong = set_option(o, word, words[++i]);
        } else if (word[0] == '-') {
            wrong = complain("unknown option, or no value after", word);
        } else if (o->exercise != NULL && verb->run != verb_merge) {
            wrong = complain("one exercise at a time; not expected:", word);
        } else {
            o->exercise = o->exercise != NULL ? o->exercise : word;
            o->folder[o->folders++] = path_from_here(word);
        }
    }
    o->path = o->folder[0];
    return wrong;
}

static void drop(struct options *o)
{
    for (int i = 0; i < o->folders; i++)
        free(o->folder[i]);
    free(o->folder);
    free(o->file);
    free(o->out);
    free(o->pictures);
    free(o->csv);
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

/* Whether what keeps a submission in is what --require-sandbox asks for. */
static bool sandbox_is_enough(const struct options *o)
{
    const char *lacks = o->require_sandbox ? sandbox_lacks() : NULL;
    if (lacks != NULL)
        fprintf(stderr,
                "judge: nothing is graded, as --require-sandbox asks: %s"
                " (sandbox: %s)\n",
                lacks, sandbox_words());
    return lacks == NULL;
}

static int run(struct options *o, int argc, char **argv)
{
    for (int i = 0; i < VERBS; i++) {
        if (strcmp(verbs[i].name, argv[1]) != 0)
            continue;
        int wrong = parse(o, &verbs[i], argc - 2, argv + 2);
        if (wrong != 0)
            return wrong;
        term_begin();
        files_go_to_root();
        return sandbox_is_enough(o) ? verbs[i].run(o) : EXIT_FAULT;
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
    drop(&o);
    return status;
}
