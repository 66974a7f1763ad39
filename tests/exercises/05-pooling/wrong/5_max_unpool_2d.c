/* The misconceptions of max_unpool_2d. */
#include "../5_max_unpool_2d.h"

#include <stdbool.h>

struct sizes {
    int c, h, w, oh, ow;
};

static struct sizes sizes_of(const struct call *c)
{
    return (struct sizes){call_number(c, C), call_number(c, H),
                          call_number(c, W), call_number(c, OH),
                          call_number(c, OW)};
}

/* Where number n of x, with index k, goes in y; NOWHERE leaves it out. */
typedef int place(const struct sizes *t, int n, int k);
enum { NOWHERE = -1000000 };

/* What becomes 0. */
enum clearing {
    CLEAR_ALL,
    CLEAR_NOTHING,
    CLEAR_FIRST_CHANNEL,
    CLEAR_LIKE_X,    /* so many places as x has */
    CLEAR_BYTES,     /* memset with the number of places, not of bytes */
    CLEAR_AFTERWARDS /* all, when the numbers are written */
};

/* How a program scatters; what is not set is right. */
struct scatter {
    place *to;
    bool adds;
    enum clearing clearing;
    bool same_x;     /* the numbers of channel 0 for all channels */
    bool same_index; /* the indices of channel 0 for all channels */
    bool negatives_lost;
};

static int right_place(const struct sizes *t, int n, int k)
{
    return n / (t->h * t->w) * t->oh * t->ow + k;
}

static void clear(struct answer *a, const struct sizes *t,
                  enum clearing clearing)
{
    int all = t->c * t->oh * t->ow, of_x = t->c * t->h * t->w;
    int count = clearing == CLEAR_NOTHING         ? 0
                : clearing == CLEAR_FIRST_CHANNEL ? t->oh * t->ow
                : clearing == CLEAR_LIKE_X        ? of_x
                : clearing == CLEAR_BYTES         ? all / (int)sizeof(float)
                                                  : all;

    for (int n = 0; n < count && n < all; n++)
        answer_put(a, Y, n, 0, 0);
    if (clearing == CLEAR_BYTES && all % (int)sizeof(float) > 0)
        answer_unknown(a, Y, count); /* cleared in part */
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct scatter *p = how;
    struct sizes t = sizes_of(c);
    int count = c->arg[Y].count;
    bool beside = false;

    clear(a, &t, p->clearing);
    for (int n = 0; n < c->arg[X].count; n++) {
        int k = (int)call_at(c, INDEX, p->same_index ? n % (t.h * t.w) : n);
        int to = (p->to != NULL ? p->to : right_place)(&t, n, k);
        double x = call_at(c, X, p->same_x ? n % (t.h * t.w) : n);

        beside = beside || (to < 0 && to != NOWHERE) || to >= count;
        if (to < 0 || to >= count)
            continue;
        if (p->adds)
            x += a->cell[to].value;
        answer_put(a, Y, to, p->negatives_lost && x < 0 ? 0 : x,
                   p->adds ? 1e-5 : 0);
    }
    if (p->clearing == CLEAR_AFTERWARDS)
        clear(a, &t, CLEAR_ALL);
    if (beside || (p->clearing == CLEAR_LIKE_X && t.h * t.w > t.oh * t.ow))
        answer_unknown(a, Y, count - 1);
}

/* ---- another place ------------------------------------------------------- */

static int first_channel(const struct sizes *t, int n, int k)
{
    (void)t;
    (void)n;
    return k;
}

static int channels_of_x(const struct sizes *t, int n, int k)
{
    return n / (t->h * t->w) * t->h * t->w + k;
}

static int from_one(const struct sizes *t, int n, int k)
{
    return right_place(t, n, k - 1);
}

static int transposed(const struct sizes *t, int n, int k)
{
    return right_place(t, n, k % t->ow * t->oh + k / t->ow);
}

/* Row and column of k as if rows were w long, as in x. */
static int rows_of_x(const struct sizes *t, int n, int k)
{
    return right_place(t, n, k / t->w * t->ow + k % t->w);
}

static int last_left_out(const struct sizes *t, int n, int k)
{
    return n % (t->h * t->w) < t->h * t->w - 1 ? right_place(t, n, k) : NOWHERE;
}

static int without_index(const struct sizes *t, int n, int k)
{
    int m = n % (t->h * t->w);

    (void)k;
    if (m / t->w >= t->oh || m % t->w >= t->ow)
        return -1;
    return right_place(t, n, m / t->w * t->ow + m % t->w);
}

/* y[n] = x[index[n]]: the index read the other way round. */
static void gather(const struct call *c, struct answer *a, const void *how)
{
    struct sizes t = sizes_of(c);
    int in = t.h * t.w, out = t.oh * t.ow;

    (void)how;
    clear(a, &t, CLEAR_ALL);
    for (int n = 0; n < c->arg[X].count; n++) {
        int k = (int)call_at(c, INDEX, n), to = n / in * out + n % in;

        if (k >= in || to >= c->arg[Y].count)
            answer_unknown(a, Y, to);
        else
            answer_put(a, Y, to, call_at(c, X, n / in * in + k), 0);
    }
}

/* Each number fills its part of y, as when a picture is enlarged. */
static void enlarge(const struct call *c, struct answer *a, const void *how)
{
    struct sizes t = sizes_of(c);

    (void)how;
    for (int n = 0; n < c->arg[Y].count; n++) {
        int o = n / (t.oh * t.ow), i = n / t.ow % t.oh, j = n % t.ow;
        int r = i * t.h / t.oh, q = j * t.w / t.ow;

        answer_put(a, Y, n, call_at(c, X, (o * t.h + r) * t.w + q), 0);
    }
}

#define BACK "back-to-its-place"

const struct misconception wrong_max_unpool_2d[] = {
    {"UP1", "other places not cleared",
     "places that no index names are not set to 0", BACK, run,
     &(const struct scatter){.clearing = CLEAR_NOTHING}},
    {"UP2", "added up",
     "a number whose place is named twice is added twice: += stands where = is "
     "meant",
     BACK, run, &(const struct scatter){.adds = true}},
    {"UP3", "all into the first channel",
     "every index is counted from the first channel of y; each channel has its "
     "own places",
     BACK, run, &(const struct scatter){.to = first_channel}},
    {"UP4", "rows as long as in x",
     "the index is split into row and column as if rows were w long; it counts "
     "places of y, whose rows are ow long",
     BACK, run, &(const struct scatter){.to = rows_of_x}},
    {"UP5", "channels as large as in x",
     "channels of y are taken to be h*w places apart; they are oh*ow", BACK,
     run, &(const struct scatter){.to = channels_of_x}},
    {"UP6", "column by column", "the places of y are counted column by column",
     BACK, run, &(const struct scatter){.to = transposed}},
    {"UP7", "index not used",
     "number (i, j) goes to row i, column j of y; its index says where it "
     "belongs",
     BACK, run, &(const struct scatter){.to = without_index}},
    {"UP8", "index the wrong way round",
     "x is read at the index; it is y that is written there", BACK, gather,
     NULL},
    {"UP9", "enlarged",
     "each number fills its whole window; it belongs to one place, the others "
     "are 0",
     BACK, enlarge, NULL},
    {"UP10", "counted from 1", "places are taken to be counted from 1", BACK,
     run, &(const struct scatter){.to = from_one}},
    {"UP11", "first channel only cleared",
     "only the first channel is set to 0 before", BACK, run,
     &(const struct scatter){.clearing = CLEAR_FIRST_CHANNEL}},
    {"UP12", "indices of the first channel",
     "every channel uses the indices of the first; each has its own", BACK, run,
     &(const struct scatter){.same_index = true}},
    {"UP15", "numbers of the first channel",
     "every channel gets the numbers of the first; each has its own", BACK, run,
     &(const struct scatter){.same_x = true}},
    {"UP16", "cleared as far as x is long",
     "only the first c*h*w places are set to 0; y has c*oh*ow", BACK, run,
     &(const struct scatter){.clearing = CLEAR_LIKE_X}},
    {"UP17", "bytes for places",
     "memset counts bytes: c*oh*ow of them are only a quarter of the places",
     BACK, run, &(const struct scatter){.clearing = CLEAR_BYTES}},
    {"UP18", "cleared afterwards",
     "y is set to 0 after the numbers were put back; it comes first", BACK, run,
     &(const struct scatter){.clearing = CLEAR_AFTERWARDS}},
    {"UP13", "last number left out",
     "the last number of each channel is never put back", BACK, run,
     &(const struct scatter){.to = last_left_out}},
    {"UP14", "negatives lost", "numbers below 0 are left out", BACK, run,
     &(const struct scatter){.negatives_lost = true}},
    {.id = NULL},
};
