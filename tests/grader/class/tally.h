/* What a class knows and what it does not: how often each score, each verdict
 * and each misconception occurs. */
#ifndef CONVLINGS_TALLY_H
#define CONVLINGS_TALLY_H

#include "book.h"

enum { BINS = 10 }; /* of a tenth each; the last one has 100 % too */

/* One way in which an exercise ended. */
struct outcome {
    enum verdict_kind kind;
    const char *id, *name, *remark; /* of the misconception, or "" */
    int count;
};

struct tally_exercise {
    const struct entry *entry;
    int submissions; /* that have a result of it */
    int points, max; /* of all of them together */
    int kind[VERDICT_KINDS];
    struct outcome *outcome; /* the most frequent first */
    int outcomes;
};

struct tally {
    int submissions, faults, late; /* submissions: with a result */
    int bin[BINS];
    double mean, median; /* percent */
    struct tally_exercise *of;
    int exercises; /* in the order of the course */
};

/* Counts. The texts are those of the book. Free with tally_free. */
struct tally *tally_new(const struct book *b);
void tally_free(struct tally *t);

/* Writes class_scores.csv and class_misconceptions.csv into the folder; false
 * and errno on failure. */
bool tally_write(const struct tally *t, const char *folder);
/* A short summary, the weakest exercises first. */
void tally_say(const struct tally *t);

/* Draws class_scores, class_exercises and class_misconceptions (.svg and
 * .png) into the folder; false and why when that cannot be. */
bool tally_draw(const struct tally *t, const char *folder, char *why, int size);

#endif
