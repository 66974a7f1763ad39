/* Tests of reference/tools: the commands that compute no array: shape, cost,
 * receptive-field and info. */
#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

static void setup(void)
{
    (void)scratch_new();
}

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
    /* more multiply-adds than 63 bits hold, and yet a shape */
    program_prints("shape conv2d --input-shape 1,3,8,8 --weight-shape 4,3,3,3 "
                   "--pads 1000000000,1000000000,0,0",
                   "1,4,1000000006,1000000006\n");
    program_prints("shape conv_transpose2d --input-shape 1,9,65536,65536 "
                   "--weight-shape 9,65536,4096,4096",
                   "1,65536,69631,69631\n");
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
    program_refuses("shape pad --input-shape 2,3 --pads 1",
                    ": --pads is 1, 1 number; it must be an even count");
    program_refuses("shape conv2d --input x.npy",
                    ": conv2d needs --weight; `convlings help conv2d`");
    program_refuses("shape max_pool2d --input x.npy",
                    ": max_pool2d needs --kernel-size;");
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
                    "--pads 1000000000,1000000000,0,0",
                    ": the layer has more multiply-adds than 63 bits can");
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
        "receptive_field --layers 'conv d=2; lp_pool2d k=2'",
        "layer           k    s    p    d    field     jump    start\n"
        "conv            3    1    0    2        5        1        0\n"
        "lp_pool2d       2    2    0    1        6        2        0\n");
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
    program_refuses("receptive-field --layers 'conv p=2147483647' "
                    "--input-size 9",
                    "padding 2147483647 is larger than can be counted\n");
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
    suite_test(test_info);
    suite_test(test_shape);
    suite_test(test_cost);
    suite_test(test_receptive_field);
    suite_case("manners");
    suite_test(test_shape_refuses);
    suite_test(test_receptive_field_refuses);
}

int main(void)
{
    return suite_main("tools_sizes", fill);
}
