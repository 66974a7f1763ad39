/* The judge's verbs: one function each, one file for each or for a few that
 * belong together. A verb gets its own arguments (without its name) and
 * returns the exit status of the judge. */
#ifndef CONVLINGS_VERBS_H
#define CONVLINGS_VERBS_H

#include "catalog.h"

/* What may follow a verb; each verb says in its usage what it takes. */
struct options {
    const char *exercise; /* the first word that is no option, or NULL */
    char *path;           /* the same word as a path, made absolute */
    char *file;           /* --file PATH, made absolute */
    const char *format;   /* --format, see report/report.h */
    const char *answer;   /* --answer a|b|c|d */
    char *out;            /* --out PATH, made absolute */
    char *pictures;       /* --pictures FOLDER, made absolute */
    bool has_seed;        /* --seed N */
    unsigned long long seed;
    const char *name;     /* --name TEXT: whose submission it is */
    const char *only;     /* --only LIST, see class/only.h */
    char *csv;            /* --csv FILE, made absolute */
    const char *one;      /* --one NAME|NUMBER: of a class, one submission */
    long jobs;            /* --jobs N */
    long limit;           /* --limit SECONDS for one submission */
    bool list;            /* --list: the names of the submissions */
    bool require_sandbox; /* --require-sandbox: no grading without */
    char **folder;        /* the words that are no options, made absolute */
    int folders;
    bool yes; /* --yes: answer the question before it is asked */
};

int verb_check(const struct options *o);
int verb_board(const struct options *o);
int verb_next(const struct options *o);
int verb_list(const struct options *o);
int verb_hint(const struct options *o);
int verb_predict(const struct options *o);
int verb_picture(const struct options *o);
int verb_solution(const struct options *o);
int verb_reset(const struct options *o);
int verb_watch(const struct options *o);
int verb_report(const struct options *o);
int verb_submission(const struct options *o);
int verb_doctor(const struct options *o);
int verb_grade(const struct options *o);
int verb_merge(const struct options *o);
/* For the build and the house, not for learners. */
int verb_shim(const struct options *o);
int verb_stub(const struct options *o);
int verb_flags(const struct options *o);
int verb_bench(const struct options *o);

/* The exercise the options name; without one, or with an unknown name,
 * says so on standard error and returns NULL (the verb then returns
 * EXIT_USAGE). */
const struct entry *named_exercise(const struct options *o, const char *verb);
/* The same, but without a name: the first that is not solved. */
const struct entry *named_or_next(const struct options *o, const char *verb);

#endif
