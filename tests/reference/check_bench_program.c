/* The benchmark as a program: what it refuses, what a script reads of it, and
 * that a wrong result stops it. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

static void start(void)
{
    (void)setenv("CONVLINGS", CONVLINGS_BUILD "/bin/bench", 1);
    (void)scratch_new();
}

static const struct {
    const char *words, *says;
} refused[] = {
    {"--layers nonsense", "LAYERS is \"nonsense\"; it must be names of layers"},
    {"--layers 'vgg*,lenet'", "LAYERS is \"lenet\""},
    {"--peers tensorflow",
     "PEERS is \"tensorflow\"; it must be none or a name"},
    {"--threads 0", "THREADS is \"0\"; it must be a whole number from 1 to 64"},
    {"--threads 1.5", "THREADS is \"1.5\""},
    {"--threads two", "THREADS is \"two\""},
    {"--time -1", "TIME is \"-1\"; it must be a number from 0 to 3600"},
    {"--time nan", "TIME is \"nan\""},
    {"--format json", "FORMAT is \"json\"; it must be table or csv"},
    {"--sweep all", "SWEEP is \"all\"; it must be one of growth, padding"},
    {"--sweep growth --layers vgg", "LAYERS is \"vgg\"; it must be some of"},
    {"--sweep padding --format csv", "FORMAT is \"csv\"; it must be table"},
    {"--fast 1", "the option is \"--fast\"; it must be --layers"},
    {"--layers", "the last option is \"--layers\"; it must be followed"},
};

START_TEST(test_bench_refuses)
{
    const char *end;

    start();
    ck_assert_int_eq(program_run(refused[_i].words), 2);
    ck_assert_str_eq(program_out, "");
    ck_assert_msg(strstr(program_err, refused[_i].says) != NULL, "%s: %s",
                  refused[_i].words, program_err);
    end = strchr(program_err, '\n');
    ck_assert(end && end[1] == '\0');
    scratch_free();
}
END_TEST

/* One row: a name, a class, a peer, then five numbers. */
static void check_row(const char *row, const char *name, const char *peer)
{
    char layer[64], class[64], who[64], more;
    int threads;
    double ms, gflops, gbytes, percent;

    ck_assert_int_eq(sscanf(row, "%63[^,],%63[^,],%63[^,],%d,%lf,%lf,%lf,%lf%c",
                            layer, class, who, &threads, &ms, &gflops, &gbytes,
                            &percent, &more),
                     9);
    ck_assert_int_eq(more, '\n');
    ck_assert_str_eq(layer, name);
    ck_assert_str_eq(class, "small");
    ck_assert_str_eq(who, peer);
    ck_assert_int_eq(threads, 1);
    ck_assert(ms > 0 && gbytes > 0 && percent > 0);
    /* outputs times taps times two, a thousand of them a microsecond */
    ck_assert_double_eq_tol(gflops * ms, 480000e-6, 480000e-6 * 1e-3);
}

START_TEST(test_bench_csv)
{
    static const char head[] =
        "layer,class,peer,threads,ms_median,gflops,gbytes_s,pct_peak\n";
    const char *row = program_out + sizeof head - 1;

    start();
    ck_assert_int_eq(program_run("--layers lenet_conv2 --peers none --format "
                                 "csv --time 0"),
                     0);
    ck_assert_int_eq(strncmp(program_out, head, sizeof head - 1), 0);
    check_row(row, "lenet_conv2", "convlings");
    row = strchr(row, '\n') + 1;
    check_row(row, "lenet_conv2", "convlings_stateless");
    ck_assert_str_eq(strchr(row, '\n') + 1, "");
    scratch_free();
}
END_TEST

/* Layers by name and by class; nobody else's; means and demands after. */
START_TEST(test_bench_table_chooses_layers)
{
    start();
    ck_assert_int_eq(
        program_run("--layers 'pool_global,lenet_conv?' --peers none --time 0"),
        0);
    ck_assert_ptr_nonnull(strstr(program_out, "\nlenet_conv1 "));
    ck_assert_ptr_nonnull(strstr(program_out, "\nlenet_conv2 "));
    ck_assert_ptr_nonnull(strstr(program_out, "\ngavgpool_2048@7 "));
    ck_assert_ptr_null(strstr(program_out, "alex_conv1"));
    ck_assert_ptr_nonnull(strstr(program_out, "\nGeometric means by class"));
    ck_assert_ptr_nonnull(strstr(program_out, "\ndemand  LeNet"));
    ck_assert_ptr_nonnull(strstr(program_out, "not measured"));
    ck_assert_ptr_nonnull(strstr(program_err, "[3/3] gavgpool_2048@7"));
    scratch_free();
}
END_TEST

START_TEST(test_bench_refuses_a_wrong_result)
{
    start();
    ck_assert_int_eq(program_run("--layers lenet_conv1 --peers none --time 0 "
                                 "--format csv --spoil convlings_stateless"),
                     1);
    ck_assert_ptr_nonnull(strstr(program_err,
                                 "bench: convlings_stateless on layer "
                                 "lenet_conv1: image 0, channel"));
    ck_assert_ptr_null(strstr(program_out, "lenet"));
    scratch_free();
}
END_TEST

/* Whoever is here agrees with the formula, and who is not is named with what
 * brings it. From the project's folder, where PyTorch's worker is found. */
START_TEST(test_bench_peers_agree)
{
    static const char *const peers[] = {"pytorch",         "onednn_direct",
                                        "onednn_winograd", "onednn_stateless",
                                        "onednn_blocked",  "openblas"};
    char command[256], line[256];
    int named = 0;
    FILE *pipe;

    (void)snprintf(command, sizeof command,
                   "OMP_NUM_THREADS=1 %s/bin/bench --time 0 --layers "
                   "'lenet*,mob_dw_1024*,odd_17*,1x7*,1d_dw*,3d_dw*,maxpool1d*,"
                   "avgpool_3x3*,gavg*' 2>&1",
                   CONVLINGS_BUILD);
    pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    while (fgets(line, sizeof line, pipe))
        for (size_t i = 0; i < sizeof peers / sizeof peers[0]; i++)
            if (strncmp(line, "# ", 2) == 0 &&
                strncmp(line + 2, peers[i], strlen(peers[i])) == 0) {
                named++;
                ck_assert(!strstr(line, "missing") ||
                          strstr(line, "(Debian: "));
            }
    ck_assert_int_eq(pclose(pipe), 0);
    ck_assert_int_eq(named, 6);
}
END_TEST

/* Each sweep ends, and with its verdict. */
static const struct {
    const char *words, *says;
} sweeps[] = {
    {"--sweep growth --layers batch --out .",
     "demand  images, 32 channels, 28x28, 3x3: largest step"},
    {"--sweep padding --layers odd_10*", "demand  circular: time over that"},
    {"--sweep threads --layers small", "demand  smaller layers: no slower"},
    {"--sweep simd --layers odd_10*", "GFLOP/s, of own peak, ratio"},
    {"--sweep winograd --layers odd_10* --out .",
     "demand  F(4x4,3x3): largest part of its bound"},
};

START_TEST(test_bench_sweeps)
{
    char words[256];

    start();
    (void)snprintf(words, sizeof words, "%s --time 0", sweeps[_i].words);
    ck_assert_msg(program_run(words) == 0, "%s: %s", words, program_err);
    ck_assert_msg(strstr(program_out, sweeps[_i].says) != NULL, "%s: %s", words,
                  program_out);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("options");
    suite_loop(test_bench_refuses, (int)(sizeof refused / sizeof refused[0]));
    suite_case("output");
    suite_test(test_bench_csv);
    suite_test(test_bench_table_chooses_layers);
    suite_case("sweeps");
    suite_loop(test_bench_sweeps, (int)(sizeof sweeps / sizeof sweeps[0]));
    suite_case("results");
    suite_test(test_bench_refuses_a_wrong_result);
    suite_test(test_bench_peers_agree);
}

int main(void)
{
    return suite_main("bench_program", fill);
}
