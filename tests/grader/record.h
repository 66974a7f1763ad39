/* What became of one submission, in plain data.
 *
 * Every report (terminal, TAP, JUnit, Gradescope, gradebook, ...) is written
 * from a record and from nothing else, so all of them say the same. A record
 * is made from verdicts, kept as a JSON file, and read back by whoever joins
 * the records of a class.
 */
#ifndef CONVLINGS_RECORD_H
#define CONVLINGS_RECORD_H

#include "grade.h"

/* One exercise. All strings are clean (text.h), owned by the record, and ""
 * where there is nothing to say; only story has more than one line. */
struct result {
    const struct entry *entry;
    enum verdict_kind kind;
    int points, max;
    double seconds;
    char *file;          /* as the learner knows it; "": none was handed in */
    char *where;         /* "lesson: 3x3 image, 2x2 kernel" */
    char *sentence;      /* what happened, one plain sentence */
    char *story;         /* the terminal's explanation, without colours */
    char *misconception; /* "C01", and its name and remark */
    char *misconception_name, *misconception_remark;
    char *error;   /* compile_error: the first message, and its line or 0 */
    char *printed; /* what the call that failed printed, its beginning */
    int line;
    char *picture; /* file of a picture of the wrong output */
};

struct record {
    char *submission; /* whose it is, such as a folder's name */
    char *id;         /* of that person in a course system, or "" */
    char *mark;       /* "late", or "" */
    char *key;        /* says what was graded, and how (class/submission.h) */
    uint64_t seed;    /* of the random cases */
    char *sandbox;    /* "uid seccomp landlock(7)" */
    char *started;    /* "2026-03-01T09:30:00Z" */
    double seconds;
    char *fault; /* the grader's own fault; then there are no results */
    int results;
    struct result *result;

    double begun; /* on seconds_now's clock; in no file */
};

/* An empty record that begins now; free with record_free. */
struct record *record_new(const char *submission, uint64_t seed);
void record_free(struct record *r);

/* Adds what a verdict says; file as the learner knows it. With a folder for
 * pictures, what went wrong is drawn there, where gnuplot is installed. */
void record_add(struct record *r, const struct verdict *v, const char *file,
                const char *pictures);
/* Adds an exercise of which nothing was handed in: not_started, 0 points of
 * those it has. */
void record_add_missing(struct record *r, const struct entry *e);
/* Gives one of the record's strings another text, cleaned to one line. */
void record_set(char **field, const char *text);
/* The grader failed: says why in one line and drops the results. */
void record_set_fault(struct record *r, const char *why);
/* Ends the clock. */
void record_close(struct record *r);

int record_points(const struct record *r);
int record_max(const struct record *r);

/* As JSON, in whole lines. Free it. */
char *record_text(const struct record *r);
/* The same into a file, under a temporary name first and then renamed; false
 * and errno on failure. */
bool record_write(const struct record *r, const char *path);
/* NULL when the file is no complete record of this version; then problem says
 * why, a sentence without the file's name. */
struct record *record_read(const char *path, char *problem, int size);

#endif
