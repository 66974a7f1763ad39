/* What lies outside: its name, how much of it, and whether it is there. */
#include "border.h"

#include <string.h>

#include "words.h"

int border_named(const char *word, ref_pad_mode *mode)
{
    if (!word || ref_pad_mode_named(word, mode) == REF_OK)
        return 0;
    return complain("--border is '%.40s'; it must be zeros, reflect, "
                    "symmetric, replicate or circular",
                    word);
}

void border_same(const matrix *k, ref_conv2d_params *p)
{
    p->pt = (k->h - 1) / 2;
    p->pb = k->h / 2;
    p->pl = (k->w - 1) / 2;
    p->pr = k->w / 2;
}

/* One axis: its name, its size, and the padding behind it, which is never less
 * than the padding before it. */
static int check_axis(ref_pad_mode mode, const char *what, const char *axis,
                      int size, int reach)
{
    int most = ref_pad_limit(mode, size);

    if (reach <= most)
        return 0;
    return complain("the kernel reaches %d beyond the %s, whose %s is %d; "
                    "--border %s allows at most %d (zeros, symmetric and "
                    "replicate allow any)",
                    reach, what, axis, size, ref_pad_mode_name(mode), most);
}

int border_check(const ref_conv2d_params *p, const char *what, int h, int w)
{
    const char *across = strcmp(what, "signal") == 0 ? "length" : "width";
    int status = check_axis(p->pad_mode, what, "height", h, p->pb);

    if (status == 0)
        status = check_axis(p->pad_mode, what, across, w, p->pr);
    return status;
}
