/* The header of an .npy file by the grammar of just what such a dict may
 * contain:
 *     header = "{" [ entry { "," entry } [","] ] "}"
 *     entry  = string ":" ( string | bool | shape )
 *     shape  = "(" [ size "," [ size { "," size } [","] ] ] ")"
 * with blanks between any two tokens. One pass over the text, and no memory
 * but the result. */
#include "npy_header.h"

#include <limits.h>
#include <string.h>

/* The entries of a header, and how they are called in it. */
enum { DESCR, ORDER, SHAPE, ENTRIES };

static const char *const keys[ENTRIES] = {"descr", "fortran_order", "shape"};

/* How far a header is read, and which entries have come. */
typedef struct cursor {
    const unsigned char *start, *at, *end;
    bool has[ENTRIES];
} cursor;

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static void skip_blanks(cursor *c)
{
    while (c->at < c->end && is_blank(*c->at))
        c->at++;
}

static ref_status unexpected(const cursor *c, const char *wanted)
{
    if (c->at == c->end)
        return ref_fail(REF_EFORMAT,
                        "is damaged: its header ends where %s should be",
                        wanted);
    return ref_fail(REF_EFORMAT,
                    "is damaged: its header has byte 0x%02x at %td, where %s "
                    "should be",
                    *c->at, c->at - c->start, wanted);
}

/* Steps over a mark if it is the next token. */
static bool take(cursor *c, char mark)
{
    skip_blanks(c);
    if (c->at == c->end || *c->at != (unsigned char)mark)
        return false;
    c->at++;
    return true;
}

static ref_status expect(cursor *c, char mark)
{
    const char wanted[] = {'\'', mark, '\'', '\0'};

    return take(c, mark) ? REF_OK : unexpected(c, wanted);
}

/* Steps over a word if it is what comes next. */
static bool take_word(cursor *c, const char *word)
{
    size_t length = strlen(word);

    skip_blanks(c);
    if ((size_t)(c->end - c->at) < length || memcmp(c->at, word, length) != 0)
        return false;
    c->at += length;
    return true;
}

/* A string between single or double quotes, printable and without escapes. */
static ref_status read_string(cursor *c, char word[REF_NPY_WORD_BYTES])
{
    unsigned char quote;
    size_t n = 0;

    skip_blanks(c);
    if (c->at == c->end || (*c->at != '\'' && *c->at != '"'))
        return unexpected(c, "a string");
    for (quote = *c->at++; c->at < c->end && *c->at != quote; c->at++) {
        if (*c->at < ' ' || *c->at > '~' || *c->at == '\\')
            return unexpected(c, "a plain letter");
        if (n == REF_NPY_WORD_BYTES - 1)
            return unexpected(c, "the end of a string");
        word[n++] = (char)*c->at;
    }
    if (c->at == c->end)
        return unexpected(c, "the end of a string");
    c->at++;
    word[n] = '\0';
    return REF_OK;
}

/* A whole number that fits in an int, in decimal digits. It stops growing once
 * it does not fit, before a long long overflows. */
static ref_status read_size(cursor *c, int *size)
{
    const unsigned char *first;
    long long n = 0;

    skip_blanks(c);
    first = c->at;
    if (c->at < c->end && *c->at == '-')
        return unexpected(c, "a size of at least 0");
    while (c->at < c->end && *c->at >= '0' && *c->at <= '9') {
        if (n <= INT_MAX)
            n = 10 * n + (*c->at - '0');
        c->at++;
    }
    if (c->at == first)
        return unexpected(c, "a size");
    if (*first == '0' && c->at - first > 1)
        return ref_fail(REF_EFORMAT, "is damaged: a size in its header begins "
                                     "with 0");
    if (n > INT_MAX)
        return ref_fail(REF_EFORMAT,
                        "is too large: an axis in its header has %.*s "
                        "elements, at most %d are accepted",
                        (int)(c->at - first < 40 ? c->at - first : 40),
                        (const char *)first, INT_MAX);
    *size = (int)n;
    return REF_OK;
}

/* A tuple of sizes; a single one is followed by a comma, as in Python. */
static ref_status read_shape(cursor *c, ref_npy_header *h)
{
    ref_status status = expect(c, '(');
    bool comma = true;

    while (status == REF_OK && !take(c, ')')) {
        if (!comma)
            return unexpected(c, "',' or ')'");
        if (h->rank == REF_ARRAY_MAX_RANK)
            return ref_fail(REF_EFORMAT,
                            "is of an unsupported kind: it has more than %d "
                            "axes",
                            REF_ARRAY_MAX_RANK);
        status = read_size(c, &h->dims[h->rank++]);
        comma = take(c, ',');
    }
    if (status == REF_OK && h->rank == 1 && !comma)
        return ref_fail(REF_EFORMAT,
                        "is damaged: the shape in its header is (%d), a number "
                        "and no tuple",
                        h->dims[0]);
    return status;
}

static ref_status read_order(cursor *c, ref_npy_header *h)
{
    skip_blanks(c);
    h->fortran_order = take_word(c, "True");
    return h->fortran_order || take_word(c, "False")
               ? REF_OK
               : unexpected(c, "True or False");
}

static ref_status read_descr(cursor *c, ref_npy_header *h)
{
    skip_blanks(c);
    if (c->at < c->end && (*c->at == '[' || *c->at == '('))
        return ref_fail(REF_EFORMAT, "is of an unsupported kind: its elements "
                                     "are records");
    return read_string(c, h->descr);
}

/* Which entry a key names; ENTRIES: none. */
static int find_entry(const char *key)
{
    int entry = 0;

    while (entry < ENTRIES && strcmp(key, keys[entry]) != 0)
        entry++;
    return entry;
}

/* One "key: value"; no key comes twice. */
static ref_status read_entry(cursor *c, ref_npy_header *h)
{
    char key[REF_NPY_WORD_BYTES];
    int entry;
    ref_status status = read_string(c, key);

    if (status == REF_OK)
        status = expect(c, ':');
    if (status != REF_OK)
        return status;
    entry = find_entry(key);
    if (entry == ENTRIES)
        return ref_fail(REF_EFORMAT,
                        "is damaged: its header has the unknown entry '%s'",
                        key);
    if (c->has[entry])
        return ref_fail(REF_EFORMAT, "is damaged: its header has '%s' twice",
                        key);
    c->has[entry] = true;
    if (entry == DESCR)
        return read_descr(c, h);
    return entry == ORDER ? read_order(c, h) : read_shape(c, h);
}

static ref_status read_dict(cursor *c, ref_npy_header *h)
{
    ref_status status = expect(c, '{');
    bool comma = true;

    while (status == REF_OK && !take(c, '}')) {
        if (!comma)
            return unexpected(c, "',' or '}'");
        status = read_entry(c, h);
        comma = take(c, ',');
    }
    skip_blanks(c);
    if (status == REF_OK && c->at < c->end)
        status = unexpected(c, "its end");
    for (int entry = 0; status == REF_OK && entry < ENTRIES; entry++)
        if (!c->has[entry])
            status = ref_fail(REF_EFORMAT, "is damaged: its header has no '%s'",
                              keys[entry]);
    return status;
}

ref_status ref_npy_header_read(const unsigned char *text, size_t length,
                               ref_npy_header *h)
{
    cursor c = {text, text, text + length, {false}};
    ref_npy_header header = {.rank = 0};
    ref_status status = read_dict(&c, &header);

    if (status == REF_OK)
        *h = header;
    return status;
}
