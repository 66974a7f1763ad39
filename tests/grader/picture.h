/* What a call gave, as a picture: inputs, expected, yours, difference. */
#ifndef CONVLINGS_PICTURE_H
#define CONVLINGS_PICTURE_H

#include "grade.h"
#include "panel.h"

/* A call, its right answer, and what the learner's function gave. */
struct outcome {
    const struct call *call;
    const struct answer *right;
    const struct cell *seen; /* one for each cell of the answer */
};

/* Whether the function of an exercise makes something that can be drawn. */
bool picture_is_possible(const struct entry *e);

/* Adds the panels of an outcome. Returns how many elements are wrong. */
int picture_panels(struct panels *all, const struct outcome *o);

/* Draws the call that failed into FOLDER/EXERCISE.png, whose path is written
 * to path. False when the verdict is none that can be drawn, or gnuplot is
 * not there. */
bool picture_of_verdict(const struct verdict *v, const char *folder, char *path,
                        size_t size);

#endif
