#ifndef CONVLINGS_TESTS_MACHINES_CHECK_H
#define CONVLINGS_TESTS_MACHINES_CHECK_H

/* A page of Check (libcheck.github.io/check), for machines that we compile for
 * and that have none: the same suites compile with either, each test runs in a
 * process of its own and under a time limit, and the summary line is the same.
 * Only the assertions that tests/reference uses are here. Where Check's
 * contract says so, a value is evaluated once. */

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct TTest {
    const char *name;
    void (*fn)(int i);
    const char *file;
    int line;
} TTest;

typedef struct TCase TCase;
typedef struct Suite Suite;
typedef struct SRunner SRunner;

enum print_output { CK_NORMAL };

Suite *suite_create(const char *name);
TCase *tcase_create(const char *name);
void tcase_set_timeout(TCase *group, double seconds);
void suite_add_tcase(Suite *suite, TCase *group);

/* Runs the tests i = start .. end-1; one test is i = 0 alone. */
void tcase_add_loop_test(TCase *group, const TTest *test, int start, int end);
#define tcase_add_test(group, test) tcase_add_loop_test(group, test, 0, 1)

SRunner *srunner_create(Suite *suite);
void srunner_run_all(SRunner *runner, enum print_output how);
int srunner_ntests_run(SRunner *runner);
int srunner_ntests_failed(SRunner *runner);
void srunner_free(SRunner *runner);

#define START_TEST(test)                                                       \
    static void test##_fn(int _i);                                             \
    static const TTest test[] = {{#test, test##_fn, __FILE__, __LINE__}};      \
    static void test##_fn(int _i __attribute__((unused)))
#define END_TEST

/* Says where and what, and ends the test's process. */
_Noreturn void check_failed(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define ck_abort_msg(...) check_failed(__FILE__, __LINE__, __VA_ARGS__)
#define ck_assert_msg(expression, ...)                                         \
    ((expression) ? (void)0 : ck_abort_msg(__VA_ARGS__))
#define ck_assert(expression) ck_assert_msg(expression, "%s", #expression)

#define CHECK_PAIR(type, format, x, op, y)                                     \
    do {                                                                       \
        type ck_x = (type)(x);                                                 \
        type ck_y = (type)(y);                                                 \
        ck_assert_msg(ck_x op ck_y, "%s: " format ", " format,                 \
                      #x " " #op " " #y, ck_x, ck_y);                          \
    } while (0)
#define CHECK_TOLERANCE(type, format, x, y, most)                              \
    do {                                                                       \
        type ck_x = (type)(x);                                                 \
        type ck_y = (type)(y);                                                 \
        type ck_most = (type)(most);                                           \
        ck_assert_msg(fabsl((long double)ck_x - (long double)ck_y) < ck_most,  \
                      "|%s|: " format ", " format, #x " - " #y, ck_x, ck_y);   \
    } while (0)

#define CHECK_INT(x, op, y) CHECK_PAIR(long long, "%lld", x, op, y)
#define ck_assert_int_eq(x, y) CHECK_INT(x, ==, y)
#define ck_assert_int_ge(x, y) CHECK_INT(x, >=, y)
#define ck_assert_int_gt(x, y) CHECK_INT(x, >, y)
#define ck_assert_int_le(x, y) CHECK_INT(x, <=, y)
#define ck_assert_int_lt(x, y) CHECK_INT(x, <, y)
#define ck_assert_int_ne(x, y) CHECK_INT(x, !=, y)

#define CHECK_UINT(x, op, y) CHECK_PAIR(unsigned long long, "%llu", x, op, y)
#define ck_assert_uint_eq(x, y) CHECK_UINT(x, ==, y)
#define ck_assert_uint_ge(x, y) CHECK_UINT(x, >=, y)
#define ck_assert_uint_gt(x, y) CHECK_UINT(x, >, y)
#define ck_assert_uint_le(x, y) CHECK_UINT(x, <=, y)
#define ck_assert_uint_lt(x, y) CHECK_UINT(x, <, y)
#define ck_assert_uint_ne(x, y) CHECK_UINT(x, !=, y)

#define CHECK_FLOAT(x, op, y)                                                  \
    CHECK_PAIR(double, "%.9g", (float)(x), op, (float)(y))
#define ck_assert_float_eq(x, y) CHECK_FLOAT(x, ==, y)
#define ck_assert_float_ge(x, y) CHECK_FLOAT(x, >=, y)
#define ck_assert_float_gt(x, y) CHECK_FLOAT(x, >, y)
#define ck_assert_float_le(x, y) CHECK_FLOAT(x, <=, y)
#define ck_assert_float_lt(x, y) CHECK_FLOAT(x, <, y)
#define ck_assert_float_ne(x, y) CHECK_FLOAT(x, !=, y)
#define ck_assert_float_nan(x) ck_assert(isnan((float)(x)))
#define ck_assert_float_infinite(x) ck_assert(isinf((float)(x)))
#define ck_assert_float_eq_tol(x, y, most)                                     \
    CHECK_TOLERANCE(double, "%.9g", (float)(x), (float)(y), (float)(most))

#define CHECK_DOUBLE(x, op, y) CHECK_PAIR(double, "%.17g", x, op, y)
#define ck_assert_double_eq(x, y) CHECK_DOUBLE(x, ==, y)
#define ck_assert_double_ge(x, y) CHECK_DOUBLE(x, >=, y)
#define ck_assert_double_gt(x, y) CHECK_DOUBLE(x, >, y)
#define ck_assert_double_le(x, y) CHECK_DOUBLE(x, <=, y)
#define ck_assert_double_lt(x, y) CHECK_DOUBLE(x, <, y)
#define ck_assert_double_ne(x, y) CHECK_DOUBLE(x, !=, y)
#define ck_assert_double_nan(x) ck_assert(isnan((double)(x)))
#define ck_assert_double_infinite(x) ck_assert(isinf((double)(x)))
#define ck_assert_double_eq_tol(x, y, most)                                    \
    CHECK_TOLERANCE(double, "%.17g", x, y, most)
#define ck_assert_ldouble_le(x, y) CHECK_PAIR(long double, "%.20Lg", x, <=, y)

#define CHECK_POINTER(x, op, y) CHECK_PAIR(const void *, "%p", x, op, y)
#define ck_assert_ptr_eq(x, y) CHECK_POINTER(x, ==, y)
#define ck_assert_ptr_ne(x, y) CHECK_POINTER(x, !=, y)
#define ck_assert_ptr_null(x) CHECK_POINTER(x, ==, NULL)
#define ck_assert_ptr_nonnull(x) CHECK_POINTER(x, !=, NULL)

#define ck_assert_str_eq(x, y)                                                 \
    do {                                                                       \
        const char *ck_x = (x);                                                \
        const char *ck_y = (y);                                                \
        ck_assert_msg(strcmp(ck_x, ck_y) == 0, "%s: \"%s\", \"%s\"",           \
                      #x " == " #y, ck_x, ck_y);                               \
    } while (0)
#define ck_assert_mem_eq(x, y, bytes)                                          \
    ck_assert_msg(memcmp(x, y, bytes) == 0, "%s", #x " == " #y)

#endif
