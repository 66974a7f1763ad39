/* For the break-it exercises on correlate_2d: the image and the kernel that
 * the learner's function made, and whether they tell a given wrong program
 * from the right one.
 */
#ifndef CONVLINGS_BREAK_CORRELATE_H
#define CONVLINGS_BREAK_CORRELATE_H

#include "exercise.h"

enum { BREAK_SIDE = 8, BREAK_ROOM = BREAK_SIDE * BREAK_SIDE };

struct break_input {
    int h, w, kh, kw;
    float x[BREAK_ROOM], k[BREAK_ROOM];
};

/* The parameters x, h, w, k, kh, kw of such an exercise, all outputs, and
 * its one case. */
extern const struct param break_params[];
void break_cases(struct suite *s);

/* What the wrong program puts into y[i, j], in *sum; or the index outside x
 * that it reads, which is returned. Inside all is well: -1. */
typedef int wrong_sum(const struct break_input *in, int i, int j, double *sum);

/* Why the wrong program gives the right answer to this input: a sentence. */
typedef const char *excuse(const struct break_input *in);

/* Does what `expose` asks for, with a wrong program and its excuse. */
bool break_judge(const struct call *c, const struct cell *seen,
                 wrong_sum *wrong, excuse *why, int *size, char *text,
                 int text_size);

#endif
