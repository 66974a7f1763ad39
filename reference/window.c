/* The sliding window: what its positions are, which of them see the image, and
 * at the end what they see of it. No number of an image passes through this
 * file. Positions are ints: ref_output_size has seen that the padded axes fit. */
#include "window.h"

#include "check.h"
#include "whole.h"

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

/* What a window sees along an axis. Where it lies inside the axis, or nothing
 * stands outside, its taps see ascending elements, and each question has an
 * answer in one step; over the edge the taps are asked one by one.
 *
 * To count what is seen needs no list of it. Modes repeat with a period P:
 * taps see different elements until they are m = P/gcd(P, d) apart. In a
 * mirror also two taps t and u within m see one element, namely where their
 * positions add up to the mirror's c modulo P:
 *     first + t*d + first + u*d = c,   c = 0 for reflect, -1 for symmetric
 * which is a condition on t + u alone. */
enum { MOST_STEPS = 1 << 26 };

/* Positions and taps play the same part in j*s + v*d - before. */
static ref_axis turned(const ref_axis *a, int out)
{
    return (ref_axis){a->name, a->n, out, a->d, a->before, a->after, a->s};
}

ref_sight ref_sight_from(const ref_axis *axis, ref_pad_mode mode, int position)
{
    const ref_axis taps = turned(axis, 1);
    int first = (int)ref_window_place(axis, position, 0);
    ref_range in = ref_axis_inside(&taps, axis->k, first);

    return (ref_sight){axis, mode, first,
                       mode == REF_PAD_ZEROS || in.end - in.first == axis->k,
                       in};
}

int ref_sight_element(const ref_sight *s, int tap)
{
    return ref_pad_index(s->mode, s->first + tap * s->axis->d, s->axis->n);
}

int ref_sight_next(const ref_sight *s, int above)
{
    int d = s->axis->d, least = -1;

    if (s->plain) { /* a tap further is an element further */
        int tap = above < 0 ? s->inside.first : (above - s->first) / d + 1;

        return tap < s->inside.end ? s->first + tap * d : -1;
    }
    for (int tap = 0; tap < s->axis->k; tap++) {
        int element = ref_sight_element(s, tap);

        if (element > above && (least < 0 || element < least))
            least = element;
    }
    return least;
}

int ref_sight_tap(const ref_sight *s, int element, int after)
{
    if (s->plain) {
        int tap = (element - s->first) / s->axis->d;

        return tap > after ? tap : -1;
    }
    for (int tap = after + 1; tap < s->axis->k; tap++)
        if (ref_sight_element(s, tap) == element)
            return tap;
    return -1;
}

/* The count where nothing stands outside: every tap that sees sees another. */
static long long count_inside(const ref_axis *a, int out)
{
    const ref_axis other = turned(a, out);
    const ref_axis *fewer = a->k < out ? a : &other;
    int positions = a->k < out ? out : a->k;
    long long count = 0;

    for (int tap = 0; tap < fewer->k; tap++) {
        ref_range in = ref_window_inside(fewer, positions, tap);

        count += in.end - in.first;
    }
    return count;
}

/* Taps 0 .. k-1 whose numbers add up to a sum, in pairs. */
static int pairs(int sum, int k)
{
    int least = sum > k - 1 ? sum - (k - 1) : 0;
    int most = (sum - 1) / 2;

    return most >= least ? most - least + 1 : 0;
}

/* Elements seen in a mirror by the first k taps, all within a period. */
static int count_mirrored(const ref_sight *s, long long period, int k)
{
    int c = s->mode == REF_PAD_REFLECT ? 0 : -1, count = k;

    for (int sum = 1; sum <= 2 * (k - 1); sum++)
        if ((2LL * s->first + (long long)sum * s->axis->d - c) % period == 0)
            count -= pairs(sum, k);
    return count;
}

/* Elements seen where the first and the last of several go on for ever: those
 * inside, and an end if only taps beyond it see it. */
static int count_replicated(const ref_sight *s)
{
    ref_range in = s->inside;
    long long first = s->first, d = s->axis->d, n = s->axis->n;
    long long last = first + (s->axis->k - 1) * d;
    int none = in.first == in.end;

    return in.end - in.first +
           (first < 0 && (none || first + in.first * d > 0)) +
           (last >= n && (none || first + (in.end - 1) * d < n - 1));
}

static int count_over_edge(const ref_axis *a, ref_pad_mode mode, int position)
{
    const ref_sight s = ref_sight_from(a, mode, position);
    long long n = a->n, period = n, apart;
    int k;

    if (n == 1)
        return 1;
    if (mode == REF_PAD_REPLICATE)
        return count_replicated(&s);
    if (mode != REF_PAD_CIRCULAR)
        period = mode == REF_PAD_REFLECT ? 2 * (n - 1) : 2 * n;
    apart = period / gcd((int)(period % a->d), a->d);
    k = apart < a->k ? (int)apart : a->k;
    return mode == REF_PAD_CIRCULAR ? k : count_mirrored(&s, period, k);
}

ref_status ref_sight_count(const ref_axis *axis, ref_pad_mode mode, int out,
                           long long *count)
{
    int first = ref_window_inside(axis, out, 0).first;
    int end = ref_window_inside(axis, out, axis->k - 1).end;
    long long steps = smaller(axis->k, out), sum;

    if (first >= end)
        first = end = 0;
    if (mode != REF_PAD_ZEROS)
        steps = (long long)(out - (end - first)) *
                (mode == REF_PAD_REFLECT || mode == REF_PAD_SYMMETRIC ? axis->k
                                                                      : 1);
    if (steps > MOST_STEPS)
        return ref_fail(REF_EOVERFLOW,
                        "a kernel of %d at %d positions: what it sees takes "
                        "%lld steps to count; at most %d are allowed",
                        axis->k, out, steps, MOST_STEPS);
    if (mode == REF_PAD_ZEROS) {
        *count = count_inside(axis, out);
        return REF_OK;
    }
    sum = (long long)(end - first) * axis->k;
    for (int position = 0; position < first; position++)
        sum += count_over_edge(axis, mode, position);
    for (int position = end; position < out; position++)
        sum += count_over_edge(axis, mode, position);
    *count = sum;
    return REF_OK;
}
