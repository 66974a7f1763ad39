/* Tests of reference/tools: convolutions as commands. Expected numbers are
 * worked out on paper; the golden vectors have the large cases. */
#include <stdio.h>

#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

#define TRANSPOSE2D                                                            \
    "conv_transpose2d --input x.npy --weight w.npy --output y.npy "
#define CONV2D "conv2d --input x.npy --weight w.npy --output y.npy "

/* The picture and the kernel of lecture 001. */
static void setup(void)
{
    (void)scratch_new();
    npy_put("x.npy", "1,1,3,3", "1 2 3 4 5 6 7 8 9");
    npy_put("w.npy", "1,1,2,2", "10 20 30 40");
}

START_TEST(test_conv2d_of_the_lecture)
{
    setup();
    program_prints(CONV2D, "");
    npy_holds("y.npy", "1,1,2,2", "370 470 670 770");
    npy_put("b.npy", "1", "-5");
    program_prints(CONV2D "--bias b.npy", "");
    npy_holds("y.npy", "1,1,2,2", "365 465 665 765");
    npy_put("x.npy", "1,3,3", "1 2 3 4 5 6 7 8 9");
    program_prints(CONV2D, "");
    npy_holds("y.npy", "1,2,2", "370 470 670 770");
    npy_put("x.npy", "0,1,3,3", "");
    program_prints(CONV2D, "");
    npy_holds("y.npy", "0,1,2,2", "");
    scratch_free();
}
END_TEST

START_TEST(test_conv2d_options_per_axis)
{
    setup();
    program_prints(CONV2D "--stride 2", "");
    npy_holds("y.npy", "1,1,1,1", "370");
    program_prints(CONV2D "--stride 2,1", "");
    npy_holds("y.npy", "1,1,1,2", "370 470");
    program_prints(CONV2D "--stride=1,2", "");
    npy_holds("y.npy", "1,1,2,1", "370 670");
    program_prints(CONV2D "--dilation 2", "");
    npy_holds("y.npy", "1,1,1,1", "640");
    program_prints(CONV2D "--dilation 1,2", "");
    npy_holds("y.npy", "1,1,2,1", "430 730");
    scratch_free();
}
END_TEST

/* The odd row and column of 'same' go behind. */
START_TEST(test_conv2d_paddings)
{
    setup();
    program_prints(CONV2D "--padding same", "");
    npy_holds("y.npy", "1,1,3,3", "370 470 210 670 770 330 230 260 90");
    program_prints(CONV2D "--pads 0,0,1,1", "");
    npy_holds("y.npy", "1,1,3,3", "370 470 210 670 770 330 230 260 90");
    program_prints(CONV2D "--pads 0,0,1,1 --padding-mode replicate", "");
    npy_holds("y.npy", "1,1,3,3", "370 470 510 670 770 810 760 860 900");
    program_prints(CONV2D "--pads=1,0,0,0", "");
    npy_holds("y.npy", "1,1,3,2", "110 180 370 470 670 770");
    program_prints(CONV2D "--padding 1,0 --stride 2", "");
    npy_holds("y.npy", "1,1,2,1", "110 670");
    program_prints(CONV2D "--padding valid", "");
    npy_holds("y.npy", "1,1,2,2", "370 470 670 770");
    program_prints(CONV2D "--padding same --padding_mode circular", "");
    npy_holds("y.npy", "1,1,3,3", "370 470 390 670 770 690 340 440 360");
    scratch_free();
}
END_TEST

/* F(2x2,3x3) of whole numbers is exact, and so is their sum in any order. */
START_TEST(test_conv2d_algorithms)
{
    static const char *const words[] = {"direct", "winograd2", "fastest",
                                        "direct --threads 2"};
    char line[200];

    setup();
    npy_put("w.npy", "1,1,3,3", "1 0 0 0 2 0 0 0 4");
    for (int i = 0; i < 4; i++) {
        (void)snprintf(line, sizeof line, CONV2D "--padding 1 --algorithm %s",
                       words[i]);
        program_prints(line, "");
        npy_holds("y.npy", "1,1,3,3", "22 28 6 40 47 14 14 20 23");
    }
    program_refuses(CONV2D "--stride 2 --algorithm winograd4",
                    ": --algorithm is Winograd's, which is for two dimensions, "
                    "a kernel of 3 x 3, stride 1 and dilation 1; the kernel is "
                    "1 x 3 x 3\n");
    program_refuses(CONV2D "--algorithm fft",
                    ": --algorithm is 'fft'; it must be direct, winograd2, "
                    "winograd4 or fastest\n");
    program_refuses(CONV2D "--threads -1",
                    ": --threads is -1; it must be at least 0\n");
    scratch_free();
}
END_TEST

START_TEST(test_conv2d_groups)
{
    setup();
    npy_put("x.npy", "1,2,1,2", "1 2 3 4");
    npy_put("w.npy", "2,1,1,1", "10 100");
    npy_put("b.npy", "2", "1 2");
    program_prints(CONV2D "--groups 2 --bias b.npy", "");
    npy_holds("y.npy", "1,2,1,2", "11 21 302 402");
    scratch_free();
}
END_TEST

START_TEST(test_conv1d_and_conv3d)
{
    setup();
    npy_put("x.npy", "1,1,4", "1 2 3 4");
    npy_put("w.npy", "1,1,2", "1 10");
    program_prints("conv1d --input x.npy --weight w.npy -o y.npy", "");
    npy_holds("y.npy", "1,1,3", "21 32 43");
    program_prints("conv1d --input x.npy --weight w.npy -o y.npy --pads 1,0 "
                   "--stride 2",
                   "");
    npy_holds("y.npy", "1,1,2", "10 32");
    npy_put("x.npy", "1,1,2,2,2", "1 2 3 4 5 6 7 8");
    npy_put("w.npy", "1,1,2,1,1", "1 10");
    program_prints("conv3d --input x.npy --weight w.npy --output y.npy", "");
    npy_holds("y.npy", "1,1,1,2,2", "51 62 73 84");
    program_prints("conv3d --input x.npy --weight w.npy --output y.npy "
                   "--pads 1,0,0,0,0,0 --stride 1,2,2",
                   "");
    npy_holds("y.npy", "1,1,2,1,1", "10 51");
    scratch_free();
}
END_TEST

START_TEST(test_conv_transpose)
{
    setup();
    npy_put("x.npy", "1,1,2", "1 2");
    npy_put("w.npy", "1,1,2", "1 10");
    program_prints("conv_transpose1d --input x.npy --weight w.npy --stride 2 "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,4", "1 10 2 20");
    program_prints("conv-transpose1d --input x.npy --weight w.npy --stride 2 "
                   "--output-padding 1 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,5", "1 10 2 20 0");
    program_prints("conv_transpose1d --input x.npy --weight w.npy --stride 2 "
                   "--padding 1 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2", "10 2");
    npy_put("x.npy", "1,1,1,2", "1 2");
    npy_put("w.npy", "1,1,2,1", "3 4");
    program_prints("conv_transpose2d --input x.npy --weight w.npy "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,2", "3 6 4 8");
    npy_put("x.npy", "1,1,1,1,1", "2");
    npy_put("w.npy", "1,1,2,1,2", "1 2 3 4");
    npy_put("b.npy", "1", "1");
    program_prints("conv_transpose3d --input x.npy --weight w.npy "
                   "--bias b.npy --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,1,2", "3 5 7 9");
    scratch_free();
}
END_TEST

START_TEST(test_conv_transpose_options_per_axis)
{
    setup();
    npy_put("x.npy", "1,1,2,2", "1 2 3 4");
    npy_put("w.npy", "1,1,1,1", "1");
    program_prints(TRANSPOSE2D "--stride 2,3", "");
    npy_holds("y.npy", "1,1,3,4", "1 0 0 2 0 0 0 0 3 0 0 4");
    program_prints(TRANSPOSE2D "--stride 2,3 --pads 0,1,1,0", "");
    npy_holds("y.npy", "1,1,2,3", "0 0 2 0 0 0");
    program_prints(TRANSPOSE2D "--stride 2,3 --output-padding 1,0", "");
    npy_holds("y.npy", "1,1,4,4", "1 0 0 2 0 0 0 0 3 0 0 4 0 0 0 0");
    npy_put("x.npy", "1,1,1,1", "1");
    npy_put("w.npy", "1,1,2,2", "1 2 3 4");
    program_prints(TRANSPOSE2D "--dilation 2,1", "");
    npy_holds("y.npy", "1,1,3,2", "1 2 0 0 3 4");
    npy_put("x.npy", "1,1,1,1,1", "1");
    npy_put("w.npy", "1,1,2,2,2", "1 2 3 4 5 6 7 8");
    program_prints("conv_transpose3d --input x.npy --weight w.npy "
                   "--dilation 1,2,3 --output-padding 0,0,1 "
                   "--pads 1,0,0,0,2,0 --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,1,1,5", "5 0 0 6 0");
    scratch_free();
}
END_TEST

/* Half a pixel to the right; beyond the last column there is nothing. */
START_TEST(test_deform_conv2d)
{
    setup();
    npy_put("x.npy", "1,1,2,2", "1 2 3 4");
    npy_put("w.npy", "1,1,1,1", "1");
    npy_put("o.npy", "1,2,2,2", "0 0 0 0 0.5 0.5 0.5 0.5");
    npy_put("m.npy", "1,1,2,2", "2 2 2 4");
    program_prints("deform_conv2d --input x.npy --weight w.npy --offset o.npy "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,2", "1.5 1 3.5 2");
    program_prints("deform_conv2d --input x.npy --weight w.npy --offset o.npy "
                   "--mask m.npy --output y.npy",
                   "");
    npy_holds("y.npy", "1,1,2,2", "3 2 7 8");
    npy_put("x.npy", "1,2,2", "1 2 3 4");
    npy_put("o.npy", "2,2,2", "0 0 0 0 0.5 0.5 0.5 0.5");
    program_prints("deform_conv2d --input x.npy --weight w.npy --offset o.npy "
                   "--output y.npy",
                   "");
    npy_holds("y.npy", "1,2,2", "1.5 1 3.5 2");
    npy_put("o2.npy", "2,2,1", "0 0 0 0");
    npy_put("m.npy", "2,2", "1 1 1 1");
    program_refuses("deform_conv2d --input x.npy --weight w.npy "
                    "--offset o2.npy --output y.npy",
                    ": --offset (o2.npy) has shape (2, 2, 1); with a kernel of "
                    "1 x 1 and an output of 2 x 2 it must be (2, 2, 2)\n");
    program_refuses("deform_conv2d --input x.npy --weight w.npy --offset o.npy "
                    "--mask m.npy --output y.npy",
                    ": --mask (m.npy) has shape (2, 2); with a kernel of 1 x 1 "
                    "and an output of 2 x 2 it must be (1, 2, 2)\n");
    program_refuses("deform_conv2d --input x.npy --weight w.npy --output y.npy",
                    "deform_conv2d needs --offset;");
    program_refuses("deform_conv2d --input x.npy --weight w.npy --offset o.npy "
                    "--padding same --output y.npy",
                    "--padding is 'same'; deform_conv2d takes integers");
    scratch_free();
}
END_TEST

START_TEST(test_conv2d_refuses_shapes)
{
    setup();
    npy_put("w2.npy", "3,2,2,2",
            "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
    npy_put("w3.npy", "2,2,2", "1 1 1 1 1 1 1 1");
    npy_put("w9.npy", "1,1,4,1", "1 1 1 1");
    npy_put("b.npy", "3", "1 2 3");
    npy_put("x2.npy", "3,3", "1 2 3 4 5 6 7 8 9");
    program_refuses("conv2d --input x.npy --weight w2.npy --output y.npy",
                    ": --weight (w2.npy) has shape (3, 2, 2, 2); with 1 input "
                    "channels and --groups 1 it must be (3, 1, 2, 2)\n");
    program_refuses("conv2d --input x.npy --weight w3.npy --output y.npy",
                    ": --weight (w3.npy) has shape (2, 2, 2); conv2d takes "
                    "(C_out, C_in / groups, H, W)\n");
    program_refuses("conv2d --input x2.npy --weight w.npy --output y.npy",
                    ": --input (x2.npy) has shape (3, 3); conv2d takes (N, C, "
                    "H, W) or (C, H, W)\n");
    program_refuses(CONV2D "--bias b.npy",
                    ": --bias (b.npy) has shape (3,); with 1 output channels "
                    "it must be (1,)\n");
    program_refuses("conv2d --input x.npy --weight w9.npy --output y.npy",
                    ": the kernel's height in w9.npy is 4: with --dilation 1 "
                    "the kernel spans 4; it must fit in the padded size 3\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

/* The library's refusals in the words that were typed. */
START_TEST(test_conv2d_refuses_options)
{
    setup();
    program_refuses(CONV2D "--stride 0",
                    ": --stride is 0; it must be at least 1\n");
    program_refuses(CONV2D "--stride 1,0", ": --stride along the width is 0;");
    program_refuses(CONV2D "--stride 0,1", ": --stride along the height is 0;");
    program_refuses(CONV2D "--dilation=0", ": --dilation is 0; it must be at "
                                           "least 1\n");
    program_refuses(CONV2D "--padding -1", ": --padding is -1; it must be at "
                                           "least 0\n");
    program_refuses(CONV2D "--pads 0,0,0,-1",
                    ": --pads after the width is -1; it must be at least 0\n");
    program_refuses(CONV2D "--pads 0,5,0,0 --padding-mode reflect",
                    ": --pads before the width is 5; with mode reflect and a "
                    "size of 3 it must be at most 2\n");
    program_refuses(CONV2D "--groups 2",
                    ": --groups is 2; it must divide the number of input "
                    "channels 1 and the number of output channels 1\n");
    program_refuses(CONV2D "--groups 3000000000",
                    ": --groups is 3000000000; it must be an integer from");
    program_refuses(CONV2D "--padding same --stride 2",
                    ": --padding same does not go with --stride 2; it needs "
                    "stride 1\n");
    program_refuses(CONV2D "--padding same --dilation 0", "--dilation is 0;");
    program_refuses(CONV2D "--padding some",
                    ": --padding is 'some'; it must be same, valid, or "
                    "integers such as 1 or 1,0\n");
    program_refuses(CONV2D "--padding 1 --pads 1,1,1,1",
                    ": --padding and --pads are both given;");
    program_refuses(CONV2D "--padding same --pads 1,1,1,1",
                    ": --padding and --pads are both given;");
    program_refuses(CONV2D "--pads 1,1",
                    ": --pads is 1,1, 2 numbers; conv2d has 2 axes: give 4, "
                    "all the befores and then all the afters\n");
    program_refuses(CONV2D "--stride 1,2,3",
                    ": --stride is 1,2,3, 3 numbers; conv2d has 2 axes: give "
                    "1 or 2\n");
    program_refuses("conv1d --input x.npy --weight w.npy --output y.npy",
                    ": --input (x.npy) has shape (1, 1, 3, 3); conv1d takes "
                    "(N, C, W) or (C, W)\n");
    program_refuses(CONV2D "--padding-mode mirror",
                    ": --padding-mode is 'mirror'; it must be zeros, reflect, "
                    "symmetric, replicate or circular\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

START_TEST(test_conv_transpose_refuses)
{
    setup();
    npy_put("w3.npy", "3,1,1,1", "1 1 1");
    program_refuses("conv_transpose2d --input x.npy --weight w3.npy "
                    "--output y.npy",
                    ": --weight (w3.npy) has shape (3, 1, 1, 1); with 1 input "
                    "channels it must be (1, 1, 1, 1)\n");
    program_refuses("conv_transpose2d --input x.npy --weight w.npy "
                    "--output-padding 1 --output y.npy",
                    ": --output-padding is 1; it must be less than --stride 1 "
                    "or than --dilation 1\n");
    program_refuses("conv_transpose2d --input x.npy --weight w.npy "
                    "--padding 2 --output y.npy",
                    ": --padding and --padding are 2 and 2: together they must "
                    "cut off less than the size 4\n");
    program_refuses("conv_transpose2d --input x.npy --weight w.npy --padding "
                    "valid --output y.npy",
                    "conv_transpose2d takes integers");
    program_refuses("conv_transpose2d --input x.npy --weight w.npy --groups 0 "
                    "--output y.npy",
                    ": --groups is 0; it must be at least 1\n");
    ck_assert(!npy_exists("y.npy"));
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv2d_of_the_lecture);
    suite_test(test_conv2d_options_per_axis);
    suite_test(test_conv2d_paddings);
    suite_test(test_conv2d_algorithms);
    suite_test(test_conv2d_groups);
    suite_test(test_conv1d_and_conv3d);
    suite_test(test_conv_transpose);
    suite_test(test_conv_transpose_options_per_axis);
    suite_test(test_deform_conv2d);
    suite_case("manners");
    suite_test(test_conv2d_refuses_shapes);
    suite_test(test_conv2d_refuses_options);
    suite_test(test_conv_transpose_refuses);
}

int main(void)
{
    return suite_main("tools_conv", fill);
}
