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
#include <stddef.h>

#include "check.h"
#include "operand.h"

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

static ref_status check_sizes(const search *s)
{
    ref_status status = ref_check_least("h", s->h, 1, REF_ESIZE);

    if (status == REF_OK)
        status = ref_check_least("w", s->w, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("ph", s->ph, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("pw", s->pw, 1, REF_ESIZE);
    if (status != REF_OK)
        return status;
    if (s->ph > s->h)
        return ref_fail(REF_ESIZE,
                        "argument 'ph' is %d; it must be at most 'h', %d",
                        s->ph, s->h);
    if (s->pw > s->w)
        return ref_fail(REF_ESIZE,
                        "argument 'pw' is %d; it must be at most 'w', %d",
                        s->pw, s->w);
    return REF_OK;
}

/* score: the output of ref_match_ncc, or NULL where there is none */
static ref_status check_search(const search *s, const float *score,
                               ref_role score_role)
{
    ref_status status = check_sizes(s);

    if (status == REF_OK) /* now h - ph + 1 is known to be an int */
        status = ref_check_operands(
            (const ref_operand[]){
                {"x", s->x, REF_IN, sizeof(float), 2, {s->h, s->w}},
                {"p", s->p, REF_IN, sizeof(float), 2, {s->ph, s->pw}},
                {"score",
                 score,
                 score_role,
                 sizeof(float),
                 2,
                 {s->h - s->ph + 1, s->w - s->pw + 1}},
            },
            3);
    return status;
}

ref_status ref_match_ncc(const float *x, int h, int w, const float *p, int ph,
                         int pw, float *score)
{
    const search s = {x, h, w, p, ph, pw};
    ref_status status = check_search(&s, score, REF_OUT);

    if (status != REF_OK)
        return status;
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
    ref_status status = check_search(&s, NULL, REF_OUT_OPTIONAL);

    if (status == REF_OK)
        status = ref_check_pointer("row", row);
    if (status == REF_OK)
        status = ref_check_pointer("col", col);
    if (status != REF_OK)
        return status;
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
