/* Finding a pattern by normalised cross-correlation.
 *
 * With N elements, means and variances need only sums:
 *     N sum (x-mx)(p-mp) = N sum xp - sum x sum p
 *     N sum (x-mx)^2     = N sum xx - (sum x)^2
 * These differences lose digits when the mean is large against the contrast,
 * so x and p are first measured from an element of their own (a difference
 * that changes neither side). For integers nothing is ever rounded; for a
 * window of equal elements everything is exactly 0. Each window is summed in
 * the same order from its own elements only: equal windows, equal bits. */
#include "match.h"

#include <math.h>

#include "check.h"

/* An image, a pattern, and where the scores go. */
typedef struct search {
    const float *x;
    int h, w;
    const float *p;
    int ph, pw;
} search;

/* The score of the window at (i, j), in double. */
static double score_at(const search *s, int i, int j)
{
    const float *window = s->x + (ptrdiff_t)i * s->w + j;
    double count = (double)s->ph * s->pw;
    double sx = 0, sp = 0, sxx = 0, spp = 0, sxp = 0, spread, score;

    for (int u = 0; u < s->ph; u++)
        for (int v = 0; v < s->pw; v++) {
            double a =
                (double)window[(ptrdiff_t)u * s->w + v] - (double)window[0];
            double b = (double)s->p[(ptrdiff_t)u * s->pw + v] - (double)s->p[0];

            sx += a;
            sp += b;
            sxx += a * a;
            spp += b * b;
            sxp += a * b;
        }
    spread = (count * sxx - sx * sx) * (count * spp - sp * sp);
    if (isnan(spread))
        return spread;
    if (spread <= 0.0)
        return 0.0;
    score = (count * sxp - sx * sp) / sqrt(spread);
    return fmin(1.0, fmax(-1.0, score));
}

static ref_status check_fits(const char *name, int size, const char *in,
                             int most)
{
    if (size <= most)
        return REF_OK;
    return ref_fail(REF_ESIZE,
                    "argument '%s' is %d; it must be at most '%s', %d", name,
                    size, in, most);
}

/* score: the output of ref_match_ncc, or NULL where there is none */
static ref_status check(const search *s, const float *score,
                        ref_role score_role)
{
    REF_TRY(ref_check_least("h", s->h, 1, REF_ESIZE));
    REF_TRY(ref_check_least("w", s->w, 1, REF_ESIZE));
    REF_TRY(ref_check_least("ph", s->ph, 1, REF_ESIZE));
    REF_TRY(ref_check_least("pw", s->pw, 1, REF_ESIZE));
    REF_TRY(check_fits("ph", s->ph, "h", s->h));
    REF_TRY(check_fits("pw", s->pw, "w", s->w));
    return REF_CHECK_OPERANDS(REF_ARRAY("x", s->x, REF_IN, s->h, s->w),
                              REF_ARRAY("p", s->p, REF_IN, s->ph, s->pw),
                              REF_ARRAY("score", score, score_role,
                                        s->h - s->ph + 1, s->w - s->pw + 1));
}

ref_status ref_match_ncc(const float *x, int h, int w, const float *p, int ph,
                         int pw, float *score)
{
    const search s = {x, h, w, p, ph, pw};

    REF_TRY(check(&s, score, REF_OUT));
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++)
            *score++ = (float)score_at(&s, i, j);
    return REF_OK;
}

ref_status ref_find_pattern(const float *x, int h, int w, const float *p,
                            int ph, int pw, int *row, int *col)
{
    const search s = {x, h, w, p, ph, pw};
    double best = -2.0; /* below every score */
    int best_row = 0, best_col = 0;

    REF_TRY(check(&s, NULL, REF_OUT_OPTIONAL));
    REF_TRY(ref_check_pointer("row", row));
    REF_TRY(ref_check_pointer("col", col));
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            double score = score_at(&s, i, j);

            if (score > best) { /* not >=: the first of equals stays */
                best = score;
                best_row = i;
                best_col = j;
            }
        }
    *row = best_row;
    *col = best_col;
    return REF_OK;
}
