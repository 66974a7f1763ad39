/* Tests of reference/io/png.c. The files are made here, with libpng's writer
 * and options of the test's own, or byte by byte. */
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "reference/io/png.h"
#include "tests/support/guarded.h"
#include "tests/support/suite.h"

enum { MOST_BYTES = 20000 };

/* A file as it is made. */
typedef struct file {
    unsigned char bytes[MOST_BYTES];
    size_t size;
} file;

static void append(png_structp png, png_bytep bytes, size_t count)
{
    file *f = png_get_io_ptr(png);

    ck_assert_uint_le(f->size + count, MOST_BYTES);
    memcpy(f->bytes + f->size, bytes, count);
    f->size += count;
}

static void no_flush(png_structp png)
{
    (void)png;
}

/* How a file is to be made: its header, and packed rows. */
typedef struct recipe {
    int w, h, depth, type, interlace;
    const unsigned char *rows;
    size_t row_bytes;
} recipe;

static void make(const recipe *r, file *f, int with_transparency)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_color palette[4] = {{1, 2, 3}, {40, 50, 60}, {7, 8, 9}, {255, 0, 5}};
    png_byte alphas[2] = {0, 128};
    png_color_16 key = {0, 10, 20, 30, 3};

    f->size = 0;
    png_set_write_fn(png, f, append, no_flush);
    png_set_IHDR(png, info, (png_uint_32)r->w, (png_uint_32)r->h, r->depth,
                 r->type, r->interlace, PNG_COMPRESSION_TYPE_BASE,
                 PNG_FILTER_TYPE_BASE);
    if (r->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 4);
    if (with_transparency)
        png_set_tRNS(png, info, alphas, 2, &key);
    png_write_info(png, info);
    for (int pass = png_set_interlace_handling(png); pass > 0; pass--)
        for (int i = 0; i < r->h; i++)
            png_write_row(png, r->rows + (size_t)i * r->row_bytes);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}

static void holds(const file *f, int channels, int h, int w, int max,
                  const float *samples)
{
    ref_image im;
    unsigned char *copy = guarded_copy(f->bytes, f->size, GUARD_AFTER);

    ck_assert_msg(ref_png_decode(copy, f->size, &im) == REF_OK, "%s",
                  ref_status_message());
    guarded_free(copy, f->size);
    ck_assert_int_eq(im.channels, channels);
    ck_assert_int_eq(im.h, h);
    ck_assert_int_eq(im.w, w);
    ck_assert_int_eq(im.max, max);
    for (int at = 0; at < channels * h * w; at++)
        ck_assert_msg(im.data[at] == samples[at], "sample %d: %g, not %g", at,
                      (double)im.data[at], (double)samples[at]);
    ref_image_free(&im);
}

/* 1, 2, 4 bits are spread over 0 .. 255: times 255, 85, 17. */
START_TEST(test_png_grey_of_few_bits)
{
    static file f;

    make(&(recipe){3, 2, 1, PNG_COLOR_TYPE_GRAY, 0,
                   (const unsigned char[]){0xa0, 0x40}, 1},
         &f, 0);
    holds(&f, 1, 2, 3, 255, (float[]){255, 0, 255, 0, 255, 0});
    make(&(recipe){4, 1, 2, PNG_COLOR_TYPE_GRAY, 0,
                   (const unsigned char[]){0x1b}, 1},
         &f, 0);
    holds(&f, 1, 1, 4, 255, (float[]){0, 85, 170, 255});
    make(&(recipe){2, 1, 4, PNG_COLOR_TYPE_GRAY, 0,
                   (const unsigned char[]){0x3f}, 1},
         &f, 0);
    holds(&f, 1, 1, 2, 255, (float[]){51, 255});
}
END_TEST

START_TEST(test_png_eight_and_sixteen_bits)
{
    static file f;
    const unsigned char rows[] = {1, 2, 3, 4, 5, 6, 7, 8};

    make(&(recipe){8, 1, 8, PNG_COLOR_TYPE_GRAY, 0, rows, 8}, &f, 0);
    holds(&f, 1, 1, 8, 255, (float[]){1, 2, 3, 4, 5, 6, 7, 8});
    make(&(recipe){4, 1, 8, PNG_COLOR_TYPE_GRAY_ALPHA, 0, rows, 8}, &f, 0);
    holds(&f, 2, 1, 4, 255, (float[]){1, 3, 5, 7, 2, 4, 6, 8});
    make(&(recipe){2, 1, 8, PNG_COLOR_TYPE_RGB, 0, rows, 6}, &f, 0);
    holds(&f, 3, 1, 2, 255, (float[]){1, 4, 2, 5, 3, 6});
    make(&(recipe){1, 2, 8, PNG_COLOR_TYPE_RGB_ALPHA, 0, rows, 4}, &f, 0);
    holds(&f, 4, 2, 1, 255, (float[]){1, 5, 2, 6, 3, 7, 4, 8});
    make(&(recipe){2, 2, 16, PNG_COLOR_TYPE_GRAY, 0, rows, 4}, &f, 0);
    holds(&f, 1, 2, 2, 65535, (float[]){258, 772, 1286, 1800});
    make(&(recipe){1, 1, 16, PNG_COLOR_TYPE_RGB_ALPHA, 0, rows, 8}, &f, 0);
    holds(&f, 4, 1, 1, 65535, (float[]){258, 772, 1286, 1800});
}
END_TEST

START_TEST(test_png_palette_and_transparency)
{
    static file f;
    const recipe palette = {
        4, 1, 2, PNG_COLOR_TYPE_PALETTE, 0, (const unsigned char[]){0x1b}, 1};
    const recipe key = {2, 1,
                        8, PNG_COLOR_TYPE_RGB,
                        0, (const unsigned char[]){10, 20, 30, 10, 20, 31},
                        6};
    const recipe grey = {
        4, 1, 2, PNG_COLOR_TYPE_GRAY, 0, (const unsigned char[]){0x1b}, 1};

    make(&palette, &f, 0);
    holds(&f, 3, 1, 4, 255, (float[]){1, 40, 7, 255, 2, 50, 8, 0, 3, 60, 9, 5});
    make(&palette, &f, 1);
    holds(&f, 4, 1, 4, 255,
          (float[]){1, 40, 7, 255, 2, 50, 8, 0, 3, 60, 9, 5, 0, 128, 255, 255});
    make(&key, &f, 1);
    holds(&f, 4, 1, 2, 255, (float[]){10, 10, 20, 20, 30, 31, 0, 255});
    make(&grey, &f, 1);
    holds(&f, 2, 1, 4, 255, (float[]){0, 85, 170, 255, 255, 255, 255, 0});
}
END_TEST

/* Interlaced pictures of all sizes up to 9 x 9: passes may be empty. */
START_TEST(test_png_interlaced)
{
    static file f;
    unsigned char rows[81 * 3];
    float expected[81 * 3];

    for (int h = 1; h <= 9; h++)
        for (int w = 1; w <= 9; w++) {
            for (int at = 0; at < h * w * 3; at++) {
                rows[at] = (unsigned char)(at * 7 + h);
                expected[at % 3 * h * w + at / 3] = rows[at];
            }
            make(&(recipe){w, h, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7,
                           rows, (size_t)w * 3},
                 &f, 0);
            holds(&f, 3, h, w, 255, expected);
        }
}
END_TEST

/* A small picture of some variety. */
static void make_small(file *f, int interlace)
{
    unsigned char rows[5 * 7 * 4];

    for (int at = 0; at < 5 * 7 * 4; at++)
        rows[at] = (unsigned char)(at * at);
    make(&(recipe){7, 5, 8, PNG_COLOR_TYPE_RGB_ALPHA, interlace, rows, 28}, f,
         0);
}

/* Every beginning of a file but the whole is refused, without a leak. */
START_TEST(test_png_every_truncation)
{
    static file f;

    for (int interlace = 0; interlace < 2; interlace++) {
        make_small(&f, interlace);
        for (size_t size = 1; size < f.size; size++) {
            unsigned char *copy = guarded_copy(f.bytes, size, GUARD_AFTER);
            ref_image im = {.h = -77};

            ck_assert_int_eq(ref_png_decode(copy, size, &im), REF_EFORMAT);
            ck_assert_int_eq(im.h, -77);
            ck_assert_int_gt((int)strlen(ref_status_message()), 20);
            guarded_free(copy, size);
        }
    }
}
END_TEST

/* Every byte of a file changed in five ways: a picture or a status. Checksums
 * find all of them but those in the signature's and chunks' own fields. */
START_TEST(test_png_every_byte_damaged)
{
    static const unsigned char changes[] = {0x01, 0x80, 0xff, 0x20, 0x10};
    static file f;
    int accepted = 0;

    for (int interlace = 0; interlace < 2; interlace++) {
        make_small(&f, interlace);
        for (size_t at = 0; at < f.size; at++)
            for (int c = 0; c < 5; c++) {
                ref_image im;

                f.bytes[at] ^= changes[c];
                if (ref_png_decode(f.bytes, f.size, &im) == REF_OK) {
                    accepted++;
                    ref_image_free(&im);
                }
                f.bytes[at] ^= changes[c];
            }
    }
    ck_assert_int_eq(accepted, 0);
}
END_TEST

static unsigned long crc(const unsigned char *bytes, size_t count)
{
    unsigned long c = 0xffffffff;

    while (count-- > 0) {
        c ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            c = c & 1 ? 0xedb88320 ^ c >> 1 : c >> 1;
    }
    return c ^ 0xffffffff;
}

static void put(unsigned char *to, unsigned long value)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* The small picture with another header, and the checksum that goes with it:
 * the signature takes 8 bytes, IHDR's length and name 8. */
static ref_status with_header(unsigned long w, unsigned long h, int depth,
                              int type, int interlace)
{
    static file f;
    ref_image im = {.h = -77};
    ref_status status;

    make_small(&f, 0);
    put(f.bytes + 16, w);
    put(f.bytes + 20, h);
    f.bytes[24] = (unsigned char)depth;
    f.bytes[25] = (unsigned char)type;
    f.bytes[28] = (unsigned char)interlace;
    put(f.bytes + 29, crc(f.bytes + 12, 17));
    status = ref_png_decode(f.bytes, f.size, &im);
    if (status == REF_OK)
        ref_image_free(&im);
    else
        ck_assert_int_eq(im.h, -77);
    return status;
}

/* Lying headers: refused at once, without the memory they ask for. */
START_TEST(test_png_refuses_lies)
{
    ck_assert_int_eq(with_header(7, 5, 8, 6, 0), REF_OK);
    ck_assert_int_eq(with_header(0, 5, 8, 6, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 0, 8, 6, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 6, 8, 6, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 5, 3, 6, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 5, 8, 5, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 5, 8, 3, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(7, 5, 8, 6, 9), REF_EFORMAT);
    ck_assert_int_eq(with_header(5000, 5000, 8, 6, 0), REF_EFORMAT);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "cannot hold"));
    ck_assert_int_eq(with_header(900000, 900000, 8, 6, 0), REF_EFORMAT);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "too large"));
    ck_assert_int_eq(with_header(900000, 900000, 1, 0, 0), REF_EFORMAT);
    ck_assert_int_eq(with_header(0x7fffffff, 0x7fffffff, 16, 6, 1),
                     REF_EFORMAT);
    ck_assert_int_eq(with_header(0xffffffff, 5, 8, 6, 0), REF_EFORMAT);
}
END_TEST

static void round_trip(const ref_image *im)
{
    static file f;
    FILE *stream = tmpfile();

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(ref_png_encode(im, stream), REF_OK);
    rewind(stream);
    f.size = fread(f.bytes, 1, MOST_BYTES, stream);
    ck_assert_int_eq(fclose(stream), 0);
    holds(&f, im->channels, im->h, im->w, im->max, im->data);
}

START_TEST(test_png_round_trips)
{
    float data[4 * 5 * 7];

    for (int channels = 1; channels <= 4; channels++)
        for (int deep = 0; deep < 2; deep++) {
            const ref_image im = {data, channels, 5, 7, deep ? 65535 : 255};

            for (int at = 0; at < channels * 35; at++)
                data[at] = (float)(deep ? at * 467 % 65536 : at * 53 % 256);
            round_trip(&im);
        }
}
END_TEST

/* White that PNG does not have is spread: 15 and 1000. */
START_TEST(test_png_spreads_other_whites)
{
    static file f;
    float data[] = {0, 1, 7.4f, 15, 16, -1};
    FILE *stream = tmpfile();

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(ref_png_encode(&(ref_image){data, 1, 1, 6, 15}, stream),
                     REF_OK);
    rewind(stream);
    f.size = fread(f.bytes, 1, MOST_BYTES, stream);
    holds(&f, 1, 1, 6, 255, (float[]){0, 17, 126, 255, 255, 0});
    rewind(stream);
    data[3] = 1000;
    ck_assert_int_eq(ref_png_encode(&(ref_image){data, 1, 1, 4, 1000}, stream),
                     REF_OK);
    rewind(stream);
    f.size = fread(f.bytes, 1, MOST_BYTES, stream);
    holds(&f, 1, 1, 4, 65535, (float[]){0, 66, 485, 65535});
    ck_assert_int_eq(fclose(stream), 0);
}
END_TEST

START_TEST(test_png_refuses)
{
    ref_image im = {.h = -77};
    float sample = 0;
    const ref_image one = {&sample, 1, 1, 1, 255};
    FILE *closed_for_writing = fopen("/dev/null", "rb");

    ck_assert_ptr_nonnull(closed_for_writing);
    ck_assert_int_eq(ref_png_decode(NULL, 0, &im), REF_ENULL);
    ck_assert_int_eq(ref_png_decode((const unsigned char *)"x", 1, NULL),
                     REF_ENULL);
    ck_assert_int_eq(
        ref_png_decode((const unsigned char *)"hello, world", 12, &im),
        REF_EFORMAT);
    ck_assert_int_eq(im.h, -77);
    ck_assert_int_eq(ref_png_encode(NULL, stdout), REF_ENULL);
    ck_assert_int_eq(ref_png_encode(&one, NULL), REF_ENULL);
    ck_assert_int_eq(setvbuf(closed_for_writing, NULL, _IONBF, 0), 0);
    ck_assert_int_eq(ref_png_encode(&one, closed_for_writing), REF_EIO);
    ck_assert_int_eq(fclose(closed_for_writing), 0);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_png_grey_of_few_bits);
    suite_test(test_png_eight_and_sixteen_bits);
    suite_test(test_png_palette_and_transparency);
    suite_test(test_png_interlaced);
    suite_test(test_png_round_trips);
    suite_test(test_png_spreads_other_whites);
    suite_case("edges");
    suite_test(test_png_every_truncation);
    suite_test(test_png_every_byte_damaged);
    suite_case("manners");
    suite_test(test_png_refuses_lies);
    suite_test(test_png_refuses);
}

int main(void)
{
    return suite_main("png", fill);
}
