/* PGM and PPM. Header and plain samples are numbers between blanks and
 * comments; binary samples are bytes, two of them, high one first, when white
 * is above 255. Whatever the bytes are, reading is one pass over them. */
#include "pnm.h"

#include <stdbool.h>

#include "../check.h"

/* How far the bytes are read. */
typedef struct cursor {
    const unsigned char *at, *end;
} cursor;

/* What the header says. */
typedef struct header {
    bool plain;
    int channels, w, h, max;
} header;

static bool is_blank(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_blanks_and_comments(cursor *c)
{
    while (c->at < c->end && (is_blank(*c->at) || *c->at == '#')) {
        if (*c->at == '#')
            while (c->at < c->end && *c->at != '\n' && *c->at != '\r')
                c->at++;
        else
            c->at++;
    }
}

/* The next number; what names it in the message. It stops growing once it is
 * larger than anything allowed, before an int overflows. */
static ref_status number(cursor *c, const char *what, int *value)
{
    const unsigned char *start;
    int n = 0;

    skip_blanks_and_comments(c);
    start = c->at;
    while (c->at < c->end && *c->at >= '0' && *c->at <= '9') {
        if (n <= REF_IMAGE_MAX_SAMPLES)
            n = 10 * n + (*c->at - '0');
        c->at++;
    }
    if (start == c->end)
        return ref_fail(REF_EFORMAT, "is truncated: it ends before the %s",
                        what);
    if (c->at == start)
        return ref_fail(REF_EFORMAT, "is damaged: no number for the %s", what);
    *value = n;
    return REF_OK;
}

static ref_status check_header(const header *f)
{
    if (f->w < 1 || f->h < 1)
        return ref_fail(REF_EFORMAT, "is damaged: %d x %d pixels", f->w, f->h);
    if (f->max < 1 || f->max > 65535)
        return ref_fail(REF_EFORMAT,
                        "is damaged: white is %d; it must be from 1 to 65535",
                        f->max);
    if (f->h > REF_IMAGE_MAX_SAMPLES / f->w / f->channels)
        return ref_fail(REF_EFORMAT,
                        "is too large: %d x %d pixels are more than the %d "
                        "samples accepted",
                        f->w, f->h, REF_IMAGE_MAX_SAMPLES);
    return REF_OK;
}

/* Reads "P5 w h max" and the one blank after it. */
static ref_status read_header(cursor *c, header *f)
{
    int digit = c->end - c->at >= 2 && c->at[0] == 'P' ? c->at[1] - '0' : 0;
    ref_status status;

    if (digit != 2 && digit != 3 && digit != 5 && digit != 6)
        return ref_fail(REF_EFORMAT,
                        "is not of a kind that is read; those are P2, P3, P5, "
                        "P6");
    f->plain = digit <= 3;
    f->channels = digit == 3 || digit == 6 ? 3 : 1;
    c->at += 2;
    status = number(c, "width", &f->w);
    if (status == REF_OK)
        status = number(c, "height", &f->h);
    if (status == REF_OK)
        status = number(c, "value of white", &f->max);
    if (status == REF_OK)
        status = check_header(f);
    if (status != REF_OK || f->plain)
        return status;
    if (c->at == c->end || !is_blank(*c->at))
        return ref_fail(REF_EFORMAT, "is damaged: no blank after the header");
    c->at++;
    return REF_OK;
}

/* Enough bytes for the samples that the header promises? A plain sample has
 * at least a digit, and a blank before the next. */
static ref_status check_length(const cursor *c, const header *f)
{
    size_t left = (size_t)(c->end - c->at);
    size_t samples = (size_t)f->w * (size_t)f->h * (size_t)f->channels;
    size_t bytes = f->plain || f->max > 255 ? 2 * samples : samples;

    if (left >= bytes)
        return REF_OK;
    return ref_fail(REF_EFORMAT,
                    "is truncated: %d x %d pixels take %zu bytes, %zu are "
                    "there",
                    f->w, f->h, bytes, left);
}

static ref_status read_sample(cursor *c, const header *f, int *sample)
{
    ref_status status = REF_OK;

    if (f->plain) {
        status = number(c, "last sample", sample);
    } else if (f->max > 255) {
        *sample = c->at[0] << 8 | c->at[1];
        c->at += 2;
    } else {
        *sample = *c->at++;
    }
    if (status == REF_OK && *sample > f->max)
        return ref_fail(REF_EFORMAT,
                        "is damaged: a sample of %d where white is %d", *sample,
                        f->max);
    return status;
}

/* Channels stand side by side in the file, in planes in memory. */
static ref_status read_samples(cursor *c, const header *f, float *data)
{
    size_t plane = (size_t)f->w * (size_t)f->h;

    for (size_t at = 0; at < plane; at++)
        for (size_t k = 0; k < (size_t)f->channels; k++) {
            int sample = 0;
            ref_status status = read_sample(c, f, &sample);

            if (status != REF_OK)
                return status;
            data[k * plane + at] = (float)sample;
        }
    return REF_OK;
}

ref_status ref_pnm_decode(const unsigned char *bytes, size_t size,
                          ref_image *im)
{
    cursor c = {bytes, bytes};
    header f = {0};
    ref_image image;
    ref_status status = ref_check_pointer("bytes", bytes);

    if (status == REF_OK)
        status = ref_check_pointer("im", im);
    if (status != REF_OK)
        return status;
    c.end = bytes + size;
    status = read_header(&c, &f);
    if (status == REF_OK)
        status = check_length(&c, &f);
    if (status == REF_OK)
        status = ref_image_new(f.channels, f.h, f.w, f.max, &image);
    if (status != REF_OK)
        return status;
    status = read_samples(&c, &f, image.data);
    if (status == REF_OK)
        *im = image;
    else
        ref_image_free(&image);
    return status;
}

ref_status ref_pnm_encode(const ref_image *im, int channels, FILE *stream)
{
    ref_status status = ref_check_pointer("im", im);
    bool colour;
    size_t plane;

    if (status == REF_OK)
        status = ref_check_pointer("stream", stream);
    if (status != REF_OK)
        return status;
    colour = im->channels >= 3;
    if (channels != 3 && (channels != 1 || colour))
        return ref_fail(REF_EPARAM, "a picture in colour does not fit in PGM; "
                                    "use .ppm or .png");
    plane = (size_t)im->h * (size_t)im->w;
    (void)fprintf(stream, "P%c\n%d %d\n%d\n", channels == 3 ? '6' : '5', im->w,
                  im->h, im->max);
    for (size_t at = 0; at < plane; at++)
        for (size_t k = 0; k < (size_t)channels; k++) {
            float value = im->data[(colour ? k * plane : 0) + at];
            int sample = ref_image_sample(value, im->max, im->max);

            if (im->max > 255)
                (void)putc(sample >> 8, stream);
            (void)putc(sample & 255, stream);
        }
    return REF_OK;
}
