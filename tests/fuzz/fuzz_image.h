#ifndef CONVLINGS_TESTS_FUZZ_IMAGE_H
#define CONVLINGS_TESTS_FUZZ_IMAGE_H

#include <stddef.h>
#include <stdio.h>

#include "reference/io/image.h"

/* Checks what a reader of pictures made of any bytes, and frees it.
 *   status          in   what the reader returned; REF_EFORMAT is no finding
 *   im              in   the picture; before the call its h was -77
 *   decode, encode  in   the format's reader and writer: a small picture must
 *                        be the same after both */
void fuzz_image(ref_status status, ref_image *im,
                ref_status (*decode)(const unsigned char *bytes, size_t size,
                                     ref_image *im),
                ref_status (*encode)(const ref_image *im, FILE *stream));

#endif
