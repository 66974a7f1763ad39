/* break_neighbours: a kernel that is no outer product, though every square of
 * four neighbours looks like one. */
#include "tests/grader/exercise.h"

#include <math.h>

enum { K, KH, KW, SIDE = 8, ROOM = SIDE * SIDE };

static const struct param params[] = {
    {"k", ARG_OUT},
    {"kh", ARG_OUT_INT},
    {"kw", ARG_OUT_INT},
    {NULL, ARG_END},
};

static void cases(struct suite *s)
{
    struct call *c = case_add(s, STAGE_LESSON, "the kernel that it writes");

    call_vector(c, K, ROOM);
    call_vector(c, KH, 1);
    call_vector(c, KW, 1);
}

/* What the learner wrote. */
struct kernel {
    int kh, kw;
    double k[ROOM];
};

static bool read_size(const struct call *c, const struct cell *seen, int arg,
                      int *size, char *text, size_t room)
{
    const struct cell *cell = &seen[call_cell_of(c, arg, 0)];
    const char *name = c->params[arg].name;

    if (cell->state != CELL_VALUE)
        snprintf(text, room, "*%s was not set to a size.", name);
    else if (cell->value < 1 || cell->value > SIDE)
        snprintf(text, room, "*%s is %.0f; it must be from 1 to %d.", name,
                 cell->value, SIDE);
    else
        *size = (int)cell->value;
    return *size > 0;
}

static bool read_number(const struct call *c, const struct cell *seen, int n,
                        double *number, char *text, size_t room)
{
    const struct cell *cell = &seen[call_cell_of(c, K, n)];

    if (cell->state != CELL_VALUE || isnan(cell->value)) {
        snprintf(text, room, "k[%d] was not set.", n);
        return false;
    }
    if (fabs(cell->value) > 1000 || cell->value != rint(cell->value)) {
        snprintf(text, room,
                 "k[%d] is %g; it must be a whole number from -1000 to 1000.",
                 n, cell->value);
        return false;
    }
    *number = cell->value;
    return true;
}

/* k[a, c] k[b, d] = k[a, d] k[b, c]; exact, the numbers are whole. */
static bool agree(const struct kernel *m, int a, int b, int c, int d)
{
    const double *k = m->k;

    return k[a * m->kw + c] * k[b * m->kw + d] ==
           k[a * m->kw + d] * k[b * m->kw + c];
}

/* A kernel is an outer product if and only if all its 2 x 2 minors are 0,
 * those of rows and columns that are no neighbours as well. The first that is
 * not: its rows and columns. */
static bool is_product(const struct kernel *m, int minor[4])
{
    for (int a = 0; a < m->kh; a++)
        for (int b = a + 1; b < m->kh; b++)
            for (int c = 0; c < m->kw; c++)
                for (int d = c + 1; d < m->kw; d++) {
                    minor[0] = a, minor[1] = b, minor[2] = c, minor[3] = d;
                    if (!agree(m, a, b, c, d))
                        return false;
                }
    return true;
}

static bool neighbours_agree(const struct kernel *m)
{
    for (int u = 0; u + 1 < m->kh; u++)
        for (int v = 0; v + 1 < m->kw; v++)
            if (!agree(m, u, u + 1, v, v + 1))
                return false;
    return true;
}

static bool exposes(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size)
{
    size_t room = (size_t)text_size;
    struct kernel m = {0};
    int minor[4];

    *size = 0;
    if (!read_size(c, seen, KH, &m.kh, text, room) ||
        !read_size(c, seen, KW, &m.kw, text, room))
        return false;
    for (int n = 0; n < m.kh * m.kw; n++)
        if (!read_number(c, seen, n, &m.k[n], text, room))
            return false;
    *size = m.kh * m.kw;
    if (is_product(&m, minor)) {
        snprintf(text, room,
                 "On this kernel the wrong program is right: this is an outer "
                 "product, and it says so.");
        return false;
    }
    if (!neighbours_agree(&m)) {
        snprintf(text, room,
                 "On this kernel the wrong program is right: four neighbours "
                 "disagree, and it says 0.");
        return false;
    }
    snprintf(text, room,
             "The program says 1, but rows %d and %d are no multiples of each "
             "other: see columns %d and %d.",
             minor[0], minor[1], minor[2], minor[3]);
    return true;
}

/* No fewer than 6: of 5 numbers or less only 2 x 2 has two rows and two
 * columns, and there all neighbours are all there is. */
const struct exercise exercise_break_neighbours = {
    .kind = EXERCISE_BREAK,
    .title = "show a test of neighbours",
    .anchor = "break-it",
    .params = params,
    .cases = cases,
    .exposes = exposes,
    .fewest = 6,
};
