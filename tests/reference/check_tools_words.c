/* Tests of reference/tools: what is typed around the operators. Names and
 * options, manuals, files of every kind. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

enum { LINE_BYTES = 400 };

static const char *const operators[] = {
    "conv1d",
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
    "dropout",
    "local_response_norm",
    "nchw_to_nhwc",
    "nhwc_to_nchw",
};

static const char *const options[] = {
    "--input",
    "--weight",
    "--bias",
    "--offset",
    "--mask",
    "--target",
    "--indices",
    "--running-mean",
    "--running-var",
    "--output",
    "--updated-mean",
    "--updated-var",
    "--return-indices",
    "--columns",
    "--row-starts",
    "--output-size",
    "--input-size",
    "--kernel-size",
    "--stride",
    "--padding",
    "--pads",
    "--padding-mode",
    "--mode",
    "--value",
    "--dilation",
    "--groups",
    "--algorithm",
    "--threads",
    "--output-padding",
    "--norm-type",
    "--dim",
    "--divisor-override",
    "--seed",
    "--momentum",
    "--eps",
    "--size",
    "--alpha",
    "--beta",
    "--k",
    "--reduction",
    "--label-smoothing",
    "--ignore-index",
    "--ceil-mode",
    "--count-include-pad",
    "--training",
    "--csr",
    "--p",
};

enum {
    OPERATORS = sizeof operators / sizeof operators[0],
    OPTIONS = sizeof options / sizeof options[0]
};

static void setup(void)
{
    (void)scratch_new();
}

/* Whether a manual has a line for an option. */
static int lists(const char *manual, const char *option)
{
    char line[LINE_BYTES];

    (void)snprintf(line, sizeof line, "\n  %s ", option);
    return strstr(manual, line) != NULL;
}

/* Prints those of the options that the operator knows: they are wrong in
 * another way than not being taken. One shell tries them all. */
static void run_options(const char *name)
{
    char words[PROGRAM_TEXT_BYTES] = "help >/dev/null; echo; for o in";

    for (int i = 0; i < OPTIONS; i++)
        (void)snprintf(words + strlen(words), sizeof words - strlen(words),
                       " %s", options[i]);
    (void)snprintf(words + strlen(words), sizeof words - strlen(words),
                   "; do text=$(\"$convlings\" %s $o= 2>&1); case $?$text in "
                   "2*'takes no'*) ;; 2*) echo $o ;; *) exit 1 ;; esac; done",
                   name);
    ck_assert_int_eq(program_run(words), 0);
}

/* Whether the options that were printed have this one. */
static int is_taken(const char *option)
{
    char line[LINE_BYTES];

    (void)snprintf(line, sizeof line, "\n%s\n", option);
    return strstr(program_out, line) != NULL;
}

/* How many lines of a list a text has. */
static int entries(const char *text)
{
    int count = 0;

    while ((text = strstr(text, "\n  "))) {
        text += 3;
        count += *text != ' ';
    }
    return count;
}

/* No line is too long for a terminal. */
static void check_width(const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");

        ck_assert_msg(length <= 80, "too long: %.*s", (int)length, text);
        text += length + (text[length] == '\n');
    }
}

/* The example of a manual is right but for its files, which are not there. */
static void run_example(const char *manual)
{
    static const char before[] = "\nexample\n  convlings ";
    char words[LINE_BYTES];

    manual = strstr(manual, before);
    ck_assert_ptr_nonnull(manual);
    (void)snprintf(words, sizeof words, "%s", manual + strlen(before));
    for (char *c = words; *c; c++)
        if (*c == '\n')
            *c = ' ';
    program_refuses(words, ".npy: cannot be opened");
}

/* A manual has exactly the options that the operator takes, a right example,
 * and the name may be written with dashes. */
START_TEST(test_manual_lists_all_options)
{
    static char manual[PROGRAM_TEXT_BYTES];
    char words[LINE_BYTES];
    const char *name = operators[_i];

    setup();
    (void)snprintf(words, sizeof words, "help %s", name);
    ck_assert_int_eq(program_run(words), 0);
    memcpy(manual, program_out, sizeof manual);
    check_width(manual);
    (void)snprintf(words, sizeof words, "usage: convlings %s ", name);
    ck_assert_int_eq(strncmp(manual, words, strlen(words)), 0);
    run_example(manual);
    run_options(name);
    for (int i = 0; i < OPTIONS; i++) {
        /* the norm is called --p too, and listed once */
        if (strcmp(name, "lp_pool2d") == 0 && strcmp(options[i], "--p") == 0)
            continue;
        ck_assert_msg(lists(manual, options[i]) == is_taken(options[i]),
                      "%s: %s", name, options[i]);
    }
    (void)snprintf(words, sizeof words, "help %s", name);
    for (char *c = words; *c; c++)
        if (*c == '_')
            *c = '-';
    program_prints(words, manual);
    scratch_free();
}
END_TEST

START_TEST(test_overview_has_everything)
{
    enum { TOOLS = 6 };
    static const char *const tools[TOOLS] = {
        "filter", "correlate", "shape", "cost", "receptive-field", "info"};

    setup();
    ck_assert_int_eq(program_run("help"), 0);
    check_width(program_out);
    for (int i = 0; i < OPERATORS; i++)
        ck_assert_msg(lists(program_out, operators[i]), "%s", operators[i]);
    for (int i = 0; i < TOOLS; i++)
        ck_assert_msg(lists(program_out, tools[i]), "%s", tools[i]);
    /* nothing that this file does not know, but for help */
    ck_assert_int_eq(entries(program_out), OPERATORS + TOOLS + 1);
    for (int i = 0; i < TOOLS; i++) {
        char words[LINE_BYTES];

        (void)snprintf(words, sizeof words, "help %s", tools[i]);
        ck_assert_int_eq(program_run(words), 0);
        check_width(program_out);
        (void)snprintf(words, sizeof words, "usage: convlings %s ", tools[i]);
        ck_assert_int_eq(strncmp(program_out, words, strlen(words)), 0);
    }
    ck_assert_int_eq(program_run("--version"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "inner loops: "));
    scratch_free();
}
END_TEST

START_TEST(test_unknown_names)
{
    setup();
    program_refuses("conv2", "unknown command 'conv2'; did you mean ");
    program_refuses("max-pol2d",
                    "unknown command 'max-pol2d'; did you mean max_pool2d?");
    program_refuses("help softmx", "did you mean softmax?");
    program_refuses("help maxpool3", "did you mean max_pool3d?");
    program_refuses("shape conv2", "unknown operator 'conv2'; did you mean ");
    program_refuses("shape", "shape needs an operator; see `convlings help "
                             "shape`\n");
    program_refuses("cost zzzzz", "unknown operator 'zzzzz'; `convlings help` "
                                  "lists them\n");
    program_refuses("cost relu --input-shape 3", "cost does not know relu;");
    scratch_free();
}
END_TEST

START_TEST(test_options_are_typed_wrong)
{
    setup();
    npy_put("x.npy", "1,1,2", "1 2");
    program_refuses("max_pool1d --input x.npy --kernel-siz 2 --output y.npy",
                    ": unknown option '--kernel-siz'; did you mean "
                    "--kernel-size?\n");
    program_refuses("relu --inptu x.npy", "did you mean --input?\n");
    program_refuses("relu --zzzzzz", ": unknown option '--zzzzzz'; there are "
                                     "--input, --output\n");
    program_refuses("relu --dim 1", ": relu takes no --dim; `convlings help "
                                    "relu` lists what it takes\n");
    program_refuses("relu --input x.npy --input x.npy",
                    ": option --input is given twice\n");
    program_refuses("relu --input", ": option --input needs a value after it");
    program_refuses("relu --input --output y.npy",
                    ": option --input needs a value after it");
    program_refuses("relu --input= --output y.npy",
                    ": --input is empty; it must name a file\n");
    program_refuses("relu x.npy --output y.npy", ": one word too many: "
                                                 "'x.npy'\n");
    program_refuses("relu --input x.npy", ": relu needs --output; `convlings "
                                          "help relu` says more\n");
    program_refuses("relu --output y.npy", ": relu needs --input;");
    program_refuses("relu -i x.npy", ": unknown option '-i'");
    program_refuses("max_pool1d --kernel-size 2,", ": --kernel-size is '2,';");
    program_refuses("max_pool1d --kernel-size two",
                    ": --kernel-size is 'two'; it must be integers with commas "
                    "between them, such as 3 or 3,2\n");
    program_refuses("max_pool1d --kernel-size 2.5", "--kernel-size is '2.5';");
    program_refuses("max_pool1d --kernel-size 2147483648",
                    "--kernel-size is '2147483648'; its numbers must be from "
                    "-2147483648 to 2147483647\n");
    program_refuses("max_pool1d --kernel-size 2,99999999999999999999",
                    "99999999999'; its numbers must be from -2147483648");
    program_refuses("dropout --seed 9223372036854775808",
                    "'; it must be from -9223372036854775808 to ");
    program_refuses("batch_norm --eps small", ": --eps is 'small'; it must be "
                                              "a number\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_options_are_typed_in_many_ways)
{
    setup();
    npy_put("x.npy", "1,1,2", "1 2");
    program_prints("max_pool1d --kernel_size=2 -o y.npy --input=x.npy", "");
    program_prints("max_pool1d --kernel-size 2 --input x.npy --ceil-mode "
                   "-o y.npy",
                   "");
    npy_holds("y.npy", "1,1,1", "2");
    program_prints("softmax --dim -1 --output=y.npy --input x.npy", "");
    ck_assert_int_eq(program_run("-h"), 0);
    ck_assert_int_eq(strncmp(program_out, "usage: convlings OPERATOR", 25), 0);
    ck_assert_int_eq(program_run("max_pool1d --kernel-size 2 --help"), 0);
    ck_assert_int_eq(strncmp(program_out, "usage: convlings max_pool1d", 27),
                     0);
    scratch_free();
}
END_TEST

/* float64, big endian, Fortran order; then files that are none. */
START_TEST(test_files_of_other_kinds)
{
    static const char header[] =
        "\x93NUMPY\x01\x00\x76\x00"
        "{'descr': '>i4', 'fortran_order': True, 'shape': (2, 2), }";
    char bytes[128 + 16];

    setup();
    memset(bytes, ' ', 128);
    memcpy(bytes, header, sizeof header - 1);
    bytes[127] = '\n';
    memset(bytes + 128, 0, 16);
    for (int i = 0; i < 4; i++)
        bytes[128 + 4 * i + 3] = (char)(1 + i);
    scratch_write("x.npy", bytes, sizeof bytes);
    program_prints("relu --input x.npy --output y.npy", "");
    npy_holds("y.npy", "2,2", "1 3 2 4");
    program_prints("info x.npy",
                   "type      int32\nshape     (2, 2)\nversion   1.0\n"
                   "bytes     big endian\norder     Fortran\nelements  4\n"
                   "minimum   1\nmaximum   4\nmean      2.5\nNaN       0\n"
                   "infinite  0\n");
    scratch_write("x.npy", bytes, sizeof bytes - 1);
    program_refuses("relu --input x.npy --output z.npy", ": x.npy: ");
    program_refuses("info x.npy", ": x.npy: ");
    program_refuses("relu --input none.npy --output z.npy", ": none.npy: ");
    program_refuses("relu --input . --output z.npy", ": .: ");
    program_refuses("relu --input y.npy --output no/z.npy", ": no/z.npy: ");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_manual_lists_all_options, OPERATORS);
    suite_test(test_overview_has_everything);
    suite_test(test_options_are_typed_in_many_ways);
    suite_test(test_files_of_other_kinds);
    suite_case("manners");
    suite_test(test_unknown_names);
    suite_test(test_options_are_typed_wrong);
}

int main(void)
{
    return suite_main("tools_words", fill);
}
