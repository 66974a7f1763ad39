#ifndef CONVLINGS_IO_IMAGE_FILE_H
#define CONVLINGS_IO_IMAGE_FILE_H

#include "image.h"

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
