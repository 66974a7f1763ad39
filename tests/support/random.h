#ifndef CONVLINGS_TESTS_RANDOM_H
#define CONVLINGS_TESTS_RANDOM_H

#include <stdint.h>

/* Numbers that look random and are the same in every run. */
typedef struct dice {
    uint64_t state;
} dice;

/* An integer from low to high, both included. */
int dice_int(dice *d, int low, int high);

/* A float from -1 to 1 with all 24 bits in play. */
float dice_float(dice *d);

#endif
