/* break_pitch: an input on which a correlate_2d that takes the image's rows
 * to be h long is wrong. */
#include "tests/grader/break_correlate.h"

static int wrong_pitch(const struct break_input *in, int i, int j, double *sum)
{
    *sum = 0;
    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++) {
            int at = (i + u) * in->h + (j + v);

            if (at >= in->h * in->w)
                return at;
            *sum += (double)in->x[at] * (double)in->k[u * in->kw + v];
        }
    return -1;
}

static const char *why(const struct break_input *in)
{
    if (in->h == in->w)
        return "this image is square, so h and w are the same number";
    if (in->h == 1)
        return "this image has only row 0, and 0 times anything is 0";
    return "it reads other elements of this image, but they lead to the same "
           "sums; numbers that all differ show more";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    return break_judge(c, seen, wrong_pitch, why, size, text, text_size);
}

/* No fewer than 3: an image of one number is square, one of two in a row has
 * row 0 only. Two in a column and a kernel of one number will do. */
const struct exercise exercise_break_pitch = {
    .kind = EXERCISE_BREAK,
    .title = "show a wrong row length",
    .anchor = "break-it",
    .params = break_params,
    .cases = break_cases,
    .exposes = exposes,
    .fewest = 3,
};
