/* Kernels for pictures: two that are computed, and a table of those that are
 * nine numbers. The table's order is that of the list shown to people. */
#include "filter.h"

#include <math.h>
#include <string.h>

#include "check.h"

static const ref_filter list[] = {
    {"identity", "changes nothing", false, false},
    {"box", "mean of the window: blurs", true, false},
    {"gaussian", "weighted mean, a bell: blurs without blocks", true, true},
    {"sharpen", "the image plus its difference to the neighbours", false,
     false},
    {"sobel-x", "brighter to the right: vertical edges", false, false},
    {"sobel-y", "brighter downwards: horizontal edges", false, false},
    {"prewitt-x", "as sobel-x, without the weighting", false, false},
    {"prewitt-y", "as sobel-y, without the weighting", false, false},
    {"laplacian", "second derivative: fine lines and edges", false, false},
    {"emboss", "lit from the top left, as a relief", false, false},
};

enum { FILTER_COUNT = sizeof list / sizeof list[0] };

/* The 3 x 3 kernels, at the place of their name in the list; the two that
 * are computed have none. */
static const float fixed[FILTER_COUNT][9] = {
    {0, 0, 0, 0, 1, 0, 0, 0, 0},
    {0},
    {0},
    {0, -1, 0, -1, 5, -1, 0, -1, 0},
    {-1, 0, 1, -2, 0, 2, -1, 0, 1},
    {-1, -2, -1, 0, 0, 0, 1, 2, 1},
    {-1, 0, 1, -1, 0, 1, -1, 0, 1},
    {-1, -1, -1, 0, 0, 0, 1, 1, 1},
    {0, 1, 0, 1, -4, 1, 0, 1, 0},
    {-2, -1, 0, -1, 1, 1, 0, 1, 2},
};

static ref_status check_size(int size, const float *k)
{
    if (size < 1 || size > REF_FILTER_MAX_SIZE)
        return ref_fail(REF_ESIZE,
                        "argument 'size' is %d; it must be from 1 to %d", size,
                        REF_FILTER_MAX_SIZE);
    return ref_check_pointer("k", k);
}

ref_status ref_filter_box(int size, float *k)
{
    REF_TRY(check_size(size, k));
    for (int i = 0; i < size * size; i++)
        k[i] = (float)(1.0 / (size * size));
    return REF_OK;
}

/* The bell along one axis, not yet normalised. Distances are measured from
 * the nearest element, 0 or 1/2 away from the centre: a common factor that
 * the total takes out again, and that keeps a very narrow bell from being
 * 0 everywhere. */
static void bell(int size, double sigma, double *g)
{
    double c = (size - 1) / 2.0;
    double nearest = size % 2 == 0 ? 0.25 : 0.0;

    for (int u = 0; u < size; u++)
        g[u] = exp(-((u - c) * (u - c) - nearest) / (2.0 * sigma * sigma));
}

ref_status ref_filter_gaussian(int size, float sigma, float *k)
{
    double g[REF_FILTER_MAX_SIZE], total = 0.0;

    REF_TRY(check_size(size, k));
    if (!(sigma > 0.0f) || isinf(sigma))
        return ref_fail(REF_EPARAM,
                        "argument 'sigma' is %g; it must be greater than 0 and "
                        "finite",
                        (double)sigma);
    bell(size, (double)sigma, g);
    for (int u = 0; u < size; u++)
        total += g[u];
    /* exp(-(a + b)) = exp(-a) exp(-b), so the total of k is total squared */
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            k[u * size + v] = (float)(g[u] * g[v] / (total * total));
    return REF_OK;
}

const ref_filter *ref_filter_list(int *count)
{
    if (count)
        *count = FILTER_COUNT;
    return list;
}

ref_status ref_filter_named(const char *name, int size, float sigma, float *k)
{
    int f = 0;

    REF_TRY(ref_check_pointer("name", name));
    while (f < FILTER_COUNT && strcmp(list[f].name, name) != 0)
        f++;
    if (f == FILTER_COUNT)
        return ref_fail(REF_EPARAM,
                        "argument 'name' is '%.40s'; it must be a name of "
                        "ref_filter_list",
                        name);
    if (list[f].bell)
        return ref_filter_gaussian(size, sigma, k);
    if (list[f].sized)
        return ref_filter_box(size, k);
    if (size != 3)
        return ref_fail(REF_ESIZE,
                        "argument 'size' is %d; kernel %s is always 3 x 3",
                        size, name);
    REF_TRY(ref_check_pointer("k", k));
    memcpy(k, fixed[f], sizeof fixed[f]);
    return REF_OK;
}
