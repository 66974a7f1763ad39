/* break_block_row: an input on which a correlate_2d that takes its matrix for
 * a Toeplitz matrix, each row the one above moved on by one, is wrong. */
#include "tests/grader/break_correlate.h"

static int row_after_row(const struct break_input *in, int i, int j,
                         double *sum)
{
    int n = i * (in->w - in->kw + 1) + j;

    *sum = 0;
    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++)
            *sum += (double)in->x[n + u * in->w + v] *
                    (double)in->k[u * in->kw + v];
    return -1; /* it stays inside: n + u*w + v is at most h*w - 1 */
}

static const char *why(const struct break_input *in)
{
    if (in->kw == 1)
        return "a kernel of one column leaves as many places in a row as the "
               "image has columns, so no row of outputs ends early";
    if (in->kh == in->h)
        return "there is one row of outputs, and along a row each window is "
               "the one before, moved on by one";
    return "the windows are other ones, but their sums are the same; there "
           "should not be the same numbers everywhere";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    return break_judge(c, seen, row_after_row, why, size, text, text_size);
}

/* No fewer than 6: two rows of outputs take h > kh, so h >= 2; a kernel of
 * kw >= 2 takes w >= 2: 4 numbers and 2. */
const struct exercise exercise_break_block_row = {
    .kind = EXERCISE_BREAK,
    .title = "show a matrix is not Toeplitz",
    .anchor = "break-it",
    .params = break_params,
    .cases = break_cases,
    .exposes = exposes,
    .fewest = 6,
};
