/* Tests of reference/tools: pools as commands, and several outputs at once.
 * Expected numbers are worked out on paper. */
#include <unistd.h>

#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

#define MAX2D "max_pool2d --input x.npy --output y.npy --kernel-size "
#define AVG2D "avg_pool2d --input x.npy --output y.npy --kernel-size "

static void setup(void)
{
    (void)scratch_new();
    npy_put("x.npy", "1,1,3,3", "1 2 3 4 5 6 7 8 9");
}

/* Lecture 000: 1 4 | -1 0 | 2 -2 | 1 3 | 3 1. */
START_TEST(test_max_pool1d)
{
    setup();
    npy_put("x.npy", "1,10", "1 4 -1 0 2 -2 1 3 3 1");
    program_prints("max-pool1d --input x.npy --kernel-size 2 --output y.npy "
                   "--return-indices i.npy",
                   "");
    npy_holds("y.npy", "1,5", "4 0 2 3 3");
    npy_holds_integers("i.npy", "1,5", "1 3 4 7 8");
    scratch_free();
}
END_TEST

START_TEST(test_max_pool2d)
{
    setup();
    program_prints(MAX2D "2", "");
    npy_holds("y.npy", "1,1,1,1", "5");
    program_prints(MAX2D "2 --stride 1 --return-indices i.npy", "");
    npy_holds("y.npy", "1,1,2,2", "5 6 8 9");
    npy_holds_integers("i.npy", "1,1,2,2", "4 5 7 8");
    program_prints(MAX2D "2 --ceil-mode", "");
    npy_holds("y.npy", "1,1,2,2", "5 6 8 9");
    program_prints(MAX2D "2 --padding 1", "");
    npy_holds("y.npy", "1,1,2,2", "1 3 7 9");
    program_prints(MAX2D "2 --pads 0,0,1,1", "");
    npy_holds("y.npy", "1,1,2,2", "5 6 8 9");
    program_prints(MAX2D "2 --dilation 2", "");
    npy_holds("y.npy", "1,1,1,1", "9");
    program_prints(MAX2D "1,2 --stride 2,1", "");
    npy_holds("y.npy", "1,1,2,2", "2 3 8 9");
    scratch_free();
}
END_TEST

START_TEST(test_flags_may_have_a_value)
{
    setup();
    program_prints(MAX2D "2 --ceil-mode=false", "");
    npy_holds("y.npy", "1,1,1,1", "5");
    program_prints(MAX2D "2 --ceil-mode true", "");
    npy_holds("y.npy", "1,1,2,2", "5 6 8 9");
    program_prints(MAX2D "2 --no-ceil-mode", "");
    npy_holds("y.npy", "1,1,1,1", "5");
    program_refuses(MAX2D "2 --ceil-mode maybe",
                    ": --ceil-mode is 'maybe'; it must be true or false\n");
    program_refuses(MAX2D "2 --no-ceil-mode=true", "takes no value");
    program_refuses(MAX2D "2 --ceil-mode --no-ceil-mode", "given twice");
    scratch_free();
}
END_TEST

START_TEST(test_pools_of_volumes)
{
    setup();
    npy_put("x.npy", "1,1,2,2,2", "1 2 3 4 5 6 7 8");
    program_prints("max_pool3d --input x.npy --kernel-size 2 --output y.npy "
                   "--return-indices i.npy",
                   "");
    npy_holds("y.npy", "1,1,1,1,1", "8");
    npy_holds_integers("i.npy", "1,1,1,1,1", "7");
    program_prints("max_pool3d --input x.npy --kernel-size 1,2,2 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,1,1", "4 8");
    program_prints("avg_pool3d --input x.npy --kernel-size 2 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,1,1", "4.5");
    program_prints("avg_pool3d --input x.npy --kernel-size 2,1,1 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,2,2", "3 4 5 6");
    program_prints("adaptive_avg_pool3d --input x.npy --output-size 2,1,1 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,1,1", "2.5 6.5");
    program_prints("global_avg_pool --input x.npy --output y.npy", "");
    npy_holds("y.npy", "1,1,1,1,1", "4.5");
    scratch_free();
}
END_TEST

START_TEST(test_max_unpool2d)
{
    setup();
    npy_put("x.npy", "1,1,1,1", "5");
    npy_put_integers("i.npy", "1,1,1,1", "2");
    program_prints("max_unpool2d --input x.npy --indices i.npy "
                   "--kernel-size 2 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,2", "0 0 5 0");
    program_prints("max_unpool2d --input x.npy --indices i.npy "
                   "--kernel-size 2 --output-size 3,2 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,3,2", "0 0 5 0 0 0");
    program_refuses("max_unpool2d --input x.npy --indices i.npy "
                    "--kernel-size 2 --output-size 4,2 --output z.npy",
                    ": --output-size is 4,2; along the height it must be less "
                    "than 2 away from 2\n");
    npy_put("x.npy", "1,1,1,2", "5 6");
    npy_put_integers("i.npy", "1,1,1,2", "0 2");
    program_prints("max_unpool2d --input x.npy --indices i.npy "
                   "--kernel-size 1,2 --output-size 1,3 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,3", "5 0 6");
    program_refuses("max_unpool2d --input x.npy --indices i.npy "
                    "--kernel-size 1,2 --output-size 1,2 --output z.npy",
                    ": --output-size is 1,2; along the width it must be less "
                    "than 2 away from 4\n");
    npy_put("x.npy", "1,1,1,1", "5");
    npy_put_integers("i.npy", "1,1,1,1", "4");
    program_refuses("max_unpool2d --input x.npy --indices i.npy "
                    "--kernel-size 2 --output z.npy",
                    ": --indices (i.npy) at [0,0,0,0] is 4; it must be from 0 "
                    "to 3\n");
    npy_put("i.npy", "1,1,1,1", "2");
    program_refuses("max_unpool2d --input x.npy --indices i.npy "
                    "--kernel-size 2 --output z.npy",
                    ": --indices (i.npy) holds float32; indices must be "
                    "integers\n");
    npy_put_integers("i.npy", "1,1,1,2", "2 3");
    program_refuses("max_unpool2d --input x.npy --indices i.npy "
                    "--kernel-size 2 --output z.npy",
                    ": --indices (i.npy) has shape (1, 1, 1, 2); as the input "
                    "it must be (1, 1, 1, 1)\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

/* What padding counts is PyTorch's default: it does. */
START_TEST(test_avg_pool)
{
    setup();
    program_prints(AVG2D "2 --padding 1", "");
    npy_holds("y.npy", "1,1,2,2", "0.25 1.25 2.75 7");
    program_prints(AVG2D "2 --padding 1 --count-include-pad false", "");
    npy_holds("y.npy", "1,1,2,2", "1 2.5 5.5 7");
    program_prints(AVG2D "2 --padding 1 --no-count-include-pad", "");
    npy_holds("y.npy", "1,1,2,2", "1 2.5 5.5 7");
    program_prints(AVG2D "2 --divisor-override 6", "");
    npy_holds("y.npy", "1,1,1,1", "2");
    program_prints(AVG2D "2 --ceil-mode", "");
    npy_holds("y.npy", "1,1,2,2", "3 4.5 7.5 9");
    npy_put("x.npy", "1,1,4", "1 2 3 4");
    program_prints("avg_pool1d --input x.npy --kernel-size 2 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2", "1.5 3.5");
    program_prints("avg_pool1d --input x.npy --kernel-size 2 --stride 1 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,3", "1.5 2.5 3.5");
    scratch_free();
}
END_TEST

START_TEST(test_lp_pool2d)
{
    setup();
    npy_put("x.npy", "1,1,2,2", "3 4 6 8");
    program_prints("lp_pool2d --input x.npy --norm-type 2 --kernel-size 1,2 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,1", "5 10");
    program_prints("lp_pool2d --input x.npy --p 1 --kernel-size 2 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,1", "21");
    program_refuses("lp_pool2d --input x.npy --kernel-size 2 --output z.npy",
                    "lp_pool2d needs --norm-type;");
    program_refuses("lp_pool2d --input x.npy --kernel-size 2 --p 0 "
                    "--output z.npy",
                    ": --norm-type is 0; it must be a finite number other "
                    "than 0\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_adaptive_and_global)
{
    setup();
    program_prints("adaptive_avg_pool2d --input x.npy --output-size 1 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,1", "5");
    program_prints("adaptive-avg-pool2d --input x.npy --output-size 1,3 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,3", "4 5 6");
    program_prints("global_avg_pool --input x.npy --output y.npy", "");
    npy_holds("y.npy", "1,1,1,1", "5");
    program_prints("global_max_pool --input x.npy --output y.npy", "");
    npy_holds("y.npy", "1,1,1,1", "9");
    npy_put("x.npy", "1,5", "1 2 3 4 5");
    program_prints("adaptive_avg_pool1d --input x.npy --output-size 2 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,2", "2 4");
    program_refuses("adaptive_avg_pool1d --input x.npy --output-size -1 "
                    "--output z.npy",
                    ": --output-size is -1; it must be at least 1\n");
    program_refuses("global_max_pool --input x.npy --output z.npy",
                    ": --input (x.npy) has shape (1, 5); global_max_pool takes "
                    "(N, C, W), (N, C, H, W) or (N, C, D, H, W)\n");
    program_refuses("adaptive_avg_pool1d --input x.npy --output-size "
                    "2000000000 --output z.npy",
                    ": --output would have shape (1, 2000000000); there is no "
                    "room for it\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_pools_refuse)
{
    setup();
    program_refuses(MAX2D "4", ": --kernel-size is 4: with --dilation 1 the "
                               "kernel spans 4; it must fit in the padded "
                               "size 3\n");
    program_refuses(MAX2D "0,2", ": --kernel-size along the height is 0; it "
                                 "must be at least 1\n");
    program_refuses(MAX2D "2 --stride 0",
                    ": --stride is 0; it must be at least 1\n");
    program_refuses(MAX2D "2 --stride 1,0",
                    ": --stride is 1,0; it must be at least 1\n");
    program_refuses(MAX2D "2 --padding 2",
                    ": --padding is 2; it must be at most half of the 2 that "
                    "the window spans\n");
    program_refuses(MAX2D "2 --padding same",
                    ": --padding is 'same'; max_pool2d takes integers");
    program_refuses("max_pool2d --input x.npy --output y.npy",
                    ": max_pool2d needs --kernel-size; `convlings help "
                    "max_pool2d` says more\n");
    program_refuses(AVG2D "2 --divisor-override 0",
                    ": --divisor-override is 0; it must not be 0\n");
    program_refuses(AVG2D "2 --dilation 2",
                    ": avg_pool2d takes no --dilation; `convlings help "
                    "avg_pool2d` lists what it takes\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

/* Both outputs or neither, and never a temporary file left behind. */
START_TEST(test_two_outputs_appear_together)
{
    int before;

    setup();
    npy_put("i.npy", "1", "7");
    before = scratch_count();
    program_refuses(MAX2D "2 --return-indices no/i.npy", "no/i.npy");
    program_refuses("max_pool2d --input x.npy --kernel-size 2 "
                    "--output no/y.npy --return-indices i.npy",
                    "no/y.npy");
    program_refuses(MAX2D "2 --return-indices .", ".: cannot be written");
    if (access("/dev/full", F_OK) == 0)
        program_refuses(MAX2D "2 --return-indices /dev/full", "/dev/full");
    program_refuses(MAX2D "9 --return-indices i.npy", "--kernel-size");
    ck_assert(!npy_exists("y.npy"));
    npy_holds("i.npy", "1", "7");
    /* the program's own output, out and err, are there by now */
    ck_assert_int_eq(scratch_count(), before + 2);
    scratch_free();
}
END_TEST

START_TEST(test_outputs_have_files_of_their_own)
{
    setup();
    program_refuses(MAX2D "2 --return-indices y.npy",
                    ": --output and --return-indices are both 'y.npy'; each "
                    "needs a file of its own\n");
    program_refuses(MAX2D "2 --return-indices ./y.npy", "each needs a file");
    program_refuses(MAX2D "2 --return-indices @y.npy", "each needs a file");
    ck_assert(!npy_exists("y.npy"));
    program_prints("max_pool2d --input x.npy --kernel-size 2 --output x.npy "
                   "--return-indices i.npy",
                   "");
    npy_holds("x.npy", "1,1,1,1", "5");
    scratch_free();
}
END_TEST

/* - is the standard input or output. */
START_TEST(test_standard_streams)
{
    setup();
    program_prints("max_pool2d --input - --kernel-size 2 --stride 1 "
                   "--output - <x.npy >y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,2", "5 6 8 9");
    program_prints("max_pool2d --input - --kernel-size 2 --stride 1 "
                   "--output - --return-indices i.npy <x.npy | cat >z.npy",
                   "");
    npy_holds("z.npy", "1,1,2,2", "5 6 8 9");
    npy_holds_integers("i.npy", "1,1,2,2", "4 5 7 8");
    if (access("/dev/full", F_OK) == 0)
        program_refuses("max_pool2d --input x.npy --kernel-size 2 --output - "
                        "--return-indices j.npy >/dev/full",
                        ": the output cannot be written\n");
    ck_assert(!npy_exists("j.npy"));
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_max_pool1d);
    suite_test(test_max_pool2d);
    suite_test(test_flags_may_have_a_value);
    suite_test(test_pools_of_volumes);
    suite_test(test_max_unpool2d);
    suite_test(test_avg_pool);
    suite_test(test_lp_pool2d);
    suite_test(test_adaptive_and_global);
    suite_case("manners");
    suite_test(test_pools_refuse);
    suite_test(test_two_outputs_appear_together);
    suite_test(test_outputs_have_files_of_their_own);
    suite_test(test_standard_streams);
}

int main(void)
{
    return suite_main("tools_pool", fill);
}
