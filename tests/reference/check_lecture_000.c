/* The numbers of lecture 000 (L. Fillatre, "Convolutional neural networks"):
 * the library gives what is printed, and where the lecture errs, what is
 * right. */
#include "reference/cost.h"
#include "reference/global_pool.h"
#include "reference/max_pool.h"
#include "reference/receptive.h"
#include "tests/support/lecture.h"
#include "tests/support/network.h"
#include "tests/support/suite.h"

START_TEST(test_conv_arithmetic)
{
    const float x[] = {3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2,
                       2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1};
    const float k[] = {0, 1, 2, 2, 2, 0, 0, 1, 2};
    const float y[] = {12, 12, 17, 10, 17, 19, 9, 6, 14};

    lecture_conv2d(x, 5, 5, k, 3, 3, NULL, y, LECTURE_COUNT(y));
}
END_TEST

/* The slide takes indices modulo W and keeps W-w+1 positions: there the modulo
 * never acts. With all W positions it is circular padding behind the row. */
START_TEST(test_conv1d_formula)
{
    const float x[] = {1, 4, -1, 0, 2, -2};
    const float k[] = {1, 2, 3}, y[] = {6, 2, 5, -2};
    const float all[] = {6, 2, 5, -2, 1, 12};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    lecture_conv1d(x, 6, k, 3, NULL, y, LECTURE_COUNT(y));
    p.pr = 2;
    p.pad_mode = REF_PAD_CIRCULAR;
    lecture_conv1d(x, 6, k, 3, &p, all, LECTURE_COUNT(all));
}
END_TEST

/* On x*x + y*y the Laplacian is 4 everywhere. */
START_TEST(test_laplacian)
{
    const float x[] = {0,  1,  4,  9,  16, 25, 1,  2,  5,  10,
                       17, 26, 4,  5,  8,  13, 20, 29, 9,  10,
                       13, 18, 25, 34, 16, 17, 20, 25, 32, 41};
    const float k[] = {0, 1, 0, 1, -4, 1, 0, 1, 0};
    const float y[] = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};

    lecture_conv2d(x, 5, 6, k, 3, 3, NULL, y, LECTURE_COUNT(y));
}
END_TEST

/* The slide prints a run of conv1d without its weights; 9 equations for the 7
 * numbers of each channel determine them, up to the four digits printed. */
START_TEST(test_conv1d_printed_run)
{
    const float x[] = {-0.2564f, -1.4026f, -2.6301f, 0.4547f,  -0.5276f,
                       -0.3589f, 0.81f,    0.3939f,  -0.3209f, -0.1702f,
                       -0.5567f, -0.7665f, 0.3204f,  1.1852f,  1.3797f,
                       -1.0769f, 0.4855f,  1.5382f,  0.1565f,  -0.4238f,
                       0.0183f,  1.0366f,  1.2764f,  0.3992f,  0.6236f,
                       -1.4047f, -0.3058f, 0.1974f,  -1.0961f, -0.1314f};
    const float k[] = {
        -0.13006f,  0.281615f,  -1.817804f, 0.146894f,  0.983035f,  -1.261016f,
        -2.035233f, -0.498826f, -0.997917f, -0.906201f, 0.351959f,  0.522262f,
        -1.666956f, -0.345763f, -0.577863f, -1.579625f, -0.631621f, 1.106687f,
        1.481339f,  0.349667f,  0.260278f,  -1.959649f, -0.627882f, -0.033993f};
    const float b[] = {-1.102847f, -0.246156f, -2.138602f, -1.486149f};
    const float printed[] = {
        3.5633f,  -1.5768f, 0.2834f,  4.416f,   2.7037f,  4.8476f,
        0.7849f,  -1.0373f, 1.7854f,  -2.8596f, -6.1889f, -5.9252f,
        -3.4493f, -1.6813f, -2.4046f, 2.8996f,  0.1544f,  -4.4264f,
        1.966f,   -3.2219f, -6.8773f, -0.7422f, -4.1237f, -3.3361f,
        -3.8895f, -0.0725f, -3.1728f, -0.8058f, -3.6168f, -4.2987f,
        -0.6345f, -5.3933f, -4.5297f, 2.1737f,  1.1122f,  1.0123f};
    float y[36];

    ck_assert_int_eq(LECTURE_COUNT(printed), 36);
    ck_assert_int_eq(ref_conv1d(x, 3, 2, 5, k, 4, 3, b, NULL, y), REF_OK);
    for (int i = 0; i < 36; i++)
        ck_assert_float_eq_tol(y[i], printed[i], 2e-4f);
}
END_TEST

START_TEST(test_max_pool)
{
    const float x[] = {1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4};
    const float row[] = {1, 4, -1, 0, 2, -2, 1, 3, 3, 1};
    const float two[] = {1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0,
                         2, 0, 2, 1, 1, 1, 0, 0, 0, 1, 2, 1};
    const float x_max[] = {6, 8, 3, 4};
    const float row_max[] = {4, 0, 2, 3, 3};
    const float two_max[] = {2, 2, 2, 2, 0, 1, 2, 2, 1, 0, 1, 2};
    float y[12];

    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, 4, 4, 2, 2, NULL, y, NULL),
                     REF_OK);
    lecture_equal(y, x_max, LECTURE_COUNT(x_max));
    ck_assert_int_eq(ref_max_pool1d(row, 1, 1, 10, 2, NULL, y, NULL), REF_OK);
    lecture_equal(y, row_max, LECTURE_COUNT(row_max));
    ck_assert_int_eq(ref_max_pool2d(two, 1, 2, 2, 6, 1, 2, NULL, y, NULL),
                     REF_OK);
    lecture_equal(y, two_max, LECTURE_COUNT(two_max));
}
END_TEST

START_TEST(test_global_average)
{
    float x[49], y;

    for (int i = 0; i < 49; i++)
        x[i] = (float)i;
    ck_assert_int_eq(ref_global_avg_pool(x, 1, 1, 1, 7, 7, &y), REF_OK);
    ck_assert_float_eq(y, 24);
}
END_TEST

START_TEST(test_sizes)
{
    static const lecture_size conv[] = {
        {227, 227, 11, 11, 4, 4, 0, 0, 1, 1, 55, 55}, /* AlexNet */
        {1, 5, 1, 3, 1, 1, 0, 0, 1, 1, 1, 3},         /* 3 x 2 x 5 */
        {10, 3, 2, 3, 1, 1, 0, 0, 1, 1, 9, 1},        /* 117 x 4 x 10 x 3 */
        {3, 5, 3, 3, 2, 2, 2, 1, 1, 1, 3, 3}};
    static const lecture_size pool[] = {
        {7, 9, 2, 4, 0, 0, 0, 0, 1, 1, 3, 2},
        {224, 224, 2, 2, 0, 0, 0, 0, 1, 1, 112, 112}};
    /* n, k, stride, both paddings, out; one slide leaves the floor out, which
     * would make 55.25 of 224 */
    static const int formula[][5] = {{5, 3, 1, 0, 3},     {5, 3, 2, 2, 3},
                                     {32, 5, 1, 0, 28},   {224, 11, 4, 4, 55},
                                     {227, 11, 4, 0, 55}, {6, 3, 2, 0, 2},
                                     {7, 4, 3, 4, 3},     {224, 11, 4, 0, 54}};

    lecture_conv_sizes(conv, LECTURE_COUNT(conv));
    lecture_pool_sizes(pool, LECTURE_COUNT(pool));
    lecture_axis_sizes(formula, LECTURE_COUNT(formula));
}
END_TEST

START_TEST(test_receptive_field)
{
    const int two[][2] = {{3, 1}, {3, 1}};
    const ref_layer strided[] = {{3, 2, 1, 1}, {3, 2, 1, 1}};
    const int sizes[][5] = {{5, 3, 2, 2, 3}, {3, 3, 2, 2, 2}};
    ref_field f[2];

    ck_assert_int_eq(lecture_field(two, 2), 5);
    ck_assert_int_eq(ref_receptive_field(strided, 2, f), REF_OK);
    ck_assert_int_eq(f[0].size, 3);
    ck_assert_int_eq(f[0].jump, 2);
    ck_assert_int_eq(f[0].start, -1); /* around pixel 0 */
    ck_assert_int_eq(f[1].size, 7);
    ck_assert_int_eq(f[1].jump, 4);
    ck_assert_int_eq(f[1].start, -3); /* around pixel 0 again */
    lecture_axis_sizes(sizes, 2);
}
END_TEST

/* "150 Gb": 154.6 GB, which are 144 GiB. "51.3 M": 51.4 million, rounded. */
START_TEST(test_weights)
{
    enum { RGB = 256 * 256 * 3 };
    int64_t dense = lecture_dense_weights(RGB, RGB, 0);

    ck_assert_int_eq(dense, 38654705664);
    ck_assert_int_eq(4 * dense, 144LL << 30);
    ck_assert_int_eq(lecture_conv_weights(4, 2, 3, 5, 0), 5 * 4 * 2 * 3);
    ck_assert_int_eq(lecture_conv_weights(4, 2, 3, 5, 1), 125);
    ck_assert_int_eq(lecture_conv_weights(64, 7, 7, 64, 0), 200704);
    ck_assert_int_eq(3 * lecture_conv_weights(64, 3, 3, 64, 0), 110592);
    ck_assert_int_eq(lecture_dense_weights(7 * 7 * 1024, 1024, 0), 51380224);
}
END_TEST

/* The five columns of the table; D and E as their names say, 16 and 19 weight
 * layers (the printed rows would make 17 and 22). */
START_TEST(test_vgg)
{
    static const struct {
        const char *layers;
        int depth, millions;
        int64_t parameters;
    } columns[] = {
        {"C64,3,1,1 M2,2 C128,3,1,1 M2,2 C256,3,1,1 C256,3,1,1 M2,2 "
         "C512,3,1,1 C512,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 M2,2",
         11, 133, 132863336},
        {"C64,3,1,1 C64,3,1,1 M2,2 C128,3,1,1 C128,3,1,1 M2,2 C256,3,1,1 "
         "C256,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 "
         "M2,2",
         13, 133, 133047848},
        {"C64,3,1,1 C64,3,1,1 M2,2 C128,3,1,1 C128,3,1,1 M2,2 C256,3,1,1 "
         "C256,3,1,1 C256,1 M2,2 C512,3,1,1 C512,3,1,1 C512,1 M2,2 C512,3,1,1 "
         "C512,3,1,1 C512,1 M2,2",
         16, 134, 133638952},
        {"C64,3,1,1 C64,3,1,1 M2,2 C128,3,1,1 C128,3,1,1 M2,2 C256,3,1,1 "
         "C256,3,1,1 C256,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 C512,3,1,1 M2,2 "
         "C512,3,1,1 C512,3,1,1 C512,3,1,1 M2,2",
         16, 138, 138357544},
        {"C64,3,1,1 C64,3,1,1 M2,2 C128,3,1,1 C128,3,1,1 M2,2 C256,3,1,1 "
         "C256,3,1,1 C256,3,1,1 C256,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 "
         "C512,3,1,1 C512,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 C512,3,1,1 "
         "C512,3,1,1 M2,2",
         19, 144, 143667240}};

    for (int i = 0; i < LECTURE_COUNT(columns); i++) {
        network n;

        network_start(&n, 3, 224, 224);
        network_add(&n, columns[i].layers);
        network_add(&n, "L4096 L4096 L1000");
        ck_assert_int_eq(n.weight_layers, columns[i].depth);
        ck_assert_int_eq(n.parameters, columns[i].parameters);
        ck_assert_int_eq((n.parameters + 500000) / 1000000,
                         columns[i].millions);
    }
}
END_TEST

/* A module: 1x1, 1x1 and 3x3, 1x1 and 5x5, pool and 1x1, side by side. */
static void inception(network *n, const int out[6])
{
    static const int kernels[] = {1, 1, 3, 1, 5, 1};
    int64_t weights = 0;

    for (int i = 0; i < 6; i++)
        weights += lecture_conv_weights(i == 2 || i == 4 ? out[i - 1] : n->c,
                                        kernels[i], kernels[i], out[i], 1);
    n->parameters += weights;
    n->c = out[0] + out[2] + out[4] + out[5];
}

/* "Only 5 million parameters" and "no FC layers": nearly 7 million, one of
 * them in the dense layer behind the global average. */
START_TEST(test_googlenet)
{
    static const int modules[9][6] = {
        {64, 96, 128, 16, 32, 32},     {128, 128, 192, 32, 96, 64},
        {192, 96, 208, 16, 48, 64},    {160, 112, 224, 24, 64, 64},
        {128, 128, 256, 24, 64, 64},   {112, 144, 288, 32, 64, 64},
        {256, 160, 320, 32, 128, 128}, {256, 160, 320, 32, 128, 128},
        {384, 192, 384, 48, 128, 128}};
    network n;

    network_start(&n, 3, 224, 224);
    network_add(&n, "C64,7,2,3 M3,2,1 C64,1 C192,3,1,1 M3,2,1");
    ck_assert_int_eq(n.h, 28);
    for (int i = 0; i < 9; i++)
        inception(&n, modules[i]);
    network_add(&n, "A");
    ck_assert_int_eq(n.c, 1024);
    ck_assert_int_eq(n.parameters, 5973552);
    network_add(&n, "L1000");
    ck_assert_int_eq(n.parameters, 5973552 + 1025000);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv_arithmetic);
    suite_test(test_conv1d_formula);
    suite_test(test_laplacian);
    suite_test(test_conv1d_printed_run);
    suite_test(test_max_pool);
    suite_test(test_global_average);
    suite_test(test_sizes);
    suite_test(test_receptive_field);
    suite_test(test_weights);
    suite_test(test_vgg);
    suite_test(test_googlenet);
}

int main(void)
{
    return suite_main("lecture 000", fill);
}
