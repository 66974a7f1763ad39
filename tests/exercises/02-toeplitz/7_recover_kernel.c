/* What recover_kernel is checked against: a line through points, the run that
 * a lecture prints, exact and noisy outputs, and the law that the rest is
 * orthogonal to what was fitted.
 *
 * The error allowed. A is the matrix of p normal equations from m equations
 * and z the solution. An honest program computes in double, e = 2^-53:
 *   - by normal equations, A and b are off by m e times the sums of absolute
 *     values, at most S = max of the row sums of |design|' |design| for A and
 *     sqrt(S) |y| for b, and elimination without exchanges in a positive
 *     definite A is as good as exact for an A that is off by a few p e S;
 *   - by QR the error is smaller.
 * So |error of z| <= |A^-1| (m p + 10) e (sqrt(S) |y| + S max|z|) in the
 * largest row sum of the inverse, which the fit computes; and the rounding to
 * float, 2^-24 |z|. The cases are made so that the first part is far below
 * the second. In float it would not be: e is 2^29 times larger.
 */
#include "7_recover_kernel.h"

#include "reference/unfold.h"
#include "tests/grader/fault.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},     {"n", ARG_INT},  {"h", ARG_INT},  {"w", ARG_INT},
    {"y", ARG_IN},     {"kh", ARG_INT}, {"kw", ARG_INT}, {"k", ARG_OUT},
    {"bias", ARG_OUT}, {NULL, ARG_END},
};

/* ---- a fit --------------------------------------------------------------- */

struct fit_sizes fit_sizes_of(const struct call *c)
{
    struct fit_sizes s = {
        .n = call_number(c, N),
        .h = call_number(c, H),
        .w = call_number(c, W),
        .kh = call_number(c, KH),
        .kw = call_number(c, KW),
    };

    s.oh = s.h - s.kh + 1;
    s.ow = s.w - s.kw + 1;
    s.taps = s.kh * s.kw;
    return s;
}

void fit_add(struct fit *f, const double *row, double y)
{
    double sum = 0;

    for (int q = 0; q < f->unknowns; q++)
        sum += fabs(row[q]);
    for (int p = 0; p < f->unknowns; p++) {
        for (int q = 0; q < f->unknowns; q++)
            f->A[p][q] += row[p] * row[q];
        f->b[p] += row[p] * y;
        f->absolute[p] += fabs(row[p]) * sum;
    }
    f->square += y * y;
    f->equations++;
}

/* Gauss-Jordan on A and the identity; false if A has no inverse. */
static bool invert(const struct fit *f, double inverse[FIT_MOST][FIT_MOST])
{
    double A[FIT_MOST][FIT_MOST];
    int n = f->unknowns;

    memcpy(A, f->A, sizeof A);
    memset(inverse, 0, sizeof A);
    for (int p = 0; p < n; p++)
        inverse[p][p] = 1;
    for (int p = 0; p < n; p++) {
        if (A[p][p] <= 1e-9 * f->A[p][p])
            return false;
        for (int c = 0; c < n; c++)
            inverse[p][c] /= A[p][p];
        for (int c = n - 1; c >= p; c--)
            A[p][c] /= A[p][p];
        for (int r = 0; r < n; r++) {
            double factor = A[r][p];

            if (r == p)
                continue;
            for (int c = 0; c < n; c++) {
                inverse[r][c] -= factor * inverse[p][c];
                A[r][c] -= factor * A[p][c];
            }
        }
    }
    return true;
}

static double largest_row(const struct fit *f,
                          double inverse[FIT_MOST][FIT_MOST])
{
    double largest = 0;

    for (int p = 0; p < f->unknowns; p++) {
        double sum = 0;

        for (int q = 0; q < f->unknowns; q++)
            sum += fabs(inverse[p][q]);
        largest = fmax(largest, sum);
    }
    return largest;
}

bool fit_solve(const struct fit *f, double *z, double *error)
{
    double inverse[FIT_MOST][FIT_MOST], most = 0, S = 0;
    int n = f->unknowns;

    if (!invert(f, inverse))
        return false;
    for (int p = 0; p < n; p++) {
        z[p] = 0;
        for (int q = 0; q < n; q++)
            z[p] += inverse[p][q] * f->b[q];
        most = fmax(most, fabs(z[p]));
        S = fmax(S, f->absolute[p]);
    }
    *error = largest_row(f, inverse) * (f->equations * n + 10) * 0x1p-53 *
             (sqrt(S * f->square) + S * most);
    return true;
}

void fit_window(const struct call *c, int a, int i, int j, double *row)
{
    struct fit_sizes s = fit_sizes_of(c);

    for (int t = 0; t < s.taps; t++)
        row[t] = call_at(c, X, (a * s.h + i + t / s.kw) * s.w + (j + t % s.kw));
    row[s.taps] = 1;
}

/* ---- the right answer ---------------------------------------------------- */

/* All equations of a call; of the output (a, i, j) it is number e. */
static struct fit fit_of(const struct call *c)
{
    struct fit_sizes s = fit_sizes_of(c);
    struct fit f = {.unknowns = s.taps + 1};
    double row[FIT_MOST] = {0};

    for (int e = 0; e < s.n * s.oh * s.ow; e++) {
        fit_window(c, e / (s.oh * s.ow), e / s.ow % s.oh, e % s.ow, row);
        fit_add(&f, row, call_at(c, Y, e));
    }
    return f;
}

static double rounded(double z)
{
    return 0x1p-24 * fabs(z) + (double)FLT_TRUE_MIN;
}

void right_recover_kernel(const struct call *c, struct answer *a)
{
    struct fit f = fit_of(c);
    double z[FIT_MOST], error;
    int taps = f.unknowns - 1;

    if (!fit_solve(&f, z, &error))
        grader_fault("recover_kernel: a case does not determine its kernel");
    for (int t = 0; t < taps; t++)
        answer_put(a, KERNEL, t, z[t], error + rounded(z[t]));
    answer_put(a, BIAS, 0, z[taps], error + rounded(z[taps]));
}

/* ---- the same by the reference's windows and QR -------------------------- */

/* Least squares by Gram and Schmidt, one column after the other: columns holds
 * m rows of p numbers and then y, and is used up. */
static void solve_by_qr(double *columns, int m, int p, double *z)
{
    double R[FIT_MOST][FIT_MOST + 1] = {{0}};
    int width = p + 1;

    for (int q = 0; q < p; q++) {
        double norm = 0;

        for (int e = 0; e < m; e++)
            norm += columns[e * width + q] * columns[e * width + q];
        R[q][q] = sqrt(norm);
        for (int e = 0; e < m; e++)
            columns[e * width + q] /= R[q][q];
        for (int s = q + 1; s <= p; s++) {
            for (int e = 0; e < m; e++)
                R[q][s] += columns[e * width + q] * columns[e * width + s];
            for (int e = 0; e < m; e++)
                columns[e * width + s] -= columns[e * width + q] * R[q][s];
        }
    }
    for (int q = p - 1; q >= 0; q--) {
        z[q] = R[q][p];
        for (int s = q + 1; s < p; s++)
            z[q] -= R[q][s] * z[s];
        z[q] /= R[q][q];
    }
}

static void reference(const struct call *c, struct answer *a)
{
    struct fit_sizes s = fit_sizes_of(c);
    int places = s.oh * s.ow, m = s.n * places, p = s.taps + 1;
    float *windows = need(malloc(sizeof *windows * (size_t)(m * s.taps)));
    double *columns = need(malloc(sizeof *columns * (size_t)(m * (p + 1))));
    double z[FIT_MOST];

    if (ref_unfold(c->arg[X].data, s.n, 1, s.h, s.w, s.kh, s.kw, NULL,
                   windows) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int e = 0; e < m; e++) {
        double *row = columns + (size_t)e * (size_t)(p + 1);

        for (int t = 0; t < s.taps; t++)
            row[t] = (double)
                windows[(e / places * s.taps + t) * places + e % places];
        row[s.taps] = 1;
        row[p] = call_at(c, Y, e);
    }
    solve_by_qr(columns, m, p, z);
    for (int t = 0; t < s.taps; t++)
        answer_put(a, KERNEL, t, (double)(float)z[t], 0);
    answer_put(a, BIAS, 0, (double)(float)z[s.taps], 0);
    free(windows);
    free(columns);
}

/* ---- what is told about a wrong kernel ----------------------------------- */

/* The sum of the squared differences that z leaves. */
static double squares(const struct call *c, const double *z)
{
    struct fit_sizes s = fit_sizes_of(c);
    double row[FIT_MOST] = {0}, sum = 0;

    for (int e = 0; e < s.n * s.oh * s.ow; e++) {
        double rest = call_at(c, Y, e);

        fit_window(c, e / (s.oh * s.ow), e / s.ow % s.oh, e % s.ow, row);
        for (int p = 0; p <= s.taps; p++)
            rest -= row[p] * z[p];
        sum += rest * rest;
    }
    /* what is no more than rounding is told as 0 */
    return sum < 1e-20 * fit_of(c).square ? 0 : sum;
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct fit fit = fit_of(c);
    double z[FIT_MOST], error;

    (void)cell;
    fit_solve(&fit, z, &error);
    fprintf(f, "     %d equations, %d unknowns; sum of squared differences\n",
            fit.equations, fit.unknowns);
    fprintf(f, "     with the expected kernel and bias: %.6g\n", squares(c, z));
    for (int p = 0; p < fit.unknowns; p++) {
        if (seen[p].state != CELL_VALUE || !isfinite(seen[p].value))
            return;
        z[p] = seen[p].value;
    }
    fprintf(f, "     with yours:                        %.6g\n", squares(c, z));
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, const int *size,
                        const char *note)
{
    int n = size[0], h = size[1], w = size[2], kh = size[3], kw = size[4];
    struct call *c = case_add(s, stage, "%d of %dx%d, %dx%d kernel%s", n, h, w,
                              kh, kw, note);

    call_shape(c, X, 3, (const int[]){n, h, w});
    call_int(c, N, n);
    call_int(c, H, h);
    call_int(c, W, w);
    call_shape(c, Y, 3, (const int[]){n, h - kh + 1, w - kw + 1});
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, KERNEL, kh, kw);
    call_vector(c, BIAS, 1);
    return c;
}

static void give(struct suite *s, enum stage stage, const int *size,
                 const float *x, const float *y, const char *note)
{
    add(s, stage, size, note);
    case_values(s, X, x);
    case_values(s, Y, y);
}

/* Whether the error of an honest program is far below the rounding. */
static bool is_fair(const struct call *c)
{
    struct fit f = fit_of(c);
    double z[FIT_MOST], error, most = 0;

    if (!fit_solve(&f, z, &error))
        return false;
    for (int p = 0; p < f.unknowns; p++)
        most = fmax(most, fabs(z[p]));
    return error < 0x1p-30 * most;
}

/* Random images, and outputs of a random kernel and bias with noise, so that
 * no kernel fits all of them. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    struct fit_sizes t = fit_sizes_of(c);
    double z[FIT_MOST], row[FIT_MOST] = {0};

    for (int tries = 0; tries < 1000; tries++) {
        suite_fill(s, c, stage);
        for (int p = 0; p <= t.taps; p++)
            z[p] = suite_nonzero(s, -9, 9);
        for (int e = 0; e < c->arg[Y].count; e++) {
            double sum = stage == STAGE_REALS ? 0.1 * (double)suite_real(s)
                                              : suite_int(s, -2, 2);

            fit_window(c, e / (t.oh * t.ow), e / t.ow % t.oh, e % t.ow, row);
            for (int p = 0; p <= t.taps; p++)
                sum += row[p] * z[p];
            c->arg[Y].data[e] = (float)sum;
        }
        if (is_fair(c))
            return;
    }
    grader_fault("recover_kernel: no fair case of this size was found");
}

/* The run that L. Fillatre prints: 3 inputs of 2 x 5, of 4 maps the first. */
static const float printed_x[30] = {
    -0.2564f, -1.4026f, -2.6301f, 0.4547f,  -0.5276f, //
    -0.3589f, 0.8100f,  0.3939f,  -0.3209f, -0.1702f, //
    -0.5567f, -0.7665f, 0.3204f,  1.1852f,  1.3797f,  //
    -1.0769f, 0.4855f,  1.5382f,  0.1565f,  -0.4238f, //
    0.0183f,  1.0366f,  1.2764f,  0.3992f,  0.6236f,  //
    -1.4047f, -0.3058f, 0.1974f,  -1.0961f, -0.1314f,
};
static const float printed_y[4][9] = {
    {3.5633f, -1.5768f, 0.2834f, -3.4493f, -1.6813f, -2.4046f, -3.8895f,
     -0.0725f, -3.1728f},
    {4.4160f, 2.7037f, 4.8476f, 2.8996f, 0.1544f, -4.4264f, -0.8058f, -3.6168f,
     -4.2987f},
    {0.7849f, -1.0373f, 1.7854f, 1.9660f, -3.2219f, -6.8773f, -0.6345f,
     -5.3933f, -4.5297f},
    {-2.8596f, -6.1889f, -5.9252f, -0.7422f, -4.1237f, -3.3361f, 2.1737f,
     1.1122f, 1.0123f},
};

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 3 };

/* Points on a line, points beside one, and the lecture's run. */
static void lesson(struct suite *s)
{
    static const int points[] = {1, 1, 4, 1, 1}, run[] = {3, 2, 5, 2, 3};
    static const int exact[] = {1, 1, 6, 1, 2};

    give(s, STAGE_LESSON, exact, (const float[]){1, 4, -1, 0, 2, -2},
         (const float[]){10, 11, 2, 6, 6}, "");
    give(s, STAGE_LESSON, points, (const float[]){0, 1, 2, 3},
         (const float[]){1, 3, 4, 8}, "");
    give(s, STAGE_LESSON, run, printed_x, printed_y[0], ", as printed");
}

static void edges(struct suite *s)
{
    static const int points[] = {1, 1, 3, 1, 1}, run[] = {3, 2, 5, 2, 3};
    static const int size[][5] = {
        {1, 1, 2, 1, 1},  {2, 1, 1, 1, 1},  {5, 1, 1, 1, 1},  {1, 7, 1, 3, 1},
        {4, 1, 5, 1, 3},  {1, 5, 6, 2, 3},  {1, 6, 5, 3, 2},  {2, 4, 5, 2, 2},
        {2, 5, 4, 2, 2},  {7, 2, 3, 2, 3},  {3, 6, 4, 1, 3},  {3, 4, 7, 3, 1},
        {2, 9, 8, 4, 5},  {2, 8, 9, 4, 6},  {12, 3, 3, 3, 3}, {1, 12, 11, 2, 9},
        {1, 13, 6, 9, 2}, {2, 3, 12, 2, 2},
    };

    give(s, STAGE_EDGES, points, (const float[]){0, 1, 2},
         (const float[]){1, 2, 6}, "");
    for (int map = 1; map < 4; map++)
        give(s, STAGE_EDGES, run, printed_x, printed_y[map],
             ", as printed, another map");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int m = 0; m < cases; m++) {
        int kh = suite_int(s, 1, 3), kw = suite_int(s, 1, 3);
        int size[5] = {suite_int(s, 2, 4), kh + suite_int(s, 1, 3),
                       kw + suite_int(s, 2, 4), kh, kw};

        add(s, stage, size, "");
    }
}

/* What is left of y must not contain anything of the windows: A z = b. */
static const char *is_orthogonal(const struct call *const *c, double *const *y)
{
    struct fit f = fit_of(c[0]);

    for (int p = 0; p < f.unknowns; p++) {
        double left = f.b[p], room = 0;

        for (int q = 0; q < f.unknowns; q++) {
            left -= f.A[p][q] * y[0][q];
            room += fabs(f.A[p][q] * y[0][q]);
        }
        if (fabs(left) > 0x1p-23 * (room + fabs(f.b[p])))
            return "the differences that are left must be orthogonal to the "
                   "windows: no other kernel and bias make them smaller";
    }
    return NULL;
}

static void orthogonality(struct suite *s)
{
    static const int size[] = {2, 5, 6, 2, 3};
    struct call *c = add(s, STAGE_PROPERTIES, size, "");

    fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_orthogonal);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 14);
    at_random(s, STAGE_REALS, 8);
    orthogonality(s);
}

const struct exercise exercise_recover_kernel = {
    .kind = EXERCISE_WRITE,
    .title = "recover an unknown kernel",
    .anchor = "the-way-back",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_recover_kernel,
    .reference = reference,
    .misconceptions = wrong_recover_kernel,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"RK1", "RK2", "RK6"},
};
