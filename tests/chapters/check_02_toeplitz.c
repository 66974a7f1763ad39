/* Chapter 2: the examples of the lesson and of the lectures, the numbers that
 * prove their misprints, and the promises of the naive code. (What the
 * consoles of the lesson print is checked by running them.) */
#include "chapters/02-toeplitz/toeplitz.h"
#include "reference/convlings.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <math.h>
#include <string.h>

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

/* ---- the examples of the lesson and of the lectures ---------------------- */

static const float signal[6] = {1, 4, -1, 0, 2, -2};
static const float three[3] = {1, 2, 3};

START_TEST(test_a_row)
{
    static const float right[4 * 6] = {
        1, 2, 3, 0, 0, 0, 0, 1, 2, 3, 0, 0, //
        0, 0, 1, 2, 3, 0, 0, 0, 0, 1, 2, 3,
    };
    static const float outputs[4] = {6, 2, 5, -2};
    static const float back[6] = {1, 1, 3, 1, 6, 0};
    static const float g[4] = {1, -1, 2, 0};
    float U[4 * 6], y[4], x[6];

    naive_toeplitz_1d(three, 3, 6, U);
    equal("the matrix of a row", U, right, 24);
    naive_matvec(U, 4, 6, signal, y);
    equal("its product", y, outputs, 4);
    naive_matvec_transposed(U, 4, 6, g, x);
    equal("its transpose's product", x, back, 6);
}
END_TEST

/* Louppe's example: matrix, product, and the transpose's product. */
static const float louppe_x[16] = {4, 5, 8, 7, 1, 8, 8, 8,
                                   3, 6, 6, 4, 6, 5, 7, 8};
static const float louppe_k[9] = {1, 4, 1, 1, 4, 3, 3, 3, 1};
static const float louppe_u[4 * 16] = {
    1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0, 0, //
    0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0, //
    0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, //
    0, 0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1,
};

START_TEST(test_an_image)
{
    static const float outputs[4] = {122, 148, 126, 134};
    static const float g[4] = {1, -2, 3, 0.5f};
    static const float back[16] = {1, 2,    -7, -2,    4, 14.5f, 0,    -5.5f,
                                   6, 9.5f, 6,  -0.5f, 9, 10.5f, 4.5f, 0.5f};
    float U[4 * 16], y[4], x[16];

    naive_toeplitz_2d(louppe_k, 3, 3, 4, 4, U);
    equal("Louppe's matrix", U, louppe_u, 64);
    naive_matvec(U, 4, 16, louppe_x, y);
    equal("Louppe's product", y, outputs, 4);
    naive_matvec_transposed(U, 4, 16, g, x);
    equal("the gradient", x, back, 16);
}
END_TEST

/* Where the lecture's "Toeplitz circulant" fails: U[2,5] should be U[1,4]. */
START_TEST(test_louppe_matrix_is_not_toeplitz)
{
    ck_assert(louppe_u[2 * 16 + 5] == 4 && louppe_u[1 * 16 + 4] == 0);
}
END_TEST

/* The numbers of "What sharing saves" that no console prints. */
START_TEST(test_counts)
{
    long long places = 55 * 55, local = (3LL * 11 * 11 + 1) * 96 * places;
    long long shared = (3LL * 11 * 11 + 1) * 96;
    int rows, columns;
    size_t nonzeros;

    ck_assert(local == 105705600 && shared == 34944);
    ck_assert(local == 3025 * shared);
    ck_assert(2635670400 / shared == 75425);    /* Y. Lu: 75,400 */
    ck_assert(4 * 38654705664 == 154618822656); /* bytes: 154.6 GB */
    ck_assert_int_eq(25 * 6 + 6 * 28 * 28, 4854);
    ck_assert_int_eq(ref_toeplitz2d_size(1, 1, 3, 3, 128, 192, NULL, &rows,
                                         &columns, &nonzeros),
                     REF_OK);
    ck_assert(rows == 23940 && columns == 24576 && nonzeros == 215460);
    ck_assert((long long)rows * columns == 588349440);
}
END_TEST

/* ---- the way back --------------------------------------------------------- */

/* A line through 0 1 2 3 and 1 3 4 8: 14 k + 6 bias = 35, 6 k + 4 bias = 16. */
START_TEST(test_a_line)
{
    double A[4] = {14, 6, 6, 4}, b[2] = {35, 16};

    naive_solve(A, 2, b);
    ck_assert_double_eq_tol(b[0], 2.2, 1e-14);
    ck_assert_double_eq_tol(b[1], 0.7, 1e-14);
}
END_TEST

/* The conv1d run that Fillatre prints. */
static const double printed_x[3][2][5] = {
    {{-0.2564, -1.4026, -2.6301, 0.4547, -0.5276},
     {-0.3589, 0.8100, 0.3939, -0.3209, -0.1702}},
    {{-0.5567, -0.7665, 0.3204, 1.1852, 1.3797},
     {-1.0769, 0.4855, 1.5382, 0.1565, -0.4238}},
    {{0.0183, 1.0366, 1.2764, 0.3992, 0.6236},
     {-1.4047, -0.3058, 0.1974, -1.0961, -0.1314}},
};
static const double printed_y[3][4][3] = {
    {{3.5633, -1.5768, 0.2834},
     {4.4160, 2.7037, 4.8476},
     {0.7849, -1.0373, 1.7854},
     {-2.8596, -6.1889, -5.9252}},
    {{-3.4493, -1.6813, -2.4046},
     {2.8996, 0.1544, -4.4264},
     {1.9660, -3.2219, -6.8773},
     {-0.7422, -4.1237, -3.3361}},
    {{-3.8895, -0.0725, -3.1728},
     {-0.8058, -3.6168, -4.2987},
     {-0.6345, -5.3933, -4.5297},
     {2.1737, 1.1122, 1.0123}},
};

/* The window of the output at i of input a, and a 1. */
static void window(int a, int i, double row[7])
{
    for (int t = 0; t < 6; t++)
        row[t] = printed_x[a][t / 3][i + t % 3];
    row[6] = 1;
}

static void recover(int map, double z[7])
{
    double A[49] = {0}, row[7];

    memset(z, 0, 7 * sizeof *z);
    for (int e = 0; e < 9; e++) {
        window(e / 3, e % 3, row);
        for (int p = 0; p < 7; p++) {
            for (int q = 0; q < 7; q++)
                A[p * 7 + q] += row[p] * row[q];
            z[p] += row[p] * printed_y[e / 3][map][e % 3];
        }
    }
    naive_solve(A, 7, z);
}

START_TEST(test_the_printed_run)
{
    static const double first[7] = {-0.130060, 0.281615,  -1.817804, 0.146894,
                                    0.983035,  -1.261016, -1.1028};
    double z[7], row[7], largest = 0;

    for (int map = 0; map < 4; map++) {
        recover(map, z);
        for (int p = 0; map == 0 && p < 7; p++)
            ck_assert_double_eq_tol(z[p], first[p], p < 6 ? 5.1e-7 : 5.1e-5);
        for (int e = 0; e < 9; e++) {
            double left = printed_y[e / 3][map][e % 3];

            window(e / 3, e % 3, row);
            for (int p = 0; p < 7; p++)
                left -= row[p] * z[p];
            largest = fmax(largest, fabs(left));
        }
    }
    ck_assert(largest > 0.00011 && largest < 0.00012);
}
END_TEST

/* ---- promises -------------------------------------------------------------- */

typedef struct shape {
    int h, w, kh, kw;
} shape;

static const shape shapes[] = {
    {1, 1, 1, 1}, {3, 4, 2, 2}, {5, 3, 5, 3}, {4, 7, 2, 3},
    {6, 5, 3, 1}, {2, 9, 1, 7}, {5, 5, 4, 2}, {4, 4, 4, 4},
};
enum { SHAPES = sizeof shapes / sizeof shapes[0], MOST = 1024 };

static void roll_integers(dice *d, float *a, int count)
{
    for (int t = 0; t < count; t++)
        a[t] = (float)dice_int(d, -9, 9);
}

START_TEST(test_naive_equals_reference)
{
    dice d = {1};
    float k[64], U[MOST], want[MOST];

    for (int t = 0; t < SHAPES; t++) {
        shape s = shapes[t];
        int ow = s.w - s.kw + 1, rows = (s.h - s.kh + 1) * ow;

        roll_integers(&d, k, s.kh * s.kw);
        naive_toeplitz_2d(k, s.kh, s.kw, s.h, s.w, U);
        ck_assert_int_eq(
            ref_toeplitz2d(k, 1, 1, s.kh, s.kw, s.h, s.w, NULL, want), REF_OK);
        equal("2-D against the reference", U, want, rows * s.h * s.w);
        naive_toeplitz_1d(k, s.kw, s.w, U);
        ck_assert_int_eq(ref_toeplitz1d(k, 1, 1, s.kw, s.w, NULL, want),
                         REF_OK);
        equal("1-D against the reference", U, want, ow * s.w);
    }
}
END_TEST

/* U x is the convolution, U' y the transposed one, and <y, U x> = <U' y, x>. */
START_TEST(test_products_are_convolutions)
{
    dice d = {2};
    float k[64], x[64], y[64], U[MOST], got[64], want[64];

    for (int t = 0; t < SHAPES; t++) {
        shape s = shapes[t];
        int oh = s.h - s.kh + 1, ow = s.w - s.kw + 1;
        int m = oh * ow, n = s.h * s.w;
        double there = 0, back = 0;

        roll_integers(&d, k, s.kh * s.kw);
        roll_integers(&d, x, n);
        roll_integers(&d, y, m);
        naive_toeplitz_2d(k, s.kh, s.kw, s.h, s.w, U);
        naive_matvec(U, m, n, x, got);
        ck_assert_int_eq(
            ref_conv2d(x, 1, 1, s.h, s.w, k, 1, s.kh, s.kw, NULL, NULL, want),
            REF_OK);
        equal("U x", got, want, m);
        for (int e = 0; e < m; e++)
            there += (double)y[e] * (double)got[e];
        naive_matvec_transposed(U, m, n, y, got);
        ck_assert_int_eq(ref_conv_transpose2d(y, 1, 1, oh, ow, k, 1, s.kh, s.kw,
                                              NULL, NULL, want),
                         REF_OK);
        equal("U' y", got, want, n);
        for (int e = 0; e < n; e++)
            back += (double)x[e] * (double)got[e];
        ck_assert(there == back);
    }
}
END_TEST

/* Fractions: an int for the sum would pass all tests with whole numbers. */
START_TEST(test_fractions)
{
    static const float U[4] = {0.5f, -0.25f, 1.5f, 0.125f};
    static const float x[2] = {0.5f, 1};
    static const float y[2] = {0, 0.875f}, xt[2] = {1.75f, 0};
    float got[2];

    naive_matvec(U, 2, 2, x, got);
    equal("fractions", got, y, 2);
    naive_matvec_transposed(U, 2, 2, x, got);
    equal("fractions, transposed", got, xt, 2);
}
END_TEST

/* A symmetric system with a known solution, of every size up to 25. */
START_TEST(test_solve)
{
    dice d = {3};
    double A[25 * 25] = {0}, b[25], z[25];

    for (int n = 1; n <= 25; n++) {
        for (int p = 0; p < n; p++) {
            z[p] = dice_int(&d, -9, 9);
            for (int q = 0; q <= p; q++)
                A[p * n + q] = A[q * n + p] =
                    p == q ? 10 * n : dice_int(&d, -9, 9);
        }
        for (int p = 0; p < n; p++) {
            b[p] = 0;
            for (int q = 0; q < n; q++)
                b[p] += A[p * n + q] * z[q];
        }
        naive_solve(A, n, b);
        for (int p = 0; p < n; p++)
            ck_assert_double_eq_tol(b[p], z[p], 1e-10);
    }
}
END_TEST

/* One element too far, one missing, a write into an input: each stops the
 * program or leaves a NaN. */
static void visit(shape s, guard_side side)
{
    dice d = {4};
    float numbers[64];
    int m = (s.h - s.kh + 1) * (s.w - s.kw + 1), n = s.h * s.w;
    size_t k_bytes = (size_t)(s.kh * s.kw) * sizeof(float);
    size_t u_bytes = (size_t)(m * n) * sizeof(float);
    size_t x_bytes = (size_t)n * sizeof(float);
    size_t y_bytes = (size_t)m * sizeof(float);
    float *k, *U, *x, *y, *back;

    roll_integers(&d, numbers, 64);
    k = guarded_copy(numbers, k_bytes, side);
    x = guarded_copy(numbers, x_bytes, side);
    U = guarded_new(u_bytes, side);
    y = guarded_new(y_bytes, side);
    back = guarded_new(x_bytes, side);
    naive_toeplitz_2d(k, s.kh, s.kw, s.h, s.w, U);
    naive_matvec(U, m, n, x, y);
    naive_matvec_transposed(U, m, n, y, back);
    for (int e = 0; e < m * n; e++)
        ck_assert(!isnan(U[e]));
    for (int e = 0; e < m; e++)
        ck_assert(!isnan(y[e]));
    for (int e = 0; e < n; e++)
        ck_assert(!isnan(back[e]));
    guarded_free(k, k_bytes);
    guarded_free(x, x_bytes);
    guarded_free(U, u_bytes);
    guarded_free(y, y_bytes);
    guarded_free(back, x_bytes);
}

static void visit_row(shape s, guard_side side)
{
    dice d = {5};
    float numbers[64];
    int count = (s.w - s.kw + 1) * s.w;
    size_t k_bytes = (size_t)s.kw * sizeof(float);
    size_t u_bytes = (size_t)count * sizeof(float);
    float *k, *U;

    roll_integers(&d, numbers, 64);
    k = guarded_copy(numbers, k_bytes, side);
    U = guarded_new(u_bytes, side);
    naive_toeplitz_1d(k, s.kw, s.w, U);
    for (int e = 0; e < count; e++)
        ck_assert(!isnan(U[e]));
    guarded_free(k, k_bytes);
    guarded_free(U, u_bytes);
}

START_TEST(test_manners)
{
    for (int t = 0; t < SHAPES; t++)
        for (int side = GUARD_AFTER; side <= GUARD_BEFORE; side++) {
            visit(shapes[t], (guard_side)side);
            visit_row(shapes[t], (guard_side)side);
        }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_a_row);
    suite_test(test_an_image);
    suite_test(test_louppe_matrix_is_not_toeplitz);
    suite_test(test_counts);
    suite_test(test_a_line);
    suite_test(test_the_printed_run);
    suite_case("properties");
    suite_test(test_naive_equals_reference);
    suite_test(test_products_are_convolutions);
    suite_test(test_fractions);
    suite_test(test_solve);
    suite_case("manners");
    suite_test(test_manners);
}

int main(void)
{
    return suite_main("chapter 2", fill);
}
