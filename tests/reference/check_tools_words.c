/* Tests of reference/tools: what is typed around the operators. Names and
 * options, manuals, files of every kind, and the commands that compute no
 * array. */
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

/* Whether the operator knows the option: it is wrong in another way than not
 * being taken. */
static int is_taken(const char *name, const char *option)
{
    char words[LINE_BYTES];

    (void)snprintf(words, sizeof words, "%s %s=", name, option);
    ck_assert_int_eq(program_run(words), 2);
    return strstr(program_err, "takes no") == NULL;
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

/* A manual has exactly the options that the operator takes, its example is a
 * command line of its own, and the name may be written with dashes. */
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
    (void)snprintf(words, sizeof words, "\nexample\n  convlings %s ", name);
    ck_assert_ptr_nonnull(strstr(manual, words));
    for (int i = 0; i < OPTIONS; i++) {
        /* the norm is called --p too, and listed once */
        if (strcmp(name, "lp_pool2d") == 0 && strcmp(options[i], "--p") == 0)
            continue;
        ck_assert_msg(lists(manual, options[i]) == is_taken(name, options[i]),
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
                    "--kernel-size is '2147483648';");
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
    npy_holds("y.npy", "1,1,1", "2");
    program_prints("softmax --dim -1 --output=y.npy --input x.npy", "");
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
    memcpy(bytes + 128, "\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4", 16);
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

START_TEST(test_info)
{
    setup();
    npy_put("x.npy", "5", "nan -1 inf 3 nan");
    program_prints("info x.npy",
                   "type      float32\nshape     (5,)\nversion   1.0\n"
                   "bytes     little endian\norder     C\nelements  5\n"
                   "minimum   -1\nmaximum   inf\nmean      inf\nNaN       2\n"
                   "infinite  1\n");
    npy_put_integers("x.npy", "0,3", "");
    program_prints("info - <x.npy",
                   "type      int64\nshape     (0, 3)\nversion   1.0\n"
                   "bytes     little endian\norder     C\nelements  0\n"
                   "NaN       0\ninfinite  0\n");
    program_refuses("info", ": info needs a file;");
    program_refuses("info a b", ": one word too many: 'b'\n");
    scratch_free();
}
END_TEST

START_TEST(test_shape)
{
    setup();
    program_prints("shape conv2d --input-shape 1,3,224,224 --weight-shape "
                   "64,3,7,7 --stride 2 --padding 3",
                   "1,64,112,112\n");
    program_prints("shape max-pool2d --input-shape 64,112,112 --kernel-size 3 "
                   "--stride 2 --padding 1",
                   "64,56,56\n");
    program_prints("shape conv_transpose1d --input-shape 2,4,5 --weight-shape "
                   "4,3,3 --stride 2 --groups 2",
                   "2,6,11\n");
    program_prints("shape unfold --input-shape 3,4,5 --kernel-size 2",
                   "12,12\n");
    program_prints("shape toeplitz --weight-shape 3,3 --input-size 4",
                   "4,16\n");
    program_prints("shape linear --input-shape 2,7,5 --weight-shape 4,5",
                   "2,7,4\n");
    program_prints("shape pad --input-shape 2,3 --pads 1,2", "2,6\n");
    program_prints("shape cross_entropy --input-shape 2,3,4", "\n");
    program_prints("shape nll_loss --input-shape 2,3,4 --reduction none",
                   "2,4\n");
    program_prints("shape max_unpool2d --input-shape 1,2,3,3 --kernel-size 2",
                   "1,2,6,6\n");
    program_prints("shape deform_conv2d --input-shape 1,2,5,5 --weight-shape "
                   "3,2,3,3",
                   "1,3,3,3\n");
    program_prints("shape batch_norm --input-shape 4,3,2", "4,3,2\n");
    npy_put("x.npy", "1,1,3,3", "1 2 3 4 5 6 7 8 9");
    program_prints("shape conv2d --input x.npy --weight-shape 2,1,2,2",
                   "1,2,2,2\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_shape_refuses)
{
    setup();
    npy_put("x.npy", "1,1,3,3", "1 2 3 4 5 6 7 8 9");
    program_refuses("shape conv2d --input-shape 1,3,2,2 --weight-shape 4,3,7,7",
                    ": the kernel's height in --weight-shape is 7: with "
                    "--dilation 1 the kernel spans 7; it must fit in the "
                    "padded size 2\n");
    program_refuses("shape conv2d --input-shape 1,3,9,9 --weight-shape 4,2,7,7",
                    ": --weight-shape has shape (4, 2, 7, 7); with 3 input "
                    "channels");
    program_refuses("shape conv2d --input x.npy --input-shape 1,1,3,3 "
                    "--weight-shape 1,1,1,1",
                    ": --input and --input-shape are both given;");
    program_refuses("shape conv2d --input x.npy --weight-shape 1,1,1,-1",
                    ": --weight-shape is 1,1,1,-1; it must not hold a number "
                    "below 0\n");
    program_refuses("shape conv2d --input x.npy",
                    ": conv2d needs --weight; `convlings help conv2d`");
    program_refuses("shape relu --input x.npy --output y.npy",
                    ": nothing is written here; leave --output out\n");
    program_refuses("relu --input-shape 3 --output y.npy",
                    ": relu takes no --input-shape;");
    program_refuses("shape conv2d --input-shape 1,1,2147483647,2 "
                    "--weight-shape 1,1,1,1 --padding 1",
                    "the padded size 2147483649 must not exceed 2147483647\n");
    program_refuses("shape linear --input-shape 100000,100000,1 "
                    "--weight-shape 1,1",
                    "at most 2147483647\n");
    scratch_free();
}
END_TEST

/* The first layer of ResNet-50, and a dense layer. */
START_TEST(test_cost)
{
    setup();
    program_prints("cost conv2d --input-shape 1,3,224,224 --weight-shape "
                   "64,3,7,7 --bias-shape 64 --stride 2 --padding 3",
                   "parameters     9472\nmultiply-adds  118013952\n"
                   "outputs        802816\n");
    program_prints("cost conv1d --input-shape 1,2,5 --weight-shape 3,2,2",
                   "parameters     12\nmultiply-adds  48\n"
                   "outputs        12\n");
    program_prints("cost conv_transpose2d --input-shape 1,2,3,3 "
                   "--weight-shape 2,4,2,2 --stride 2",
                   "parameters     32\nmultiply-adds  288\n"
                   "outputs        144\n");
    program_prints("cost linear --input-shape 7,5 --weight-shape 4,5 "
                   "--bias-shape 4",
                   "parameters     24\nmultiply-adds  20\n"
                   "outputs        4\n");
    program_refuses("cost conv2d --input-shape 1,3,8,8 --weight-shape 4,3,3,3 "
                    "--bias-shape 3",
                    ": --bias-shape has shape (3,); with 4 output channels it "
                    "must be (4,)\n");
    scratch_free();
}
END_TEST

/* AlexNet up to its last pool. */
START_TEST(test_receptive_field)
{
    setup();
    program_prints(
        "receptive-field --input-size 227 --layers 'conv k=11 s=4; "
        "max_pool2d k=3 s=2; conv2d k=5 p=2; pool s=2;'",
        "layer           k    s    p    d    field     jump    start   output\n"
        "conv           11    4    0    1       11        4        0       55\n"
        "max_pool2d      3    2    0    1       19        8        0       27\n"
        "conv2d          5    1    2    1       51        8      -16       27\n"
        "pool            3    2    0    1       67       16      -16       "
        "13\n");
    program_prints(
        "receptive_field --layers 'conv d=2; avgpool k=2'",
        "layer           k    s    p    d    field     jump    start\n"
        "conv            3    1    0    2        5        1        0\n"
        "avgpool         2    2    0    1        6        2        0\n");
    scratch_free();
}
END_TEST

START_TEST(test_receptive_field_refuses)
{
    setup();
    program_refuses("receptive-field", ": receptive-field needs --layers;");
    program_refuses("receptive-field --layers ' ; '",
                    ": --layers holds no layer\n");
    program_refuses("receptive-field --layers 'conv; relu'",
                    ": layer 2 of --layers: 'relu' is neither conv nor pool\n");
    program_refuses("receptive-field --layers 'conv4d'", "'conv4d' is neither");
    program_refuses("receptive-field --layers 'conv x=3'",
                    ": layer 1 of --layers: 'x=3' is none of k=, s=, p= and d= "
                    "with a number\n");
    program_refuses("receptive-field --layers 'conv k'", "'k' is none of");
    program_refuses("receptive-field --layers 'conv k=two'",
                    "'k=two' needs an integer after the =\n");
    program_refuses("receptive-field --layers 'conv s=0'",
                    "'s=0' must be at least 1\n");
    program_refuses("receptive-field --layers 'conv; conv k=9' --input-size 8",
                    ": layer 2 of --layers, conv: a kernel of 9 with dilation "
                    "1 does not fit in its input of 6 with padding 0\n");
    program_refuses("receptive-field --layers conv --input-size 0",
                    ": --input-size is '0'; it must be an integer from 1");
    program_refuses("receptive-field --layers 'conv s=2147483647; "
                    "conv s=2147483647; conv s=2147483647; conv k=9'",
                    "more inputs than can be counted\n");
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
    suite_test(test_info);
    suite_test(test_shape);
    suite_test(test_cost);
    suite_test(test_receptive_field);
    suite_case("manners");
    suite_test(test_unknown_names);
    suite_test(test_options_are_typed_wrong);
    suite_test(test_shape_refuses);
    suite_test(test_receptive_field_refuses);
}

int main(void)
{
    return suite_main("tools_words", fill);
}
