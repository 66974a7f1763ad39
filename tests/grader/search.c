#include "search.h"

#include <math.h>

enum { X, H, W, P, PH, PW, ROW, COL };

/* ---- windows ------------------------------------------------------------- */

struct window window_of(const struct call *c)
{
    return (struct window){.call = c,
                           .h = call_number(c, H),
                           .w = call_number(c, W),
                           .ph = call_number(c, PH),
                           .pw = call_number(c, PW)};
}

double window_x(const struct window *m, int u, int v)
{
    return call_at(m->call, X, (m->i + u) * m->w + (m->j + v));
}

double window_p(const struct window *m, int u, int v)
{
    return call_at(m->call, P, u * m->pw + v);
}

bool window_is_same(const struct window *m, const struct window *o)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (window_x(m, u, v) != window_x(o, u, v))
                return false;
    return true;
}

struct sums window_sums(const struct window *m, double mx, double mp)
{
    struct sums s = {0, 0, 0};

    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            double dx = window_x(m, u, v) - mx;
            double dp = window_p(m, u, v) - mp;

            s.xp += dx * dp;
            s.xx += dx * dx;
            s.pp += dp * dp;
        }
    return s;
}

void window_means(const struct window *m, double *mx, double *mp)
{
    *mx = *mp = 0;
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            *mx += window_x(m, u, v);
            *mp += window_p(m, u, v);
        }
    *mx /= m->ph * m->pw;
    *mp /= m->ph * m->pw;
}

double score_bare_ncc(const struct window *m)
{
    double mx, mp;

    window_means(m, &mx, &mp);
    struct sums s = window_sums(m, mx, mp);
    return s.xp / sqrt(s.xx * s.pp);
}

double score_ncc(const struct window *m)
{
    double value = score_bare_ncc(m);

    return isnan(value) ? 0 : value;
}

/* ---- the search ---------------------------------------------------------- */

const struct search search_right = {.score = score_ncc, .begin = -2};

static bool better(const struct search *s, double value, double best)
{
    return s->last ? value >= best : value > best;
}

bool search_place(const struct call *c, const struct search *s, int *row,
                  int *col)
{
    struct window m = window_of(c);
    int rows = m.h - m.ph + 1 - s->rows_out;
    int cols = m.w - m.pw + 1 - s->cols_out;
    double best = s->begin;
    bool found = false;

    for (int n = 0; rows > 0 && cols > 0 && n < rows * cols; n++) {
        m.i = s->columns ? n % rows : n / cols;
        m.j = s->columns ? n / rows : n % cols;
        double value = s->score(&m);

        if (better(s, value, best)) {
            best = s->forgets ? best : value;
            *row = m.i;
            *col = m.j;
            found = true;
        }
    }
    return found;
}

bool search_is_exact(int count)
{
    return (count & (count - 1)) == 0;
}

static bool is_whole(double value)
{
    return floor(value) == value;
}

/* Whether float and double may disagree on which of two scores is greater. */
static bool is_close(const struct window *m, double value, double other)
{
    bool exact =
        search_is_exact(m->ph * m->pw) && is_whole(value) && is_whole(other);

    return isfinite(other) && !exact &&
           fabs(value - other) <= 1e-5 * fmax(1, fabs(other));
}

/* Whether rounding decides: another window, or what the best began with, is
 * as good as the best. */
static bool is_undecided(const struct call *c, const struct search *s)
{
    struct window m = window_of(c), best = m;
    bool found = search_place(c, s, &best.i, &best.j);
    double greatest = found ? s->score(&best) : s->begin;

    if (found && is_close(&best, greatest, s->begin))
        return true;
    for (m.i = 0; m.i <= m.h - m.ph; m.i++)
        for (m.j = 0; m.j <= m.w - m.pw; m.j++)
            if (is_close(&m, s->score(&m), greatest) &&
                !(found && window_is_same(&m, &best)))
                return true;
    return false;
}

void search_run(const struct call *c, struct answer *a, const void *how)
{
    const struct search *s = how;
    int row = 0, col = 0;

    if (is_undecided(c, s)) {
        answer_unknown(a, ROW, 0);
        answer_unknown(a, COL, 0);
    } else if (search_place(c, s, &row, &col) || s->from_zero) {
        search_put(a, row, col);
    }
}

void search_put(struct answer *a, int row, int col)
{
    answer_put(a, ROW, 0, row, 0);
    answer_put(a, COL, 0, col, 0);
}
