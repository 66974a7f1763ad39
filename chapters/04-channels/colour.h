/* The colour picture of chapter 4, and kernels that look at its colours. */
#ifndef CONVLINGS_COLOUR_H
#define CONVLINGS_COLOUR_H

enum { COLOUR_C = 3, COLOUR_H = 64, COLOUR_W = 96 };
enum { COLOUR_MAPS = 3, COLOUR_K = 3 };

/* x  out  3 x 64 x 96: planes of red, green and blue light, 0 to 255 */
void colour_picture(float *x);

/* COLOUR_MAPS x COLOUR_C x COLOUR_K x COLOUR_K: the grey of a pixel, red less
 * green, and the upright edges of red less green. */
extern const float colour_weight[];

#endif
