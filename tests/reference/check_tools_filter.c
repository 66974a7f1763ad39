/* Tests of reference/tools: the command `filter`. */
#include <string.h>

#include "reference/filter.h"
#include "reference/io/image_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

/* Makes a text file in the scratch folder. */
#define WRITE(name, text) scratch_write(name, text, sizeof(text) - 1)

static void setup(void)
{
    (void)scratch_new();
}

/* The samples of a picture written by the program. */
static void shows(const char *name, int channels, int h, int w,
                  const float *samples)
{
    ref_image im;

    ck_assert_msg(ref_image_read(scratch_path(name), &im) == REF_OK, "%s",
                  ref_status_message());
    ck_assert(im.channels == channels && im.h == h && im.w == w);
    for (int at = 0; at < channels * h * w; at++)
        ck_assert_msg(im.data[at] == samples[at], "%s, sample %d: %g, not %g",
                      name, at, (double)im.data[at], (double)samples[at]);
    ref_image_free(&im);
}

/* A step from 10 to 60 between columns 1 and 2, and what kernels make of it. */
START_TEST(test_filter_a_step)
{
    setup();
    WRITE("s.pgm", "P2 4 3 255 10 10 60 60 10 10 60 60 10 10 60 60");
    program_prints("filter @s.pgm --kernel sobel-x -o @a.png", "");
    shows("a.png", 1, 3, 4,
          (float[]){0, 200, 200, 0, 0, 200, 200, 0, 0, 200, 200, 0});
    program_prints("filter @s.pgm --kernel sobel-y -o @a.pgm", "");
    shows("a.pgm", 1, 3, 4, (float[]){0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    program_prints(
        "filter @s.pgm --kernel laplacian --range clamp --output @a.pgm", "");
    shows("a.pgm", 1, 3, 4, (float[]){0, 50, 0, 0, 0, 50, 0, 0, 0, 50, 0, 0});
    program_prints("filter @s.pgm --kernel laplacian --range signed -o @a.pgm",
                   "");
    shows("a.pgm", 1, 3, 4,
          (float[]){128, 255, 0, 128, 128, 255, 0, 128, 128, 255, 0, 128});
    program_prints("filter @s.pgm --kernel identity --range stretch -o @a.pgm",
                   "");
    shows("a.pgm", 1, 3, 4,
          (float[]){0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255});
    program_prints("filter @s.pgm --kernel sharpen -o @a.pgm", "");
    shows("a.pgm", 1, 3, 4,
          (float[]){10, 0, 110, 60, 10, 0, 110, 60, 10, 0, 110, 60});
    scratch_free();
}
END_TEST

/* A single white pixel shows the kernel itself, turned; borders show at the
 * rim. Size, sigma, file kernels. */
START_TEST(test_filter_a_dot)
{
    float dot[25] = {0}, expected[25], k[25];
    const ref_image im = {dot, 1, 5, 5, 65535};

    setup();
    dot[12] = 65535;
    ck_assert_int_eq(ref_image_write(scratch_path("d.png"), &im), REF_OK);
    program_prints(
        "filter @d.png --kernel gaussian --size 5 --sigma 1.2 -o @g.png", "");
    ck_assert_int_eq(ref_filter_gaussian(5, 1.2f, k), REF_OK);
    for (int at = 0; at < 25; at++)
        expected[at] = (float)(int)(k[at] * 65535 + 0.5f);
    shows("g.png", 1, 5, 5, expected);
    program_prints("filter @d.png --kernel gaussian -o @g.png", "");
    ck_assert_int_eq(ref_filter_gaussian(5, 1.1f, k), REF_OK);
    for (int at = 0; at < 25; at++)
        expected[at] = (float)(int)(k[at] * 65535 + 0.5f);
    shows("g.png", 1, 5, 5, expected);
    WRITE("k.txt", "# shift\n0 0 0\n1 0 0\n0 0 0\n");
    program_prints("filter @d.png --kernel @k.txt -o @g.png", "");
    memset(expected, 0, sizeof expected);
    expected[13] = 65535;
    shows("g.png", 1, 5, 5, expected);
    scratch_free();
}
END_TEST

/* A kernel typed where it is used. The first result is what filter_same_2d
 * gives, zeros outside: 60 + 10 - 4*10 = 30; 10 + 200 + 60 - 4*60 = 30; and
 * 60 + 200 - 4*200, which is below black. */
START_TEST(test_filter_a_typed_kernel)
{
    setup();
    WRITE("s.pgm", "P2 3 2 255 10 60 200 10 60 200");
    program_prints(
        "filter @s.pgm --kernel '0 1 0; 1 -4 1; 0 1 0' --border zeros "
        "--range clamp -o @a.pgm",
        "");
    shows("a.pgm", 1, 2, 3, (float[]){30, 30, 0, 30, 30, 0});
    program_prints("filter @s.pgm --kernel '-1,1' -o @a.pgm", "");
    shows("a.pgm", 1, 2, 3, (float[]){50, 140, 0, 50, 140, 0});
    program_prints("filter @s.pgm --kernel 0.5 -o @a.pgm", "");
    shows("a.pgm", 1, 2, 3, (float[]){5, 30, 100, 5, 30, 100});
    program_refuses("filter @s.pgm --kernel '1 2; 3' -o @x.pgm",
                    ": '1 2; 3': row 2 has 1 number, row 1 has 2\n");
    program_refuses("filter @s.pgm --kernel '1 2 x' -o @x.pgm",
                    ": '1 2 x': 'x' is not a number\n");
    program_refuses("filter @s.pgm --kernel '1 2' --size 3 -o @x.pgm",
                    "--size does not go with a kernel given by its numbers");
    ck_assert_int_eq(program_run("help filter"), 0);
    ck_assert_ptr_nonnull(strstr(program_out, "--border zeros --range clamp"));
    scratch_free();
}
END_TEST

START_TEST(test_filter_borders)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("l", "1 0 0"); /* the left neighbour */
    program_prints("filter @s.pgm --kernel @l -o @a.pgm", "");
    shows("a.pgm", 1, 1, 3, (float[]){90, 90, 30});
    program_prints("filter @s.pgm --kernel @l --border zeros -o @a.pgm", "");
    shows("a.pgm", 1, 1, 3, (float[]){0, 90, 30});
    program_prints("filter @s.pgm --kernel @l --border reflect -o @a.pgm", "");
    shows("a.pgm", 1, 1, 3, (float[]){30, 90, 30});
    program_prints("filter @s.pgm --kernel @l --border circular -o @a.pgm", "");
    shows("a.pgm", 1, 1, 3, (float[]){60, 90, 30});
    program_prints("filter @s.pgm --kernel @l --border symmetric -o @a.pgm",
                   "");
    shows("a.pgm", 1, 1, 3, (float[]){90, 90, 30});
    WRITE("e", "1 10"); /* even: the centre is on the left */
    program_prints("filter @s.pgm --kernel '@e' --border zeros -o @a.pgm", "");
    shows("a.pgm", 1, 1, 3, (float[]){255, 255, 60});
    scratch_free();
}
END_TEST

/* Each colour for itself, alpha as it was; a kernel larger than the picture. */
START_TEST(test_filter_colour_and_alpha)
{
    float data[] = {10, 20, 30, 40, 50, 60, 7, 200};
    const ref_image rgba = {data, 4, 1, 2, 255}, grey = {data, 2, 1, 2, 255};

    setup();
    ck_assert_int_eq(ref_image_write(scratch_path("c.png"), &rgba), REF_OK);
    ck_assert_int_eq(ref_image_write(scratch_path("g.png"), &grey), REF_OK);
    WRITE("r", "0 0 1"); /* the right neighbour */
    program_prints("filter @c.png --kernel @r -o @a.png", "");
    shows("a.png", 4, 1, 2, (float[]){20, 20, 40, 40, 60, 60, 7, 200});
    program_prints("filter @c.png --kernel @r -o @a.ppm", "");
    shows("a.ppm", 3, 1, 2, (float[]){20, 20, 40, 40, 60, 60});
    program_prints("filter @g.png --kernel @r -o @a.png", "");
    shows("a.png", 2, 1, 2, (float[]){20, 20, 30, 40});
    program_prints(
        "filter @c.png --kernel box --size 31 --border zeros -o @a.png", "");
    shows("a.png", 4, 1, 2, (float[]){0, 0, 0, 0, 0, 0, 7, 200});
    program_refuses("filter @c.png --kernel box -o @x.pgm", "x.pgm: ");
    scratch_free();
}
END_TEST

/* The input's own name as output: read whole, then replaced. */
START_TEST(test_filter_in_place)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("l", "1 0 0");
    program_prints("filter @s.pgm --kernel @l -o @s.pgm", "");
    shows("s.pgm", 1, 1, 3, (float[]){90, 90, 30});
    scratch_free();
}
END_TEST

START_TEST(test_filter_refuses)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("t.pgm", "P5 3 9 255 xxx");
    program_refuses("filter", "needs a picture");
    program_refuses("filter @s.pgm -o @a.png", "needs --kernel");
    program_refuses("filter @s.pgm --kernel box", "needs -o");
    program_refuses("filter @s.pgm --kernel box -o", "-o needs a value");
    program_refuses("filter @s.pgm --kernel box -o @a.jpg",
                    "a.jpg: unknown kind");
    program_refuses("filter @no.png --kernel box -o @a.png",
                    "no.png: cannot be opened");
    program_refuses("filter @t.pgm --kernel box -o @a.png",
                    "t.pgm: is truncated");
    program_refuses("filter @s.pgm --kernel soble-x -o @a.png",
                    "unknown kernel 'soble-x'; did you mean sobel-x");
    program_refuses(
        "filter @s.pgm --kernel sobl -o @a.png",
        ": unknown kernel 'sobl'; did you mean sobel-x, sobel-y?\n");
    program_refuses("filter @s.pgm --kernel 'sobel x' -o @a.png",
                    "did you mean sobel-x, sobel-y?");
    program_refuses(
        "filter @s.pgm --kernel x -o @a.png",
        "unknown kernel 'x'; there are identity, box, gaussian, sharpen, "
        "sobel-x, sobel-y, prewitt-x, prewitt-y, laplacian, emboss\n");
    program_refuses("filter @s.pgm --kernel @no.txt -o @a.png", "no.txt");
    program_refuses("filter @s.pgm --kernel @t.pgm -o @a.png", "not a number");
    program_refuses("filter @s.pgm --kernel box --size 0 -o @a.png",
                    "--size is '0'; it must be an integer from 1 to 127");
    program_refuses("filter @s.pgm --kernel box --size 3x -o @a.png", "--size");
    program_refuses("filter @s.pgm --kernel box --size 99999999999 -o @a.png",
                    "--size");
    program_refuses("filter @s.pgm --kernel box --sigma 1 -o @a.png",
                    "--sigma does not go with box");
    program_refuses("filter @s.pgm --kernel sobel-x --size 5 -o @a.png",
                    "--size does not go with sobel-x");
    program_refuses("filter @s.pgm --kernel gaussian --sigma 0 -o @a.png",
                    "--sigma is '0'");
    program_refuses("filter @s.pgm --kernel gaussian --sigma nan -o @a.png",
                    "--sigma is 'nan'");
    program_refuses("filter @s.pgm --kernel gaussian --sigma 22 -o @a.png",
                    "at most 21");
    program_refuses("filter @s.pgm --kernel box --border edge -o @a.png",
                    "--border is 'edge'");
    program_refuses("filter @s.pgm --kernel box --range sgined -o @a.png",
                    "did you mean signed?");
    program_refuses("filter @s.pgm --kernel box -o @no/a.png", "no/a.png");
    program_refuses(
        "filter @s.pgm --kernel box --border reflect -o @a.png",
        ": the kernel reaches 1 beyond the picture, whose height is 1; "
        "--border reflect allows at most 0 (zeros, symmetric and "
        "replicate allow any)\n");
    program_refuses(
        "filter @s.pgm --kernel '1 1 1 1 1 1 1 1' --border circular "
        "-o @a.png",
        "reaches 4 beyond the picture, whose width is 3; --border "
        "circular allows at most 3 ");
    /* the two pictures and what the last run printed: nothing else */
    ck_assert_int_eq(scratch_count(), 4);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_filter_a_step);
    suite_test(test_filter_a_dot);
    suite_test(test_filter_a_typed_kernel);
    suite_test(test_filter_borders);
    suite_test(test_filter_colour_and_alpha);
    suite_case("edges");
    suite_test(test_filter_in_place);
    suite_case("manners");
    suite_test(test_filter_refuses);
}

int main(void)
{
    return suite_main("tools_filter", fill);
}
