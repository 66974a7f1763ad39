/* The misconceptions of recover_kernel: other equations, or another use of
 * the right ones. */
#include "../7_recover_kernel.h"

#include "tests/grader/mistakes.h"

#include <float.h>
#include <math.h>

/* An equation: which output, from which window. */
struct place_of {
    int a, i, j;
};

/* A wrong program. What is NULL is as in the right one. */
struct recover {
    /* The row of the equation; false: it reads outside x. */
    bool (*row)(const struct call *c, struct place_of e, double *row);
    /* Which element of y it is equal to; negative: it is left out. */
    int (*y)(const struct fit_sizes *s, struct place_of e);
    /* From the equations to kernel and bias; false: impossible. */
    bool (*solve)(const struct call *c, struct fit *f, double *z,
                  double *error);
    /* Where number t of the kernel is written. */
    int (*k)(const struct fit_sizes *s, int t);
};

static bool row_right(const struct call *c, struct place_of e, double *row)
{
    fit_window(c, e.a, e.i, e.j, row);
    return true;
}

static int y_right(const struct fit_sizes *s, struct place_of e)
{
    return (e.a * s->oh + e.i) * s->ow + e.j;
}

static int k_right(const struct fit_sizes *s, int t)
{
    (void)s;
    return t;
}

static bool solve_right(const struct call *c, struct fit *f, double *z,
                        double *error)
{
    (void)c;
    return fit_solve(f, z, error);
}

/* All equations of a program; false: one leads outside an array. */
static bool gather(const struct call *c, const struct recover *p, struct fit *f)
{
    struct fit_sizes s = fit_sizes_of(c);
    double row[FIT_MOST] = {0};

    f->unknowns = s.taps + 1;
    for (int n = 0; n < s.n * s.oh * s.ow; n++) {
        struct place_of e = {n / (s.oh * s.ow), n / s.ow % s.oh, n % s.ow};
        int y = p->y != NULL ? p->y(&s, e) : y_right(&s, e);

        if (y < 0)
            continue;
        if (y >= c->arg[Y].count ||
            !(p->row != NULL ? p->row : row_right)(c, e, row))
            return false;
        fit_add(f, row, call_at(c, Y, y));
    }
    return true;
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct recover *p = how;
    struct fit_sizes s = fit_sizes_of(c);
    struct fit f = {0};
    double z[FIT_MOST], error = 0;
    bool known = gather(c, p, &f) &&
                 (p->solve != NULL ? p->solve : solve_right)(c, &f, z, &error);

    for (int t = 0; t <= s.taps; t++) {
        int out = t < s.taps ? KERNEL : BIAS;
        int at = t == s.taps ? 0 : p->k != NULL ? p->k(&s, t) : k_right(&s, t);

        if (known)
            answer_put(a, out, at, z[t],
                       error + 0x1p-24 * fabs(z[t]) + (double)FLT_TRUE_MIN);
        else
            answer_unknown(a, out, at);
    }
}

/* ---- another use of the equations ---------------------------------------- */

static bool solve_without_bias(const struct call *c, struct fit *f, double *z,
                               double *error)
{
    (void)c;
    f->unknowns--;
    z[f->unknowns] = 0;
    return fit_solve(f, z, error);
}

/* The bias is what is left on average. */
static bool solve_bias_last(const struct call *c, struct fit *f, double *z,
                            double *error)
{
    int taps = f->unknowns - 1;
    double left = f->b[taps];

    if (!solve_without_bias(c, f, z, error))
        return false;
    for (int t = 0; t < taps; t++)
        left -= f->A[taps][t] * z[t];
    z[taps] = left / f->equations;
    *error *= 1 + sqrt(f->A[0][0]); /* of one window's sum of errors */
    return true;
}

/* The bias is the mean of y, the kernel is fitted to the rest. */
static bool solve_bias_first(const struct call *c, struct fit *f, double *z,
                             double *error)
{
    int taps = f->unknowns - 1;
    double mean = f->b[taps] / f->equations;

    for (int t = 0; t < taps; t++)
        f->b[t] -= mean * f->A[taps][t];
    if (!solve_without_bias(c, f, z, error))
        return false;
    z[taps] = mean;
    return true;
}

/* Each unknown as if it were the only one. */
static bool solve_one_by_one(const struct call *c, struct fit *f, double *z,
                             double *error)
{
    (void)c;
    for (int p = 0; p < f->unknowns; p++) {
        if (f->A[p][p] <= 0)
            return false;
        z[p] = f->b[p] / f->A[p][p];
    }
    *error = 1e-12 * sqrt(f->square);
    return true;
}

static bool solve_not_at_all(const struct call *c, struct fit *f, double *z,
                             double *error)
{
    (void)c;
    for (int p = 0; p < f->unknowns; p++)
        z[p] = f->b[p];
    *error = 1e-12 * sqrt(f->square * f->absolute[0]);
    return true;
}

/* b of the last equation alone: = for +=. */
static bool solve_last_b(const struct call *c, struct fit *f, double *z,
                         double *error)
{
    struct fit_sizes s = fit_sizes_of(c);
    double row[FIT_MOST] = {0};

    fit_window(c, s.n - 1, s.oh - 1, s.ow - 1, row);
    for (int p = 0; p < f->unknowns; p++)
        f->b[p] = row[p] * call_at(c, Y, c->arg[Y].count - 1);
    return fit_solve(f, z, error);
}

/* As many equations as unknowns, by the lesson's elimination as it stands: it
 * exchanges no rows, and a window that begins with a 0 makes it divide by 0. */
static bool solve_first_equations(const struct call *c, struct fit *f,
                                  double *z, double *error)
{
    struct fit_sizes s = fit_sizes_of(c);
    double A[FIT_MOST][FIT_MOST] = {{0}}, most = 0;
    int n = f->unknowns;

    for (int p = 0; p < n; p++) {
        fit_window(c, p / (s.oh * s.ow), p / s.ow % s.oh, p % s.ow, A[p]);
        z[p] = call_at(c, Y, p);
    }
    for (int p = 0; p < n; p++)
        for (int r = p + 1; r < n; r++) {
            double factor = A[r][p] / A[p][p];

            for (int q = p; q < n; q++)
                A[r][q] -= factor * A[p][q];
            z[r] -= factor * z[p];
        }
    for (int p = n - 1; p >= 0; p--) {
        for (int q = p + 1; q < n; q++)
            z[p] -= A[p][q] * z[q];
        z[p] /= A[p][p];
        most = fmax(most, fabs(z[p]));
    }
    *error = isfinite(most) ? 1e-9 * most : 0;
    return true;
}

/* The lesson's elimination, in float. What another order of sums gives is
 * within twice the error of an honest program whose numbers have 24 bits in
 * place of 53. */
static bool solve_in_float(const struct call *c, struct fit *f, double *z,
                           double *error)
{
    float A[FIT_MOST][FIT_MOST] = {{0}}, b[FIT_MOST] = {0};
    int n = f->unknowns;
    bool finite = true;

    (void)c;
    if (!fit_solve(f, z, error))
        return false;
    for (int p = 0; p < n; p++) {
        b[p] = (float)f->b[p];
        for (int q = 0; q < n; q++)
            A[p][q] = (float)f->A[p][q];
    }
    for (int p = 0; p < n; p++)
        for (int r = p + 1; r < n; r++) {
            float factor = A[r][p] / A[p][p];

            for (int q = p; q < n; q++)
                A[r][q] -= factor * A[p][q];
            b[r] -= factor * b[p];
        }
    for (int p = n - 1; p >= 0; p--) {
        for (int q = p + 1; q < n; q++)
            b[p] -= A[p][q] * b[q];
        b[p] /= A[p][p];
        finite = finite && isfinite(b[p]);
    }
    for (int p = 0; finite && p < n; p++)
        z[p] = (double)b[p];
    *error *= 2 * 0x1p29;
    return true;
}

static bool solve_minus_bias(const struct call *c, struct fit *f, double *z,
                             double *error)
{
    (void)c;
    if (!fit_solve(f, z, error))
        return false;
    z[f->unknowns - 1] = -z[f->unknowns - 1];
    return true;
}

/* ---- other equations ----------------------------------------------------- */

/* As many equations as unknowns: the least squares of those alone. */
static int y_first(const struct fit_sizes *s, struct place_of e)
{
    return y_right(s, e) <= s->taps ? y_right(s, e) : -1;
}

static int y_first_image(const struct fit_sizes *s, struct place_of e)
{
    return e.a == 0 ? y_right(s, e) : -1;
}

static int y_but_last_column(const struct fit_sizes *s, struct place_of e)
{
    return e.j < s->ow - 1 ? y_right(s, e) : -1;
}

static int y_but_last_row(const struct fit_sizes *s, struct place_of e)
{
    return e.i < s->oh - 1 ? y_right(s, e) : -1;
}

static int y_by_columns(const struct fit_sizes *s, struct place_of e)
{
    return (e.a * s->ow + e.j) * s->oh + e.i;
}

static bool row_first_image(const struct call *c, struct place_of e,
                            double *row)
{
    fit_window(c, 0, e.i, e.j, row);
    return true;
}

static int y_of_first_image(const struct fit_sizes *s, struct place_of e)
{
    return e.i * s->ow + e.j;
}

/* Images taken to be as large as outputs. */
static bool row_of_small_images(const struct call *c, struct place_of e,
                                double *row)
{
    struct fit_sizes s = fit_sizes_of(c);

    for (int t = 0; t < s.taps; t++)
        row[t] = call_at(c, X,
                         e.a * s.oh * s.ow + (e.i + t / s.kw) * s.w +
                             (e.j + t % s.kw));
    row[s.taps] = 1;
    return true;
}

static bool row_height_pitch(const struct call *c, struct place_of e,
                             double *row)
{
    struct fit_sizes s = fit_sizes_of(c);

    for (int t = 0; t < s.taps; t++) {
        int at = e.a * s.h * s.w + (e.i + t / s.kw) * s.h + (e.j + t % s.kw);

        if (at >= c->arg[X].count)
            return false;
        row[t] = call_at(c, X, at);
    }
    row[s.taps] = 1;
    return true;
}

/* ---- another place in the kernel ----------------------------------------- */

static int k_flipped(const struct fit_sizes *s, int t)
{
    return s->taps - 1 - t;
}

static int k_by_columns(const struct fit_sizes *s, int t)
{
    return t % s->kw * s->kh + t / s->kw;
}

#define BACK "the-way-back"

const struct misconception wrong_recover_kernel[] = {
    {"RK1", "no bias",
     "the bias is taken to be 0 and only the kernel is fitted; it is an "
     "unknown like the others, the weight of a 1",
     BACK, run, &(const struct recover){.solve = solve_without_bias}},
    {"RK2", "only as many equations as unknowns",
     "the first equations are solved and the others are not used: with noise "
     "in y, all must have a say",
     BACK, run, &(const struct recover){.y = y_first}},
    {"RK17", "only as many equations as unknowns",
     "the first equations are solved as they stand and the others are not "
     "used: all must have a say, and only the sums of squares in A are sure "
     "not to be 0",
     BACK, run, &(const struct recover){.solve = solve_first_equations}},
    {"RK3", "mean of y as bias",
     "the mean of y is taken for the bias and the kernel is fitted to the "
     "rest; they must be fitted together",
     BACK, run, &(const struct recover){.solve = solve_bias_first}},
    {"RK4", "each unknown alone",
     "each unknown is fitted as if there were no other: only the diagonal of A "
     "is used",
     BACK, run, &(const struct recover){.solve = solve_one_by_one}},
    {"RK5", "bias from what is left",
     "the kernel is fitted without a bias, and the bias to what is left; they "
     "must be fitted together",
     BACK, run, &(const struct recover){.solve = solve_bias_last}},
    {"RK6", "right hand side for the answer",
     "the sums of window times y are the right hand side b; A z = b is still "
     "to be solved",
     BACK, run, &(const struct recover){.solve = solve_not_at_all}},
    {"C01", "flipped",
     "the kernel comes out turned by 180 degrees: y is a cross-correlation",
     BACK, run, &(const struct recover){.k = k_flipped}},
    {"C03", "kernel by columns",
     "the kernel is written column by column, k[v*kh + u]; it lies in memory "
     "row by row",
     BACK, run, &(const struct recover){.k = k_by_columns}},
    {"RK7", "first image only",
     "only the equations of the first image are used; there are n images", BACK,
     run, &(const struct recover){.y = y_first_image}},
    {"RK8", "windows of the first image",
     "all windows are cut out of the first image, whatever image y belongs to",
     BACK, run, &(const struct recover){.row = row_first_image}},
    {"RK14", "outputs of the first image",
     "y is always read from the first image: y[i, j] of image a begins at "
     "a*oh*ow",
     BACK, run, &(const struct recover){.y = y_of_first_image}},
    {"RK9", "image as large as an output",
     "an image is taken to have oh*ow numbers; the next begins after h*w", BACK,
     run, &(const struct recover){.row = row_of_small_images}},
    {"C05", "wrong row length",
     "rows of an image are taken to be h long; they are w long", BACK, run,
     &(const struct recover){.row = row_height_pitch}},
    {"RK10", "y by columns",
     "y is read column by column, but it lies in memory row by row", BACK, run,
     &(const struct recover){.y = y_by_columns}},
    {"RK11", "last column lost",
     "the equations of the last column of each output are left out: a + 1 is "
     "missing",
     BACK, run, &(const struct recover){.y = y_but_last_column}},
    {"RK12", "last row lost",
     "the equations of the last row of each output are left out: a + 1 is "
     "missing",
     BACK, run, &(const struct recover){.y = y_but_last_row}},
    {"RK15", "b of the last equation",
     "b holds the products of the last equation alone: = stands where += is "
     "meant",
     BACK, run, &(const struct recover){.solve = solve_last_b}},
    {"RK13", "sign of the bias", "the bias has the opposite sign", BACK, run,
     &(const struct recover){.solve = solve_minus_bias}},
    {"CY5", "fraction cut off",
     "the fractions of kernel and bias are cut off, as an int does", BACK,
     answer_spoiled, &(const struct spoiled){right_recover_kernel, answer_cut}},
    {"RK16", "in float",
     "all is near, and what is missing is what sums in float lose: add up and "
     "solve in double, and round to float at the end",
     BACK, run, &(const struct recover){.solve = solve_in_float}},
    {.id = NULL},
};
