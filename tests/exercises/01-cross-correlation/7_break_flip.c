/* break_flip: an input on which a correlate_2d that flips the kernel, true
 * convolution, is wrong. */
#include "tests/grader/break_correlate.h"

static int flipped(const struct break_input *in, int i, int j, double *sum)
{
    *sum = 0;
    for (int u = 0; u < in->kh; u++)
        for (int v = 0; v < in->kw; v++) {
            int turned = (in->kh - 1 - u) * in->kw + (in->kw - 1 - v);

            *sum += (double)in->x[(i + u) * in->w + (j + v)] *
                    (double)in->k[turned];
        }
    return -1;
}

static const char *why(const struct break_input *in)
{
    int count = in->kh * in->kw;

    if (count == 1)
        return "a kernel of one number cannot be turned";
    for (int n = 0; n < count; n++)
        if (in->k[n] != in->k[count - 1 - n])
            return "half a turn changes the kernel, but in this image both "
                   "give the same sums; windows should not look the same from "
                   "both ends";
    return "this kernel looks the same after half a turn";
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    return break_judge(c, seen, flipped, why, size, text, text_size);
}

/* No fewer than 4: a kernel of one number is its own turn, so it takes two,
 * and an image that is not smaller than the kernel. 1 0 and 1 0 will do. */
const struct exercise exercise_break_flip = {
    .kind = EXERCISE_BREAK,
    .title = "show that a kernel is flipped",
    .anchor = "break-it",
    .params = break_params,
    .cases = break_cases,
    .exposes = exposes,
    .fewest = 4,
};
