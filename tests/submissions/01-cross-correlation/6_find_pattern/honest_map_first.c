// expect: verdict=pass
// A map of all scores first, then the place of its maximum.
#include "exercises.h"
#include <math.h>

struct moments {
    double n, mean_x, mean_p, xx, pp, xp;
};

/* Welford's way: mean and variance in one pass without cancellation. */
static void take(struct moments *m, double x, double p)
{
    double dx = x - m->mean_x, dp = p - m->mean_p;
    m->n += 1;
    m->mean_x += dx / m->n;
    m->mean_p += dp / m->n;
    m->xx += dx * (x - m->mean_x);
    m->pp += dp * (p - m->mean_p);
    m->xp += dx * (p - m->mean_p);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int oh = h - ph + 1, ow = w - pw + 1, at = 0;
    double map[oh][ow];
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            struct moments m = {0};
            for (int u = 0; u < ph; u++)
                for (int v = 0; v < pw; v++)
                    take(&m, x[(i + u) * w + j + v], p[u * pw + v]);
            map[i][j] = m.xx > 0 && m.pp > 0 ? m.xp / sqrt(m.xx * m.pp) : 0;
        }
    for (int n = 1; n < oh * ow; n++)
        if (map[n / ow][n % ow] > map[at / ow][at % ow])
            at = n;
    *row = at / ow;
    *col = at % ow;
}
