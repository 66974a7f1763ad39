/* splitmix64: S. Vigna's generator, three multiplications and no bad seed. */
#include "random.h"

static uint64_t next(dice *d)
{
    uint64_t z = d->state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

int dice_int(dice *d, int low, int high)
{
    uint64_t span = (uint64_t)((int64_t)high - low + 1);

    return (int)(low + (int64_t)(next(d) % span));
}

float dice_float(dice *d)
{
    return (float)((double)(next(d) >> 11) * 0x1p-52 - 1.0);
}
