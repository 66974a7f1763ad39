/* What pad_2d is checked against: a lecture's image, uneven borders wider
 * than the image, images of one row or column, in every mode. */
#include "3_pad_2d.h"

#include "reference/io/image_file.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT},  {"pt", ARG_INT},
    {"pb", ARG_INT}, {"pl", ARG_INT}, {"pr", ARG_INT}, {"mode", ARG_INT},
    {"y", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void pad_run(const struct call *c, struct answer *a, const struct padded *p)
{
    struct border b = {.h = call_number(c, H),
                       .w = call_number(c, W),
                       .pt = call_number(c, PT),
                       .pb = call_number(c, PB),
                       .pl = call_number(c, PL),
                       .pr = call_number(c, PR),
                       .mode = call_number(c, BORDER)};
    int ph = b.pt + b.h + b.pb, pw = b.pl + b.w + b.pr;

    for (b.i = 0; b.i < ph; b.i++)
        for (b.j = 0; b.j < pw; b.j++) {
            int from = p->from(&b);
            int to = p->to != NULL ? p->to(&b) : b.i * pw + b.j;

            if (from == UNWRITTEN)
                continue;
            if (to < 0 || to >= ph * pw)
                answer_unknown(a, Y, ph * pw - 1); /* stopped, or incomplete */
            else if (from == PADDING)
                answer_put(a, Y, to, 0, 0);
            else if (from < 0 || from >= b.h * b.w)
                answer_unknown(a, Y, to);
            else
                answer_put(a, Y, to, call_at(c, X, from), 0);
        }
}

int from_right(const struct border *b)
{
    int r = maps_at(&maps_right, b->mode, b->i - b->pt, b->h);
    int c = maps_at(&maps_right, b->mode, b->j - b->pl, b->w);

    return r < 0 || c < 0 ? PADDING : r * b->w + c;
}

static void right(const struct call *c, struct answer *a)
{
    pad_run(c, a, &(const struct padded){.from = from_right});
}

/* The library pads by one mirror or one lap at most; beyond, only its map
 * goes on. */
static void by_index(const struct call *c, struct answer *a, ref_pad_mode mode)
{
    int h = call_number(c, H), w = call_number(c, W);
    int pw = c->arg[Y].dim[1];

    for (int n = 0; n < c->arg[Y].count; n++) {
        int r = ref_pad_index(mode, n / pw - call_number(c, PT), h);
        int s = ref_pad_index(mode, n % pw - call_number(c, PL), w);
        bool none = r < 0 || s < 0;

        answer_put(a, Y, n, none ? 0 : call_at(c, X, r * w + s), 0);
    }
}

static void reference(const struct call *c, struct answer *a)
{
    ref_pad_mode mode = (ref_pad_mode)call_number(c, BORDER);
    int dims[2] = {call_number(c, H), call_number(c, W)}, out[2];
    int before[2] = {call_number(c, PT), call_number(c, PL)};
    int after[2] = {call_number(c, PB), call_number(c, PR)};
    float *y;

    if (ref_pad_output(dims, 2, before, after, mode, out) != REF_OK) {
        by_index(c, a, mode);
        return;
    }
    y = need(malloc(sizeof *y * (size_t)c->arg[Y].count));
    if (ref_pad(c->arg[X].data, dims, 2, before, after, mode, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < c->arg[Y].count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int mode = call_number(c, BORDER), pw = c->arg[Y].dim[1];
    int i = cell / pw - call_number(c, PT), j = cell % pw - call_number(c, PL);
    int r = maps_at(&maps_right, mode, i, call_number(c, H));
    int s = maps_at(&maps_right, mode, j, call_number(c, W));

    (void)seen;
    fprintf(f,
            "     y[%d][%d] is row %d - %d = %d and column %d - %d = %d of x\n",
            cell / pw, cell % pw, cell / pw, call_number(c, PT), i, cell % pw,
            call_number(c, PL), j);
    if (r < 0 || s < 0)
        fprintf(f, "     outside, zeros: 0\n");
    else
        fprintf(f, "     there one sees (%s) x[%d][%d]\n",
                ref_pad_mode_name((ref_pad_mode)mode), r, s);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, const struct border *b)
{
    call_matrix(c, X, b->h, b->w);
    call_int(c, H, b->h);
    call_int(c, W, b->w);
    call_int(c, PT, b->pt);
    call_int(c, PB, b->pb);
    call_int(c, PL, b->pl);
    call_int(c, PR, b->pr);
    call_int(c, BORDER, b->mode);
    call_matrix(c, Y, b->pt + b->h + b->pb, b->pl + b->w + b->pr);
}

static void add(struct suite *s, enum stage stage, const struct border *b)
{
    shape(case_add(s, stage, "%dx%d image, mode %d (%s)", b->h, b->w, b->mode,
                   ref_pad_mode_name((ref_pad_mode)b->mode)),
          b);
}

static void every_mode(struct suite *s, enum stage stage, struct border b)
{
    for (b.mode = 0; b.mode < REF_PAD_MODE_COUNT; b.mode++)
        add(s, stage, &b);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 5 };

static void cases(struct suite *s)
{
    static const float six[6] = {1, 2, 3, 4, 5, 6};
    static const struct border edge[] = {
        {.h = 1, .w = 1, .pt = 2, .pb = 1, .pl = 1, .pr = 3},
        {.h = 3, .w = 4},
        {.h = 3, .w = 5, .pt = 2},
        {.h = 5, .w = 3, .pb = 2},
        {.h = 2, .w = 4, .pl = 3},
        {.h = 4, .w = 2, .pr = 3},
        {.h = 4, .w = 3, .pt = 1, .pb = 2, .pl = 3, .pr = 0},
        {.h = 1, .w = 4, .pt = 2, .pb = 3, .pl = 2, .pr = 4},
        {.h = 5, .w = 1, .pt = 4, .pb = 1, .pl = 3, .pr = 2},
        {.h = 2, .w = 3, .pt = 5, .pb = 4, .pl = 7, .pr = 6},
        {.h = 4, .w = 5, .pt = 4, .pb = 1, .pl = 5, .pr = 2},
        {.h = 10, .w = 9, .pt = 9, .pb = 11, .pl = 12, .pr = 10},
    };

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        add(s, STAGE_LESSON, &(struct border){2, 3, 1, 0, 2, 1, .mode = mode});
        case_values(s, X, six);
    }
    add(s, STAGE_EDGES,
        &(struct border){2, 2, 0, 1, 2, 0, .mode = REF_PAD_ZEROS});
    case_values(s, X, (const float[]){3, 8, 5, 2});
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        every_mode(s, STAGE_EDGES, edge[i]);
    for (int i = 0; i < 4; i++)
        every_mode(s, STAGE_INTEGERS,
                   (struct border){.h = suite_int(s, 1, 6),
                                   .w = suite_int(s, 1, 6),
                                   .pt = suite_int(s, 0, 5),
                                   .pb = suite_int(s, 0, 5),
                                   .pl = suite_int(s, 0, 5),
                                   .pr = suite_int(s, 0, 5)});
    every_mode(
        s, STAGE_REALS,
        (struct border){.h = 3, .w = 4, .pt = 1, .pb = 2, .pl = 0, .pr = 3});
}

/* The chart with an uneven border, mirrored. */
static struct call *picture(void)
{
    struct border b = {
        .pt = 16, .pb = 40, .pl = 32, .pr = 64, .mode = REF_PAD_SYMMETRIC};
    struct call *c = call_new(params);
    ref_image chart;

    if (ref_image_read("chapters/chart.png", &chart) != REF_OK)
        grader_fault("%s", ref_status_message());
    b.h = chart.h;
    b.w = chart.w;
    shape(c, &b);
    memcpy(c->arg[X].data, chart.data, sizeof(float) * (size_t)c->arg[X].count);
    ref_image_free(&chart);
    return c;
}

const struct exercise exercise_pad_2d = {
    .kind = EXERCISE_WRITE,
    .title = "put a border around an image",
    .anchor = "a-border-around-an-image",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right,
    .reference = reference,
    .misconceptions = wrong_pad_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"P07", "P01", "P02"},
    .predict_note = "mode 0 is PAD_ZEROS.",
    .picture = picture,
};
