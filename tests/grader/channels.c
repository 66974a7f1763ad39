#include "channels.h"

#include <stddef.h>

static int number(const struct call *c, int param)
{
    return param == NO_PARAM ? 1 : call_number(c, param);
}

static struct spot sizes(const struct call *c, const struct channel_params *p)
{
    struct spot t = {
        .n = number(c, p->n),
        .c_in = number(c, p->c_in),
        .h = number(c, p->h),
        .w = number(c, p->w),
        .c_out = number(c, p->c_out),
        .kh = number(c, p->kh),
        .kw = number(c, p->kw),
        .groups = number(c, p->groups),
    };

    t.oh = t.h - t.kh + 1;
    t.ow = t.w - t.kw + 1;
    t.cg = t.c_in / t.groups;
    t.og = t.c_out / t.groups;
    return t;
}

/* Output number m in the order of memory. */
static void stand_at(struct spot *t, int m)
{
    t->j = m % t->ow;
    t->i = m / t->ow % t->oh;
    t->o = m / t->ow / t->oh % t->c_out;
    t->b = m / t->ow / t->oh / t->c_out;
}

static void sum(struct answer *a, const struct channel_params *p,
                const struct channels *program, struct spot t, int output)
{
    enum bias_use use = program->use;

    for (t.c = 0; t.c < t.cg; t.c++) {
        for (t.u = 0; t.u < t.kh; t.u++)
            for (t.v = 0; t.v < t.kw; t.v++) {
                int x = program->x(&t), k = program->weight(&t);

                if (x != LEFT_OUT && k != LEFT_OUT)
                    answer_tap(a, p->y, output, p->x, x, p->weight, k);
                if (use == BIAS_PER_TAP)
                    answer_add(a, p->y, output, p->bias, program->bias(&t));
            }
        if (use == BIAS_PER_CHANNEL)
            answer_add(a, p->y, output, p->bias, program->bias(&t));
    }
    if (use == BIAS_ONCE)
        answer_add(a, p->y, output, p->bias, program->bias(&t));
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
static void run(struct answer *a, const struct channel_params *p,
                const struct channels *program, struct spot t)
{
    int count = t.n * t.c_out * t.oh * t.ow;
    bool beside = false;

    for (int n = 0; n < count; n++) {
        stand_at(&t, n);
        int output = program->y(&t);

        if (output == LEFT_OUT)
            continue;
        beside = beside || output < 0 || output >= count;
        answer_put(a, p->y, output, 0, 0);
        for (int m = program->never_reset ? 0 : n; m <= n; m++) {
            stand_at(&t, m);
            sum(a, p, program, t, output);
        }
    }
    if (beside)
        answer_unknown(a, p->y, count - 1);
}

void channels_run(struct answer *a, const struct channel_params *p,
                  const struct channels *wrong)
{
    struct channels program = *wrong;

    program.x = program.x != NULL ? program.x : spot_x;
    program.weight = program.weight != NULL ? program.weight : spot_weight;
    program.bias = program.bias != NULL ? program.bias : spot_bias;
    program.y = program.y != NULL ? program.y : spot_y;
    run(a, p, &program, sizes(a->call, p));
}

/* ---- right places -------------------------------------------------------- */

static int x_at(const struct spot *t, int b, int channel)
{
    return ((b * t->c_in + channel) * t->h + t->i + t->u) * t->w + t->j + t->v;
}

int spot_x(const struct spot *t)
{
    return x_at(t, t->b, t->o / t->og * t->cg + t->c);
}

int spot_weight(const struct spot *t)
{
    return ((t->o * t->cg + t->c) * t->kh + t->u) * t->kw + t->v;
}

int spot_bias(const struct spot *t)
{
    return t->o;
}

int spot_y(const struct spot *t)
{
    return ((t->b * t->c_out + t->o) * t->oh + t->i) * t->ow + t->j;
}

/* ---- wrong places -------------------------------------------------------- */

int spot_x_channels_last(const struct spot *t)
{
    return ((t->b * t->h + t->i + t->u) * t->w + t->j + t->v) * t->c_in + t->c;
}

int spot_x_same_plane(const struct spot *t)
{
    return x_at(t, t->b, 0);
}

int spot_x_pitch(const struct spot *t)
{
    int channel = t->o / t->og * t->cg + t->c;
    int plane = (t->b * t->c_in + channel) * t->h * t->w;

    return plane + (t->i + t->u) * t->h + t->j + t->v;
}

int spot_x_first_image(const struct spot *t)
{
    return x_at(t, 0, t->o / t->og * t->cg + t->c);
}

int spot_weight_flipped(const struct spot *t)
{
    struct spot turned = *t;

    turned.u = t->kh - 1 - t->u;
    turned.v = t->kw - 1 - t->v;
    return spot_weight(&turned);
}

int spot_weight_plane(const struct spot *t)
{
    return (t->o * t->cg * t->kh + t->u) * t->kw + t->v;
}

int spot_weight_last(const struct spot *t)
{
    return ((t->u * t->kw + t->v) * t->cg + t->c) * t->c_out + t->o;
}

int spot_weight_swapped(const struct spot *t)
{
    return ((t->c * t->c_out + t->o) * t->kh + t->u) * t->kw + t->v;
}

int spot_only_first(const struct spot *t)
{
    return t->c == 0 ? spot_weight(t) : LEFT_OUT;
}

int spot_only_last(const struct spot *t)
{
    return t->c == t->cg - 1 ? spot_weight(t) : LEFT_OUT;
}

int spot_last_tap(const struct spot *t)
{
    int is_last = t->u == t->kh - 1 && t->v == t->kw - 1;

    return is_last ? spot_only_last(t) : LEFT_OUT;
}

int spot_first_bias(const struct spot *t)
{
    (void)t;
    return 0;
}

int spot_y_first_image(const struct spot *t)
{
    return (t->o * t->oh + t->i) * t->ow + t->j;
}
