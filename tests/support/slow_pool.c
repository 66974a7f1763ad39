/* What each window of a pool sees, place by place. */
#include "slow_pool.h"

static int span_of(const slow_pool *t, int axis)
{
    return t->d[axis] * (t->k[axis] - 1) + 1;
}

/* Output size along an axis, by walking from window to window: from the first
 * one, which is there, to the next as long as there is something left to see.
 * In ceil mode that may hang over the end of the padding, but not start behind
 * the image. */
static int size_of(const slow_pool *t, int axis)
{
    int count = 1, end = t->n[axis] + t->after[axis], span = span_of(t, axis);
    int next = t->s[axis] - t->before[axis];

    while (next - t->s[axis] + span < end && next < t->n[axis] &&
           (t->ceil_mode || next + span <= end)) {
        count++;
        next += t->s[axis];
    }
    return count;
}

static size_t count_of(const slow_pool *t, const int sizes[3])
{
    size_t count = (size_t)t->images * (size_t)t->channels;

    for (int a = 0; a < 3; a++)
        count *= (size_t)sizes[a];
    return count;
}

size_t slow_pool_inputs(const slow_pool *t)
{
    return count_of(t, t->n);
}

size_t slow_pool_outputs(const slow_pool *t)
{
    return count_of(t,
                    (const int[]){size_of(t, 0), size_of(t, 1), size_of(t, 2)});
}

/* 2: inside the image; 1: in the padding; 0: beyond. */
static int depth_inside(const slow_pool *t, int axis, int at)
{
    if (at >= 0 && at < t->n[axis])
        return 2;
    return at < t->n[axis] + t->after[axis];
}

static void look(const slow_pool *t, const float *x, const int at[3],
                 slow_window *w)
{
    int least = 2;

    for (int a = 0; a < 3; a++)
        if (depth_inside(t, a, at[a]) < least)
            least = depth_inside(t, a, at[a]);
    w->counted += least >= 1;
    if (least == 2) {
        int place = (at[0] * t->n[1] + at[1]) * t->n[2] + at[2];

        w->place[w->count] = place;
        w->value[w->count++] = x[place];
    }
}

slow_window slow_pool_window(const slow_pool *t, const float *x, size_t at)
{
    slow_window w = {0};
    int start[3], rest = (int)at;

    for (int a = 2; a >= 0; a--) {
        int size = size_of(t, a);

        start[a] = rest % size * t->s[a] - t->before[a];
        rest /= size;
    }
    x += rest * t->n[0] * t->n[1] * t->n[2];
    for (int f = 0; f < t->k[0]; f++)
        for (int u = 0; u < t->k[1]; u++)
            for (int v = 0; v < t->k[2]; v++)
                look(t, x,
                     (const int[]){start[0] + f * t->d[0],
                                   start[1] + u * t->d[1],
                                   start[2] + v * t->d[2]},
                     &w);
    return w;
}

static void roll_axis(dice *d, slow_pool *t, int axis, int padded, int dilated)
{
    int half;

    t->n[axis] = dice_int(d, 1, axis == 2 ? 40 : 7);
    t->k[axis] = dice_int(d, 1, 4);
    t->s[axis] = dice_int(d, 0, 1) ? t->k[axis] : dice_int(d, 1, 5);
    t->d[axis] = dilated ? dice_int(d, 1, 3) : 1;
    half = padded ? span_of(t, axis) / 2 : 0;
    t->before[axis] = dice_int(d, 0, half);
    t->after[axis] = dice_int(d, 0, half);
}

/* Whether the library may be asked: the first window fits, or hangs over by
 * less than a stride. */
static int is_allowed(const slow_pool *t)
{
    for (int a = 0; a < 3; a++) {
        int over = span_of(t, a) - t->n[a] - t->before[a] - t->after[a];

        if (over >= (t->ceil_mode ? t->s[a] : 1))
            return 0;
    }
    return 1;
}

slow_pool slow_pool_roll(dice *d, int padded, int dilated)
{
    for (;;) {
        slow_pool t = {.rank = dice_int(d, 1, 3),
                       .images = dice_int(d, 1, 2),
                       .channels = dice_int(d, 1, 2),
                       .ceil_mode = dice_int(d, 0, 1)};

        for (int a = 0; a < 3; a++) {
            t.n[a] = t.k[a] = t.s[a] = t.d[a] = 1;
            if (a >= 3 - t.rank)
                roll_axis(d, &t, a, padded, dilated);
        }
        if (is_allowed(&t))
            return t;
    }
}
