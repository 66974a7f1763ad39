/* Tests of reference/io/npy_header.c, by way of ref_npy_parse: everything that
 * is no .npy file, and every way in which one can lie. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "reference/io/npy.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#define MAGIC "\x93NUMPY"

/* Parses bytes that end at a forbidden page; frees what comes of it. */
static ref_status parse(const void *bytes, size_t size, int *rank)
{
    ref_array a = {.rank = -77};
    unsigned char *copy = guarded_copy(bytes, size, GUARD_AFTER);
    ref_status status = ref_npy_parse(copy, size, "x.npy", &a);

    guarded_free(copy, size);
    *rank = a.rank;
    if (status == REF_OK)
        ref_array_free(&a);
    return status;
}

static void refuses(const void *bytes, size_t size, const char *words)
{
    int rank;

    ck_assert_msg(parse(bytes, size, &rank) == REF_EFORMAT, "%s: accepted",
                  words);
    ck_assert_msg(strncmp(ref_status_message(), "x.npy: is ", 10) == 0 &&
                      strstr(ref_status_message(), words),
                  "'%s' without '%s'", ref_status_message(), words);
    ck_assert_int_eq(rank, -77);
}

#define REFUSES(text, words) refuses(text, sizeof(text) - 1, words)

START_TEST(test_npy_refuses_other_files)
{
    REFUSES("\x93", "does not begin");
    REFUSES("\x93NUMPX\1\0", "does not begin");
    REFUSES("PK\3\4 an .npz file", "does not begin");
    REFUSES("\x80\4\x95 a pickle", "does not begin");
    REFUSES(MAGIC, "truncated");
    REFUSES(MAGIC "\1", "truncated");
    REFUSES(MAGIC "\0\0 ", "version 0.0");
    REFUSES(MAGIC "\4\0 ", "version 4.0");
    REFUSES(MAGIC "\1\1 ", "version 1.1");
    REFUSES(MAGIC "\xff\xff ", "version 255.255");
}
END_TEST

/* The length of the header is a promise too. */
START_TEST(test_npy_refuses_lengths)
{
    REFUSES(MAGIC "\1\0", "truncated");
    REFUSES(MAGIC "\1\0\1", "truncated");
    REFUSES(MAGIC "\2\0\0\0\0", "truncated");
    REFUSES(MAGIC "\1\0\0\0", "ends where '{'");
    REFUSES(MAGIC "\1\0\xff\xff{", "takes 65535 bytes, 1 are");
    REFUSES(MAGIC "\2\0\xff\xff\xff\xff{", "takes 4294967295 bytes, 1 are");
    REFUSES(MAGIC "\3\0\0\0\0\x80{", "takes 2147483648 bytes, 1 are");
    REFUSES(MAGIC "\1\0\1\0{}", "ends where a string");
}
END_TEST

/* A file of version 1.0 with this dict and so many zero bytes behind it. */
static size_t build(unsigned char *to, const char *dict, size_t data_bytes)
{
    size_t length = strlen(dict);

    memcpy(to, (const unsigned char[8]){MAGIC "\1"}, 8);
    to[8] = (unsigned char)(length & 255);
    to[9] = (unsigned char)(length >> 8);
    for (size_t at = 0; at < length; at++)
        to[10 + at] = (unsigned char)dict[at];
    memset(to + 10 + length, 0, data_bytes);
    return 10 + length + data_bytes;
}

static void refuses_dict(const char *dict, size_t data_bytes, const char *words)
{
    unsigned char bytes[600];

    refuses(bytes, build(bytes, dict, data_bytes), words);
}

START_TEST(test_npy_refuses_dicts)
{
    refuses_dict("", 0, "ends where '{'");
    refuses_dict("[]", 0, "byte 0x5b at 0, where '{'");
    refuses_dict("{}", 0, "no 'descr'");
    refuses_dict("{'descr': '|u1'}", 1, "no 'fortran_order'");
    refuses_dict("{'descr': '|u1', 'fortran_order': True}", 1, "no 'shape'");
    refuses_dict("{'shape': (), 'fortran_order': True}", 1, "no 'descr'");
    refuses_dict("{,}", 0, "byte 0x2c at 1, where a string");
    refuses_dict("{'shape': (),, 'descr': 'u1'}", 1, "at 13, where a string");
    refuses_dict("{'shape': () 'descr': 'u1'}", 1, "where ',' or '}'");
    refuses_dict("{'shape' ()}", 1, "where ':'");
    refuses_dict("{shape: ()}", 1, "where a string");
    refuses_dict("{'shape': (), 'shape': ()}", 1, "'shape' twice");
    refuses_dict("{'descr': 'u1', \"descr\": 'u1'}", 1, "'descr' twice");
    refuses_dict("{'shapes': ()}", 1, "unknown entry 'shapes'");
    refuses_dict("{'': 1}", 1, "unknown entry ''");
    refuses_dict("{'fortran_order': 1}", 1, "where True or False");
    refuses_dict("{'fortran_order': 'True'}", 1, "where True or False");
    refuses_dict("{'fortran_order': Truer}", 1, "where ',' or '}'");
    refuses_dict("{'fortran_order': Tru", 1, "where True or False");
}
END_TEST

START_TEST(test_npy_refuses_junk)
{
    static const char whole[] =
        "{'descr': '|u1', 'fortran_order': False, 'shape': ()}";
    char dict[200];

    for (int c = 1; c < 256; c++)
        if (!strchr(" \t\n\f\r", c)) {
            (void)snprintf(dict, sizeof dict, "%s%c", whole, c);
            refuses_dict(dict, 1, "where its end");
            (void)snprintf(dict, sizeof dict, "%c%s", c, whole);
            refuses_dict(dict, 1, c == '{' ? "a string" : "where '{'");
        }
    (void)snprintf(dict, sizeof dict, "%s%s", whole, whole);
    refuses_dict(dict, 1, "where its end");
    REFUSES(MAGIC "\1\0\66\0{'descr': '|u1', 'fortran_order': False, 'shape': "
                  "()}\0x",
            "byte 0x00 at 53, where its end");
}
END_TEST

START_TEST(test_npy_refuses_strings)
{
    refuses_dict("{'descr", 0, "ends where the end of a string");
    refuses_dict("{'descr\"", 0, "ends where the end of a string");
    refuses_dict("{'de\\x73cr': 'u1'}", 0, "where a plain letter");
    refuses_dict("{'descr': 'u\1'}", 0, "where a plain letter");
    refuses_dict("{'descr': '\xc3\xa9'}", 0, "where a plain letter");
    refuses_dict("{'descr': 'u1'\n'u1'}", 0, "where ',' or '}'");
    refuses_dict("{'descr': '1234567890123456789012345678901x'}", 0,
                 "where the end of a string");
    refuses_dict("{'descr': b'u1'}", 0, "where a string");
    refuses_dict("{'descr': None}", 0, "where a string");
}
END_TEST

static void refuses_shape(const char *shape, size_t data_bytes,
                          const char *words)
{
    char dict[500];

    (void)snprintf(dict, sizeof dict,
                   "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }\n",
                   shape);
    refuses_dict(dict, data_bytes, words);
}

START_TEST(test_npy_refuses_shapes)
{
    refuses_shape("3", 12, "where '('");
    refuses_shape("[3]", 12, "where '('");
    refuses_shape("(3)", 12, "is (3), a number and no tuple");
    refuses_shape("(,)", 4, "where a size");
    refuses_shape("(3,,)", 12, "where a size");
    refuses_shape("(3 4)", 48, "where ',' or ')'");
    refuses_shape("(3,", 12, "where a size");
    refuses_shape("(-1,)", 4, "where a size of at least 0");
    refuses_shape("(3, -2147483648)", 4, "where a size of at least 0");
    refuses_shape("(+3,)", 12, "where a size");
    refuses_shape("(3.0,)", 12, "where ',' or ')'");
    refuses_shape("(1e1,)", 40, "where ',' or ')'");
    refuses_shape("(0x3,)", 12, "where ',' or ')'");
    refuses_shape("(03,)", 12, "begins with 0");
    refuses_shape("(3L,)", 12, "where ',' or ')'");
    refuses_shape("(1_0,)", 40, "where ',' or ')'");
    refuses_shape("(True,)", 4, "where a size");
    refuses_shape("('3',)", 12, "where a size");
    refuses_shape("((3,),)", 12, "where a size");
    refuses_shape("(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
                  "1,1,1,1)",
                  4, "more than 32 axes");
}
END_TEST

/* Lying shapes: refused at once, without the memory they ask for. */
START_TEST(test_npy_refuses_lies)
{
    refuses_shape("(3,)", 11,
                  "truncated: 3 elements of float32 take 12 bytes, "
                  "11 are there");
    refuses_shape("(3,)", 13,
                  "damaged: 3 elements of float32 take 12 bytes, "
                  "13 are there");
    refuses_shape("(3,)", 0, "truncated");
    refuses_shape("()", 0, "truncated");
    refuses_shape("()", 8, "damaged");
    refuses_shape("(0, 3)", 4, "damaged: 0 elements");
    refuses_shape("(2147483647,)", 4, "take 8589934588 bytes, 4 are");
    refuses_shape("(2147483648,)", 4,
                  "too large: an axis in its header has "
                  "2147483648");
    refuses_shape("(4294967297,)", 4, "too large");
    refuses_shape("(18446744073709551617,)", 4, "too large");
    refuses_shape("(99999999999999999999999999999999999999999999999999999,)", 4,
                  "too large: an axis in its header has "
                  "9999999999999999999999999999999999999999 ");
    refuses_shape("(65536, 65536, 65536, 65536)", 0, "no memory could hold");
    refuses_shape("(2147483647, 2147483647, 4)", 0, "no memory could hold");
    refuses_shape("(0, 2147483647, 2147483647, 4)", 0, "no memory could hold");
}
END_TEST

/* Types that NumPy has and that are not read. */
START_TEST(test_npy_refuses_types)
{
    static const char *const codes[] = {
        "<f2",  "<f16", "<c8", "<i2", "|i1",     "<u4",  "<u8",  "|b1",
        "|O",   "O",    "<U3", "|S4", "<M8[ns]", "|V4",  "",     "<",
        "<<f4", "f",    "f44", "F4",  "!f4",     " <f4", "<f4 ", "float32"};

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        char dict[200], words[60];

        (void)snprintf(dict, sizeof dict,
                       "{'descr': '%s', 'fortran_order': False, "
                       "'shape': (2,), }",
                       codes[i]);
        (void)snprintf(words, sizeof words,
                       "elements are '%s'; those that "
                       "are read are float32",
                       codes[i]);
        refuses_dict(dict, 8, words);
    }
    refuses_dict("{'descr': [('a', '<f4')], 'fortran_order': False, "
                 "'shape': (2,), }",
                 8, "elements are records");
    refuses_dict("{'descr': ('<f4', (2,)), 'fortran_order': False, "
                 "'shape': (2,), }",
                 8, "elements are records");
}
END_TEST

/* The files on which every truncation and every changed byte is tried. */
static const struct {
    int version;
    const char *dict;
    size_t data_bytes;
} victims[] = {
    {1, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }    \n",
     24},
    {2, "{'descr': '>i8', 'fortran_order': True, 'shape': (3,), }\n", 24},
    {3, "{'shape':(),'descr':\"u1\",'fortran_order':False}", 1},
};

enum { VICTIMS = sizeof victims / sizeof victims[0] };

static size_t victim(int v, unsigned char *bytes)
{
    size_t size = build(bytes, victims[v].dict, victims[v].data_bytes);

    bytes[6] = (unsigned char)victims[v].version;
    if (victims[v].version == 1)
        return size;
    memmove(bytes + 12, bytes + 10, size - 10);
    bytes[10] = bytes[11] = 0;
    return size + 2;
}

/* Every beginning of a file but the whole is refused. */
START_TEST(test_npy_every_truncation)
{
    unsigned char bytes[300];
    size_t size = victim(_i, bytes);
    int rank;

    ck_assert_msg(parse(bytes, size, &rank) == REF_OK, "%s",
                  ref_status_message());
    for (size_t n = 1; n < size; n++)
        ck_assert_msg(parse(bytes, n, &rank) == REF_EFORMAT,
                      "the first %zu bytes are accepted", n);
}
END_TEST

/* Every byte before the elements replaced by every other one: an array or a
 * refusal. NumPy 1.24 accepts 77, 52 and 1 of these changes; left out here are
 * its string prefixes (24), comments (6), the types '1f4', '1i8' and '<f,' and
 * the size '+3'. */
START_TEST(test_npy_every_changed_byte)
{
    unsigned char bytes[300];
    size_t size = victim(_i, bytes);
    size_t header = size - victims[_i].data_bytes;
    const int as_numpy[VICTIMS] = {77 - 12 - 5 - 3, 52 - 12 - 1 - 1, 1};
    int rank, accepted = 0;

    for (size_t at = 0; at < header; at++) {
        unsigned char was = bytes[at];

        for (int c = 0; c < 256; c++) {
            ref_status status;

            bytes[at] = (unsigned char)c;
            status = c == was ? REF_EFORMAT : parse(bytes, size, &rank);
            ck_assert(status == REF_OK || status == REF_EFORMAT);
            accepted += status == REF_OK;
        }
        bytes[at] = was;
    }
    ck_assert_int_eq(accepted, as_numpy[_i]);
}
END_TEST

/* Noise in a good file, several bytes at once. */
START_TEST(test_npy_noise)
{
    static const unsigned char noise[] = "0123456789,(){}:'<>| TF\n\xff";
    dice d = {17};

    for (int round = 0; round < 20000; round++) {
        unsigned char bytes[300];
        size_t size = victim(round % VICTIMS, bytes);
        int rank;

        for (int changes = dice_int(&d, 2, 4); changes > 0; changes--)
            bytes[dice_int(&d, 6, (int)size - 1)] =
                noise[dice_int(&d, 0, sizeof noise - 1)];
        (void)!parse(bytes, size, &rank);
    }
}
END_TEST

static void fill(void)
{
    suite_case("edges");
    suite_loop(test_npy_every_truncation, VICTIMS);
    suite_loop(test_npy_every_changed_byte, VICTIMS);
    suite_test(test_npy_noise);
    suite_case("manners");
    suite_test(test_npy_refuses_other_files);
    suite_test(test_npy_refuses_lengths);
    suite_test(test_npy_refuses_dicts);
    suite_test(test_npy_refuses_junk);
    suite_test(test_npy_refuses_strings);
    suite_test(test_npy_refuses_shapes);
    suite_test(test_npy_refuses_lies);
    suite_test(test_npy_refuses_types);
}

int main(void)
{
    return suite_main("npy_header", fill);
}
