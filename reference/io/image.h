#ifndef CONVLINGS_IO_IMAGE_H
#define CONVLINGS_IO_IMAGE_H

#include "../status.h"

/* A picture as planes, ready for ref_conv2d:
 *     sample of channel k, row i, column j = data[(k*h + i)*w + j]
 *   channels  1 grey, 2 grey and alpha, 3 red green blue, 4 and alpha
 *   h, w      rows and columns, >= 1
 *   max       the sample that means white (or opaque), 1 .. 65535
 * Samples are the file's own integers, 0 .. max, held exactly: nothing is
 * scaled, no gamma is applied, and what is read is written back the same. */
typedef struct ref_image {
    float *data;
    int channels, h, w;
    int max;
} ref_image;

/* The most samples (channels * h * w) a picture may have: 67 million pixels
 * in colour, 800 MB. */
enum { REF_IMAGE_MAX_SAMPLES = 200000000 };

/* Makes a black picture.
 *   channels, h, w, max  in   as above      im  out  the picture
 * Memory   *im owns its data until ref_image_free(im)
 * Errors   REF_ENULL; REF_ESIZE: a size below 1 or more than
 *          REF_IMAGE_MAX_SAMPLES; REF_EPARAM: channels not 1 .. 4, max not
 *          1 .. 65535; REF_ENOMEM; *im is untouched on error
 * Threads  safe on distinct im */
REF_MUST_USE ref_status ref_image_new(int channels, int h, int w, int max,
                                      ref_image *im);

/* Gives back the data of a picture that a function of io/ made.
 *   im  in   the picture, or NULL; all its fields become 0, so that a second
 *            call does nothing */
void ref_image_free(ref_image *im);

/* The integer that stands for a sample in a file whose white is file_max.
 *   value     in   any float; below 0 and NaN become 0, above max becomes max
 *   max       in   the picture's white      file_max  in  the file's white
 * Returns  value * file_max / max, rounded to the nearest, halves up */
REF_MUST_USE int ref_image_sample(float value, int max, int file_max);

/* Reads a PNG, PGM or PPM file; the first bytes decide which it is.
 *   path  in   its name                     im  out  the picture
 * Memory   *im owns its data until ref_image_free(im)
 * Errors   REF_ENULL; REF_EIO; REF_EFORMAT: not one of the three, damaged,
 *          truncated, or larger than REF_IMAGE_MAX_SAMPLES; REF_ENOMEM. The
 *          message names the file; *im is untouched on error
 * Threads  safe on distinct im */
REF_MUST_USE ref_status ref_image_read(const char *path, ref_image *im);

/* Whether ref_image_write knows a name's suffix: .png .pgm .ppm .pnm, capital
 * or small. Ask before a long computation.
 *   path  in   the name
 * Errors   REF_ENULL; REF_EPARAM: another suffix, or none */
REF_MUST_USE ref_status ref_image_can_write(const char *path);

/* Writes a picture in the format of the name's suffix. Alpha is kept in PNG;
 * PGM and PPM have no place for it and leave it out. A .ppm of a grey picture
 * has three equal channels; a .pgm of a colour picture is refused; a .pnm is
 * what fits.
 *   path  in   the name; the file appears whole, or not at all
 *   im    in   the picture; samples go through ref_image_sample
 * Errors   REF_ENULL, REF_EPARAM, REF_EIO, REF_ENOMEM; the message names the
 *          file
 * Threads  safe on distinct paths */
REF_MUST_USE ref_status ref_image_write(const char *path, const ref_image *im);

#endif
