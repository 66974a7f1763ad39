#ifndef CONVLINGS_IO_PNM_H
#define CONVLINGS_IO_PNM_H

#include <stddef.h>
#include <stdio.h>

#include "image.h"

/* Reads PGM and PPM from memory: P2 and P5 (grey), P3 and P6 (colour), white
 * from 1 to 65535, comments. What follows the first picture is left alone.
 *   bytes, size  in   the file's content    im  out  the picture
 * Memory   *im owns its data until ref_image_free(im). It is taken only when
 *          size shows that the samples can be there
 * Errors   REF_ENULL; REF_EFORMAT: another kind, a damaged header, a sample
 *          above white, too few samples, more than REF_IMAGE_MAX_SAMPLES;
 *          REF_ENOMEM; *im is untouched on error
 * Threads  safe on distinct im
 * Source   netpbm's manual pages pgm(5) and ppm(5) */
REF_MUST_USE ref_status ref_pnm_decode(const unsigned char *bytes, size_t size,
                                       ref_image *im);

/* Writes a picture as binary PGM (channels = 1) or PPM (3), without alpha.
 *   im        in   the picture
 *   channels  in   1 or 3; 3 repeats the grey of a grey picture
 *   stream    in   where to; its error flag tells whether all was written
 * Errors   REF_ENULL; REF_EPARAM: 1 channel for a colour picture
 * Threads  safe on distinct streams */
REF_MUST_USE ref_status ref_pnm_encode(const ref_image *im, int channels,
                                       FILE *stream);

#endif
