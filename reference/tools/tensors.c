/* The arrays of a call, and what is said about their shapes. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "tensors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../io/file.h"
#include "../io/npy.h"
#include "../shape.h"
#include "unfinished.h"
#include "words.h"

/* - is the standard input. */
static const char *readable(const char *path)
{
    return strcmp(path, "-") == 0 ? "/dev/stdin" : path;
}

/* Makes an array of another type, float32 or int64, in place of it. */
static ref_status become(ref_array *a, ref_dtype dtype)
{
    ref_array other;
    ref_status status = ref_array_new(dtype, a->rank, a->dims, &other);

    if (status != REF_OK)
        return status;
    status = dtype == REF_INT64 ? ref_array_to_int64(a, other.data)
                                : ref_array_to_float(a, other.data);
    ref_array_free(status == REF_OK ? a : &other);
    if (status == REF_OK)
        *a = other;
    return status;
}

static bool is_broken(ref_dtype dtype)
{
    return dtype == REF_FLOAT32 || dtype == REF_FLOAT64;
}

/* Indices are integers; a target is what its type says, classes or shares;
 * everything else is float32. */
static int convert(call *c, arg_name which)
{
    ref_array *a = &c->in[which];
    char name[SHAPE_BYTES];

    if (which == ARG_INDICES && is_broken(a->dtype)) {
        tensor_name(c, which, name);
        return complain("%s holds %s; indices must be integers", name,
                        ref_dtype_name(a->dtype));
    }
    if (which == ARG_INDICES || (which == ARG_TARGET && !is_broken(a->dtype)))
        return complain_unless_ok(become(a, REF_INT64));
    return a->dtype == REF_FLOAT32 ? 0
                                   : complain_unless_ok(become(a, REF_FLOAT32));
}

int tensors_read(call *c)
{
    for (int i = 0; i < ARG_FILES_READ; i++) {
        const arg_value *v = &c->args.value[i];

        if (!v->given)
            continue;
        if (complain_unless_ok(ref_npy_read(readable(v->text), &c->in[i])) != 0)
            return EXIT_BAD_INPUT;
        c->has[i] = true;
        if (convert(c, (arg_name)i) != 0)
            return EXIT_BAD_INPUT;
    }
    return 0;
}

int tensors_shapes(call *c)
{
    for (int i = 0; i <= ARG_BIAS - ARG_INPUT; i++) {
        const arg_value *v = &c->args.value[ARG_INPUT_SHAPE + i];
        ref_array *a = &c->in[ARG_INPUT + i];

        if (!v->given)
            continue;
        if (arg_given(&c->args, (arg_name)(ARG_INPUT + i)))
            return complain("%s and %s are both given; one of them says it all",
                            arg_table[ARG_INPUT + i].name,
                            arg_table[ARG_INPUT_SHAPE + i].name);
        if (v->count > REF_ARRAY_MAX_RANK)
            return complain("%s has %d axes; it must have at most %d",
                            arg_table[ARG_INPUT_SHAPE + i].name, v->count,
                            REF_ARRAY_MAX_RANK);
        for (int r = 0; r < v->count; r++)
            if (v->list[r] < 0)
                return complain("%s is %.60s; it must not hold a number below "
                                "0",
                                arg_table[ARG_INPUT_SHAPE + i].name, v->text);
        *a = (ref_array){.dtype = REF_FLOAT32, .rank = v->count};
        memcpy(a->dims, v->list, (size_t)v->count * sizeof *a->dims);
        c->has[ARG_INPUT + i] = true;
    }
    return 0;
}

/* More than the program could read again several times over is a typing error,
 * and would keep the machine busy for long. */
#define MOST_OUTPUT_BYTES ((size_t)4 << 30)

static bool fits(const ref_array *shape)
{
    size_t count;

    return ref_array_count(shape, &count) == REF_OK &&
           count <= MOST_OUTPUT_BYTES / ref_dtype_bytes(shape->dtype);
}

int tensors_make(call *c)
{
    for (int i = 0; i < ARG_FILES - ARG_OUTPUT; i++) {
        ref_array shape = c->out[i];
        char words[SHAPE_BYTES];

        if (!c->wanted[i])
            continue;
        if (fits(&shape) && ref_array_new(shape.dtype, shape.rank, shape.dims,
                                          &c->out[i]) == REF_OK)
            continue;
        tensor_shape_words(shape.rank, shape.dims, words);
        return complain("%s would have shape %s; there is no room for it",
                        arg_table[ARG_OUTPUT + i].name, words);
    }
    return 0;
}

/* A name from the root on, the links of its folder followed; NULL if there is
 * no such folder.
 * Memory   the caller frees it */
static char *whole_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    size_t size = (size_t)(base - path) + 2;
    char *folder = malloc(size), *there, *whole = NULL;

    if (!folder)
        return NULL;
    (void)snprintf(folder, size, "%.*s", (int)size - 2, path);
    there = realpath(slash ? folder : ".", NULL);
    free(folder);
    size = (there ? strlen(there) : 0) + strlen(base) + 2;
    if (there)
        whole = malloc(size);
    if (whole)
        (void)snprintf(whole, size, "%s/%s", there, base);
    free(there);
    return whole;
}

/* Whether two names are one file. */
static bool same_file(const char *one, const char *other)
{
    char *a = whole_name(one), *b = whole_name(other);
    bool same = strcmp(one, other) == 0 || (a && b && strcmp(a, b) == 0);

    free(a);
    free(b);
    return same;
}

static int check_names(const call *c)
{
    const arg_value *v = &c->args.value[ARG_OUTPUT];
    const int count = ARG_FILES - ARG_OUTPUT;

    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            if (c->wanted[i] && c->wanted[j] && same_file(v[i].text, v[j].text))
                return complain("%s and %s are both '%.200s'; each needs a "
                                "file of its own",
                                arg_table[ARG_OUTPUT + i].name,
                                arg_table[ARG_OUTPUT + j].name, v[i].text);
    return 0;
}

/* The outputs that go to files, under their temporary names. */
typedef struct batch {
    ref_file_out file[ARG_FILES - ARG_OUTPUT];
    int count;
} batch;

static ref_status write_one(batch *b, const char *path, const ref_array *a)
{
    ref_file_out *file = &b->file[b->count];
    ref_status status = ref_file_create(path, file);

    if (status != REF_OK)
        return status;
    b->count++;
    unfinished_note(file->temporary);
    status = ref_npy_encode(a, file->stream);
    if (status == REF_OK)
        status = ref_file_finish(file);
    return status;
}

/* All are complete before the first gets its name. */
static ref_status write_all(const call *c, batch *b)
{
    ref_status status = REF_OK;
    int direct = -1;

    for (int i = 0; i < ARG_FILES - ARG_OUTPUT && status == REF_OK; i++) {
        const char *path = c->args.value[ARG_OUTPUT + i].text;

        if (!c->wanted[i])
            continue;
        if (strcmp(path, "-") == 0)
            direct = i;
        else
            status = write_one(b, path, &c->out[i]);
    }
    if (status == REF_OK && direct >= 0)
        status = ref_npy_encode(&c->out[direct], stdout);
    if (status == REF_OK && fflush(stdout) != 0)
        status = ref_fail(REF_EIO, "the output cannot be written");
    for (int i = 0; i < b->count && status == REF_OK; i++)
        status = ref_file_commit(&b->file[i]);
    return status;
}

int tensors_write(const call *c)
{
    batch b = {.count = 0};
    int status = check_names(c);

    if (status != 0)
        return status;
    status = complain_unless_ok(write_all(c, &b));
    for (int i = 0; i < b.count; i++)
        ref_file_discard(&b.file[i]);
    unfinished_forget();
    return status;
}

const float *tensor_floats(const call *c, arg_name which)
{
    const ref_array *a = &c->in[which];

    return c->has[which] && a->dtype == REF_FLOAT32 ? a->data : NULL;
}

const int64_t *tensor_integers(const call *c, arg_name which)
{
    const ref_array *a = &c->in[which];

    return c->has[which] && a->dtype == REF_INT64 ? a->data : NULL;
}

float *tensor_out(call *c, arg_name which)
{
    int at = (int)which - ARG_OUTPUT;

    return c->wanted[at] ? c->out[at].data : NULL;
}

int64_t *tensor_out_integers(call *c, arg_name which)
{
    int at = (int)which - ARG_OUTPUT;

    return c->wanted[at] ? c->out[at].data : NULL;
}

void tensor_shape(call *c, arg_name which, ref_dtype dtype, int rank,
                  const int *dims)
{
    ref_array *a = &c->out[which - ARG_OUTPUT];

    *a = (ref_array){.dtype = dtype, .rank = rank};
    for (int r = 0; r < rank; r++)
        a->dims[r] = dims[r];
}

void tensor_shape_words(int rank, const int *dims, char words[SHAPE_BYTES])
{
    size_t used = 1;

    (void)snprintf(words, SHAPE_BYTES, "(");
    for (int r = 0; r < rank && used < SHAPE_BYTES - 24; r++)
        used += (size_t)snprintf(words + used, SHAPE_BYTES - used, "%s%d",
                                 r ? ", " : "", dims[r]);
    (void)snprintf(words + used, SHAPE_BYTES - used, "%s",
                   rank == 1 ? ",)" : ")");
}

void tensor_name(const call *c, arg_name which, char name[SHAPE_BYTES])
{
    const char *text = c->args.value[which].text;
    bool shape = !text && which <= ARG_BIAS;

    if (text)
        (void)snprintf(name, SHAPE_BYTES, "%s (%.80s)", arg_table[which].name,
                       text);
    else
        (void)snprintf(
            name, SHAPE_BYTES, "%s",
            arg_table[which + (shape ? ARG_INPUT_SHAPE - ARG_INPUT : 0)].name);
}

int tensor_expect(const call *c, arg_name which, int rank, const int *dims,
                  const char *because)
{
    const ref_array *a = &c->in[which];
    char name[SHAPE_BYTES], has[SHAPE_BYTES], must[SHAPE_BYTES];

    if (!c->has[which] ||
        (a->rank == rank &&
         memcmp(a->dims, dims, (size_t)rank * sizeof *dims) == 0))
        return 0;
    tensor_name(c, which, name);
    tensor_shape_words(a->rank, a->dims, has);
    tensor_shape_words(rank, dims, must);
    return complain("%s has shape %s; %s it must be %s", name, has, because,
                    must);
}

int tensor_expect_rank(const call *c, arg_name which, int low, int high,
                       const char *shapes)
{
    const ref_array *a = &c->in[which];
    char name[SHAPE_BYTES], has[SHAPE_BYTES];

    if (a->rank >= low && a->rank <= high)
        return 0;
    tensor_name(c, which, name);
    tensor_shape_words(a->rank, a->dims, has);
    return complain("%s has shape %s; %s takes %s", name, has, c->args.op_name,
                    shapes);
}

int tensor_product(const int *dims, int count, int *product)
{
    long long total = 1;
    bool empty = false;

    for (int r = 0; r < count; r++)
        empty = empty || dims[r] == 0;
    for (int r = 0; r < count && !empty && total <= INT32_MAX; r++)
        total *= dims[r];
    if (total > INT32_MAX)
        return complain("%d axes of the input have %lld or more elements "
                        "together; they must have at most %d",
                        count, total, INT32_MAX);
    *product = empty ? 0 : (int)total;
    return 0;
}

int tensor_image(const call *c, arg_name which, int axes, image *v)
{
    static const char *const shapes[] = {"(N, C, W) or (C, W)",
                                         "(N, C, H, W) or (C, H, W)",
                                         "(N, C, D, H, W) or (C, D, H, W)"};
    const ref_array *a = &c->in[which];
    const int *dims = a->dims;

    if (tensor_expect_rank(c, which, axes + 1, axes + 2, shapes[axes - 1]) != 0)
        return EXIT_BAD_INPUT;
    v->batched = a->rank == axes + 2;
    v->n = v->batched ? *dims++ : 1;
    v->c = *dims++;
    for (int i = 0; i < 3; i++)
        v->size[i] = i < 3 - axes ? 1 : *dims++;
    return 0;
}

void tensor_image_out(call *c, arg_name which, ref_dtype dtype, const image *v,
                      int axes, int channels, const int size[3])
{
    int dims[5], rank = 0;

    if (v->batched)
        dims[rank++] = v->n;
    dims[rank++] = channels;
    for (int i = 3 - axes; i < 3; i++)
        dims[rank++] = size[i];
    tensor_shape(c, which, dtype, rank, dims);
}
