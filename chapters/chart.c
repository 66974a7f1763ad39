/* Draws the test chart: one grey picture with something in it for every
 * filter of chapter 1, and a duck that only a careful search finds.
 *
 *   chart OUT.png              the chart, 128 x 192
 *   chart --pattern OUT.png    the pattern to find in it, 9 x 11
 *
 * Every pixel is a function of its row and column in whole numbers, so the
 * picture is the same on every machine.
 */
#include "reference/io/image_file.h"

#include <stdio.h>
#include <string.h>

enum {
    CHART_H = 128,
    CHART_W = 192,
    PANEL = 56, /* panels are square */
    GROUND = 128,
    DUCK_H = 9,
    DUCK_W = 11,
    DUCK_TOP = 29, /* inside the texture panel */
    DUCK_LEFT = 24,
    DARK = 112, /* the two greys of the texture and of the duck in it */
    LIGHT = 144,
    WHITE = 255
};

static const char *const duck[DUCK_H] = {
    "...###.....", //
    "..#####....", //
    "..##.##....", //
    "#######....", //
    "..######..#", //
    "...########", //
    "..#########", //
    "...#######.", //
    ".....###...", //
};

/* Four flat quarters and a square: horizontal and vertical edges. */
static int steps(int i, int j)
{
    static const int quarter[2][2] = {{32, 96}, {160, 224}};

    if (i >= 18 && i < 38 && j >= 18 && j < 38)
        return GROUND;
    return quarter[i >= PANEL / 2][j >= PANEL / 2];
}

/* A disc on a ground split by the diagonal: edges in every direction. */
static int disc(int i, int j)
{
    int di = 2 * i - (PANEL - 1); /* twice the distance from the centre */
    int dj = 2 * j - (PANEL - 1);

    if (di * di + dj * dj <= 36 * 36)
        return 240;
    return i > j ? 48 : 144;
}

/* Rings that get finer outwards: every direction at every frequency. */
static int rings(int i, int j)
{
    int di = 2 * i - (PANEL - 1);
    int dj = 2 * j - (PANEL - 1);
    int phase = (di * di + dj * dj) * 255 / 320 % 510;

    return phase < 255 ? 255 - phase : phase - 255;
}

/* Lines 1, 2, 3 and 7 pixels wide: upright above, lying below. */
static int lines(int i, int j)
{
    static const int width[4] = {1, 2, 3, 7};
    int across = i < PANEL / 2 ? j % 14 : i;

    return across / width[j / 14] % 2 == 0 ? 40 : 216;
}

/* Two ramps: dark to light rightwards above, downwards below. */
static int ramps(int i, int j)
{
    if (i < PANEL / 2)
        return j * 255 / (PANEL - 1);
    return (i - PANEL / 2) * 255 / (PANEL / 2 - 1);
}

/* A fixed coin toss per pixel: an integer hash of row and column. */
static int toss(int i, int j)
{
    unsigned n = (unsigned)(i + 1) * 73856093u ^ (unsigned)(j + 1) * 19349663u;

    n = (n ^ n >> 13) * 1274126177u;
    return (int)(n >> 16 & 1u);
}

/* Camouflage: each pixel takes the majority of the nine tosses around it.
 * The duck stands in it in the same two greys. */
static int texture(int i, int j)
{
    int heads = 0;

    if (i >= DUCK_TOP && i < DUCK_TOP + DUCK_H && j >= DUCK_LEFT &&
        j < DUCK_LEFT + DUCK_W)
        return duck[i - DUCK_TOP][j - DUCK_LEFT] == '#' ? DARK : LIGHT;
    for (int u = -1; u <= 1; u++)
        for (int v = -1; v <= 1; v++)
            heads += toss(i + u, j + v);
    return heads >= 5 ? DARK : LIGHT;
}

/* Where each panel stands and what draws it. */
static const struct panel {
    int top, left;
    int (*grey)(int i, int j);
} panels[] = {
    {5, 6, steps},  {5, 68, disc},   {5, 130, rings},
    {67, 6, lines}, {67, 68, ramps}, {67, 130, texture},
};

static int chart(int i, int j)
{
    for (size_t p = 0; p < sizeof panels / sizeof panels[0]; p++) {
        int pi = i - panels[p].top;
        int pj = j - panels[p].left;

        if (pi >= 0 && pi < PANEL && pj >= 0 && pj < PANEL)
            return panels[p].grey(pi, pj);
    }
    return GROUND;
}

/* The duck to look for is black on white: the search must not care that the
 * one in the chart is neither. */
static int pattern(int i, int j)
{
    return duck[i][j] == '#' ? 0 : WHITE;
}

static ref_status draw(int h, int w, int (*grey)(int i, int j),
                       const char *path)
{
    ref_image picture;
    ref_status status = ref_image_new(1, h, w, WHITE, &picture);

    if (status != REF_OK)
        return status;
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            picture.data[i * w + j] = (float)grey(i, j);
    status = ref_image_write(path, &picture);
    ref_image_free(&picture);
    return status;
}

int main(int argc, char **argv)
{
    ref_status status;

    if (argc == 2) {
        status = draw(CHART_H, CHART_W, chart, argv[1]);
    } else if (argc == 3 && strcmp(argv[1], "--pattern") == 0) {
        status = draw(DUCK_H, DUCK_W, pattern, argv[2]);
    } else {
        fprintf(stderr, "usage: chart [--pattern] OUT.png\n");
        return 2;
    }
    if (status != REF_OK)
        fprintf(stderr, "chart: %s\n", ref_status_message());
    return status == REF_OK ? 0 : 1;
}
