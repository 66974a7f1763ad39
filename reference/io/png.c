/* PNG by way of libpng, which reports an error by longjmp. So: whatever must
 * be freed lives in a struct that the jump cannot lose; the function that
 * calls setjmp changes no variable after it; and a picture is handed out only
 * when its last chunk was read. */
#include "png.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "../check.h"

enum { REASON_BYTES = 160 };

/* Everything alive while a file is read or written. */
typedef struct session {
    png_structp png;
    png_infop info;
    const unsigned char *bytes; /* reading: what is left of the file */
    size_t left;
    const ref_image *source; /* writing: the picture */
    ref_image image;         /* reading: the picture as it grows */
    unsigned char *rows;     /* one row, or all of an interlaced picture */
    char reason[REASON_BYTES];
} session;

static void on_error(png_structp png, png_const_charp text)
{
    session *s = png_get_error_ptr(png);

    (void)snprintf(s->reason, sizeof s->reason, "%s", text);
    png_longjmp(png, 1);
}

/* Warnings are about chunks that do not change the samples. */
static void on_warning(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void read_bytes(png_structp png, png_bytep to, size_t count)
{
    session *s = png_get_io_ptr(png);

    if (count > s->left)
        png_error(png, "it ends too early");
    memcpy(to, s->bytes, count);
    s->bytes += count;
    s->left -= count;
}

/* Refuses pictures that are too large, and headers that promise more samples
 * than the bytes of the file can unfold to. */
static ref_status check_header(session *s, size_t file_bytes)
{
    size_t w = png_get_image_width(s->png, s->info);
    size_t h = png_get_image_height(s->png, s->info);
    size_t row = png_get_rowbytes(s->png, s->info);
    size_t channels = png_get_channels(s->png, s->info);

    if (png_get_color_type(s->png, s->info) == PNG_COLOR_TYPE_PALETTE)
        channels = 3;
    if (png_get_valid(s->png, s->info, PNG_INFO_tRNS))
        channels++;
    if (h > REF_IMAGE_MAX_SAMPLES / w / channels)
        return ref_fail(REF_EFORMAT,
                        "is too large: %zu x %zu pixels are more than the %d "
                        "samples accepted",
                        w, h, REF_IMAGE_MAX_SAMPLES);
    if (h * row / 1032 > file_bytes)
        return ref_fail(REF_EFORMAT,
                        "is damaged: %zu bytes cannot hold %zu x %zu pixels",
                        file_bytes, w, h);
    return REF_OK;
}

/* Reads the header and asks libpng for 8 or 16 bits a sample. */
static ref_status open_picture(session *s, size_t file_bytes, int *passes)
{
    int w, h, channels, max;
    ref_status status;

    png_set_read_fn(s->png, s, read_bytes);
#ifdef PNG_HANDLE_AS_UNKNOWN_SUPPORTED
    /* texts, profiles and dates: not even unpacked */
    png_set_keep_unknown_chunks(s->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
#endif
    png_read_info(s->png, s->info);
    status = check_header(s, file_bytes);
    if (status != REF_OK)
        return status;
    png_set_expand(s->png);
    *passes = png_set_interlace_handling(s->png);
    png_read_update_info(s->png, s->info);
    w = (int)png_get_image_width(s->png, s->info);
    h = (int)png_get_image_height(s->png, s->info);
    channels = png_get_channels(s->png, s->info);
    max = png_get_bit_depth(s->png, s->info) == 16 ? 65535 : 255;
    return ref_image_new(channels, h, w, max, &s->image);
}

/* One row of the file, channels side by side, to row i of each plane. */
static void unpack_row(ref_image *im, int i, const unsigned char *row)
{
    size_t plane = (size_t)im->h * (size_t)im->w;
    float *to = im->data + (size_t)i * (size_t)im->w;

    for (int j = 0; j < im->w; j++)
        for (int k = 0; k < im->channels; k++) {
            int sample = *row++;

            if (im->max > 255)
                sample = sample << 8 | *row++;
            to[(size_t)k * plane + (size_t)j] = (float)sample;
        }
}

/* Interlaced rows are complete only in the last pass, so all are kept. */
static ref_status read_rows(session *s, int passes)
{
    size_t row_bytes = png_get_rowbytes(s->png, s->info);
    size_t kept = passes > 1 ? (size_t)s->image.h : 1;

    s->rows = png_malloc_warn(s->png, kept * row_bytes);
    if (!s->rows)
        return ref_fail(REF_ENOMEM, "no memory for %zu bytes of rows",
                        kept * row_bytes);
    for (int pass = 1; pass <= passes; pass++)
        for (int i = 0; i < s->image.h; i++) {
            size_t at = passes > 1 ? (size_t)i * row_bytes : 0;

            png_read_row(s->png, s->rows + at, NULL);
            if (pass == passes)
                unpack_row(&s->image, i, s->rows + at);
        }
    return REF_OK;
}

static ref_status decode(session *s)
{
    int passes;
    ref_status status = open_picture(s, s->left, &passes);

    if (status == REF_OK)
        status = read_rows(s, passes);
    if (status == REF_OK)
        png_read_end(s->png, NULL);
    return status;
}

/* Runs decode where a jump out of libpng can land. */
static ref_status decode_or_land(session *s)
{
    if (setjmp(png_jmpbuf(s->png)))
        return ref_fail(REF_EFORMAT, "is damaged or truncated: %s", s->reason);
    return decode(s);
}

ref_status ref_png_decode(const unsigned char *bytes, size_t size,
                          ref_image *im)
{
    session s = {.bytes = bytes, .left = size};
    ref_status status = ref_check_pointer("bytes", bytes);

    if (status == REF_OK)
        status = ref_check_pointer("im", im);
    if (status != REF_OK)
        return status;
    s.png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, &s, on_error, on_warning);
    s.info = s.png ? png_create_info_struct(s.png) : NULL;
    status = s.info ? decode_or_land(&s)
                    : ref_fail(REF_ENOMEM, "no memory to read a PNG");
    png_free(s.png, s.rows);
    png_destroy_read_struct(&s.png, &s.info, NULL);
    if (status == REF_OK)
        *im = s.image;
    else
        ref_image_free(&s.image);
    return status;
}

/* Row i of each plane to one row of the file. */
static void pack_row(const ref_image *im, int i, unsigned char *row)
{
    size_t plane = (size_t)im->h * (size_t)im->w;
    const float *from = im->data + (size_t)i * (size_t)im->w;
    int white = im->max > 255 ? 65535 : 255;

    for (int j = 0; j < im->w; j++)
        for (int k = 0; k < im->channels; k++) {
            int sample = ref_image_sample(from[(size_t)k * plane + (size_t)j],
                                          im->max, white);

            if (white > 255)
                *row++ = (unsigned char)(sample >> 8);
            *row++ = (unsigned char)(sample & 255);
        }
}

static ref_status encode(session *s, FILE *stream)
{
    static const int colour_type[] = {
        [1] = PNG_COLOR_TYPE_GRAY,
        [2] = PNG_COLOR_TYPE_GRAY_ALPHA,
        [3] = PNG_COLOR_TYPE_RGB,
        [4] = PNG_COLOR_TYPE_RGB_ALPHA,
    };
    const ref_image *im = s->source;

    png_init_io(s->png, stream);
    png_set_IHDR(s->png, s->info, (png_uint_32)im->w, (png_uint_32)im->h,
                 im->max > 255 ? 16 : 8, colour_type[im->channels],
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(s->png, s->info);
    for (int i = 0; i < im->h; i++) {
        pack_row(im, i, s->rows);
        png_write_row(s->png, s->rows);
    }
    png_write_end(s->png, NULL);
    return REF_OK;
}

static ref_status encode_or_land(session *s, FILE *stream)
{
    if (setjmp(png_jmpbuf(s->png)))
        return ref_fail(REF_EIO, "cannot be written: %s", s->reason);
    return encode(s, stream);
}

ref_status ref_png_encode(const ref_image *im, FILE *stream)
{
    session s = {.source = im};
    ref_status status = ref_check_pointer("im", im);

    if (status == REF_OK)
        status = ref_check_pointer("stream", stream);
    if (status != REF_OK)
        return status;
    s.rows = calloc((size_t)im->w, 2 * (size_t)im->channels);
    s.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &s, on_error,
                                    on_warning);
    s.info = s.png ? png_create_info_struct(s.png) : NULL;
    status = s.rows && s.info
                 ? encode_or_land(&s, stream)
                 : ref_fail(REF_ENOMEM, "no memory to write a PNG");
    png_destroy_write_struct(&s.png, &s.info);
    free(s.rows);
    return status;
}
