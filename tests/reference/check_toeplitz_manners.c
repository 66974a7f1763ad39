/* Tests of reference/toeplitz.c: what is refused, and that nothing is written
 * then. The matrices are tested in check_toeplitz.c. */
#include <limits.h>
#include <string.h>

#include "reference/toeplitz.h"
#include "tests/support/suite.h"

/* A call that is right in everything: 2 channels of 2x3 to 2 of 2x2, kernel
 * 1x2. 8 rows, 12 columns, 32 entries. */
typedef struct call {
    const float *weight;
    int c_out, c_in, kh, kw, h, w;
    ref_conv2d_params p;
    float *u, *values;
    int *columns;
    size_t *starts;
} call;

enum { ROWS = 8, COLUMNS = 12, ENTRIES = 32, WEIGHTS = 8 };

/* Each output has room behind it for weights that begin on its last element. */
static float weight[WEIGHTS], u[ROWS * COLUMNS + WEIGHTS];
static float values[ENTRIES + WEIGHTS];
static int columns[ENTRIES + WEIGHTS];
static size_t starts[ROWS + 1 + WEIGHTS];

static call good_call(void)
{
    return (call){weight, 2,      2,       1,     2, 2, 3, REF_CONV2D_DEFAULTS,
                  u,      values, columns, starts};
}

static ref_status dense(const call *c)
{
    return ref_toeplitz2d(c->weight, c->c_out, c->c_in, c->kh, c->kw, c->h,
                          c->w, &c->p, c->u);
}

static ref_status sparse(const call *c)
{
    return ref_toeplitz2d_csr(c->weight, c->c_out, c->c_in, c->kh, c->kw, c->h,
                              c->w, &c->p, c->values, c->columns, c->starts);
}

static void says(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

static void is_untouched(const void *array, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        ck_assert_int_eq(((const unsigned char *)array)[i], 0x55);
}

/* Both forms and the sizes refuse, and write nothing. */
static void refuses(call c, ref_status expected, const char *words)
{
    int rows = -1, width = -1;
    size_t nonzeros = 7;

    memset(u, 0x55, sizeof u);
    memset(values, 0x55, sizeof values);
    memset(columns, 0x55, sizeof columns);
    memset(starts, 0x55, sizeof starts);
    says(dense(&c), expected, words);
    says(sparse(&c), expected, words);
    says(ref_toeplitz2d_size(c.c_out, c.c_in, c.kh, c.kw, c.h, c.w, &c.p, &rows,
                             &width, &nonzeros),
         expected, words);
    ck_assert(rows == -1 && width == -1 && nonzeros == 7);
    is_untouched(u, sizeof u);
    is_untouched(values, sizeof values);
    is_untouched(columns, sizeof columns);
    is_untouched(starts, sizeof starts);
}

#define REFUSES(field, value, status, words)                                   \
    do {                                                                       \
        call c = good_call();                                                  \
        c.field = (value);                                                     \
        refuses(c, status, words);                                             \
    } while (0)

START_TEST(test_toeplitz2d_good_call_is_good)
{
    call c = good_call();
    int rows, width;
    size_t nonzeros;

    ck_assert_int_eq(
        ref_toeplitz2d_size(2, 2, 1, 2, 2, 3, NULL, &rows, &width, &nonzeros),
        REF_OK);
    ck_assert(rows == ROWS && width == COLUMNS && nonzeros == ENTRIES);
    ck_assert_int_eq(dense(&c), REF_OK);
    ck_assert_int_eq(sparse(&c), REF_OK);
}
END_TEST

START_TEST(test_toeplitz2d_refuses)
{
    REFUSES(c_out, 0, REF_ESIZE, "'c_out' is 0");
    REFUSES(c_in, 0, REF_ESIZE, "'c_in' is 0");
    REFUSES(kh, 0, REF_ESIZE, "'kh' is 0");
    REFUSES(kw, 0, REF_ESIZE, "'kw' is 0");
    REFUSES(kw, 4, REF_ESIZE, "'kw' is 4");
    REFUSES(h, 0, REF_ESIZE, "'h' is 0");
    REFUSES(w, -1, REF_ESIZE, "'w' is -1");
    REFUSES(p.sh, 0, REF_EPARAM, "'sh' is 0");
    REFUSES(p.sw, 0, REF_EPARAM, "'sw' is 0");
    REFUSES(p.dh, 0, REF_EPARAM, "'dh' is 0");
    REFUSES(p.dw, 0, REF_EPARAM, "'dw' is 0");
    REFUSES(p.pt, -1, REF_EPARAM, "'pt' is -1");
    REFUSES(p.pr, -1, REF_EPARAM, "'pr' is -1");
    REFUSES(p.groups, 3, REF_EPARAM, "'groups' is 3");
    REFUSES(p.pad_mode, (ref_pad_mode)5, REF_EPARAM, "'pad_mode' is 5");
}
END_TEST

/* Rows and columns are counted by an int, whatever their memory. */
START_TEST(test_toeplitz2d_refuses_overflow)
{
    call c = good_call();

    c.h = c.w = 1 << 16;
    c.kw = 1;
    refuses(c, REF_EOVERFLOW, "'rows'");
    c.p.sh = c.p.sw = 1 << 16;
    refuses(c, REF_EOVERFLOW, "'columns'");
    c = good_call();
    c.p.pl = c.p.pr = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'pr'");
    c = good_call();
    c.c_in = c.c_out = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'rows'");
}
END_TEST

/* The dense matrix of INT_MAX by INT_MAX is beyond memory; so are the entries
 * that connect INT_MAX channels with as many. */
START_TEST(test_toeplitz1d_refuses_what_no_memory_holds)
{
    enum { M = INT_MAX };
    int rows = -1, width = -1;
    size_t nonzeros = 7;

    says(ref_toeplitz1d(weight, 1, 1, 1, M, NULL, u), REF_EOVERFLOW, "'U'");
    says(ref_toeplitz1d_size(1, M, 1, 2, NULL, &rows, &width, &nonzeros),
         REF_EOVERFLOW, "'columns'");
    says(ref_toeplitz1d_size(M, M, 1, 1, NULL, &rows, &width, &nonzeros),
         REF_EOVERFLOW, "'nonzeros'");
    ck_assert(rows == -1 && width == -1 && nonzeros == 7);
}
END_TEST

START_TEST(test_toeplitz_refuses_null)
{
    call c = good_call();
    int rows, width;
    size_t nonzeros;

    c.weight = NULL;
    says(dense(&c), REF_ENULL, "'weight'");
    says(sparse(&c), REF_ENULL, "'weight'");
    c = good_call();
    c.u = NULL;
    says(dense(&c), REF_ENULL, "'U'");
    c.values = NULL;
    says(sparse(&c), REF_ENULL, "'values'");
    c = good_call();
    c.columns = NULL;
    says(sparse(&c), REF_ENULL, "'columns'");
    c = good_call();
    c.starts = NULL;
    says(sparse(&c), REF_ENULL, "'row_starts'");
    says(ref_toeplitz1d_size(1, 1, 1, 1, NULL, NULL, &width, &nonzeros),
         REF_ENULL, "'rows'");
    says(ref_toeplitz1d_size(1, 1, 1, 1, NULL, &rows, NULL, &nonzeros),
         REF_ENULL, "'columns'");
    says(ref_toeplitz1d_size(1, 1, 1, 1, NULL, &rows, &width, NULL), REF_ENULL,
         "'nonzeros'");
}
END_TEST

/* The last element of each output lies on the weight, or on another output. */
START_TEST(test_toeplitz_refuses_overlap)
{
    call c = good_call();

    c.weight = u + ROWS * COLUMNS - 1;
    says(dense(&c), REF_EOVERLAP, "'weight'");
    c.weight = values + ENTRIES - 1;
    says(sparse(&c), REF_EOVERLAP, "'weight'");
    c = good_call();
    c.weight = (const float *)(const void *)(columns + ENTRIES - 1);
    says(sparse(&c), REF_EOVERLAP, "'columns' overlaps");
    c.weight = (const float *)(const void *)(starts + ROWS);
    says(sparse(&c), REF_EOVERLAP, "'row_starts' overlaps");
    c = good_call();
    c.columns = (int *)(void *)(values + ENTRIES - 1);
    says(sparse(&c), REF_EOVERLAP, "'values' overlaps argument 'columns'");
}
END_TEST

/* Would pass unseen: arguments that one dimension hands on in another order. */
START_TEST(test_toeplitz1d_refuses)
{
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    says(ref_toeplitz1d(weight, 0, 1, 2, 3, NULL, u), REF_ESIZE, "'c_out'");
    says(ref_toeplitz1d(weight, 1, 0, 2, 3, NULL, u), REF_ESIZE, "'c_in'");
    says(ref_toeplitz1d(weight, 1, 1, 4, 3, NULL, u), REF_ESIZE, "'kw' is 4");
    says(ref_toeplitz1d_csr(weight, 1, 1, 2, 0, NULL, values, columns, starts),
         REF_ESIZE, "'w' is 0");
    p.pl = 3;
    p.pad_mode = REF_PAD_REFLECT;
    says(ref_toeplitz1d(weight, 1, 1, 2, 3, &p, u), REF_EPARAM, "'pl' is 3");
}
END_TEST

static void fill(void)
{
    suite_case("manners");
    suite_test(test_toeplitz2d_good_call_is_good);
    suite_test(test_toeplitz2d_refuses);
    suite_test(test_toeplitz2d_refuses_overflow);
    suite_test(test_toeplitz1d_refuses_what_no_memory_holds);
    suite_test(test_toeplitz_refuses_null);
    suite_test(test_toeplitz_refuses_overlap);
    suite_test(test_toeplitz1d_refuses);
}

int main(void)
{
    return suite_main("toeplitz_manners", fill);
}
