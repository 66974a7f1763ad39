/* convlings info: what is in an .npy file. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../io/file.h"
#include "../io/npy.h"
#include "commands.h"
#include "options.h"
#include "tensors.h"
#include "words.h"

void cmd_info_help(void)
{
    (void)fputs(
        "usage: convlings info FILE.npy\n"
        "\n"
        "Prints what is in a file: the type of its elements, its "
        "shape, how it is\n"
        "stored, the smallest and the largest element and their mean, "
        "and how many\n"
        "are NaN or infinite. Minimum, maximum and mean leave NaN out.\n"
        "\n"
        "example\n"
        "  convlings info x.npy\n",
        stdout);
}

/* Element i as a double, exact but for integers beyond 2^53. */
static double element(const ref_array *a, size_t i)
{
    switch (a->dtype) {
    case REF_FLOAT32:
        return (double)((const float *)a->data)[i];
    case REF_FLOAT64:
        return ((const double *)a->data)[i];
    case REF_INT32:
        return (double)((const int32_t *)a->data)[i];
    case REF_INT64:
        return (double)((const int64_t *)a->data)[i];
    case REF_UINT8:
        break;
    }
    return (double)((const uint8_t *)a->data)[i];
}

static void print_numbers(const ref_array *a, size_t count)
{
    double least = INFINITY, most = -INFINITY, sum = 0.0;
    size_t nans = 0, infinite = 0;

    for (size_t i = 0; i < count; i++) {
        double value = element(a, i);

        if (isnan(value)) {
            nans++;
            continue;
        }
        infinite += isinf(value) != 0;
        least = value < least ? value : least;
        most = value > most ? value : most;
        sum += value;
    }
    if (count > nans)
        (void)printf("minimum   %.9g\nmaximum   %.9g\nmean      %.9g\n", least,
                     most, sum / (double)(count - nans));
    (void)printf("NaN       %zu\ninfinite  %zu\n", nans, infinite);
}

/* Version, byte order and order of axes stand in the header, whose words these
 * are: the array in memory has none of them any more. */
static void print_storage(const unsigned char *bytes, size_t size)
{
    char header[512] = "";
    size_t start = bytes[6] == 1 ? 10 : 12;
    const char *type;

    if (size > start) {
        size_t length = size - start;

        if (length > sizeof header - 1)
            length = sizeof header - 1;
        memcpy(header, bytes + start, length);
    }
    type = strpbrk(header, "<>|=");
    (void)printf("version   %d.%d\n", bytes[6], bytes[7]);
    (void)printf("bytes     %s\n", type && *type == '>'   ? "big endian"
                                   : type && *type == '<' ? "little endian"
                                                          : "single");
    (void)printf("order     %s\n", strstr(header, "True") ? "Fortran" : "C");
}

static int describe(const char *path, const unsigned char *bytes, size_t size)
{
    ref_array a;
    char shape[SHAPE_BYTES];
    size_t count;
    int status = complain_unless_ok(ref_npy_parse(bytes, size, path, &a));

    if (status != 0)
        return status;
    tensor_shape_words(a.rank, a.dims, shape);
    (void)printf("type      %s\nshape     %s\n", ref_dtype_name(a.dtype),
                 shape);
    print_storage(bytes, size);
    status = complain_unless_ok(ref_array_count(&a, &count));
    if (status == 0) {
        (void)printf("elements  %zu\n", count);
        print_numbers(&a, count);
    }
    ref_array_free(&a);
    return status;
}

int cmd_info_run(int argc, char **argv)
{
    const char *path = NULL;
    unsigned char *bytes;
    size_t size;
    int status = options_parse(argc, argv, NULL, 0, &path, 1);

    if (status != 0)
        return status;
    if (!path)
        return complain("info needs a file; see `convlings help info`");
    if (strcmp(path, "-") == 0)
        path = "/dev/stdin";
    if (ref_file_read(path, REF_FILE_MAX_BYTES, &bytes, &size) != REF_OK)
        return complain("%s", ref_status_message());
    status = describe(path, bytes, size);
    free(bytes);
    return status;
}
