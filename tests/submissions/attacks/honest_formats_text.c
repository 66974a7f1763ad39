// expect: exercise=output_size verdict=pass row=honest
/* Formats, copies and reads back strings. */
#include "exercises.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - d * (k - 1) - 1;
    int size = rest < 0 ? 0 : rest / s + 1;
    char text[64], copy[64];
    snprintf(text, sizeof text, "%d", size);
    strcpy(copy, text);
    return (int)strtol(copy, NULL, 10) + (int)strlen(strstr(copy, "")) * 0;
}
