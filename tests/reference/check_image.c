/* Tests of reference/io/image.c. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/io/image_file.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

START_TEST(test_image_new_and_its_limits)
{
    ref_image im = {.h = -77};

    ck_assert_int_eq(ref_image_new(1, 1, 1, 1, NULL), REF_ENULL);
    ck_assert_int_eq(ref_image_new(0, 1, 1, 1, &im), REF_EPARAM);
    ck_assert_int_eq(ref_image_new(5, 1, 1, 1, &im), REF_EPARAM);
    ck_assert_int_eq(ref_image_new(1, 1, 1, 0, &im), REF_EPARAM);
    ck_assert_int_eq(ref_image_new(1, 1, 1, 65536, &im), REF_EPARAM);
    ck_assert_int_eq(ref_image_new(1, 0, 1, 1, &im), REF_ESIZE);
    ck_assert_int_eq(ref_image_new(1, 1, -1, 1, &im), REF_ESIZE);
    ck_assert_int_eq(ref_image_new(1, INT_MAX, INT_MAX, 1, &im), REF_ESIZE);
    ck_assert_int_eq(ref_image_new(4, 50000001, 1, 1, &im), REF_ESIZE);
    ck_assert_int_eq(ref_image_new(1, 1, 200000001, 1, &im), REF_ESIZE);
    ck_assert_int_eq(im.h, -77);
    ck_assert_int_eq(ref_image_new(3, 4, 5, 255, &im), REF_OK);
    for (int at = 0; at < 60; at++)
        ck_assert_float_eq(im.data[at], 0);
    ref_image_free(&im);
    ref_image_free(&im);
    ref_image_free(NULL);
}
END_TEST

START_TEST(test_image_sample_rounds_and_cuts)
{
    ck_assert_int_eq(ref_image_sample(0, 255, 255), 0);
    ck_assert_int_eq(ref_image_sample(0.49f, 255, 255), 0);
    ck_assert_int_eq(ref_image_sample(0.5f, 255, 255), 1);
    ck_assert_int_eq(ref_image_sample(254.5f, 255, 255), 255);
    ck_assert_int_eq(ref_image_sample(255.7f, 255, 255), 255);
    ck_assert_int_eq(ref_image_sample(-0.7f, 255, 255), 0);
    ck_assert_int_eq(ref_image_sample(INFINITY, 255, 255), 255);
    ck_assert_int_eq(ref_image_sample(-INFINITY, 255, 255), 0);
    ck_assert_int_eq(ref_image_sample(NAN, 255, 255), 0);
    ck_assert_int_eq(ref_image_sample(3e38f, 1, 65535), 65535);
    ck_assert_int_eq(ref_image_sample(1, 1, 255), 255);
    ck_assert_int_eq(ref_image_sample(7, 15, 255), 119);
}
END_TEST

/* Writes a picture under a name, reads it back. */
static void trip(const char *name, const ref_image *im, int channels)
{
    ref_image back;
    size_t plane = (size_t)im->h * (size_t)im->w;

    ck_assert_msg(ref_image_write(scratch_path(name), im) == REF_OK, "%s",
                  ref_status_message());
    ck_assert_int_eq(ref_image_read(scratch_path(name), &back), REF_OK);
    ck_assert_int_eq(back.channels, channels);
    ck_assert_int_eq(back.max, im->max);
    for (int k = 0; k < channels; k++) {
        int source = im->channels < 3 && channels >= 3 ? 0 : k;
        const float *from = im->data + (size_t)source * plane;

        ck_assert_mem_eq(back.data + (size_t)k * plane, from,
                         plane * sizeof(float));
    }
    ref_image_free(&back);
}

START_TEST(test_image_write_by_suffix)
{
    float data[4 * 6];
    const ref_image grey = {data, 1, 2, 3, 255}, alpha = {data, 2, 2, 3, 255};
    const ref_image rgb = {data, 3, 2, 3, 65535}, rgba = {data, 4, 2, 3, 255};
    char magic[2];

    for (int at = 0; at < 24; at++)
        data[at] = (float)(at * 10);
    (void)scratch_new();
    trip("a.png", &rgba, 4);
    trip("b.PNG", &alpha, 2);
    trip("c.pgm", &grey, 1);
    trip("d.pgm", &alpha, 1);
    trip("e.ppm", &rgb, 3);
    trip("f.ppm", &rgba, 3);
    trip("g.Ppm", &grey, 3);
    trip("h.pnm", &grey, 1);
    trip("i.pnm", &rgb, 3);
    ck_assert_uint_eq(scratch_read("g.Ppm", magic, 2), 2);
    ck_assert_mem_eq(magic, "P6", 2);
    ck_assert_int_eq(ref_image_write(scratch_path("j.pgm"), &rgb), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "j.pgm: "));
    ck_assert_int_eq(scratch_count(), 9);
    scratch_free();
}
END_TEST

START_TEST(test_image_can_write)
{
    ck_assert_int_eq(ref_image_can_write("a.png"), REF_OK);
    ck_assert_int_eq(ref_image_can_write("a.b.PGM"), REF_OK);
    ck_assert_int_eq(ref_image_can_write("a.jpg"), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "a.jpg: "));
    ck_assert_int_eq(ref_image_can_write("png"), REF_EPARAM);
    ck_assert_int_eq(ref_image_can_write(""), REF_EPARAM);
    ck_assert_int_eq(ref_image_can_write(NULL), REF_ENULL);
}
END_TEST

static void unreadable(const char *name, const char *bytes, size_t count,
                       const char *words)
{
    ref_image im = {.h = -77};

    scratch_write(name, bytes, count);
    ck_assert_int_eq(ref_image_read(scratch_path(name), &im), REF_EFORMAT);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), name));
    ck_assert_ptr_nonnull(strstr(ref_status_message(), words));
    ck_assert_int_eq(im.h, -77);
}

START_TEST(test_image_read_refuses_and_names_the_file)
{
    float sample = 0;
    const ref_image one = {&sample, 1, 1, 1, 255};
    ref_image im;

    (void)scratch_new();
    unreadable("empty.png", "", 0, "is empty");
    unreadable("text.png", "hello", 5, "is not a PNG, PGM or PPM");
    unreadable("short.pgm", "P5 4 4 255 x", 12, "truncated");
    unreadable("broken.png", "\x89PNG\r\n\x1a\n", 8, "damaged or truncated");
    ck_assert_int_eq(ref_image_read(scratch_path("none.png"), &im), REF_EIO);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "none.png"));
    ck_assert_int_eq(ref_image_read(NULL, &im), REF_ENULL);
    ck_assert_int_eq(ref_image_read("a.png", NULL), REF_ENULL);
    ck_assert_int_eq(ref_image_write(NULL, &one), REF_ENULL);
    ck_assert_int_eq(ref_image_write("a.png", NULL), REF_ENULL);
    ck_assert_int_eq(ref_image_write(scratch_path("no/a.png"), &one), REF_EIO);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_image_sample_rounds_and_cuts);
    suite_test(test_image_write_by_suffix);
    suite_test(test_image_can_write);
    suite_case("manners");
    suite_test(test_image_new_and_its_limits);
    suite_test(test_image_read_refuses_and_names_the_file);
}

int main(void)
{
    return suite_main("image", fill);
}
