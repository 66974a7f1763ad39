/* The misconceptions of gaussian_kernel_2d. */
#include "../5_gaussian_kernel_2d.h"

#include "tests/grader/mistakes.h"

#include <math.h>

/* ---- another exponent ---------------------------------------------------- */

static double squares(int u, int v, double c)
{
    return (u - c) * (u - c) + (v - c) * (v - c);
}

static double centre_high(int u, int v, int size, double sigma)
{
    int c = size / 2;

    return squares(u, v, c) / (2 * sigma * sigma);
}

static double centre_low(int u, int v, int size, double sigma)
{
    int c = (size - 1) / 2;

    return squares(u, v, c) / (2 * sigma * sigma);
}

static double centre_half_off(int u, int v, int size, double sigma)
{
    return squares(u, v, size / 2.0) / (2 * sigma * sigma);
}

static double no_centre(int u, int v, int size, double sigma)
{
    (void)size;
    return squares(u, v, 0) / (2 * sigma * sigma);
}

static double no_two(int u, int v, int size, double sigma)
{
    return 2 * gaussian_exponent(u, v, size, sigma);
}

static double sigma_once(int u, int v, int size, double sigma)
{
    return gaussian_exponent(u, v, size, sigma) * sigma;
}

static double sigma_above(int u, int v, int size, double sigma)
{
    return squares(u, v, (size - 1) / 2.0) / 2 * sigma * sigma;
}

static double all_squared(int u, int v, int size, double sigma)
{
    return gaussian_exponent(u, v, size, sigma) / 2;
}

static double no_sigma(int u, int v, int size, double sigma)
{
    (void)sigma;
    return gaussian_exponent(u, v, size, 1);
}

static double distance(int u, int v, int size, double sigma)
{
    return sqrt(squares(u, v, (size - 1) / 2.0)) / (2 * sigma * sigma);
}

static double sum_squared(int u, int v, int size, double sigma)
{
    double d = u + v - (size - 1);

    return d * d / (2 * sigma * sigma);
}

static double across(int u, int v, int size, double sigma)
{
    (void)u;
    return gaussian_exponent(v, v, size, sigma) / 2;
}

static double down(int u, int v, int size, double sigma)
{
    (void)v;
    return gaussian_exponent(u, u, size, sigma) / 2;
}

static double no_minus(int u, int v, int size, double sigma)
{
    return -gaussian_exponent(u, v, size, sigma);
}

/* -du*du + dv*dv: the minus belongs to the first square only. */
static double minus_on_one(int u, int v, int size, double sigma)
{
    double c = (size - 1) / 2.0;

    return ((u - c) * (u - c) - (v - c) * (v - c)) / (2 * sigma * sigma);
}

static double city_blocks(int u, int v, int size, double sigma)
{
    double c = (size - 1) / 2.0;

    return (fabs(u - c) + fabs(v - c)) / (2 * sigma * sigma);
}

/* Two bells, one per axis, added instead of multiplied. */
static double added(int u, int v, int size, double sigma)
{
    return -log(exp(-down(u, v, size, sigma)) +
                exp(-across(u, v, size, sigma)));
}

/* ---- another divisor ----------------------------------------------------- */

static double one(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size, (void)sigma;
    return 1;
}

static double greatest(const double *g, int n, int size, double sigma)
{
    double most = 0;

    (void)n, (void)sigma;
    for (int i = 0; i < size * size; i++)
        most = fmax(most, g[i]);
    return most;
}

static double density(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size;
    return 2 * acos(-1.0) * sigma * sigma;
}

static double density_1d(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size;
    return sqrt(2 * acos(-1.0)) * sigma;
}

static double of_the_row(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)sigma;
    for (int v = 0; v < size; v++)
        sum += g[n / size * size + v];
    return sum;
}

static double how_many(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)sigma;
    return size * size;
}

static double so_far(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)size, (void)sigma;
    for (int i = 0; i <= n; i++)
        sum += g[i];
    return sum;
}

static double root_of_squares(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)n, (void)sigma;
    for (int i = 0; i < size * size; i++)
        sum += g[i] * g[i];
    return sqrt(sum);
}

/* An int: each addition cuts off the fraction. */
static double as_int(const double *g, int n, int size, double sigma)
{
    int sum = 0;

    (void)n, (void)sigma;
    for (int i = 0; i < size * size; i++)
        sum = (int)(sum + g[i]);
    return sum;
}

/* ---- another loop -------------------------------------------------------- */

/* Loops that end one row and one column early. */
static void last_unset(struct answer *a)
{
    int size = call_number(a->call, SIZE);

    for (int n = 0; n < size * size; n++)
        if (n / size == size - 1 || n % size == size - 1)
            a->cell[n].state = CELL_UNWRITTEN;
}

#define BLUR "filters-that-blur-filters-that-find-edges"

const struct misconception wrong_gaussian_kernel_2d[] = {
    {"GA1", "not normalised",
     "the values are those of the bell itself: they are never divided by their "
     "sum",
     BLUR, gaussian_bell, &(const struct bell){.divisor = one}},
    {"GA2", "greatest is one",
     "the values are divided by the greatest of them, not by their sum", BLUR,
     gaussian_bell, &(const struct bell){.divisor = greatest}},
    {"GA3", "the factor of the density",
     "the values are divided by 2 pi sigma^2; on a grid of whole pixels that "
     "is not their sum",
     BLUR, gaussian_bell, &(const struct bell){.divisor = density}},
    {"GA4", "the factor of one dimension",
     "the values are divided by sqrt(2 pi) sigma, which belongs to one "
     "dimension and is not their sum",
     BLUR, gaussian_bell, &(const struct bell){.divisor = density_1d}},
    {"GA5", "every row sums to one",
     "every row is divided by its own sum; the sum of all elements must be 1",
     BLUR, gaussian_bell, &(const struct bell){.divisor = of_the_row}},
    {"GA6", "divided by the count",
     "the values are divided by their number, size^2, not by their sum", BLUR,
     gaussian_bell, &(const struct bell){.divisor = how_many}},
    {"GA7", "divided too early",
     "every value is divided by the sum so far; the sum must be complete first",
     BLUR, gaussian_bell, &(const struct bell){.divisor = so_far}},
    {"GA8", "squares sum to one",
     "the values are divided by the root of the sum of their squares", BLUR,
     gaussian_bell, &(const struct bell){.divisor = root_of_squares}},
    {"GA26", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", gaussian_bell, &(const struct bell){.divisor = as_int}},
    {"GA9", "middle at size/2",
     "the middle is taken to be size/2, a whole number; for even sizes it lies "
     "half an element before",
     BLUR, gaussian_bell, &(const struct bell){.exponent = centre_high}},
    {"GA10", "middle cut to a whole number",
     "the middle is (size-1)/2 without its fraction: both numbers are ints, so "
     "C cuts it off",
     BLUR, gaussian_bell, &(const struct bell){.exponent = centre_low}},
    {"GA11", "middle half an element off",
     "the middle is taken to be size/2.0; it is (size-1)/2.0, since elements "
     "are counted from 0",
     BLUR, gaussian_bell, &(const struct bell){.exponent = centre_half_off}},
    {"GA12", "middle in the corner",
     "the distance is measured from element [0, 0], not from the middle", BLUR,
     gaussian_bell, &(const struct bell){.exponent = no_centre}},
    {"GA13", "the 2 is missing",
     "the exponent is divided by sigma^2, not by 2 sigma^2", BLUR,
     gaussian_bell, &(const struct bell){.exponent = no_two}},
    {"GA14", "sigma not squared",
     "the exponent is divided by 2 sigma, not by 2 sigma^2", BLUR,
     gaussian_bell, &(const struct bell){.exponent = sigma_once}},
    {"GA15", "multiplied by sigma^2",
     "the exponent is multiplied by sigma^2: a / 2*s*s divides by 2 only", BLUR,
     gaussian_bell, &(const struct bell){.exponent = sigma_above}},
    {"GA16", "2 sigma squared",
     "the exponent is divided by (2 sigma)^2, which is 4 sigma^2", BLUR,
     gaussian_bell, &(const struct bell){.exponent = all_squared}},
    {"GA17", "sigma ignored", "sigma plays no part: it is taken to be 1", BLUR,
     gaussian_bell, &(const struct bell){.exponent = no_sigma}},
    {"GA18", "distance not squared",
     "the exponent has the distance from the middle, not its square", BLUR,
     gaussian_bell, &(const struct bell){.exponent = distance}},
    {"GA19", "square of the sum",
     "the exponent has (du + dv)^2; it is du^2 + dv^2", BLUR, gaussian_bell,
     &(const struct bell){.exponent = sum_squared}},
    {"GA20", "columns only",
     "only the distance across counts, so all rows are the same", BLUR,
     gaussian_bell, &(const struct bell){.exponent = across}},
    {"GA21", "rows only",
     "only the distance down counts, so all columns are the same", BLUR,
     gaussian_bell, &(const struct bell){.exponent = down}},
    {"GA22", "minus is missing",
     "the exponent has lost its minus: the values grow with the distance", BLUR,
     gaussian_bell, &(const struct bell){.exponent = no_minus}},
    {"GA24", "minus on one square only",
     "the minus stands before the first square only: it must stand before the "
     "sum of both",
     BLUR, gaussian_bell, &(const struct bell){.exponent = minus_on_one}},
    {"GA25", "distances not squared",
     "the exponent has |du| + |dv|; it is du^2 + dv^2", BLUR, gaussian_bell,
     &(const struct bell){.exponent = city_blocks}},
    {"GA23", "bells added",
     "the bell across and the bell down are added; they are multiplied", BLUR,
     gaussian_bell, &(const struct bell){.exponent = added}},
    {"C11", "last row and column unset",
     "the last row and the last column are never written", BLUR, answer_spoiled,
     &(const struct spoiled){right_gaussian_kernel_2d, last_unset}},
    {.id = NULL},
};
