/* Tests of reference/tools: the program and its command `correlate`. */
#include <string.h>

#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

/* Makes a text file in the scratch folder. */
#define WRITE(name, text) scratch_write(name, text, sizeof(text) - 1)

static void setup(void)
{
    (void)scratch_new();
}

START_TEST(test_correlate_prints_the_lectures_examples)
{
    setup();
    program_prints("correlate '1 2 3; 4 5 6; 7 8 9' '10 20; 30 40'",
                   "370  470\n670  770\n");
    program_prints("correlate '2 -1 2' '1 2' --flip --pad full",
                   "2  3  0  4\n");
    program_prints("correlate '1 2 3;4 5 6;7 8 9' '10 20 30;40 50 60;30 20 10' "
                   "--pad same",
                   " 300   600   500\n 800  1370  1000\n1060  1540   940\n");
    program_prints(
        "correlate '0 1 0 1 1; 0 0 1 2 2; 0 1 1 1 0; 1 1 0 1 2; 0 1 0 0 2' "
        "'1 0 1; 0 1 2; 0 1 0' --pad=same --border symmetric",
        " 3   1   5   6   7\n 1   3   8   8   8\n 3   5   5   5   6\n"
        " 4   3   4   6   9\n 4   3   2   6  11\n");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_paddings_and_borders)
{
    setup();
    program_prints("correlate '1 2 3 4' '1 10' --pad valid", "21  32  43\n");
    program_prints("correlate '1 2 3 4' '1 10' --pad same", "21  32  43   4\n");
    program_prints("correlate '1;2;3;4' '1;10' --pad same", "21\n32\n43\n 4\n");
    program_prints("correlate '1 2 3 4' '1 10' --pad full",
                   "10  21  32  43   4\n");
    program_prints("correlate '1 2 3 4' '1 10' --pad full --border circular",
                   "14  21  32  43  14\n");
    program_prints("correlate '1 2 3 4' '1 10' --pad full --border reflect",
                   "12  21  32  43  34\n");
    program_prints("correlate '1 2 3 4' '1 10' --pad full --border replicate",
                   "11  21  32  43  44\n");
    program_prints("correlate '1;2;3' '1;10' --flip", "12\n23\n");
    program_prints("correlate '1 2;3 4' '1 2;3 4' --flip", "20\n");
    program_prints("correlate '-1 0.5' -2", " 2  -1\n");
    program_prints("correlate '0 1' -1", " 0  -1\n");
    program_prints("correlate -- '1,1' '2'", "2  2\n");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_reads_text_files)
{
    setup();
    WRITE("x.txt", "# an image\n1, 2, 3\r\n\n4 5 6 # row\n7\t8 9");
    WRITE("k", "10 20; 30 40");
    program_prints("correlate @x.txt @k", "370  470\n670  770\n");
    WRITE("bin", "1 2\0003");
    program_refuses("correlate @bin 1", "not a text file");
    WRITE("bad", "1 2\n3 x4\n");
    program_refuses("correlate @bad 1", "'x4' is not a number");
    WRITE("ragged", "1 2\n3\n");
    program_refuses("correlate @ragged 1", ": row 2 has 1 number, row 1 has 2");
    WRITE("none", "# nothing\n");
    program_refuses("correlate @none 1", "no numbers in it");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_refuses)
{
    setup();
    program_refuses("correlate", "two matrices");
    program_refuses("correlate 1", "two matrices");
    program_refuses("correlate 1 1 1", "one word too many: '1'");
    program_refuses("correlate '1 2; 3' 1",
                    ": '1 2; 3': row 2 has 1 number, row 1 has 2\n");
    program_refuses("correlate 1 '1\n2 3'",
                    ": '1;2 3': row 2 has 2 numbers, row 1 has 1\n");
    program_refuses("correlate '' 1", "no numbers");
    program_refuses("correlate ' ;; ' 1", "no numbers");
    program_refuses("correlate '1 1e99' 1", "'1e99' is too large for float32");
    program_refuses("correlate '1 1-2' 1", "'1-2' is not a number");
    program_refuses("correlate nan 1", "'nan' is neither");
    program_refuses("correlate 1 '1 2' --pad sme",
                    "unknown padding 'sme'; did you "
                    "mean same?");
    program_refuses("correlate 1 1 --border mirror", "zeros, reflect");
    program_refuses("correlate 1 1 --flip=1", "--flip takes no value");
    program_refuses("correlate 1 1 --pad", "--pad needs a value");
    program_refuses("correlate 1 1 --pad same --pad full", "given twice");
    program_refuses("correlate 1 1 --flop", "did you mean --flip?");
    scratch_free();
}
END_TEST

/* What is meant as a matrix and is none: the word at fault. A file of that
 * name is a file after all. */
START_TEST(test_correlate_tells_a_literal_from_a_file)
{
    setup();
    program_refuses("correlate '1 2 x' 1", ": '1 2 x': 'x' is not a number\n");
    program_refuses("correlate '[1,2]' 1", ": '[1,2]': '[1' is not a number\n");
    program_refuses("correlate 1 '1;x'", ": '1;x': 'x' is not a number\n");
    program_refuses("correlate x 1", ": 'x' is neither a matrix nor a file\n");
    program_refuses("correlate x1 1",
                    ": 'x1' is neither a matrix nor a file\n");
    program_refuses("correlate 'x y' 1",
                    ": 'x y' is neither a matrix nor a file\n");
    program_refuses("correlate 'no/x 1' 1",
                    ": 'no/x 1' is neither a matrix nor a file\n");
    program_refuses(
        "correlate '1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 x' 1",
        ": '1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 ...': 'x' is not");
    WRITE("1 x", "7 8");
    program_prints("correlate '1 x' 2", "14  16\n");
    program_prints("correlate '1 2 # x' 1", "1  2\n");
    scratch_free();
}
END_TEST

/* Sizes that do not go together, in words of the command line. The limits of
 * the borders are PyTorch's. */
START_TEST(test_correlate_sizes_that_do_not_fit)
{
    setup();
    program_refuses("correlate '1 2 3' '1 2 3 4'",
                    ": the kernel is 4 long, the signal 3: it does not fit "
                    "(--pad full allows it)\n");
    program_refuses("correlate '1 2 3; 4 5 6' '1 2;3 4;5 6'",
                    ": the kernel is 3 x 2, the matrix 2 x 3: it does not fit "
                    "(--pad full allows it)\n");
    program_refuses("correlate '1;2' '1 2'",
                    "the kernel is 1 x 2, the matrix 2 x 1:");
    program_refuses("correlate '1 2' '1;2'",
                    "the kernel is 2 x 1, the matrix 1 x 2:");
    program_prints("correlate '1 2 3' '1 2 3 4' --pad full",
                   " 4  11  20  14   8   3\n");
    program_refuses(
        "correlate '1 2' '1 1 1' --pad full --border reflect",
        ": the kernel reaches 2 beyond the signal, whose length is 2; "
        "--border reflect allows at most 1 (zeros, symmetric and "
        "replicate allow any)\n");
    program_refuses("correlate '1 2' '1 1 1 1' --pad full --border circular",
                    "reaches 3 beyond the signal, whose length is 2; --border "
                    "circular allows at most 2 ");
    program_refuses("correlate '1 2;3 4' '1;1;1;1' --pad same --border reflect",
                    "reaches 2 beyond the matrix, whose height is 2;");
    program_refuses("correlate '1;2' '1 1 1' --pad same --border reflect",
                    "reaches 1 beyond the matrix, whose width is 1;");
    program_prints("correlate '1 2' '1 1 1' --pad full --border symmetric",
                   "4  4  5  5\n");
    scratch_free();
}
END_TEST

/* 5000 rows under 5000 columns would print 25 million numbers. */
START_TEST(test_correlate_does_not_flood)
{
    char column[2 * 5000], row[2 * 5000];

    setup();
    for (int at = 0; at < 5000; at++) {
        column[2 * at] = row[2 * at] = '1';
        column[2 * at + 1] = '\n';
        row[2 * at + 1] = ' ';
    }
    scratch_write("x", column, sizeof column);
    scratch_write("k", row, sizeof row);
    program_refuses(
        "correlate @x @k --pad full",
        ": the result would be 5000 x 5000; at most 16777216 numbers are "
        "printed\n");
    scratch_free();
}
END_TEST

START_TEST(test_program_help_and_unknown_words)
{
    setup();
    ck_assert_int_eq(program_run("help"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "correlate"));
    ck_assert_ptr_nonnull(strstr(program_out, "filter"));
    ck_assert_int_eq(program_run("help filter"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "sobel-x"));
    ck_assert_int_eq(program_run("filter --help"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "usage: convlings filter"));
    ck_assert_int_eq(program_run("help correlate"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "--flip"));
    ck_assert_int_eq(program_run("--version"), 0);
    ck_assert_int_eq(strncmp(program_out, "convlings ", 10), 0);
    program_refuses("fliter", "unknown command 'fliter'; did you mean filter?");
    program_refuses("help corelate", "did you mean correlate?");
    program_refuses("xyzzy",
                    "unknown command 'xyzzy'; `convlings help` lists them");
    program_refuses("f", "did you mean filter, fold?");
    program_refuses("x", "`convlings help` lists them");
    ck_assert_int_eq(program_run(""), 2);
    ck_assert_ptr_nonnull(strstr(program_err, "usage: convlings"));
    scratch_free();
}
END_TEST

/* A full disk behind stdout; no stdout at all. */
START_TEST(test_program_notices_lost_output)
{
    setup();
    program_refuses("correlate 1 1 >/dev/full", "the output cannot be written");
    program_refuses("correlate 1 1 >&-", "the output cannot be written");
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_correlate_prints_the_lectures_examples);
    suite_test(test_correlate_paddings_and_borders);
    suite_test(test_correlate_reads_text_files);
    suite_case("edges");
    suite_test(test_program_notices_lost_output);
    suite_case("manners");
    suite_test(test_program_help_and_unknown_words);
    suite_test(test_correlate_refuses);
    suite_test(test_correlate_tells_a_literal_from_a_file);
    suite_test(test_correlate_sizes_that_do_not_fit);
    suite_test(test_correlate_does_not_flood);
}

int main(void)
{
    return suite_main("tools", fill);
}
