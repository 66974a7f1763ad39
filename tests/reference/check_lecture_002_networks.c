/* The layer tables of lecture 002 (G. Louppe): LeNet-5, AlexNet, VGG-16 and
 * ResNet-50, row by row, with their parameters, memory and multiply-adds. */
#include <stdio.h>
#include <string.h>

#include "tests/support/lecture.h"
#include "tests/support/network.h"
#include "tests/support/suite.h"

START_TEST(test_lenet5)
{
    static const int table[][4] = {
        {6, 28, 28, 156},   {6, 28, 28, 0},  {6, 14, 14, 0},
        {16, 10, 10, 2416}, {16, 10, 10, 0}, {16, 5, 5, 0},
        {120, 1, 1, 48120}, {120, 1, 1, 0},  {84, 1, 1, 10164},
        {84, 1, 1, 0},      {10, 1, 1, 850}, {10, 1, 1, 0}};
    static const double mib[] = {0, 0.11, 0.24, 0.35};
    network n;

    network_start(&n, 1, 32, 32);
    network_add(&n, "C6,5 R M2,2 C16,5 R M2,2 C120,5 R L84 R L10 S");
    ck_assert_int_eq(n.rows, LECTURE_COUNT(table));
    network_begins(&n, table, n.rows);
    ck_assert_int_eq(n.parameters, 61706);
    ck_assert_int_eq(n.activations, 14612);
    network_memory(&n, mib);
}
END_TEST

START_TEST(test_alexnet)
{
    static const int table[][4] = {
        {64, 55, 55, 23296},   {64, 55, 55, 0},       {64, 27, 27, 0},
        {192, 27, 27, 307392}, {192, 27, 27, 0},      {192, 13, 13, 0},
        {384, 13, 13, 663936}, {384, 13, 13, 0},      {256, 13, 13, 884992},
        {256, 13, 13, 0},      {256, 13, 13, 590080}, {256, 13, 13, 0},
        {256, 6, 6, 0},        {9216, 1, 1, 0},       {4096, 1, 1, 37752832},
        {4096, 1, 1, 0},       {4096, 1, 1, 0},       {4096, 1, 1, 16781312},
        {4096, 1, 1, 0},       {1000, 1, 1, 4097000}};
    static const double mib[] = {0.57, 8.31, 233.08, 241.96};
    network n;

    network_start(&n, 3, 224, 224);
    network_add(&n, "C64,11,4,2 R M3,2 C192,5,1,2 R M3,2 C384,3,1,1 R "
                    "C256,3,1,1 R C256,3,1,1 R M3,2 D L4096 R D L4096 R L1000");
    ck_assert_int_eq(n.rows, LECTURE_COUNT(table));
    network_begins(&n, table, n.rows);
    ck_assert_int_eq(n.parameters, 61100840);
    ck_assert_int_eq(n.activations, 1089000);
    network_memory(&n, mib);
}
END_TEST

/* "15.3B Flops" are multiply-adds, of the convolutions alone. */
START_TEST(test_vgg16)
{
    static const int table[][4] = {
        {64, 224, 224, 1792},   {64, 224, 224, 0},       {64, 224, 224, 36928},
        {64, 224, 224, 0},      {64, 112, 112, 0},       {128, 112, 112, 73856},
        {128, 112, 112, 0},     {128, 112, 112, 147584}, {128, 112, 112, 0},
        {128, 56, 56, 0},       {256, 56, 56, 295168},   {256, 56, 56, 0},
        {256, 56, 56, 590080},  {256, 56, 56, 0},        {256, 56, 56, 590080},
        {256, 56, 56, 0},       {256, 28, 28, 0},        {512, 28, 28, 1180160},
        {512, 28, 28, 0},       {512, 28, 28, 2359808},  {512, 28, 28, 0},
        {512, 28, 28, 2359808}, {512, 28, 28, 0},        {512, 14, 14, 0},
        {512, 14, 14, 2359808}, {512, 14, 14, 0},        {512, 14, 14, 2359808},
        {512, 14, 14, 0},       {512, 14, 14, 2359808},  {512, 14, 14, 0},
        {512, 7, 7, 0},         {4096, 1, 1, 102764544}, {4096, 1, 1, 0},
        {4096, 1, 1, 0},        {4096, 1, 1, 16781312},  {4096, 1, 1, 0},
        {4096, 1, 1, 0},        {1000, 1, 1, 4097000}};
    static const double mib[] = {0.57, 218.59, 527.79, 746.96};
    network n;

    network_start(&n, 3, 224, 224);
    network_add(&n, "C64,3,1,1 R C64,3,1,1 R M2,2 C128,3,1,1 R C128,3,1,1 R "
                    "M2,2 C256,3,1,1 R C256,3,1,1 R C256,3,1,1 R M2,2 "
                    "C512,3,1,1 R C512,3,1,1 R C512,3,1,1 R M2,2 C512,3,1,1 R "
                    "C512,3,1,1 R C512,3,1,1 R M2,2");
    ck_assert_int_eq(n.multiply_adds, 15346630656);
    network_add(&n, "L4096 R D L4096 R D L1000");
    ck_assert_int_eq(n.multiply_adds, 15470264320);
    ck_assert_int_eq(n.rows, LECTURE_COUNT(table));
    network_begins(&n, table, n.rows);
    ck_assert_int_eq(n.parameters, 138357544);
    ck_assert_int_eq(n.activations, 28650984);
    network_memory(&n, mib);
}
END_TEST

/* Three convolutions, and on the way past them, if the shape changes, one
 * more. The stride is on the 3x3, or on the first 1x1. */
static void bottleneck(network *n, int width, int stride, int on_first,
                       int projects)
{
    int c = n->c, h = n->h, w = n->w;
    char layers[100];

    (void)snprintf(layers, sizeof layers, "N%d,1,%d R N%d,3,%d,1 R N%d,1",
                   width, on_first ? stride : 1, width, on_first ? 1 : stride,
                   4 * width);
    network_add(n, layers);
    if (projects) {
        n->c = c;
        n->h = h;
        n->w = w;
        (void)snprintf(layers, sizeof layers, "N%d,1,%d", 4 * width, stride);
        network_add(n, layers);
    }
    network_add(n, "R K");
}

static void resnet50(network *n, int on_first)
{
    static const int blocks[] = {3, 4, 6, 3};

    network_start(n, 3, 224, 224);
    network_add(n, "N64,7,2,3 R M3,2,1");
    for (int stage = 0; stage < 4; stage++)
        for (int i = 0; i < blocks[stage]; i++)
            bottleneck(n, 64 << stage, stage > 0 && i == 0 ? 2 : 1, on_first,
                       i == 0);
    network_add(n, "A L1000");
}

/* "3.8B Flops" are the multiply-adds of the variant with the stride on the
 * 1x1; the table, and its memory, are those of the other one. */
START_TEST(test_resnet50)
{
    static const int table[][4] = {
        {64, 112, 112, 9408},  {64, 112, 112, 128},  {64, 112, 112, 0},
        {64, 56, 56, 0},       {64, 56, 56, 4096},   {64, 56, 56, 128},
        {64, 56, 56, 0},       {64, 56, 56, 36864},  {64, 56, 56, 128},
        {64, 56, 56, 0},       {256, 56, 56, 16384}, {256, 56, 56, 512},
        {256, 56, 56, 16384},  {256, 56, 56, 512},   {256, 56, 56, 0},
        {256, 56, 56, 0},      {64, 56, 56, 16384},  {64, 56, 56, 128},
        {64, 56, 56, 0},       {64, 56, 56, 36864},  {64, 56, 56, 128},
        {64, 56, 56, 0},       {256, 56, 56, 16384}, {256, 56, 56, 512},
        {256, 56, 56, 0},      {256, 56, 56, 0},     {64, 56, 56, 16384},
        {64, 56, 56, 128},     {64, 56, 56, 0},      {64, 56, 56, 36864},
        {64, 56, 56, 128},     {64, 56, 56, 0},      {256, 56, 56, 16384},
        {256, 56, 56, 512},    {256, 56, 56, 0},     {256, 56, 56, 0},
        {128, 56, 56, 32768},  {128, 56, 56, 256},   {128, 56, 56, 0},
        {128, 28, 28, 147456}, {128, 28, 28, 256},   {128, 28, 28, 0},
        {512, 28, 28, 65536},  {512, 28, 28, 1024},  {512, 28, 28, 131072},
        {512, 28, 28, 1024},   {512, 28, 28, 0},     {512, 28, 28, 0},
        {128, 28, 28, 65536},  {128, 28, 28, 256},   {128, 28, 28, 0},
        {128, 28, 28, 147456}, {128, 28, 28, 256}};
    static const char right[] = "KCBRCBRCBRKCBRCBRCBCBRKCBRCBRCBRKCBRCBRCBRKAL";
    static const double mib[] = {0.57, 286.56, 97.49, 384.62};
    network n;

    resnet50(&n, 1);
    ck_assert_int_eq(n.multiply_adds, 3857973248);
    ck_assert_int_eq(n.parameters, 25557032);
    resnet50(&n, 0);
    ck_assert_int_eq(n.multiply_adds, 4089184256);
    ck_assert_int_eq(n.parameters, 25557032);
    ck_assert_int_eq(n.rows, 174);
    network_begins(&n, table, LECTURE_COUNT(table));
    ck_assert_uint_eq(strlen(right), 174 - 129);
    for (int i = 0; right[i]; i++)
        ck_assert_msg(n.row[129 + i].kind == right[i], "row %d is %c, not %c",
                      130 + i, n.row[129 + i].kind, right[i]);
    ck_assert_int_eq(n.activations, 37559784);
    network_memory(&n, mib);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_lenet5);
    suite_test(test_alexnet);
    suite_test(test_vgg16);
    suite_test(test_resnet50);
}

int main(void)
{
    return suite_main("lecture 002, networks", fill);
}
