/* Picture files: which format it is, and the file's name in every message. */
#include "image_file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../check.h"
#include "file.h"
#include "png.h"
#include "pnm.h"

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
    return status == REF_OK ? REF_OK : ref_file_fail(status, path);
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
    return ref_file_fail(status, path);
}
