/* break_int_sum: an input on which a correlate_2d that keeps its sum in an
 * int is wrong. */
#include "tests/grader/break_correlate.h"

#include <math.h>

/* sum += x * k with an int sum: C computes sum + x * k in float and cuts the
 * fraction off. With numbers up to 1000 no sum leaves int. */
static int int_sum(const struct break_input *in, int i, int j, double *sum)
{
    int whole = 0;

    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++)
            whole = (int)((float)whole + in->x[(i + u) * in->w + (j + v)] *
                                             in->k[u * in->kw + v]);
    *sum = whole;
    return -1;
}

static bool is_whole(float number)
{
    return truncf(number) == number;
}

static const char *why(const struct break_input *in)
{
    bool whole = true;

    for (int n = 0; n < in->h * in->w; n++)
        whole = whole && is_whole(in->x[n]);
    for (int n = 0; n < in->kh * in->kw; n++)
        whole = whole && is_whole(in->k[n]);
    return whole ? "all numbers are whole, and an int holds whole sums exactly"
                 : "there are fractions in the input, but none in a sum that "
                   "is stored";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    return break_judge(c, seen, int_sum, why, size, text, text_size);
}

/* No fewer than 2: image and kernel have a number each. 0.5 and 1 will do. */
const struct exercise exercise_break_int_sum = {
    .kind = EXERCISE_BREAK,
    .title = "show a sum kept in an int",
    .anchor = "break-it",
    .params = break_params,
    .cases = break_cases,
    .exposes = exposes,
    .fewest = 2,
};
