/* The sliding window: what its positions are and which of them see the image.
 * No number of an image passes through this file. Positions are ints:
 * ref_output_size has seen that the padded axes fit. */
#include "window.h"

#include "check.h"

ref_status ref_window_measure(ref_window *w)
{
    for (int a = 0; a < REF_AXES; a++)
        REF_TRY(ref_output_size(&w->axis[a], &w->out[a]));
    return REF_OK;
}

ref_status ref_window_give(const ref_window *w, int first, int *od, int *oh,
                           int *ow)
{
    static const char *const names[REF_AXES] = {"od", "oh", "ow"};
    int *const sizes[REF_AXES] = {od, oh, ow};

    for (int a = first; a < REF_AXES; a++)
        REF_TRY(ref_check_pointer(names[a], sizes[a]));
    for (int a = first; a < REF_AXES; a++)
        *sizes[a] = w->out[a];
    return REF_OK;
}

ref_status ref_window_output(ref_window w, int first, int *od, int *oh, int *ow)
{
    REF_TRY(ref_window_measure(&w));
    return ref_window_give(&w, first, od, oh, ow);
}

ptrdiff_t ref_window_elements(const ref_window *w)
{
    return (ptrdiff_t)w->axis[0].n * w->axis[1].n * w->axis[2].n;
}

ptrdiff_t ref_window_taps(const ref_window *w)
{
    return (ptrdiff_t)w->axis[0].k * w->axis[1].k * w->axis[2].k;
}

ptrdiff_t ref_window_positions(const ref_window *w)
{
    return (ptrdiff_t)w->out[0] * w->out[1] * w->out[2];
}

static ref_status check_limit(const char *name, int padding, ref_pad_mode mode,
                              int n)
{
    if (padding <= ref_pad_limit(mode, n))
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d; with mode %s and a size of %d it "
                    "must be at most %d",
                    name, padding, ref_pad_mode_name(mode), n,
                    ref_pad_limit(mode, n));
}

ref_status ref_window_check_mode(const ref_window *w, ref_pad_mode mode)
{
    static const char *const before[] = {"pf", "pt", "pl"};
    static const char *const after[] = {"pk", "pb", "pr"};

    REF_TRY(ref_check_choice("pad_mode", (int)mode, REF_PAD_MODE_COUNT,
                             "ref_pad_mode"));
    for (int i = 0; i < REF_AXES; i++) {
        const ref_axis *a = &w->axis[i];

        REF_TRY(check_limit(before[i], a->before, mode, a->n));
        REF_TRY(check_limit(after[i], a->after, mode, a->n));
    }
    return REF_OK;
}

ptrdiff_t ref_window_place(const ref_axis *a, int position, int tap)
{
    return (ptrdiff_t)position * a->s - a->before + (ptrdiff_t)tap * a->d;
}

/* j*s + offset >= 0 from first on, and <= n-1 before end. */
ref_range ref_axis_inside(const ref_axis *a, int count, int offset)
{
    int first = offset < 0 ? (-offset - 1) / a->s + 1 : 0;
    int end = offset < a->n ? (a->n - 1 - offset) / a->s + 1 : 0;

    if (end > count)
        end = count;
    return (ref_range){first < end ? first : end, end};
}

ref_range ref_window_inside(const ref_axis *a, int out, int tap)
{
    return ref_axis_inside(a, out, tap * a->d - a->before);
}
