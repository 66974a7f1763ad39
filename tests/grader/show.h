/* Small pieces that several verbs share. */
#ifndef CONVLINGS_SHOW_H
#define CONVLINGS_SHOW_H

#include "grade.h"

/* A seed nobody can know beforehand, short enough to type again. */
uint64_t new_seed(void);
/* The verdict's headline and story. */
void show_verdict(const struct verdict *v, const char *path);
/* What a learner can do after the verdict: file, lesson, hint, again. */
void show_ways(const struct verdict *v);
/* For a file that is missing: how to get the stub again. */
void show_way_back(const struct entry *e);
/* Asks a question on a terminal and returns the first letter of the answer
 * in lower case; without a terminal, or at its end, returns `otherwise`. */
char ask(const char *question, char otherwise);

#endif
