/* Chapter 4: the examples of the lesson, its tables of mistakes, its counts,
 * and the naive code against the reference. */
#include "chapters/04-channels/channels.h"
#include "chapters/04-channels/colour.h"
#include "reference/convlings.h"
#include "reference/io/image_file.h"
#include "tests/grader/exercise.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <string.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

extern const struct exercise exercise_conv2d_one, exercise_conv2d_groups;

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

/* ---- the examples of the lesson ------------------------------------------ */

static const float x[] = {1, 2, 0, 3, 1, 4, 2, 0, 1, 1, 5, 2};
static const float weight[] = {1, 2, 0, 1, 3, 1, 1, 0, 0, 1, 1, 0, 2, 0, 0, -1};
static const float bias[] = {10, 20};
static const float y[] = {23, 22, 24, 19};

START_TEST(test_lesson_example)
{
    float got[4], cols[16];

    naive_conv2d_one(x, 2, 2, 3, weight, 2, 2, 10, got);
    equal("one map", got, y, 2);
    naive_conv2d(x, 1, 2, 2, 3, weight, 2, 2, 2, bias, got);
    equal("two maps", got, y, 4);
    naive_im2col(x, 2, 2, 3, 2, 2, cols);
    naive_matrix_product(weight, 2, 8, cols, 2, got);
    for (int t = 0; t < 4; t++)
        got[t] += bias[t / 2];
    equal("by a product", got, y, 4);
}
END_TEST

START_TEST(test_lesson_towers)
{
    static const float pixels[] = {1, 2, 3, 4, 5, 6, 7, 8}, none[2] = {0, 0};
    static const float k[] = {1, 10, 100, 1000}, want[] = {31, 42, 7500, 8600};
    float got[4];

    naive_two_towers(pixels, 4, 1, 2, k, 2, 1, 1, none, got);
    equal("towers", got, want, 4);
}
END_TEST

START_TEST(test_layouts_of_the_figure)
{
    static const float last[] = {1, 2, 2, 0, 0, 1, 3, 1, 1, 5, 4, 2};
    float got[12];

    naive_nhwc_to_nchw(last, 1, 2, 3, 2, got);
    equal("channels first", got, x, 12);
}
END_TEST

/* ---- the tables of mistakes ---------------------------------------------- */

/* The first elements that a wrong model makes of an exercise's first case. */
static void mistake(const struct exercise *e, const char *id, int from,
                    double a, double b)
{
    struct suite *s = suite_new(e, 1);
    const struct misconception *m = e->misconceptions;

    while (m->id != NULL && strcmp(m->id, id) != 0)
        m++;
    ck_assert_msg(m->id != NULL, "there is no %s", id);
    struct answer *got = answer_of_wrong(m->compute, m->how, s->trial[0].call);
    ck_assert_msg(got->cell[from].value == a && got->cell[from + 1].value == b,
                  "%s: %g %g, the lesson says %g %g", id, got->cell[from].value,
                  got->cell[from + 1].value, a, b);
    answer_free(got);
    suite_free(s);
}

START_TEST(test_mistakes_of_one_map)
{
    mistake(&exercise_conv2d_one, "N03", 0, 16, 16);
    mistake(&exercise_conv2d_one, "N04", 0, 17, 16);
    mistake(&exercise_conv2d_one, "N05", 0, 23, 20);
    mistake(&exercise_conv2d_one, "N13", 0, 24, 23);
    mistake(&exercise_conv2d_one, "N08", 0, 13, 12);
    mistake(&exercise_conv2d_one, "N09", 0, 93, 92);
    mistake(&exercise_conv2d_one, "N15", 0, 33, 32);
    mistake(&exercise_conv2d_one, "N01", 0, 21, 31);
}
END_TEST

START_TEST(test_mistakes_of_groups)
{
    mistake(&exercise_conv2d_groups, "G01", 2, 3100, 4200);
    mistake(&exercise_conv2d_groups, "G02", 2, 7300, 8400);
    mistake(&exercise_conv2d_groups, "G03", 2, 500, 600);
}
END_TEST

/* ---- the counts ----------------------------------------------------------- */

START_TEST(test_counts_of_the_lesson)
{
    ref_conv2d_params same = REF_CONV2D_DEFAULTS;
    ref_cost cost;

    ck_assert_int_eq(6 * 25 + 6 * 28 * 28, 4854); /* a bias for each place */
    ck_assert_int_ne(253440 % (55 * 55), 0);
    ck_assert_int_eq(96 * 55 * 55, 290400);
    ck_assert_int_eq(4 * (96 * 27 * 27 + 307456 + 186624), 2256256);
    ck_assert_int_eq(64 * 9 * 224 * 224, 28901376);
    same.pt = same.pb = same.pl = same.pr = 1;
    ck_assert_int_eq(ref_conv2d_cost(64, 224, 224, 64, 3, 3, 1, &same, &cost),
                     REF_OK);
    ck_assert_int_eq(cost.multiply_adds, 1849688064);
    ck_assert_int_eq(ref_conv2d_cost(3, 256, 256, 3, 5, 5, 1, NULL, &cost),
                     REF_OK);
    ck_assert_int_eq(cost.parameters, 228);
    ck_assert_int_eq(4 * 38654705664, 154618822656);
}
END_TEST

/* ---- the colour picture --------------------------------------------------- */

/* The file that the judge reads is what colour.c draws, its discs have one
 * grey, and where it is grey, red less green is 0. */
START_TEST(test_colour_picture)
{
    enum { PLANE = COLOUR_H * COLOUR_W };
    static float drawn[COLOUR_C * PLANE];
    ref_image file;

    colour_picture(drawn);
    ck_assert_int_eq(
        ref_image_read("chapters/04-channels/figure_picture.png", &file),
        REF_OK);
    ck_assert_int_eq(file.channels, COLOUR_C);
    ck_assert_int_eq(file.h, COLOUR_H);
    ck_assert_int_eq(file.w, COLOUR_W);
    equal("picture", file.data, drawn, COLOUR_C * PLANE);
    for (int i = 0; i < COLOUR_H; i++)
        for (int j = COLOUR_W / 2; j < COLOUR_W; j++) {
            const float *p = drawn + i * COLOUR_W + j;

            if (i < COLOUR_H / 2)
                ck_assert(p[0] / 4 + p[PLANE] / 2 + p[2 * PLANE] / 4 == 50);
            else
                ck_assert(p[0] == p[PLANE] && p[0] == p[2 * PLANE]);
        }
    ref_image_free(&file);
}
END_TEST

/* ---- the naive code against the reference --------------------------------- */

enum { ROOM = 4096 };

static void roll(dice *d, float *a, int count)
{
    for (int t = 0; t < count; t++)
        a[t] = (float)dice_int(d, -9, 9);
}

START_TEST(test_naive_is_the_reference)
{
    static float in[ROOM], k[ROOM], b[8], got[ROOM], want[ROOM];
    dice d = {4};

    for (int round = 0; round < 200; round++) {
        int n = dice_int(&d, 1, 3), c_in = dice_int(&d, 1, 4);
        int c_out = dice_int(&d, 1, 4);
        int kh = dice_int(&d, 1, 3), kw = dice_int(&d, 1, 3);
        int h = kh + dice_int(&d, 0, 4), w = kw + dice_int(&d, 0, 4);
        int map = (h - kh + 1) * (w - kw + 1);
        ref_conv2d_params two = REF_CONV2D_DEFAULTS;

        roll(&d, in, COUNT(in));
        roll(&d, k, COUNT(k));
        roll(&d, b, COUNT(b));
        naive_conv2d(in, n, c_in, h, w, k, c_out, kh, kw, b, got);
        ck_assert_int_eq(
            ref_conv2d(in, n, c_in, h, w, k, c_out, kh, kw, b, NULL, want),
            REF_OK);
        equal("conv2d", got, want, n * c_out * map);
        naive_im2col(in, c_in, h, w, kh, kw, got);
        ck_assert_int_eq(ref_unfold(in, 1, c_in, h, w, kh, kw, NULL, want),
                         REF_OK);
        equal("im2col", got, want, c_in * kh * kw * map);
        naive_nhwc_to_nchw(in, n, h, w, c_in, got);
        ck_assert_int_eq(ref_nhwc_to_nchw(in, n, h, w, c_in, want), REF_OK);
        equal("nhwc_to_nchw", got, want, n * c_in * h * w);
        two.groups = 2;
        naive_two_towers(in, 2 * c_in, h, w, k, 2 * c_out, kh, kw, b, got);
        ck_assert_int_eq(ref_conv2d(in, 1, 2 * c_in, h, w, k, 2 * c_out, kh, kw,
                                    b, &two, want),
                         REF_OK);
        equal("two towers", got, want, 2 * c_out * map);
    }
}
END_TEST

static void fill(void)
{
    suite_case("lesson");
    suite_test(test_lesson_example);
    suite_test(test_lesson_towers);
    suite_test(test_layouts_of_the_figure);
    suite_test(test_mistakes_of_one_map);
    suite_test(test_mistakes_of_groups);
    suite_test(test_counts_of_the_lesson);
    suite_case("properties");
    suite_test(test_colour_picture);
    suite_test(test_naive_is_the_reference);
}

int main(void)
{
    return suite_main("chapter 4", fill);
}
