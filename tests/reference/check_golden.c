/* The program against PyTorch: every line of tests/golden/, with the arrays
 * beside it, as a user would type it. And the judge of these lines itself: it
 * must see a number that is wrong by more than is allowed. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/golden.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

enum { MOST_FILES = 100, MOST_OUTPUTS = 4, OUTPUT_BYTES = 1 << 17 };

static char names[MOST_FILES][40];
static int name_count;

/* What is wrong so far: the first few lines, and how many there are. */
static char report[4000];
static int wrong_lines;

static void wrong(const golden_file *f, const char *format, ...)
{
    size_t used = strlen(report);
    va_list arguments;

    wrong_lines++;
    if (used > sizeof report - GOLDEN_LINE_BYTES - 500)
        return;
    used +=
        (size_t)snprintf(report + used, sizeof report - used,
                         "\n%s.txt:%d: %s\n    ", f->name, f->number, f->line);
    va_start(arguments, format);
    (void)vsnprintf(report + used, 400, format, arguments);
    va_end(arguments);
}

/* An output of a line: its file, and the two arrays that judge it. */
typedef struct output {
    char name[40];
    golden_array expected, allowed;
} output;

/* A line that stands ready: its inputs are in the scratch folder. */
typedef struct command {
    int inputs, outputs;
    output out[MOST_OUTPUTS];
} command;

static int is_output(const char *option)
{
    return strcmp(option, "--output") == 0 ||
           strcmp(option, "--return-indices") == 0 ||
           strncmp(option, "--updated-", 10) == 0;
}

static void take_file(golden_file *f, const char *option, const char *name,
                      int has_expected, command *c)
{
    golden_array a;

    if (!is_output(option)) {
        ck_assert_msg(golden_next_array(f, &a), "%s: no %s", f->line, name);
        scratch_write(name, a.record, a.bytes);
        c->inputs++;
    } else if (has_expected) {
        output *out = &c->out[c->outputs++];

        ck_assert_int_le(c->outputs, MOST_OUTPUTS);
        (void)snprintf(out->name, sizeof out->name, "%s", name);
        ck_assert_msg(golden_next_array(f, &out->expected) &&
                          golden_next_array(f, &out->allowed) &&
                          out->expected.count == out->allowed.count,
                      "%s: no %s", f->line, name);
    }
}

/* Finds the files that a line names. */
static void prepare(golden_file *f, int has_expected, command *c)
{
    char words[GOLDEN_LINE_BYTES], *rest = NULL;
    const char *option = "";

    *c = (command){0};
    memcpy(words, f->line, sizeof words);
    for (char *word = strtok_r(words, " ", &rest); word;
         word = strtok_r(NULL, " ", &rest)) {
        size_t length = strlen(word);

        if (length > 4 && strcmp(word + length - 4, ".npy") == 0)
            take_file(f, option, word, has_expected, c);
        option = word;
    }
}

/* Runs a line whose outputs are known; notes the first that is wrong. */
static void run_line(golden_file *f)
{
    static unsigned char bytes[OUTPUT_BYTES];
    char what[200];
    command c;
    int status, files;

    (void)scratch_new();
    prepare(f, 1, &c);
    status = program_run(f->line);
    files = scratch_count() - 2; /* out and err */
    if (status != 0 || program_err[0])
        wrong(f, "exit status %d: %s", status, program_err);
    else if (files != c.inputs + c.outputs)
        wrong(f, "%d files, not %d", files, c.inputs + c.outputs);
    else
        for (int i = 0; i < c.outputs; i++) {
            size_t count = scratch_read(c.out[i].name, bytes, OUTPUT_BYTES);

            if (golden_agrees(bytes, count == (size_t)-1 ? 0 : count,
                              &c.out[i].expected, &c.out[i].allowed, what))
                continue;
            wrong(f, "%s: %s", c.out[i].name, what);
            break;
        }
    scratch_free();
}

/* Runs a line that has no answer: one sentence, and not a file more. */
static void run_refused(golden_file *f)
{
    command c;
    int status, files;

    (void)scratch_new();
    prepare(f, 0, &c);
    status = program_run(f->line);
    files = scratch_count() - 2;
    if (status != 2)
        wrong(f, "exit status %d, must be 2", status);
    else if (files != c.inputs)
        wrong(f, "%d files are left behind", files - c.inputs);
    else if (strncmp(program_err, "convlings: ", 11) != 0 || program_out[0] ||
             strstr(program_err, "argument") ||
             program_err[strlen(program_err) - 1] != '\n')
        wrong(f, "stderr: %s stdout: %s", program_err, program_out);
    scratch_free();
}

static void run_file(const char *name, void (*run)(golden_file *))
{
    golden_file f;
    int lines = 0;

    for (golden_open(&f, name); golden_next_line(&f); lines++)
        run(&f);
    ck_assert_int_gt(lines, 0);
    ck_assert_msg(golden_left(&f) == 0, "%s.npy: more arrays than lines", name);
    golden_close(&f);
    ck_assert_msg(wrong_lines == 0, "%s: %d of %d lines are wrong%s", name,
                  wrong_lines, lines, report);
}

START_TEST(test_golden_operator)
{
    int refused = strcmp(names[_i], "refused") == 0;

    run_file(names[_i], refused ? run_refused : run_line);
}
END_TEST

/* Every operator of the lectures has its file. */
START_TEST(test_golden_is_complete)
{
    static const char *const operators[] = {"conv1d",
                                            "conv2d",
                                            "conv3d",
                                            "conv_transpose1d",
                                            "conv_transpose2d",
                                            "conv_transpose3d",
                                            "deform_conv2d",
                                            "unfold",
                                            "fold",
                                            "toeplitz",
                                            "max_pool1d",
                                            "max_pool2d",
                                            "max_pool3d",
                                            "max_unpool2d",
                                            "avg_pool1d",
                                            "avg_pool2d",
                                            "avg_pool3d",
                                            "lp_pool2d",
                                            "adaptive_avg_pool1d",
                                            "adaptive_avg_pool2d",
                                            "adaptive_avg_pool3d",
                                            "global_avg_pool",
                                            "global_max_pool",
                                            "pad",
                                            "linear",
                                            "relu",
                                            "sigmoid",
                                            "tanh",
                                            "softmax",
                                            "log_softmax",
                                            "batch_norm",
                                            "cross_entropy",
                                            "nll_loss",
                                            "local_response_norm",
                                            "nchw_to_nhwc",
                                            "nhwc_to_nchw",
                                            "refused"};
    enum { OPERATORS = sizeof operators / sizeof operators[0] };

    for (int i = 0; i < OPERATORS; i++) {
        int found = 0;

        for (int j = 0; j < name_count; j++)
            found += strcmp(names[j], operators[i]) == 0;
        ck_assert_msg(found == 1, "%s has no golden file", operators[i]);
    }
    ck_assert_int_eq(name_count, OPERATORS);
}
END_TEST

/* A file of two numbers, written by hand. */
static size_t by_hand(unsigned char *bytes, const char *type, const char *order,
                      const char *shape, const void *numbers, size_t size)
{
    int length = snprintf((char *)bytes + 10, 200,
                          "{'descr': '%s', 'fortran_order': %s, "
                          "'shape': %s, }\n",
                          type, order, shape);

    memcpy(bytes, "\x93NUMPY\x01\x00", 8);
    bytes[8] = (unsigned char)length;
    bytes[9] = 0;
    memcpy(bytes + 10 + length, numbers, size);
    return 10 + (size_t)length + size;
}

/* A judge that let any of these pass would prove nothing above. */
START_TEST(test_golden_sees_what_is_wrong)
{
    const double must_be[] = {1, 2}, slack[] = {0, 0.25}, none[] = {NAN, 2};
    const float good[] = {1, 2.25f}, bad[] = {1, 2.5f}, nan[] = {NAN, 2};
    const float worse[] = {1.0000001f, 2};
    unsigned char a[300], b[300], c[300], y[300];
    golden_array expected, allowed, unknown;
    size_t size;
    char what[200];

    size = by_hand(a, "<f8", "False", "(2,)", must_be, 16);
    ck_assert_int_eq(golden_read(a, size, &expected), 1);
    ck_assert_int_eq(golden_read(a, size - 1, &expected), 0);
    ck_assert_int_eq(golden_read(a, size, &expected), 1);
    ck_assert_int_eq(
        golden_read(b, by_hand(b, "<f8", "False", "(2,)", slack, 16), &allowed),
        1);
    ck_assert_int_eq(
        golden_read(c, by_hand(c, "<f8", "False", "(2,)", none, 16), &unknown),
        1);
#define TRY(type, order, shape, numbers, expected)                             \
    golden_agrees(y, by_hand(y, type, order, shape, numbers, 8), expected,     \
                  &allowed, what)
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", good, &expected), 1);
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", bad, &expected), 0);
    ck_assert_ptr_nonnull(strstr(what, "[1] is 2.5,"));
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", worse, &expected), 0);
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", nan, &expected), 0);
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", nan, &unknown), 1);
    ck_assert_int_eq(TRY("<f4", "False", "(2,)", good, &unknown), 0);
    ck_assert_int_eq(TRY("<f4", "False", "(1, 2)", good, &expected), 0);
    ck_assert_str_eq(what, "shape (1, 2), must be (2)");
    ck_assert_int_eq(TRY("<f4", "True", "(2,)", good, &expected), 0);
    ck_assert_int_eq(TRY(">f4", "False", "(2,)", good, &expected), 0);
    ck_assert_int_eq(TRY("<f4", "False", "(1,)", good, &expected), 0);
    ck_assert_str_eq(what, "is no .npy file of version 1");
#undef TRY
}
END_TEST

static void fill(void)
{
    name_count = golden_names(names, MOST_FILES);
    suite_case("core");
    suite_loop(test_golden_operator, name_count);
    suite_case("manners");
    suite_test(test_golden_is_complete);
    suite_test(test_golden_sees_what_is_wrong);
}

int main(void)
{
    return suite_main("golden", fill);
}
