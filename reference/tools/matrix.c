/* Matrices as text. */
#include "matrix.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../io/file.h"
#include "words.h"

enum { MOST_FILE_BYTES = 1 << 26, TOKEN_BYTES = 40, NAME_BYTES = 204 };

/* The matrix as it grows, and the name it has in sentences. */
typedef struct builder {
    char name[NAME_BYTES];
    matrix m;
    int count, room; /* numbers: there, and there is memory for */
    int in_row;      /* numbers in the row being read */
} builder;

static int add_number(builder *b, float number)
{
    if (b->count == MATRIX_MOST_NUMBERS)
        return complain("%s: has more than %d numbers", b->name,
                        MATRIX_MOST_NUMBERS);
    if (b->count == b->room) {
        int room = b->room ? 2 * b->room : 64;
        float *data = realloc(b->m.data, (size_t)room * sizeof *data);

        if (!data)
            return complain("%s: no memory for its numbers", b->name);
        b->m.data = data;
        b->room = room;
    }
    b->m.data[b->count++] = number;
    b->in_row++;
    return 0;
}

static int end_row(builder *b)
{
    if (b->in_row == 0) /* an empty line */
        return 0;
    if (b->m.h > 0 && b->in_row != b->m.w)
        return complain("%s: row %d has %d number%s, row 1 has %d", b->name,
                        b->m.h + 1, b->in_row, b->in_row == 1 ? "" : "s",
                        b->m.w);
    b->m.w = b->in_row;
    b->m.h++;
    b->in_row = 0;
    return 0;
}

/* Reads one number of length characters; strtof alone would also take "nan",
 * "inf" and hexadecimal. */
static int read_number(builder *b, const char *text, size_t length)
{
    char token[TOKEN_BYTES] = "", *end = token;
    float number = 0.0f;

    if (length < sizeof token && strspn(text, "0123456789+-.eE") >= length) {
        memcpy(token, text, length);
        token[length] = '\0';
        number = strtof(token, &end);
    }
    if (end == token || *end)
        return complain("%s: '%.*s' is not a number", b->name,
                        (int)(length < 20 ? length : 20), text);
    if (!isfinite(number))
        return complain("%s: '%s' is too large for float32", b->name, token);
    return add_number(b, number);
}

static int parse(builder *b, const char *text)
{
    int status = 0;

    while (*text && status == 0) {
        size_t length = strcspn(text, " \t\r\v\f,;\n#");

        if (length > 0) {
            status = read_number(b, text, length);
            text += length;
        } else if (*text == '#') {
            text += strcspn(text, "\n");
        } else {
            if (*text == ';' || *text == '\n')
                status = end_row(b);
            text++;
        }
    }
    if (status == 0)
        status = end_row(b);
    if (status == 0 && b->m.h == 0)
        status = complain("%s: no numbers in it", b->name);
    return status;
}

/* The content of a text file with a 0 after it; NULL after a sentence. */
static char *load(const char *path)
{
    unsigned char *bytes;
    size_t size;
    char *text;

    if (access(path, F_OK) != 0) {
        (void)complain("'%.200s' is neither a matrix nor a file", path);
        return NULL;
    }
    if (complain_unless_ok(
            ref_file_read(path, MOST_FILE_BYTES, &bytes, &size)) != 0)
        return NULL;
    text = realloc(bytes, size + 1);
    if (!text) {
        free(bytes);
        (void)complain("%.200s: no memory to read it", path);
        return NULL;
    }
    text[size] = '\0';
    if (strlen(text) == size)
        return text;
    free(text);
    (void)complain("%.200s: is not a text file", path);
    return NULL;
}

bool matrix_is_literal(const char *text)
{
    if (text[strspn(text, "0123456789+-.eE \t,;\n")] == '\0')
        return true;
    return strpbrk(text, "0123456789") && strpbrk(text, " \t,;\n") &&
           !strchr(text, '/') && access(text, F_OK) != 0;
}

/* The name of a literal is its beginning, in quotes and on one line. */
static void name_literal(const char *text, char *name)
{
    (void)snprintf(name, NAME_BYTES, "'%.40s%s'", text,
                   strlen(text) > 40 ? "..." : "");
    for (char *c = name; *c; c++)
        if (*c == '\n')
            *c = ';';
}

int matrix_read(const char *text, matrix *m)
{
    builder b = {.m = {NULL, 0, 0}};
    char *loaded = NULL;
    int status;

    if (matrix_is_literal(text)) {
        name_literal(text, b.name);
    } else {
        (void)snprintf(b.name, sizeof b.name, "%.200s", text);
        loaded = load(text);
        if (!loaded)
            return EXIT_BAD_INPUT;
    }
    status = parse(&b, loaded ? loaded : text);
    free(loaded);
    if (status == 0)
        *m = b.m;
    else
        matrix_free(&b.m);
    return status;
}

void matrix_free(matrix *m)
{
    free(m->data);
    *m = (matrix){NULL, 0, 0};
}

void matrix_print(const matrix *m)
{
    int width = 0;

    /* adding 0 turns a -0 into 0 */
    for (int at = 0; at < m->h * m->w; at++) {
        int digits = snprintf(NULL, 0, "%g", (double)m->data[at] + 0.0);

        width = digits > width ? digits : width;
    }
    for (int i = 0; i < m->h; i++)
        for (int j = 0; j < m->w; j++)
            (void)printf("%*g%s", width, (double)m->data[i * m->w + j] + 0.0,
                         j + 1 < m->w ? "  " : "\n");
}
