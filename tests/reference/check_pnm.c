/* Tests of reference/io/pnm.c. */
#include <stdlib.h>
#include <string.h>

#include "reference/io/pnm.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* Decodes bytes that end at a forbidden page. */
static ref_status decode(const void *bytes, size_t size, ref_image *im)
{
    unsigned char *copy = guarded_copy(bytes, size, GUARD_AFTER);
    ref_status status = ref_pnm_decode(copy, size, im);

    guarded_free(copy, size);
    return status;
}

static void holds(const char *bytes, size_t size, int channels, int h, int w,
                  int max, const float *samples)
{
    ref_image im;

    ck_assert_msg(decode(bytes, size, &im) == REF_OK, "%.20s: %s", bytes,
                  ref_status_message());
    ck_assert_int_eq(im.channels, channels);
    ck_assert_int_eq(im.h, h);
    ck_assert_int_eq(im.w, w);
    ck_assert_int_eq(im.max, max);
    for (int at = 0; at < channels * h * w; at++)
        ck_assert_float_eq(im.data[at], samples[at]);
    ref_image_free(&im);
    ck_assert_ptr_null(im.data);
}

#define HOLDS(text, ...) holds(text, sizeof(text) - 1, __VA_ARGS__)

START_TEST(test_pnm_four_kinds)
{
    HOLDS("P2\n3 2\n15\n0 1 2\n13 14 15\n", 1, 2, 3, 15,
          (float[]){0, 1, 2, 13, 14, 15});
    HOLDS("P5 2 1 255 \x00\xff", 1, 1, 2, 255, (float[]){0, 255});
    HOLDS("P3 2 1 9 1 2 3 4 5 6", 3, 1, 2, 9, (float[]){1, 4, 2, 5, 3, 6});
    HOLDS("P6 1 2 255\n\x01\x02\x03\x0a\x20\x23", 3, 2, 1, 255,
          (float[]){1, 10, 2, 32, 3, 35});
}
END_TEST

START_TEST(test_pnm_sixteen_bits)
{
    HOLDS("P5 2 1 65535 \x01\x02\xff\xff", 1, 1, 2, 65535,
          (float[]){258, 65535});
    HOLDS("P6 1 1 256 \x00\x01\x00\xff\x01\x00", 3, 1, 1, 256,
          (float[]){1, 255, 256});
    HOLDS("P2 1 1 65535 65535", 1, 1, 1, 65535, (float[]){65535});
}
END_TEST

/* A sample that looks like a comment or a blank is a sample. */
START_TEST(test_pnm_comments_and_blanks)
{
    HOLDS("P5# 9 9\n#\n 2#x\r\n\t1\v# 1 1\n\f255\n##", 1, 1, 2, 255,
          (float[]){35, 35});
    HOLDS("P2 2 1 9#c\n1#2 3\n4", 1, 1, 2, 9, (float[]){1, 4});
    HOLDS("P5 1 1 255 \x07next picture", 1, 1, 1, 255, (float[]){7});
}
END_TEST

static void refuses(const char *bytes, size_t size, const char *words)
{
    ref_image im = {.h = -77};

    ck_assert_msg(decode(bytes, size, &im) == REF_EFORMAT,
                  "'%.40s' is accepted", bytes);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "'%.40s' gives '%s' without '%s'", bytes,
                  ref_status_message(), words);
    ck_assert_int_eq(im.h, -77);
}

#define REFUSES(text, words) refuses(text, sizeof(text) - 1, words)

START_TEST(test_pnm_refuses_headers)
{
    REFUSES("P", "kind");
    REFUSES("P1 1 1 1", "kind");
    REFUSES("P4 1 1 x", "kind");
    REFUSES("P7\nWIDTH 1", "kind");
    REFUSES("Q5 1 1 255 x", "kind");
    REFUSES("P5", "truncated");
    REFUSES("P5 3", "before the height");
    REFUSES("P5 3 #4 255", "truncated");
    REFUSES("P5 x 1 255 x", "no number for the width");
    REFUSES("P5 -1 1 255 x", "no number for the width");
    REFUSES("P5 0 1 255 x", "0 x 1");
    REFUSES("P5 1 0 255 x", "1 x 0");
    REFUSES("P5 1 1 0 x", "white is 0");
    REFUSES("P5 1 1 65536 xx", "white is 65536");
    REFUSES("P5 1 1 255", "no blank");
    REFUSES("P5 1 1 255x", "no blank");
}
END_TEST

/* Lying headers: refused at once, without the memory they ask for. */
START_TEST(test_pnm_refuses_lies)
{
    REFUSES("P5 10000 10000 255 x", "take 100000000 bytes, 1 are");
    REFUSES("P5 100000 100000 255 x", "too large");
    REFUSES("P6 10000 7000 255 x", "too large");
    REFUSES("P5 4294967297 1 255 x", "too large");
    REFUSES("P5 99999999999999999999999999999999 99999999999 255 x",
            "too large");
    REFUSES("P2 10000 10000 255 1 2 3", "truncated");
    REFUSES("P5 2147483647 2147483647 65535 x", "too large");
}
END_TEST

START_TEST(test_pnm_refuses_samples)
{
    REFUSES("P5 2 1 9 \x09\x0a", "sample of 10 where white is 9");
    REFUSES("P2 2 1 9 9 10", "sample of 10 where white is 9");
    REFUSES("P2 2 1 9 1 -1", "no number");
    REFUSES("P2 2 1 9 1 99999999999999999999", "is damaged");
    REFUSES("P5 1 1 300 \xff\xff", "sample of 65535");
}
END_TEST

/* Every beginning of a file but the whole is refused. */
START_TEST(test_pnm_every_truncation)
{
    static const struct {
        const char *bytes;
        size_t size;
    } files[] = {
        {"P6 2 2 255 ABCDEFGHIJKL", 23},
        {"P5\n# two\n2 2\n65535\nABCDEFGH", 27},
        {"P3 1 2 9 1 2 3 4 5 6", 20},
    };

    for (int f = 0; f < 3; f++)
        for (size_t size = 1; size < files[f].size; size++) {
            ref_image im;

            ck_assert_int_eq(decode(files[f].bytes, size, &im), REF_EFORMAT);
        }
}
END_TEST

/* Noise in a good file: a picture or a status, and never a crash. */
START_TEST(test_pnm_noise)
{
    dice d = {13};

    for (int round = 0; round < 4000; round++) {
        char bytes[] = "P3 2 2 255 1 2 3 4 5 6 7 8 9 10 11 12\n";
        ref_image im;

        bytes[1] = (char)dice_int(&d, '2', '6');
        for (int changes = dice_int(&d, 1, 3); changes > 0; changes--)
            bytes[dice_int(&d, 2, 37)] =
                "0123456789 #\n\xff"[dice_int(&d, 0, 13)];
        if (decode(bytes, sizeof bytes - 1, &im) == REF_OK)
            ref_image_free(&im);
    }
}
END_TEST

/* What is written, byte by byte. */
static void writes(const ref_image *im, int channels, const char *expected,
                   size_t size)
{
    char bytes[200];
    FILE *stream = tmpfile();

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(ref_pnm_encode(im, channels, stream), REF_OK);
    rewind(stream);
    ck_assert_uint_eq(fread(bytes, 1, sizeof bytes, stream), size);
    ck_assert_mem_eq(bytes, expected, size);
    ck_assert_int_eq(fclose(stream), 0);
}

START_TEST(test_pnm_encode_bytes)
{
    float grey[] = {0, 254.6f, -3, 999}, rgb[] = {1, 2, 3, 4, 5, 6};
    float deep[] = {258, 65535};
    const ref_image a = {grey, 1, 2, 2, 255}, b = {rgb, 3, 1, 2, 255};
    const ref_image c = {deep, 1, 1, 2, 65535}, alpha = {rgb, 2, 1, 3, 255};

    writes(&a, 1, "P5\n2 2\n255\n\x00\xff\x00\xff", 15);
    writes(&a, 3,
           "P6\n2 2\n255\n\x00\x00\x00\xff\xff\xff\x00\x00\x00\xff\xff"
           "\xff",
           23);
    writes(&b, 3, "P6\n2 1\n255\n\x01\x03\x05\x02\x04\x06", 17);
    writes(&c, 1, "P5\n2 1\n65535\n\x01\x02\xff\xff", 17);
    writes(&alpha, 1, "P5\n3 1\n255\n\x01\x02\x03", 14);
}
END_TEST

START_TEST(test_pnm_encode_refuses)
{
    float rgb[] = {1, 2, 3};
    const ref_image im = {rgb, 3, 1, 1, 255};
    FILE *stream = tmpfile();

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(ref_pnm_encode(NULL, 1, stream), REF_ENULL);
    ck_assert_int_eq(ref_pnm_encode(&im, 3, NULL), REF_ENULL);
    ck_assert_int_eq(ref_pnm_encode(&im, 1, stream), REF_EPARAM);
    ck_assert_int_eq(ref_pnm_encode(&im, 2, stream), REF_EPARAM);
    ck_assert_int_eq((int)ftell(stream), 0);
    ck_assert_int_eq(fclose(stream), 0);
}
END_TEST

START_TEST(test_pnm_decode_null)
{
    ref_image im;

    ck_assert_int_eq(ref_pnm_decode(NULL, 0, &im), REF_ENULL);
    ck_assert_int_eq(ref_pnm_decode((const unsigned char *)"P5", 2, NULL),
                     REF_ENULL);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_pnm_four_kinds);
    suite_test(test_pnm_sixteen_bits);
    suite_test(test_pnm_comments_and_blanks);
    suite_test(test_pnm_encode_bytes);
    suite_case("edges");
    suite_test(test_pnm_every_truncation);
    suite_test(test_pnm_noise);
    suite_case("manners");
    suite_test(test_pnm_refuses_headers);
    suite_test(test_pnm_refuses_lies);
    suite_test(test_pnm_refuses_samples);
    suite_test(test_pnm_encode_refuses);
    suite_test(test_pnm_decode_null);
}

int main(void)
{
    return suite_main("pnm", fill);
}
