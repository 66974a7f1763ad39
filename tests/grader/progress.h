/* What the judge remembers about a learner, in .convlings/ at the root.
 *
 * Keyed by the exercise's name, so that renumbering loses nothing. The last
 * verdict stands beside a fingerprint of everything it depends on; when the
 * fingerprint changed, the verdict is stale and the exercise is checked
 * again. Losing the folder loses only hints shown and predictions made.
 */
#ifndef CONVLINGS_PROGRESS_H
#define CONVLINGS_PROGRESS_H

#include "grade.h"

struct progress {
    unsigned long long fingerprint; /* of the file checked; 0: never */
    char kind[32];                  /* of the last verdict, "" if none */
    int points, max;
    bool solved_once; /* all points were earned at some time */
    int hints;        /* steps of the ladder already shown */
    char predicted;   /* '-' not asked, 'y' right, 'n' wrong */
    char misconception[16];
    char where[160]; /* the first failing case, one line */
};

/* What is remembered of an exercise; all empty when nothing is. */
struct progress progress_read(const struct entry *e);
void progress_write(const struct entry *e, const struct progress *p);
/* Remembers a verdict on the learner's own file. */
void progress_record(const struct verdict *v);
/* Whether the last verdict still speaks of the file as it is now. */
bool progress_is_fresh(const struct entry *e, const struct progress *p);
/* Whether the file as it is now is known to earn all points. */
bool progress_is_solved(const struct entry *e);

#endif
