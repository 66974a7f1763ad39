/* Pictures: their memory, and which format a file has. */
#include "image.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../check.h"
#include "../tensor.h"
#include "file.h"
#include "png.h"
#include "pnm.h"

ref_status ref_image_new(int channels, int h, int w, int max, ref_image *im)
{
    ref_tensor t;
    ref_status status = ref_check_pointer("im", im);

    if (status == REF_OK)
        status = ref_check_least("h", h, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("w", w, 1, REF_ESIZE);
    if (status != REF_OK)
        return status;
    if (channels < 1 || channels > 4)
        return ref_fail(REF_EPARAM,
                        "argument 'channels' is %d; it must be from 1 to 4",
                        channels);
    if (max < 1 || max > 65535)
        return ref_fail(REF_EPARAM,
                        "argument 'max' is %d; it must be from 1 to 65535",
                        max);
    if (h > REF_IMAGE_MAX_SAMPLES / w / channels)
        return ref_fail(REF_ESIZE,
                        "%d x %d pixels of %d channels are more than the %d "
                        "samples that a picture may have",
                        w, h, channels, REF_IMAGE_MAX_SAMPLES);
    status = ref_tensor_new(1, channels, h, w, &t);
    if (status == REF_OK)
        *im = (ref_image){t.data, channels, h, w, max};
    return status;
}

void ref_image_free(ref_image *im)
{
    ref_tensor t;

    if (!im)
        return;
    t = (ref_tensor){im->data, 1, im->channels, im->h, im->w};
    ref_tensor_free(&t);
    *im = (ref_image){0};
}

int ref_image_sample(float value, int max, int file_max)
{
    double scaled = (double)value * file_max / max;

    if (!(scaled > 0.0)) /* also a NaN */
        return 0;
    if (scaled >= file_max)
        return file_max;
    return (int)floor(scaled + 0.5);
}

/* Puts the file's name before what a decoder or an encoder said. */
static ref_status name_the_file(ref_status status, const char *path)
{
    char reason[REF_MESSAGE_BYTES];

    memcpy(reason, ref_status_message(), sizeof reason);
    return ref_fail(status, "%.300s: %s", path, reason);
}

static ref_status decode(const unsigned char *bytes, size_t size, ref_image *im)
{
    static const unsigned char png[4] = {0x89, 'P', 'N', 'G'};

    if (size >= sizeof png && memcmp(bytes, png, sizeof png) == 0)
        return ref_png_decode(bytes, size, im);
    if (size >= 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '7')
        return ref_pnm_decode(bytes, size, im);
    if (size == 0)
        return ref_fail(REF_EFORMAT, "is empty");
    return ref_fail(REF_EFORMAT, "is not a PNG, PGM or PPM picture");
}

ref_status ref_image_read(const char *path, ref_image *im)
{
    unsigned char *bytes;
    size_t size;
    ref_status status = ref_check_pointer("im", im);

    if (status == REF_OK)
        status = ref_file_read(path, REF_FILE_MAX_BYTES, &bytes, &size);
    if (status != REF_OK)
        return status;
    status = decode(bytes, size, im);
    free(bytes);
    return status == REF_OK ? REF_OK : name_the_file(status, path);
}

/* The channels that a suffix stands for; 4: PNG, any; 0: PNM, what fits;
 * -1: unknown. */
static int suffix_channels(const char *path)
{
    const char *dot = strrchr(path, '.');

    if (!dot)
        return -1;
    if (strcasecmp(dot, ".png") == 0)
        return 4;
    if (strcasecmp(dot, ".ppm") == 0)
        return 3;
    if (strcasecmp(dot, ".pgm") == 0)
        return 1;
    return strcasecmp(dot, ".pnm") == 0 ? 0 : -1;
}

ref_status ref_image_can_write(const char *path)
{
    ref_status status = ref_check_pointer("path", path);

    if (status == REF_OK && suffix_channels(path) < 0)
        return ref_fail(REF_EPARAM,
                        "%.300s: unknown kind of picture; the name must end in "
                        ".png, .pgm, .ppm or .pnm",
                        path);
    return status;
}

static ref_status encode(const ref_image *im, int channels, FILE *stream)
{
    if (channels == 4)
        return ref_png_encode(im, stream);
    if (channels == 0)
        channels = im->channels < 3 ? 1 : 3;
    return ref_pnm_encode(im, channels, stream);
}

ref_status ref_image_write(const char *path, const ref_image *im)
{
    ref_file_out out;
    ref_status status = ref_check_pointer("im", im);

    if (status == REF_OK)
        status = ref_image_can_write(path);
    if (status == REF_OK)
        status = ref_file_create(path, &out);
    if (status != REF_OK)
        return status;
    status = encode(im, suffix_channels(path), out.stream);
    if (status == REF_OK)
        return ref_file_commit(&out);
    ref_file_discard(&out);
    return name_the_file(status, path);
}
