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

#endif
