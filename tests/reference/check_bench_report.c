/* What the benchmark makes of times: ratios, means, verdicts. The contests are
 * made up here, so that every printed number can be told by hand. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bench/contest.h"
#include "reference/bench/report.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

enum { TEXT_BYTES = 16384 };

static char text[TEXT_BYTES];

/* What a function prints; the test's process is its own, and prints no more. */
static void capture(void (*print)(const bench_report *), const bench_report *r)
{
    (void)scratch_new();
    ck_assert_ptr_nonnull(freopen(scratch_path("out"), "w", stdout));
    print(r);
    (void)fflush(stdout);
    text[scratch_read("out", text, TEXT_BYTES - 1)] = '\0';
    scratch_free();
}

/* A contest on a layer of the table: ours, and PyTorch, with these times; the
 * peak is 100 GFLOP/s, the floor 10 GB/s. */
static bench_contest contest_on(const char *name, double ours, double theirs)
{
    bench_contest c = {.count = 2, .rounds = 5, .peak = 100e9, .floor = 10e9};

    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);

        if (strcmp(l.name, name) == 0) {
            c.problem.layer = l;
            c.problem.sizes = bench_layer_sizes(&l);
            c.problem.threads = 1;
        }
    }
    ck_assert_str_eq(c.problem.layer.name, name);
    c.entries[0].peer = &bench_convlings;
    c.entries[0].median = ours;
    c.entries[1].peer = &bench_pytorch;
    c.entries[1].median = theirs;
    return c;
}

/* Both strides-2 depthwise layers, one twice and one eight times as fast; of
 * the pools one alone. */
static bench_report report_of(bench_contest held[3])
{
    bench_report r = {.held = held, .count = 3, .threads = 1};

    held[0] = contest_on("mob_dw_64@112s2", 1e-3, 2e-3);
    held[1] = contest_on("dw_5x5s2_144@56", 1e-3, 8e-3);
    held[2] = contest_on("maxpool_2x2s2_64@224", 1e-3, 3e-3);
    r.peers[0] = &bench_pytorch;
    return r;
}

/* The line that starts so, or "". */
static const char *line_of(const char *start)
{
    static char line[256];
    const char *at = text;

    while (at && strncmp(at, start, strlen(start)) != 0) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    (void)snprintf(line, sizeof line, "%.*s", at ? (int)strcspn(at, "\n") : 0,
                   at ? at : "");
    return line;
}

static void has(const char *start, const char *words)
{
    const char *line = line_of(start);

    ck_assert_msg(strstr(line, words) != NULL, "\"%s\" is not in \"%s\"", words,
                  line);
}

/* 2*64*56*56*9 operations and 4*(64*112*112 + 64*9 + 64*56*56) bytes in a
 * millisecond. */
START_TEST(test_report_speeds)
{
    bench_contest c = contest_on("mob_dw_64@112s2", 1e-3, 2e-3);
    const bench_entry *e = bench_contest_entry(&c, "convlings");

    ck_assert_ptr_eq(e, &c.entries[0]);
    ck_assert_ptr_null(bench_contest_entry(&c, "openblas"));
    ck_assert_double_eq_tol(bench_gflops(&c, e), 3.612672, 1e-9);
    ck_assert_double_eq_tol(bench_gbytes(&c, e), 4.01638400, 1e-9);
    ck_assert_double_eq_tol(bench_percent(&c, e), 3.612672, 1e-9);
    c = contest_on("maxpool_2x2s2_64@224", 4e-3, 1);
    ck_assert_double_eq_tol(bench_gbytes(&c, &c.entries[0]), 4.01408, 1e-9);
    ck_assert_double_eq_tol(bench_percent(&c, &c.entries[0]), 40.1408, 1e-9);
}
END_TEST

/* The mean of 2 and 8 is 4, not 5. */
START_TEST(test_report_means_by_class)
{
    bench_contest held[3];
    bench_report r = report_of(held);

    capture(bench_print_means, &r);
    has("dw_s2 ", " 2 ");
    has("dw_s2 ", "4.00x");
    has("pool ", "3.00x");
    ck_assert_str_eq(line_of("image "), "");
}
END_TEST

START_TEST(test_report_demands)
{
    bench_contest held[3];
    bench_report r = report_of(held);

    capture(bench_print_demands, &r);
    has("demand  depthwise, stride 2", "asked  2.50  measured   4.00  kept");
    has("demand  depthwise, stride 1", "not measured");
    has("demand  pooling",
        "asked 15.00  measured   3.00  missed  (1 of 4 layers)");
    ck_assert_ptr_null(strstr(line_of("demand  depthwise, stride 2"), "of 2"));
}
END_TEST

/* A mean above what is asked does not hide the one layer that is below. */
START_TEST(test_report_demands_the_least)
{
    bench_contest held[2] = {contest_on("vgg_64_64@224", 1e-3, 4e-3),
                             contest_on("res_1x1_64_64@56", 1e-3, 0.8e-3)};
    bench_report r = {.held = held, .count = 2, .threads = 1};

    r.peers[0] = &bench_pytorch;
    capture(bench_print_demands, &r);
    has("demand  dense   ", "measured   1.79  kept");
    has("demand  dense, each layer", "measured   0.80  missed");
    has("demand  dense, each layer", "(res_1x1_64_64@56)");
}
END_TEST

START_TEST(test_report_roofline_columns)
{
    bench_contest held[3];
    bench_report r = report_of(held);

    (void)scratch_new();
    ck_assert_int_eq(bench_write_roofline(&r, scratch_path(""), 20e9), 0);
    text[scratch_read("roofline.dat", text, TEXT_BYTES - 1)] = '\0';
    scratch_free();
    ck_assert_str_eq(line_of("# peak"),
                     "# peak 100 GFLOP/s, memory 20 GB/s, cache 10 GB/s");
    ck_assert_str_eq(line_of("convlings mob_dw"),
                     "convlings mob_dw_64@112s2 0.89948 3.6127");
    ck_assert_str_eq(line_of("pytorch mob_dw"),
                     "pytorch mob_dw_64@112s2 0.89948 1.8063");
    ck_assert_int_eq(bench_write_roofline(&r, "/nowhere", 20e9), -1);
}
END_TEST

static void fill(void)
{
    suite_case("report");
    suite_test(test_report_speeds);
    suite_test(test_report_means_by_class);
    suite_test(test_report_demands);
    suite_test(test_report_demands_the_least);
    suite_test(test_report_roofline_columns);
}

int main(void)
{
    return suite_main("bench_report", fill);
}
