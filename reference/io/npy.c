/* The .npy format: a magic string, a version, the length of the header, the
 * header, the elements. What a header promises is compared with the bytes that
 * are there before any memory is taken for it. */
#include "npy.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../check.h"
#include "file.h"
#include "npy_header.h"

enum { MAGIC_BYTES = 6, HEADER_BYTES = 512, HEADER_ALIGNMENT = 64 };

static const unsigned char magic[MAGIC_BYTES] = {0x93, 'N', 'U', 'M', 'P', 'Y'};

/* Finds where the text of the header starts and how long it is; behind it
 * come the elements. */
static ref_status find_header(const unsigned char *bytes, size_t size,
                              size_t *start, size_t *length)
{
    size_t at = MAGIC_BYTES + 2, takes = 0, digits;

    if (size < MAGIC_BYTES || memcmp(bytes, magic, MAGIC_BYTES) != 0)
        return ref_fail(REF_EFORMAT, "is not an .npy file: it does not begin "
                                     "with \\x93NUMPY");
    if (size < at)
        return ref_fail(REF_EFORMAT, "is truncated: it ends in its version");
    if (bytes[6] < 1 || bytes[6] > 3 || bytes[7] != 0)
        return ref_fail(REF_EFORMAT,
                        "is of version %d.%d; those that are read are 1.0, 2.0 "
                        "and 3.0",
                        bytes[6], bytes[7]);
    digits = bytes[6] == 1 ? 2 : 4; /* of the length, lowest first */
    if (size < at + digits)
        return ref_fail(REF_EFORMAT, "is truncated: it ends in the length of "
                                     "its header");
    for (size_t d = 0; d < digits; d++)
        takes |= (size_t)bytes[at + d] << (8 * d);
    at += digits;
    if (takes > size - at)
        return ref_fail(REF_EFORMAT,
                        "is truncated or damaged: its header takes %zu bytes, "
                        "%zu are there",
                        takes, size - at);
    *start = at;
    *length = takes;
    return REF_OK;
}

/* --- the elements --------------------------------------------------------- */

/* How a header calls the types, behind the letter for the byte order. */
static const char *const codes[REF_DTYPE_COUNT] = {
    [REF_FLOAT32] = "f4", [REF_FLOAT64] = "f8", [REF_INT32] = "i4",
    [REF_INT64] = "i8",   [REF_UINT8] = "u1",
};

static bool host_is_little(void)
{
    const unsigned one = 1;
    unsigned char lowest;

    memcpy(&lowest, &one, 1);
    return lowest == 1;
}

/* The type that "<f4" names, and whether its bytes are in the other order than
 * the machine's; '=', '|' and no letter are the machine's. */
static ref_status read_dtype(const char *descr, ref_dtype *dtype, bool *swap)
{
    const char *code = descr + (*descr && strchr("<>=|", *descr) ? 1 : 0);

    for (int d = 0; d < REF_DTYPE_COUNT; d++)
        if (strcmp(code, codes[d]) == 0) {
            *dtype = (ref_dtype)d;
            *swap = *descr == (host_is_little() ? '>' : '<');
            return REF_OK;
        }
    return ref_fail(REF_EFORMAT,
                    "is of an unsupported kind: its elements are '%s'; those "
                    "that are read are float32 'f4', float64 'f8', int32 'i4', "
                    "int64 'i8' and uint8 'u1'",
                    descr);
}

/* A walk over a row-major array with the first axis fastest: the order of the
 * elements in a file of Fortran order. */
typedef struct walk {
    const ref_array *array;
    size_t at; /* the element, counted row-major */
    int index[REF_ARRAY_MAX_RANK];
    size_t step[REF_ARRAY_MAX_RANK];
} walk;

static walk walk_begin(const ref_array *a)
{
    walk w = {.array = a};
    size_t step = 1;

    for (int r = a->rank - 1; r >= 0; r--) {
        w.step[r] = step;
        step *= (size_t)a->dims[r];
    }
    return w;
}

static void walk_on(walk *w)
{
    for (int r = 0; r < w->array->rank; r++) {
        w->at += w->step[r];
        if (++w->index[r] < w->array->dims[r])
            return;
        w->at -= w->step[r] * (size_t)w->array->dims[r];
        w->index[r] = 0;
    }
}

static void copy_element(unsigned char *to, const unsigned char *from,
                         size_t bytes, bool swap)
{
    for (size_t b = 0; b < bytes; b++)
        to[b] = from[swap ? bytes - 1 - b : b];
}

static void copy_elements(const unsigned char *from, size_t count,
                          bool fortran_order, bool swap, ref_array *a)
{
    size_t bytes = ref_dtype_bytes(a->dtype);
    unsigned char *to = a->data;
    walk w;

    if (!swap && !fortran_order) {
        memcpy(to, from, count * bytes);
        return;
    }
    w = walk_begin(a);
    for (size_t i = 0; i < count; i++, walk_on(&w)) {
        size_t at = fortran_order ? w.at : i;

        copy_element(to + at * bytes, from + i * bytes, bytes, swap);
    }
}

/* Do exactly the bytes follow that the shape takes? */
static ref_status check_length(const ref_array *a, size_t there, size_t *count)
{
    size_t takes, bytes = ref_dtype_bytes(a->dtype);

    if (ref_array_count(a, count) != REF_OK)
        return ref_fail(REF_EFORMAT, "is damaged: no memory could hold the "
                                     "shape in its header");
    takes = *count * bytes;
    if (there == takes)
        return REF_OK;
    return ref_fail(REF_EFORMAT,
                    "is %s: %zu elements of %s take %zu bytes, %zu are there",
                    there < takes ? "truncated" : "damaged", *count,
                    ref_dtype_name(a->dtype), takes, there);
}

static ref_status parse(const unsigned char *bytes, size_t size, ref_array *a)
{
    size_t start = 0, length = 0, count;
    ref_npy_header h;
    ref_array like = {0};
    bool swap = false;
    ref_status status = find_header(bytes, size, &start, &length);

    if (status == REF_OK)
        status = ref_npy_header_read(bytes + start, length, &h);
    if (status == REF_OK)
        status = read_dtype(h.descr, &like.dtype, &swap);
    if (status != REF_OK)
        return status;
    like.rank = h.rank;
    memcpy(like.dims, h.dims, sizeof like.dims);
    start += length;
    status = check_length(&like, size - start, &count);
    if (status == REF_OK)
        status = ref_array_new(like.dtype, like.rank, like.dims, a);
    if (status == REF_OK)
        copy_elements(bytes + start, count, h.fortran_order, swap, a);
    return status;
}

ref_status ref_npy_parse(const unsigned char *bytes, size_t size,
                         const char *name, ref_array *a)
{
    ref_status status = ref_check_pointer("bytes", bytes);

    if (status == REF_OK)
        status = ref_check_pointer("name", name);
    if (status == REF_OK)
        status = ref_check_pointer("a", a);
    if (status != REF_OK)
        return status;
    status = parse(bytes, size, a);
    return status == REF_OK ? REF_OK : ref_file_fail(status, name);
}

ref_status ref_npy_read(const char *path, ref_array *a)
{
    unsigned char *bytes;
    size_t size;
    ref_status status = ref_check_pointer("a", a);

    if (status == REF_OK)
        status = ref_file_read(path, REF_FILE_MAX_BYTES, &bytes, &size);
    if (status != REF_OK)
        return status;
    status = ref_npy_parse(bytes, size, path, a);
    free(bytes);
    return status;
}

/* --- writing -------------------------------------------------------------- */

/* The dict of an array, and room for the first axis to grow to 21 digits.
 * Returns its length: at most 459, with 32 axes of 10 digits. */
static int print_header(const ref_array *a, char text[HEADER_BYTES])
{
    char order = a->dtype == REF_UINT8 ? '|' : host_is_little() ? '<' : '>';
    int room = HEADER_BYTES, n, digits = 0;

    n = snprintf(text, (size_t)room,
                 "{'descr': '%c%s', 'fortran_order': False, 'shape': (", order,
                 codes[a->dtype]);
    for (int r = 0; r < a->rank; r++) {
        int start = n;

        n += snprintf(text + n, (size_t)(room - n), "%s%d", r > 0 ? ", " : "",
                      a->dims[r]);
        if (r == 0)
            digits = n - start;
    }
    n += snprintf(text + n, (size_t)(room - n), "%s), }%*s",
                  a->rank == 1 ? "," : "", a->rank > 0 ? 21 - digits : 0, "");
    return n;
}

ref_status ref_npy_encode(const ref_array *a, FILE *stream)
{
    char text[HEADER_BYTES];
    int length, blanks;
    size_t count;
    ref_status status = ref_array_count(a, &count);

    if (status == REF_OK && count > 0)
        status = ref_check_pointer("a->data", a->data);
    if (status == REF_OK)
        status = ref_check_pointer("stream", stream);
    if (status != REF_OK)
        return status;
    /* NumPy adds a whole line of blanks where none would be needed */
    length = print_header(a, text) + 1;
    blanks = HEADER_ALIGNMENT - (MAGIC_BYTES + 4 + length) % HEADER_ALIGNMENT;
    length += blanks;
    (void)fwrite(magic, 1, MAGIC_BYTES, stream);
    (void)fwrite(
        (const char[]){1, 0, (char)(length & 255), (char)(length >> 8)}, 1, 4,
        stream);
    (void)fprintf(stream, "%s%*s\n", text, blanks, "");
    if (count > 0)
        (void)fwrite(a->data, ref_dtype_bytes(a->dtype), count, stream);
    return REF_OK;
}

ref_status ref_npy_write(const char *path, const ref_array *a)
{
    ref_file_out out;
    ref_status status = ref_check_pointer("a", a);

    if (status == REF_OK)
        status = ref_file_create(path, &out);
    if (status != REF_OK)
        return status;
    status = ref_npy_encode(a, out.stream);
    if (status == REF_OK)
        return ref_file_commit(&out);
    ref_file_discard(&out);
    return ref_file_fail(status, path);
}
