/* ref_png_decode on any bytes: a picture of whole samples up to white that is
 * the same when it is written and read again, or a sentence. A PNG is chunks,
 *     length (4 bytes), name (4), content (length), checksum (4)
 * and a wrong checksum hides all that follows. So the bytes are read twice: as
 * they are, and with every checksum put right. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "fuzz_image.h"
#include "reference/io/png.h"

enum { SIGNATURE_BYTES = 8, FRAME_BYTES = 12 };

/* The checksum of a chunk's name and content (ISO/IEC 15948, annex D). */
static uint32_t checksum(const unsigned char *bytes, size_t size)
{
    uint32_t sum = 0xffffffffu;

    for (size_t at = 0; at < size; at++) {
        sum ^= bytes[at];
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? sum >> 1 ^ 0xedb88320u : sum >> 1;
    }
    return sum ^ 0xffffffffu;
}

static void repair(unsigned char *bytes, size_t size)
{
    size_t at = SIGNATURE_BYTES;

    while (at + FRAME_BYTES <= size) {
        size_t length = (size_t)bytes[at] << 24 | (size_t)bytes[at + 1] << 16 |
                        (size_t)bytes[at + 2] << 8 | bytes[at + 3];
        uint32_t sum;

        if (length > size - at - FRAME_BYTES)
            return;
        sum = checksum(bytes + at + 4, length + 4);
        at += 8 + length;
        for (int b = 0; b < 4; b++)
            bytes[at++] = (unsigned char)(sum >> (24 - 8 * b));
    }
}

static void read_picture(const unsigned char *bytes, size_t size)
{
    ref_image im = {.h = -77};
    ref_status status = ref_png_decode(bytes, size, &im);

    fuzz_image(status, &im, ref_png_decode, ref_png_encode);
}

void fuzz_png(const unsigned char *bytes, size_t size)
{
    unsigned char *copy = malloc(size + 1);

    if (!copy)
        abort();
    read_picture(bytes, size);
    if (size > 0)
        memcpy(copy, bytes, size);
    repair(copy, size);
    read_picture(copy, size);
    free(copy);
}
