/* The test chart of chapter 1: it is what the program draws, on every machine,
 * and the duck stands in it once, as the lesson says. */
#include "chapters/01-cross-correlation/cross_correlation.h"
#include "reference/convlings.h"
#include "reference/io/image_file.h"
#include "tests/support/suite.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* The program that draws the chart, with its main under another name. */
static int chart_main(int argc, char **argv);
#define main chart_main
#include "chapters/chart.c"
#undef main

/* The pictures as they were drawn and looked at, whatever draws them now. */
#define CHART_SUM 0xee70861du
#define PATTERN_SUM 0x6ae791e3u

static ref_image read_picture(const char *path)
{
    ref_image picture;

    ck_assert_msg(ref_image_read(path, &picture) == REF_OK, "%s",
                  ref_status_message());
    ck_assert_int_eq(picture.channels, 1);
    ck_assert_int_eq(picture.max, WHITE);
    return picture;
}

/* FNV-1a over the grey levels. */
static uint32_t checksum(const ref_image *picture)
{
    uint32_t sum = 2166136261u;

    for (int t = 0; t < picture->h * picture->w; t++)
        sum = (sum ^ (uint32_t)picture->data[t]) * 16777619u;
    return sum;
}

/* Draws with the program and compares with the committed picture. */
static void drawn_again(char *option, const char *committed, uint32_t sum)
{
    char folder[] = "/tmp/convlings-chart-XXXXXX";
    char path[64];
    char *with_option[] = {"chart", option, path, NULL};
    char *without[] = {"chart", path, NULL};
    ref_image is, should = read_picture(committed);

    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/drawn.png", folder);
    ck_assert_int_eq(option != NULL ? chart_main(3, with_option)
                                    : chart_main(2, without),
                     0);
    is = read_picture(path);
    ck_assert_int_eq(is.h, should.h);
    ck_assert_int_eq(is.w, should.w);
    for (int t = 0; t < is.h * is.w; t++)
        ck_assert_msg(is.data[t] == should.data[t], "%s: pixel %d", committed,
                      t);
    ck_assert_uint_eq(checksum(&is), sum);
    ref_image_free(&is);
    ref_image_free(&should);
    (void)unlink(path);
    (void)rmdir(folder);
}

START_TEST(test_chart_is_what_the_program_draws)
{
    drawn_again(NULL, "chapters/chart.png", CHART_SUM);
    drawn_again("--pattern", "chapters/pattern.png", PATTERN_SUM);
}
END_TEST

START_TEST(test_chart_refuses_wrong_usage)
{
    char *nothing[] = {"chart", NULL};
    char *nowhere[] = {"chart", "/nowhere/chart.png", NULL};

    ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
    ck_assert_int_eq(chart_main(1, nothing), 2);
    ck_assert_int_eq(chart_main(2, nowhere), 1);
}
END_TEST

/* The score as its formula says, in double. */
static double score_at(const ref_image *x, const ref_image *p, int i, int j)
{
    double n = p->h * p->w, mx = 0, mp = 0, xp = 0, xx = 0, pp = 0;

    for (int t = 0; t < p->h * p->w; t++) {
        mx += (double)x->data[(i + t / p->w) * x->w + j + t % p->w] / n;
        mp += (double)p->data[t] / n;
    }
    for (int t = 0; t < p->h * p->w; t++) {
        double a = (double)x->data[(i + t / p->w) * x->w + j + t % p->w] - mx;
        double b = (double)p->data[t] - mp;

        xp += a * b;
        xx += a * a;
        pp += b * b;
    }
    return xx < 1e-6 ? 0 : xp / sqrt(xx * pp);
}

/* "The score is 1 in one place of the chart, and nowhere else above 0.65." */
START_TEST(test_duck_is_there_once)
{
    ref_image x = read_picture("chapters/chart.png");
    ref_image p = read_picture("chapters/pattern.png");
    int found = 0, flat = 0, row, col;

    for (int i = 0; i <= x.h - p.h; i++)
        for (int j = 0; j <= x.w - p.w; j++) {
            double score = score_at(&x, &p, i, j);

            flat += score == 0;
            if (score <= 0.65)
                continue;
            ck_assert_double_eq_tol(score, 1, 1e-9);
            ck_assert(i == 96 && j == 154);
            found++;
        }
    ck_assert_int_eq(found, 1);
    ck_assert_int_gt(flat, 1000); /* windows without a shape, to trip over */
    ck_assert_int_eq(
        ref_find_pattern(x.data, x.h, x.w, p.data, p.h, p.w, &row, &col),
        REF_OK);
    ck_assert(row == 96 && col == 154);
    ref_image_free(&x);
    ref_image_free(&p);
}
END_TEST

/* "... is beaten by more than 5000 of the 21840 windows." */
START_TEST(test_duck_is_not_the_brightest)
{
    ref_image x = read_picture("chapters/chart.png");
    ref_image p = read_picture("chapters/pattern.png");
    int oh = x.h - p.h + 1, ow = x.w - p.w + 1, better = 0;
    float *y = malloc((size_t)(oh * ow) * sizeof *y);

    ck_assert_ptr_nonnull(y);
    ck_assert_int_eq(oh * ow, 21840);
    naive_correlate_2d(x.data, x.h, x.w, p.data, p.h, p.w, y);
    for (int t = 0; t < oh * ow; t++)
        better += y[t] > y[96 * ow + 154];
    ck_assert_int_gt(better, 5000);
    free(y);
    ref_image_free(&x);
    ref_image_free(&p);
}
END_TEST

static void fill(void)
{
    suite_case("chart");
    suite_test(test_chart_is_what_the_program_draws);
    suite_test(test_chart_refuses_wrong_usage);
    suite_case("duck");
    suite_test(test_duck_is_there_once);
    suite_test(test_duck_is_not_the_brightest);
}

int main(void)
{
    return suite_main("chapter 1, the chart", fill);
}
