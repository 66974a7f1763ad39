/* A picture for eyes that have channels.
 *
 *   left         three lamps, red, green and blue, on a black wall: where
 *                their light overlaps it adds up
 *   upper right  a red disc on green, as bright as the disc in grey
 *   lower right  steps of grey: three equal planes
 */
#include "colour.h"

const float colour_weight[] = {
    0,  0, 0,  0,  0.25f, 0,  0,  0, 0,  // grey: 1/4 red
    0,  0, 0,  0,  0.5f,  0,  0,  0, 0,  // and 1/2 green
    0,  0, 0,  0,  0.25f, 0,  0,  0, 0,  // and 1/4 blue
    0,  0, 0,  0,  1,     0,  0,  0, 0,  // red
    0,  0, 0,  0,  -1,    0,  0,  0, 0,  // less green
    0,  0, 0,  0,  0,     0,  0,  0, 0,  //
    -1, 0, 1,  -2, 0,     2,  -1, 0, 1,  // Sobel x on red
    1,  0, -1, 2,  0,     -2, 1,  0, -1, // less Sobel x on green
    0,  0, 0,  0,  0,     0,  0,  0, 0,  // blue does not count
};

static int in_disc(int i, int j, int row, int column, int radius)
{
    int di = i - row;
    int dj = j - column;

    return di * di + dj * dj <= radius * radius;
}

/* Light of one lamp on the wall. */
static float lamp(int k, int i, int j)
{
    static const int centre[COLOUR_C][2] = {{23, 24}, {39, 15}, {39, 33}};

    return in_disc(i, j, centre[k][0], centre[k][1], 15) ? 240 : 16;
}

/* Red 200 or green 100: a quarter of one is half of the other. */
static float disc(int k, int i, int j)
{
    int inside = in_disc(i, j, 16, 72, 11);

    if (k == 0)
        return inside ? 200 : 0;
    if (k == 1)
        return inside ? 0 : 100;
    return 0;
}

static float steps(int j)
{
    return (float)(32 + 64 * ((j - COLOUR_W / 2) / 12));
}

void colour_picture(float *x)
{
    for (int k = 0; k < COLOUR_C; k++)
        for (int i = 0; i < COLOUR_H; i++)
            for (int j = 0; j < COLOUR_W; j++) {
                int right = j >= COLOUR_W / 2;
                int lower = i >= COLOUR_H / 2;

                x[(k * COLOUR_H + i) * COLOUR_W + j] = !right  ? lamp(k, i, j)
                                                       : lower ? steps(j)
                                                               : disc(k, i, j);
            }
}
