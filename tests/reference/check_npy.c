/* Tests of reference/io/npy.c. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "reference/io/file.h"
#include "reference/io/npy.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

/* Files as NumPy 1.24 wrote them: V1 by numpy.save, V2 and V3 by
 * numpy.lib.format.write_array(file, array, (2, 0)) and (3, 0). */
#define V1 "\x93NUMPY\1\0"
#define V2 "\x93NUMPY\2\0"
#define V3 "\x93NUMPY\3\0"

static const char float32_file[] =
    V1 "\166\0"
       "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"
       "                                                          \n"
       "\0\0\300\77\0\0\0\300\0\0\100\100"
       "\0\0\200\100\0\0\240\100\0\0\200\177";

static const char float64_file[] =
    V2 "\164\0\0\0"
       "{'descr': '>f8', 'fortran_order': True, 'shape': (2, 3), }"
       "                                                         \n"
       "\77\360\0\0\0\0\0\0\100\20\0\0"
       "\0\0\0\0\100\0\0\0\0\0\0\0"
       "\100\24\0\0\0\0\0\0\100\10\0\0"
       "\0\0\0\0\300\31\0\0\0\0\0\0";

static const char int32_file[] =
    V3 "\164\0\0\0"
       "{'descr': '>i4', 'fortran_order': False, 'shape': (2, 1, 2), }"
       "                                                     \n"
       "\377\377\377\377\0\0\0\2\177\377\377\377"
       "\200\0\0\0";

static const char int64_file[] =
    V1 "\166\0"
       "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }"
       "                                                            \n"
       "\376\377\377\377\377\377\377\377\1\0\0\0"
       "\0\0\0\100";

static const char uint8_file[] =
    V1 "\166\0"
       "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 4), }"
       "                                                        \n"
       "\1\15\5\21\11\25\2\16\6\22\12\26"
       "\3\17\7\23\13\27\4\20\10\24\14\30";

static const char single_file[] =
    V1 "\166\0"
       "{'descr': '<f4', 'fortran_order': False, 'shape': (), }"
       "                                                              \n"
       "\0\0\340\100";

static const char empty_file[] =
    V1 "\166\0"
       "{'descr': '<i8', 'fortran_order': False, 'shape': (0, 3), }"
       "                                                          \n";

static const char deep_file[] =
    V1 "\266\0"
       "{'descr': '|u1', 'fortran_order': False,"
       " 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1"
       ", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), }"
       "                                \n"
       "\11";

/* What is in them. */
static float floats[] = {1.5f, -2, 3, 4, 5, INFINITY}, seven = 7;
static double doubles[] = {1, 2, 3, 4, 5, -6.25};
static int32_t ints[] = {-1, 2, INT32_MAX, INT32_MIN};
static int64_t longs[] = {-2, ((int64_t)1 << 62) + 1};
static uint8_t small[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                          13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24};
static uint8_t nine = 9, none;

static const struct {
    const char *bytes;
    size_t size;
    int as_saved; /* what ref_npy_encode writes too */
    ref_array array;
} files[] = {
    {float32_file,
     sizeof float32_file - 1,
     1,
     {REF_FLOAT32, 2, {2, 3}, floats}},
    {float64_file,
     sizeof float64_file - 1,
     0,
     {REF_FLOAT64, 2, {2, 3}, doubles}},
    {int32_file, sizeof int32_file - 1, 0, {REF_INT32, 3, {2, 1, 2}, ints}},
    {int64_file, sizeof int64_file - 1, 1, {REF_INT64, 1, {2}, longs}},
    {uint8_file, sizeof uint8_file - 1, 0, {REF_UINT8, 3, {2, 3, 4}, small}},
    {single_file, sizeof single_file - 1, 1, {REF_FLOAT32, 0, {0}, &seven}},
    {empty_file, sizeof empty_file - 1, 1, {REF_INT64, 2, {0, 3}, &none}},
    {deep_file,
     sizeof deep_file - 1,
     1,
     {REF_UINT8,
      32,
      {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
       1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
      &nine}},
};

enum { FILES = sizeof files / sizeof files[0] };

/* Parses bytes that end at a forbidden page. */
static ref_status parse(const void *bytes, size_t size, ref_array *a)
{
    unsigned char *copy = guarded_copy(bytes, size, GUARD_AFTER);
    ref_status status = ref_npy_parse(copy, size, "x.npy", a);

    guarded_free(copy, size);
    return status;
}

static void equal(const ref_array *a, const ref_array *b)
{
    size_t count = 0;

    ck_assert_str_eq(ref_dtype_name(a->dtype), ref_dtype_name(b->dtype));
    ck_assert_int_eq(a->rank, b->rank);
    for (int r = 0; r < a->rank; r++)
        ck_assert_int_eq(a->dims[r], b->dims[r]);
    ck_assert_int_eq(ref_array_count(b, &count), REF_OK);
    if (count > 0)
        ck_assert_mem_eq(a->data, b->data, count * ref_dtype_bytes(b->dtype));
}

START_TEST(test_npy_reads_what_numpy_wrote)
{
    ref_array a;

    ck_assert_msg(parse(files[_i].bytes, files[_i].size, &a) == REF_OK, "%s",
                  ref_status_message());
    equal(&a, &files[_i].array);
    ref_array_free(&a);
    ck_assert_ptr_null(a.data);
}
END_TEST

/* Would pass unseen: a header that NumPy reads but that it would not write. */
START_TEST(test_npy_writes_what_numpy_writes)
{
    FILE *stream = tmpfile();
    char bytes[1000];

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(ref_npy_encode(&files[_i].array, stream), REF_OK);
    rewind(stream);
    if (files[_i].as_saved) {
        ck_assert_uint_eq(fread(bytes, 1, sizeof bytes, stream),
                          files[_i].size);
        ck_assert_mem_eq(bytes, files[_i].bytes, files[_i].size);
    }
    ck_assert_int_eq(fclose(stream), 0);
}
END_TEST

/* The longest header there is, and the one to which NumPy adds 64 blanks
 * although none would be needed: their lengths as numpy.save writes them. */
START_TEST(test_npy_header_lengths)
{
    ref_array a = {REF_FLOAT32, 32, {0}, NULL};
    const ref_array exact = {
        REF_FLOAT32, 12, {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 100000000}, NULL};
    FILE *stream = tmpfile();

    ck_assert_ptr_nonnull(stream);
    for (int r = 1; r < 32; r++)
        a.dims[r] = r < 3 ? 1000000000 : 1;
    ck_assert_int_eq(ref_npy_encode(&a, stream), REF_OK);
    ck_assert_int_eq((int)ftell(stream), 256);
    rewind(stream);
    ck_assert_int_eq(ref_npy_encode(&exact, stream), REF_OK);
    ck_assert_int_eq((int)ftell(stream), 192);
    ck_assert_int_eq(fclose(stream), 0);
}
END_TEST

/* A file of any version, type, order and shape; returns its size. */
static size_t build(char *to, int version, const char *dict, const void *data,
                    size_t data_bytes)
{
    size_t length = strlen(dict), at = 8;

    memcpy(to, V1, 8);
    to[6] = (char)version;
    to[at++] = (char)(length & 255);
    to[at++] = (char)(length >> 8);
    if (version > 1) {
        to[at++] = 0;
        to[at++] = 0;
    }
    memcpy(to + at, dict, length);
    if (data_bytes > 0)
        memcpy(to + at + length, data, data_bytes);
    return at + length + data_bytes;
}

/* Parses a header with 2 x 3 elements behind it, 1 .. 6 in the file's order;
 * expects these, row-major. */
static void holds(int version, const char *dict, const void *data,
                  size_t element_bytes, const float *expected)
{
    char bytes[300];
    float values[6];
    ref_array a;
    size_t size = build(bytes, version, dict, data, 6 * element_bytes);

    ck_assert_msg(parse(bytes, size, &a) == REF_OK, "%s: %s", dict,
                  ref_status_message());
    ck_assert_int_eq(a.rank, 2);
    ck_assert_int_eq(a.dims[0], 2);
    ck_assert_int_eq(a.dims[1], 3);
    ck_assert_int_eq(ref_array_to_float(&a, values), REF_OK);
    for (int at = 0; at < 6; at++)
        ck_assert_msg(values[at] == expected[at], "%s: element %d is %g", dict,
                      at, (double)values[at]);
    ref_array_free(&a);
}

/* Each type in each byte order and each order of axes, in every version. */
START_TEST(test_npy_types_and_orders)
{
    static const struct {
        const char *code;
        size_t bytes;
        const char *six[2]; /* 1 .. 6, lowest byte first and last */
    } types[] = {
        {"f4",
         4,
         {"\0\0\200?\0\0\0@\0\0@@\0\0\200@\0\0\240@\0\0\300@",
          "?\200\0\0@\0\0\0@@\0\0@\200\0\0@\240\0\0@\300\0\0"}},
        {"f8",
         8,
         {"\0\0\0\0\0\0\360?\0\0\0\0\0\0\0@\0\0\0\0\0\0\10@"
          "\0\0\0\0\0\0\20@\0\0\0\0\0\0\24@\0\0\0\0\0\0\30@",
          "?\360\0\0\0\0\0\0@\0\0\0\0\0\0\0@\10\0\0\0\0\0\0"
          "@\20\0\0\0\0\0\0@\24\0\0\0\0\0\0@\30\0\0\0\0\0\0"}},
        {"i4",
         4,
         {"\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0\5\0\0\0\6\0\0\0",
          "\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0\5\0\0\0\6"}},
        {"i8",
         8,
         {"\1\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0"
          "\4\0\0\0\0\0\0\0\5\0\0\0\0\0\0\0\6\0\0\0\0\0\0\0",
          "\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\3"
          "\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\5\0\0\0\0\0\0\0\6"}},
        {"u1", 1, {"\1\2\3\4\5\6", "\1\2\3\4\5\6"}},
    };
    static const float rows[] = {1, 2, 3, 4, 5, 6};
    static const float columns[] = {1, 3, 5, 2, 4, 6};
    const int one = 1;
    const int here = *(const char *)&one == 1 ? 0 : 1;

    for (int t = 0; t < 5; t++)
        for (const char *order = "<>=|"; *order; order++)
            for (int fortran = 0; fortran < 2; fortran++) {
                char dict[100];
                int big = *order == '>' || (*order != '<' && here);

                (void)snprintf(dict, sizeof dict,
                               "{'descr': '%c%s', 'fortran_order': %s, "
                               "'shape': (2, 3), }\n",
                               *order, types[t].code,
                               fortran ? "True" : "False");
                holds(_i + 1, dict, types[t].six[big], types[t].bytes,
                      fortran ? columns : rows);
            }
}
END_TEST

/* Would pass unseen: a reader that depends on how NumPy lays the dict out. */
START_TEST(test_npy_other_layouts)
{
    static const float rows[] = {1, 2, 3, 4, 5, 6};
    static const char *const dicts[] = {
        "{'shape':(2,3),'fortran_order':False,'descr':'|u1'}",
        ("{ \"descr\" : \"u1\" ,\t'shape':\n( 2 , 3 , ) , "
         "'fortran_order' : False , } \r\n\f"),
        "   {'descr': '<u1', 'fortran_order': False, 'shape': (2, 3)}",
    };

    for (int d = 0; d < 3; d++)
        holds(1, dicts[d], "\1\2\3\4\5\6", 1, rows);
}
END_TEST

/* The first axis fastest, in four dimensions, against the index formula. */
START_TEST(test_npy_fortran_order)
{
    char bytes[400], data[120];
    ref_array a;
    size_t size;

    for (int at = 0; at < 120; at++)
        data[at] = (char)at;
    size = build(bytes, 1,
                 "{'descr': '|u1', 'fortran_order': True, "
                 "'shape': (2, 3, 4, 5), }",
                 data, 120);
    ck_assert_int_eq(parse(bytes, size, &a), REF_OK);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 5; l++)
                    ck_assert_int_eq(
                        ((uint8_t *)a.data)[((i * 3 + j) * 4 + k) * 5 + l],
                        i + 2 * (j + 3 * (k + 4 * l)));
    ref_array_free(&a);
}
END_TEST

/* Every type, random shapes: what is written is read back, bit for bit. */
START_TEST(test_npy_round_trip)
{
    dice d = {5};

    (void)scratch_new();
    for (int round = 0; round < 300; round++) {
        int dims[5], rank = dice_int(&d, 0, 5);
        ref_array a, b;
        size_t count = 0;

        for (int r = 0; r < rank; r++)
            dims[r] = dice_int(&d, round % 9 == 0 ? 0 : 1, 5);
        ck_assert_int_eq(
            ref_array_new((ref_dtype)dice_int(&d, 0, 4), rank, dims, &a),
            REF_OK);
        ck_assert_int_eq(ref_array_count(&a, &count), REF_OK);
        for (size_t at = 0; at < count * ref_dtype_bytes(a.dtype); at++)
            ((uint8_t *)a.data)[at] = (uint8_t)dice_int(&d, 0, 255);
        ck_assert_int_eq(ref_npy_write(scratch_path("a.npy"), &a), REF_OK);
        ck_assert_int_eq(ref_npy_read(scratch_path("a.npy"), &b), REF_OK);
        equal(&b, &a);
        ref_array_free(&a);
        ref_array_free(&b);
    }
    ck_assert_int_eq(scratch_count(), 1);
    scratch_free();
}
END_TEST

/* Would pass unseen: a first file that is there although the second failed. */
START_TEST(test_npy_two_files_or_none)
{
    ref_file_out one, two;

    if (access("/dev/full", W_OK) != 0)
        return;
    (void)scratch_new();
    ck_assert_int_eq(ref_file_create(scratch_path("a"), &one), REF_OK);
    ck_assert_int_eq(ref_file_create("/dev/full", &two), REF_OK);
    ck_assert_int_eq(ref_npy_encode(&files[0].array, one.stream), REF_OK);
    ck_assert_int_eq(ref_npy_encode(&files[1].array, two.stream), REF_OK);
    ck_assert_int_eq(ref_file_finish(&one), REF_OK);
    ck_assert_int_eq(scratch_count(), 1);
    ck_assert_int_eq(ref_file_finish(&two), REF_EIO);
    ref_file_discard(&one);
    ref_file_discard(&two);
    ck_assert_int_eq(scratch_count(), 0);
    ck_assert_int_eq(ref_file_create(scratch_path("a"), &one), REF_OK);
    ck_assert_int_eq(ref_npy_encode(&files[0].array, one.stream), REF_OK);
    ck_assert_int_eq(ref_file_finish(&one), REF_OK);
    ck_assert_int_eq(ref_file_finish(&one), REF_OK);
    ck_assert_int_eq(ref_file_commit(&one), REF_OK);
    ck_assert_int_eq(scratch_count(), 1);
    scratch_free();
}
END_TEST

START_TEST(test_npy_null)
{
    const unsigned char byte = 0x93;
    ref_array a = {REF_UINT8, 1, {1}, NULL};

    ck_assert_int_eq(ref_npy_parse(NULL, 0, "x", &a), REF_ENULL);
    ck_assert_int_eq(ref_npy_parse(&byte, 1, NULL, &a), REF_ENULL);
    ck_assert_int_eq(ref_npy_parse(&byte, 1, "x", NULL), REF_ENULL);
    ck_assert_int_eq(ref_npy_read(NULL, &a), REF_ENULL);
    ck_assert_int_eq(ref_npy_read("x", NULL), REF_ENULL);
    ck_assert_int_eq(ref_npy_write(NULL, &a), REF_ENULL);
    ck_assert_int_eq(ref_npy_write("x", NULL), REF_ENULL);
    ck_assert_int_eq(ref_npy_encode(NULL, stderr), REF_ENULL);
    ck_assert_int_eq(ref_npy_encode(&a, stderr), REF_ENULL);
    ck_assert_int_eq(ref_npy_encode(&files[0].array, NULL), REF_ENULL);
    ck_assert_int_eq(a.rank, 1);
}
END_TEST

/* What cannot be an array leaves no file, and the old one as it was. */
START_TEST(test_npy_write_refuses)
{
    ref_array a = files[0].array;

    (void)scratch_new();
    a.rank = 33;
    ck_assert_int_eq(ref_npy_write(scratch_path("a"), &a), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "/a: "));
    a.rank = 1;
    a.dims[0] = -1;
    ck_assert_int_eq(ref_npy_write(scratch_path("a"), &a), REF_ESIZE);
    ck_assert_int_eq(scratch_count(), 0);
    ck_assert_int_eq(ref_npy_write(scratch_path("no/a"), &files[0].array),
                     REF_EIO);
    ck_assert_int_eq(ref_npy_read(scratch_path("none"), &a), REF_EIO);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "/none: "));
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_npy_reads_what_numpy_wrote, FILES);
    suite_loop(test_npy_writes_what_numpy_writes, FILES);
    suite_loop(test_npy_types_and_orders, 3);
    suite_test(test_npy_fortran_order);
    suite_case("edges");
    suite_test(test_npy_header_lengths);
    suite_test(test_npy_other_layouts);
    suite_case("properties");
    suite_test(test_npy_round_trip);
    suite_case("manners");
    suite_test(test_npy_two_files_or_none);
    suite_test(test_npy_null);
    suite_test(test_npy_write_refuses);
}

int main(void)
{
    return suite_main("npy", fill);
}
