/* Tests of reference/tools: matrices, activations, normalisation and losses as
 * commands. Expected numbers are worked out on paper. */
#include <string.h>

#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

static void setup(void)
{
    (void)scratch_new();
}

START_TEST(test_linear)
{
    setup();
    npy_put("x.npy", "2,1,2", "1 2 3 4");
    npy_put("w.npy", "3,2", "1 10 100 1000 0 1");
    npy_put("b.npy", "3", "0.5 0 -1");
    program_prints("linear --input x.npy --weight w.npy --output y.npy", "");
    npy_holds("y.npy", "2,1,3", "21 2100 2 43 4300 4");
    program_prints("linear --input x.npy --weight w.npy --bias b.npy "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,1,3", "21.5 2100 1 43.5 4300 3");
    npy_put("x.npy", "2", "1 2");
    program_prints("linear --input x.npy --weight w.npy --output y.npy", "");
    npy_holds("y.npy", "3", "21 2100 2");
    npy_put("x.npy", "3", "1 2 3");
    program_refuses("linear --input x.npy --weight w.npy --output z.npy",
                    ": --weight (w.npy) has shape (3, 2); with 3 features in "
                    "the input it must be (3, 3)\n");
    npy_put("x.npy", "", "1");
    program_refuses("linear --input x.npy --weight w.npy --output z.npy",
                    ": --input (x.npy) has shape (); linear takes (..., "
                    "features)\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_unfold_and_fold)
{
    setup();
    npy_put("x.npy", "1,1,2,3", "1 2 3 4 5 6");
    program_prints("unfold --input x.npy --kernel-size 2 --output u.npy", "");
    npy_holds("u.npy", "1,4,2", "1 2 2 3 4 5 5 6");
    program_prints("fold --input u.npy --kernel-size 2 --output-size 2,3 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,3", "1 4 3 4 10 6");
    npy_put("x.npy", "1,1,2", "1 2");
    program_prints("unfold --input x.npy --kernel-size 1,2 --padding 0,1 "
                   "--stride 1,2 --output u.npy",
                   "");
    npy_holds("u.npy", "2,2", "0 2 1 0");
    program_prints("unfold --input x.npy --kernel-size 1,2 --pads 0,0,0,2 "
                   "--dilation 1,2 --output u.npy",
                   "");
    npy_holds("u.npy", "2,2", "1 2 0 0");
    npy_put("x.npy", "1,3,3", "1 2 3 4 5 6 7 8 9");
    program_prints("unfold --input x.npy --kernel-size 2,1 --dilation 2,1 "
                   "--output v.npy",
                   "");
    npy_holds("v.npy", "2,3", "1 2 3 7 8 9");
    program_prints("unfold --input x.npy --kernel-size 1 --stride 2,1 "
                   "--output v.npy",
                   "");
    npy_holds("v.npy", "1,6", "1 2 3 7 8 9");
    program_refuses("fold --input u.npy --kernel-size 2 --output-size 2,3 "
                    "--output z.npy",
                    ": --input (u.npy) has shape (2, 2); with windows of 2 x 2 "
                    "at 1 x 2 places it must be (4, 2)\n");
    program_refuses("fold --input u.npy --kernel-size 3 --output-size 2,4 "
                    "--output z.npy",
                    "the padded size 2");
    program_refuses("fold --input u.npy --kernel-size 1 --output-size 0 "
                    "--output z.npy",
                    ": --output-size is 0; it must be at least 1\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_toeplitz_is_printed_when_small)
{
    setup();
    npy_put("w.npy", "2", "1 10");
    program_prints("toeplitz --weight w.npy --input-size 3",
                   " 1  10   0\n 0   1  10\n");
    program_prints("toeplitz --weight w.npy --input-size 3 --pads 0,1 "
                   "--padding-mode circular",
                   " 1  10   0\n 0   1  10\n10   0   1\n");
    npy_put("x.npy", "2,1,3", "1 2 3 4 5 6");
    program_prints("toeplitz --weight w.npy --input x.npy",
                   " 1  10   0\n 0   1  10\n");
    program_refuses("toeplitz --weight w.npy --input-size 100",
                    ": toeplitz needs --output: the matrix is 99 x 100, too "
                    "large to be printed\n");
    program_refuses("toeplitz --weight w.npy",
                    ": toeplitz needs --input-size, or --input for its "
                    "sizes\n");
    program_refuses("toeplitz --weight w.npy --input x.npy --input-size 3",
                    ": --input-size and --input are both given;");
    scratch_free();
}
END_TEST

START_TEST(test_toeplitz_in_files)
{
    setup();
    npy_put("w.npy", "1,2", "1 10");
    program_prints("toeplitz --weight w.npy --input-size 2,2 --output u.npy",
                   "");
    npy_holds("u.npy", "2,4", "1 10 0 0 0 0 1 10");
    program_prints("toeplitz --weight w.npy --input-size 2 --csr "
                   "--output v.npy --columns c.npy --row-starts r.npy",
                   "");
    npy_holds("v.npy", "4", "1 10 1 10");
    npy_holds_integers("c.npy", "4", "0 1 2 3");
    npy_holds_integers("r.npy", "3", "0 2 4");
    npy_put("w.npy", "2,1,2", "1 10 100 1000");
    program_prints("toeplitz --weight w.npy --input-size 2 --groups 2 "
                   "--output u.npy",
                   "");
    npy_holds("u.npy", "2,4", "1 10 0 0 0 0 100 1000");
    program_refuses("toeplitz --weight w.npy --input-size 2 --csr "
                    "--output z.npy --columns c.npy",
                    ": --csr needs --row-starts\n");
    program_refuses("toeplitz --weight w.npy --input-size 2 --output z.npy "
                    "--columns c.npy",
                    ": --columns goes with --csr only\n");
    program_refuses("toeplitz --weight w.npy --input-size 2 --csr "
                    "--columns c.npy --row-starts r.npy",
                    ": --csr needs --output for the values\n");
    program_refuses("toeplitz --weight w.npy --input-size 2,2 --output z.npy",
                    ": --input-size is 2,2, 2 numbers; toeplitz has 1 axis: "
                    "give 1\n");
    program_refuses("toeplitz --weight w.npy --input-size 1 --output z.npy",
                    ": the kernel's width in w.npy is 2: with --dilation 1 the "
                    "kernel spans 2; it must fit in the padded size 1\n");
    program_refuses("toeplitz --weight w.npy --input-size 0 --output z.npy",
                    ": --input-size is 0; it must be at least 1\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_order_of_axes)
{
    setup();
    npy_put("x.npy", "1,2,1,2", "1 2 3 4");
    program_prints("nchw-to-nhwc --input x.npy --output y.npy", "");
    npy_holds("y.npy", "1,1,2,2", "1 3 2 4");
    program_prints("nhwc_to_nchw --input y.npy --output z.npy", "");
    npy_holds("z.npy", "1,2,1,2", "1 2 3 4");
    npy_put("x.npy", "3,1,2", "1 2 3 4 5 6");
    program_prints("nchw_to_nhwc --input x.npy --output y.npy", "");
    npy_holds("y.npy", "1,2,3", "1 3 5 2 4 6");
    program_prints("nhwc_to_nchw --input y.npy --output z.npy", "");
    npy_holds("z.npy", "3,1,2", "1 2 3 4 5 6");
    scratch_free();
}
END_TEST

START_TEST(test_pad)
{
    setup();
    npy_put("x.npy", "2,2", "1 2 3 4");
    program_prints("pad --input x.npy --pads 1,2 --output y.npy", "");
    npy_holds("y.npy", "2,5", "0 1 2 0 0 0 3 4 0 0");
    program_prints("pad --input x.npy --pads 1,0,0,1 --value -0.5 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "3,3", "-0.5 -0.5 -0.5 1 2 -0.5 3 4 -0.5");
    program_prints("pad --input x.npy --pads 0,1 --mode circular "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,3", "1 2 1 3 4 3");
    program_prints("pad --input x.npy --pads 1,0 --mode reflect "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,3", "2 1 2 4 3 4");
    program_prints("pad --input x.npy --pads 1,0 --mode symmetric "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,3", "1 1 2 3 3 4");
    program_prints("pad --input x.npy --pads -1,0,0,1 --mode replicate "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,3", "3 4 4");
    program_prints("pad --input x.npy --pads 0,1 --mode zeros --output y.npy",
                   "");
    npy_holds("y.npy", "2,3", "1 2 0 3 4 0");
    scratch_free();
}
END_TEST

START_TEST(test_pad_refuses)
{
    setup();
    npy_put("x.npy", "2,2", "1 2 3 4");
    program_refuses("pad --input x.npy --output y.npy", "pad needs --pads;");
    program_refuses("pad --input x.npy --pads 1,1,1 --output y.npy",
                    ": --pads is 1,1,1, 3 numbers; it must be an even count");
    program_refuses("pad --input x.npy --pads 1,1,1,1,1,1 --output y.npy",
                    ": --pads is 1,1,1,1,1,1, for 3 axes; the input has 2\n");
    program_refuses("pad --input x.npy --pads 2,0 --mode reflect "
                    "--output y.npy",
                    ": what --pads adds before is 2 on axis 1; with mode "
                    "reflect and a size of 2 it must be at most 1\n");
    program_refuses("pad --input x.npy --pads -1,-1 --output y.npy",
                    "what --pads adds before and what --pads adds after are "
                    "-1 and -1 on axis 1;");
    program_refuses("pad --input x.npy --pads 1,1 --mode mirror "
                    "--output y.npy",
                    ": --mode is 'mirror'; it must be zeros, reflect, "
                    "symmetric, replicate, circular or constant\n");
    program_refuses("pad --input x.npy --pads 1,1 --mode reflect --value 3 "
                    "--output y.npy",
                    ": --value does not go with --mode reflect;");
    program_refuses("pad --input x.npy --pads 1,1 --mode zeros --value 3 "
                    "--output y.npy",
                    ": --value 3 does not go with --mode zeros;");
    program_refuses("pad --input x.npy --pads 1,1 --value 3x --output y.npy",
                    ": --value is '3x'; it must be a number\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_activations)
{
    setup();
    npy_put("x.npy", "2,1,2", "-1 0 nan 2");
    program_prints("relu --input x.npy --output y.npy", "");
    npy_holds("y.npy", "2,1,2", "0 0 nan 2");
    npy_put("x.npy", "", "0");
    program_prints("sigmoid --input x.npy --output y.npy", "");
    npy_holds("y.npy", "", "0.5");
    npy_put("x.npy", "3", "-inf 0 inf");
    program_prints("tanh --input x.npy --output y.npy", "");
    npy_holds("y.npy", "3", "-1 0 1");
    npy_put("x.npy", "2,2", "0 0 7 7");
    program_prints("softmax --input x.npy --dim 1 --output y.npy", "");
    npy_holds("y.npy", "2,2", "0.5 0.5 0.5 0.5");
    program_prints("log_softmax --input x.npy --dim -1 --output y.npy", "");
    npy_holds("y.npy", "2,2",
              "-0.69314718 -0.69314718 -0.69314718 -0.69314718");
    program_refuses("softmax --input x.npy --output z.npy",
                    "softmax needs --dim;");
    program_refuses("softmax --input x.npy --dim 2 --output z.npy",
                    ": --dim is 2; with rank 2 it must be -2 to 1\n");
    program_refuses("softmax --input x.npy --dim 1.0 --output z.npy",
                    ": --dim is '1.0'; it must be an integer\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

/* What is lost depends on the seed; the same seed loses the same. */
START_TEST(test_dropout)
{
    char first[512], again[512], other[512];
    size_t size;

    setup();
    npy_put("x.npy", "4,8",
            "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 "
            "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
    program_prints("dropout --input x.npy --seed 3 --output y.npy", "");
    size = scratch_read("y.npy", first, sizeof first);
    program_prints("dropout --input x.npy --p 0.5 --seed 3 --output y.npy", "");
    ck_assert_uint_eq(scratch_read("y.npy", again, sizeof again), size);
    program_prints("dropout --input x.npy --seed 4 --output y.npy", "");
    ck_assert_uint_eq(scratch_read("y.npy", other, sizeof other), size);
    ck_assert_int_eq(memcmp(first, again, size), 0);
    ck_assert_int_ne(memcmp(first, other, size), 0);
    npy_put("x.npy", "2", "3 4");
    program_prints("dropout --input x.npy --p 0 --output y.npy", "");
    npy_holds("y.npy", "2", "3 4");
    program_prints("dropout --input x.npy --p 1 --output y.npy", "");
    npy_holds("y.npy", "2", "0 0");
    program_refuses("dropout --input x.npy --p 1.5 --output z.npy",
                    ": --p is 1.5; it must be from 0 to 1\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_batch_norm)
{
    setup();
    npy_put("x.npy", "2,1", "1 3");
    npy_put("m.npy", "1", "1");
    npy_put("v.npy", "1", "4");
    npy_put("w.npy", "1", "2");
    npy_put("b.npy", "1", "5");
    program_prints("batch_norm --input x.npy --running-mean m.npy "
                   "--running-var v.npy --eps 0 --output y.npy",
                   "");
    npy_holds("y.npy", "2,1", "0 1");
    program_prints("batch-norm --input x.npy --running-mean m.npy "
                   "--running-var v.npy --weight w.npy --bias b.npy --eps 12 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,1", "5 6");
    program_prints("batch_norm --input x.npy --training --eps 0 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "2,1", "-1 1");
    /* mean 2, variance 1, unbiased 2 */
    program_prints("batch_norm --input x.npy --training --eps 0 "
                   "--running-mean m.npy --running-var v.npy --momentum 0.5 "
                   "--updated-mean um.npy --updated-var uv.npy --output y.npy",
                   "");
    npy_holds("y.npy", "2,1", "-1 1");
    npy_holds("um.npy", "1", "1.5");
    npy_holds("uv.npy", "1", "3");
    npy_holds("m.npy", "1", "1");
    scratch_free();
}
END_TEST

START_TEST(test_batch_norm_refuses)
{
    setup();
    npy_put("x.npy", "1,2", "1 3");
    npy_put("m.npy", "1", "1");
    program_refuses("batch_norm --input x.npy --output z.npy",
                    ": batch_norm needs --running-mean, or --training\n");
    program_refuses("batch_norm --input x.npy --running-mean m.npy "
                    "--output z.npy",
                    ": --running-mean (m.npy) has shape (1,); with 2 channels "
                    "it must be (2,)\n");
    npy_put("m.npy", "2", "1 1");
    program_refuses("batch_norm --input x.npy --running-mean m.npy "
                    "--output z.npy",
                    ": batch_norm needs --running-var, or --training\n");
    program_refuses("batch_norm --input x.npy --running-mean m.npy "
                    "--running-var m.npy --updated-var u.npy --output z.npy",
                    ": --updated-var goes with --training only\n");
    program_refuses("batch_norm --input x.npy --training "
                    "--updated-mean u.npy --output z.npy",
                    ": --updated-mean needs --running-mean to start from\n");
    program_refuses("batch_norm --input x.npy --training --output z.npy",
                    "training must have more than 1 value per channel\n");
    program_refuses("batch_norm --input m.npy --training --output z.npy",
                    ": --input (m.npy) has shape (2,); batch_norm takes (N, C, "
                    "...)\n");
    ck_assert(!npy_exists("z.npy"));
    ck_assert(!npy_exists("u.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_local_response_norm)
{
    setup();
    npy_put("x.npy", "1,2,1", "2 1");
    program_prints("local_response_norm --input x.npy --size 1 --alpha 1 "
                   "--beta 1 --k 0 --output y.npy",
                   "");
    npy_holds("y.npy", "1,2,1", "0.5 1");
    /* size 2: the channel before and the channel itself */
    program_prints("local-response-norm --input x.npy --size 2 --alpha 2 "
                   "--beta 1 --k 1 --output y.npy",
                   "");
    npy_holds("y.npy", "1,2,1", "0.4 0.16666666666666666");
    program_refuses("local_response_norm --input x.npy --output z.npy",
                    "local_response_norm needs --size;");
    program_refuses("local_response_norm --input x.npy --size 0 "
                    "--output z.npy",
                    ": --size is 0; it must be at least 1\n");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_nll_loss)
{
    setup();
    npy_put("x.npy", "2,2", "-1 -2 -3 -4");
    npy_put_integers("t.npy", "2", "0 1");
    npy_put("w.npy", "2", "1 3");
    program_prints("nll_loss --input x.npy --target t.npy --output y.npy", "");
    npy_holds("y.npy", "", "2.5");
    program_prints("nll_loss --input x.npy --target t.npy --reduction sum "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "", "5");
    program_prints("nll-loss --input x.npy --target t.npy --reduction none "
                   "--weight w.npy --output y.npy",
                   "");
    npy_holds("y.npy", "2", "1 12");
    program_prints("nll_loss --input x.npy --target t.npy --weight w.npy "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "", "3.25");
    program_prints("nll_loss --input x.npy --target t.npy --ignore-index 1 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "", "1");
    scratch_free();
}
END_TEST

START_TEST(test_cross_entropy)
{
    setup();
    npy_put("x.npy", "1,2", "0 0");
    npy_put_integers("t.npy", "1", "1");
    npy_put("p.npy", "1,2", "0.25 0.75");
    program_prints("cross_entropy --input x.npy --target t.npy --output y.npy",
                   "");
    npy_holds("y.npy", "", "0.69314718055994531");
    program_prints("cross_entropy --input x.npy --target t.npy "
                   "--label-smoothing 0.5 --reduction none --output y.npy",
                   "");
    npy_holds("y.npy", "1", "0.69314718055994531");
    program_prints("cross-entropy --input x.npy --target p.npy --output y.npy",
                   "");
    npy_holds("y.npy", "", "0.69314718055994531");
    npy_put("x.npy", "2", "0 0");
    npy_put_integers("t.npy", "", "0");
    program_prints("cross_entropy --input x.npy --target t.npy --output y.npy",
                   "");
    npy_holds("y.npy", "", "0.69314718055994531");
    scratch_free();
}
END_TEST

START_TEST(test_losses_refuse)
{
    setup();
    npy_put("x.npy", "2,2", "-1 -2 -3 -4");
    npy_put_integers("t.npy", "2", "0 2");
    npy_put_integers("t3.npy", "3", "0 1 0");
    npy_put("p.npy", "2", "0 1");
    npy_put("w.npy", "3", "1 1 1");
    program_refuses("nll_loss --input x.npy --target t.npy --output z.npy",
                    ": element 1 of --target (t.npy) is 2; it must be 0 to 1, "
                    "or --ignore-index -100\n");
    program_refuses("cross_entropy --input x.npy --target t3.npy "
                    "--output z.npy",
                    ": --target (t3.npy) has shape (3,); for these scores it "
                    "must be (2,)\n");
    program_refuses("nll_loss --input x.npy --target p.npy --output z.npy",
                    ": --target (p.npy) holds numbers with a point; classes "
                    "must be integers\n");
    program_refuses("cross_entropy --input x.npy --target p.npy "
                    "--output z.npy",
                    ": --target (p.npy) has shape (2,); as probabilities it "
                    "must be (2, 2)\n");
    program_refuses("nll_loss --input x.npy --target t.npy --weight w.npy "
                    "--output z.npy",
                    ": --weight (w.npy) has shape (3,); with a weight per "
                    "class it must be (2,)\n");
    program_refuses("nll_loss --input x.npy --target t.npy --reduction avg "
                    "--output z.npy",
                    ": --reduction is 'avg'; it must be none, mean or sum\n");
    program_refuses("cross_entropy --input x.npy --target t.npy "
                    "--label-smoothing 2 --output z.npy",
                    ": --label-smoothing is 2; it must be from 0 to 1\n");
    program_refuses("nll_loss --input x.npy --target t.npy "
                    "--label-smoothing 0.1 --output z.npy",
                    ": nll_loss takes no --label-smoothing;");
    program_refuses("nll_loss --input x.npy --output z.npy",
                    "nll_loss needs --target;");
    ck_assert(!npy_exists("z.npy"));
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_linear);
    suite_test(test_unfold_and_fold);
    suite_test(test_toeplitz_is_printed_when_small);
    suite_test(test_toeplitz_in_files);
    suite_test(test_order_of_axes);
    suite_test(test_pad);
    suite_test(test_activations);
    suite_test(test_dropout);
    suite_test(test_batch_norm);
    suite_test(test_local_response_norm);
    suite_test(test_nll_loss);
    suite_test(test_cross_entropy);
    suite_case("manners");
    suite_test(test_pad_refuses);
    suite_test(test_batch_norm_refuses);
    suite_test(test_losses_refuse);
}

int main(void)
{
    return suite_main("tools_layers", fill);
}
