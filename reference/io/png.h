#ifndef CONVLINGS_IO_PNG_H
#define CONVLINGS_IO_PNG_H

#include <stddef.h>
#include <stdio.h>

#include "image.h"

/* Reads a PNG from memory: 1 to 16 bits, grey, palette, colour, with or
 * without alpha or a transparent colour, interlaced or not. Fewer than 8 bits
 * and palettes become 8 bits (white is 255); 16 bits stay (65535).
 *   bytes, size  in   the file's content    im  out  the picture
 * Memory   *im owns its data until ref_image_free(im). It is taken only when
 *          size shows that the samples can be there: deflate makes a file at
 *          most 1032 times smaller
 * Errors   REF_ENULL; REF_EFORMAT: not a PNG, damaged, truncated, or more than
 *          REF_IMAGE_MAX_SAMPLES; REF_ENOMEM; *im is untouched on error
 * Threads  safe on distinct im
 * Source   the PNG specification (ISO/IEC 15948), by way of libpng */
REF_MUST_USE ref_status ref_png_decode(const unsigned char *bytes, size_t size,
                                       ref_image *im);

/* Writes a picture as PNG with its 1 to 4 channels: 8 bits a sample if max is
 * at most 255, otherwise 16.
 *   im      in   the picture
 *   stream  in   where to; its error flag tells whether all was written
 * Errors   REF_ENULL, REF_EIO, REF_ENOMEM
 * Threads  safe on distinct streams */
REF_MUST_USE ref_status ref_png_encode(const ref_image *im, FILE *stream);

#endif
