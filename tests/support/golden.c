/* Golden vectors. A .npy file is the bytes 93 "NUMPY", the version, the length
 * of the header, the header (a Python dictionary of three entries in the
 * order in which NumPy writes them), the numbers (NEP 1, 2007). */
#include "golden.h"

#include <dirent.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char folder[] = "tests/golden";

/* The shape behind "(": numbers, each with a comma or the end behind it. */
static int read_shape(const char *text, golden_array *a)
{
    a->rank = 0;
    a->count = 1;
    while (*text != ')') {
        char *end;
        long size = strtol(text, &end, 10);

        if (end == text || a->rank == GOLDEN_RANK || size < 0)
            return 0;
        a->dims[a->rank++] = (int)size;
        a->count *= (size_t)size;
        text = end + strspn(end, ", ");
    }
    return 1;
}

static int read_header(const char *header, golden_array *a)
{
    const char *type = strstr(header, "'descr': '");
    const char *order = strstr(header, "'fortran_order': ");
    const char *shape = strstr(header, "'shape': (");

    if (!type || !order || !shape || sscanf(type + 10, "%7[^']", a->type) != 1)
        return 0;
    a->fortran = order[17] == 'T';
    return read_shape(shape + 10, a);
}

int golden_read(const unsigned char *bytes, size_t count, golden_array *a)
{
    char header[1024];
    size_t length, item;

    if (count < 10 || memcmp(bytes, "\x93NUMPY\x01", 7) != 0)
        return 0;
    length = bytes[8] + 256u * bytes[9];
    if (length >= sizeof header || length > count - 10)
        return 0;
    memcpy(header, bytes + 10, length);
    header[length] = '\0';
    if (!read_header(header, a))
        return 0;
    item = strtoul(a->type + 2, NULL, 10);
    a->record = bytes;
    a->data = bytes + 10 + length;
    a->bytes = 10 + length + a->count * item;
    return item > 0 && a->bytes <= count;
}

/* Number i in the order of memory; the type is "<f4", "<f8" or "<i8".
 * Integers beyond 2^53 are not in golden files. */
static double value_at(const golden_array *a, size_t i)
{
    float single;
    double value;
    int64_t integer;

    if (strcmp(a->type, "<f4") == 0) {
        memcpy(&single, a->data + i * sizeof single, sizeof single);
        return (double)single;
    }
    if (strcmp(a->type, "<f8") == 0) {
        memcpy(&value, a->data + i * sizeof value, sizeof value);
        return value;
    }
    memcpy(&integer, a->data + i * sizeof integer, sizeof integer);
    return strcmp(a->type, "<i8") == 0 ? (double)integer : NAN;
}

/* "(2, 3)": the shape, as Python writes it but for a tuple of one. */
static const char *shape_text(const golden_array *a, char text[80])
{
    size_t used = 1;

    memcpy(text, "()", 3);
    for (int i = 0; i < a->rank && used < 70; i++)
        used += (size_t)snprintf(text + used, 80 - used, "%s%d)", i ? ", " : "",
                                 a->dims[i]) -
                1;
    return text;
}

/* The place of number i in C order, "[1,0,2]". */
static const char *place_text(const golden_array *a, size_t i, char text[80])
{
    size_t used = 0, step = a->count;

    text[0] = '\0';
    for (int d = 0; d < a->rank && used < 60; d++) {
        step /= (size_t)a->dims[d];
        used += (size_t)snprintf(text + used, 80 - used, "%s%zu", d ? "," : "[",
                                 i / step);
        i %= step;
    }
    if (used)
        memcpy(text + used, "]", 2);
    return text;
}

static int is_close(double y, double expected, double allowed)
{
    if (isnan(expected) || isnan(y))
        return isnan(expected) && isnan(y);
    return y == expected || fabs(y - expected) <= allowed;
}

static int same_form(const golden_array *y, const golden_array *expected,
                     char what[200])
{
    const char *type = expected->type[1] == 'i' ? "<i8" : "<f4";
    char is[80], must_be[80];

    (void)shape_text(y, is);
    (void)shape_text(expected, must_be);
    if (strcmp(is, must_be) != 0)
        (void)snprintf(what, 200, "shape %s, must be %s", is, must_be);
    else if (strcmp(y->type, type) != 0)
        (void)snprintf(what, 200, "type %s, must be %s", y->type, type);
    else if (y->fortran)
        (void)snprintf(what, 200, "is in Fortran order");
    else
        return 1;
    return 0;
}

int golden_agrees(const unsigned char *bytes, size_t count,
                  const golden_array *expected, const golden_array *allowed,
                  char what[200])
{
    golden_array y;
    char place[80];

    if (!golden_read(bytes, count, &y) || y.bytes != count) {
        (void)snprintf(what, 200, "is no .npy file of version 1");
        return 0;
    }
    if (!same_form(&y, expected, what))
        return 0;
    for (size_t i = 0; i < y.count; i++) {
        double is = value_at(&y, i), must_be = value_at(expected, i);

        if (is_close(is, must_be, value_at(allowed, i)))
            continue;
        (void)snprintf(what, 200, "%s is %.9g, must be %.9g +- %.2g",
                       place_text(&y, i, place), is, must_be,
                       value_at(allowed, i));
        return 0;
    }
    return 1;
}

/* A whole file, with a 0 behind it. */
static void *read_all(const char *name, const char *ending, size_t *size)
{
    char path[200], *bytes = NULL;
    FILE *stream;
    long end = -1;

    (void)snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    stream = fopen(path, "rb");
    if (stream && fseek(stream, 0, SEEK_END) == 0)
        end = ftell(stream);
    if (end >= 0)
        bytes = malloc((size_t)end + 1);
    if (!bytes || fseek(stream, 0, SEEK_SET) != 0 ||
        fread(bytes, 1, (size_t)end, stream) != (size_t)end) {
        perror(path);
        abort();
    }
    (void)fclose(stream);
    bytes[end] = '\0';
    *size = (size_t)end;
    return bytes;
}

void golden_open(golden_file *f, const char *name)
{
    size_t text_size;

    *f = (golden_file){.name = name};
    f->text = read_all(name, ".txt", &text_size);
    f->next = f->text;
    f->arrays = read_all(name, ".npy", &f->size);
}

int golden_next_line(golden_file *f)
{
    while (*f->next) {
        size_t length = strcspn(f->next, "\n");
        int used = f->next[0] != '#' && length > 0 && length < sizeof f->line;

        if (used) {
            memcpy(f->line, f->next, length);
            f->line[length] = '\0';
        }
        f->next += length + (f->next[length] == '\n');
        f->number++;
        if (used)
            return 1;
    }
    return 0;
}

int golden_next_array(golden_file *f, golden_array *a)
{
    if (!golden_read(f->arrays + f->at, f->size - f->at, a))
        return 0;
    f->at += a->bytes;
    return 1;
}

size_t golden_left(const golden_file *f)
{
    return f->size - f->at;
}

void golden_close(golden_file *f)
{
    free(f->text);
    free(f->arrays);
    f->text = NULL;
    f->arrays = NULL;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

int golden_names(char names[][40], int most)
{
    DIR *listing = opendir(folder);
    struct dirent *entry;
    int count = 0;

    if (!listing) {
        perror(folder);
        abort();
    }
    while ((entry = readdir(listing)) != NULL) {
        size_t length = strlen(entry->d_name);

        if (length < 5 || length > 43 || count == most ||
            strcmp(entry->d_name + length - 4, ".txt") != 0)
            continue;
        memcpy(names[count], entry->d_name, length - 4);
        names[count++][length - 4] = '\0';
    }
    (void)closedir(listing);
    qsort(names, (size_t)count, sizeof names[0], by_name);
    return count;
}
