/* The misconceptions of pad_2d. */
#include "../3_pad_2d.h"

static void run(const struct call *c, struct answer *a, const void *how)
{
    pad_run(c, a, how);
}

/* The element at a row and a column as maps have given them. */
static int element(const struct border *b, int r, int c)
{
    return r < 0 || c < 0 ? PADDING : r * b->w + c;
}

static int right_at(const struct border *b, int i, int j)
{
    return element(b, maps_at(&maps_right, b->mode, i, b->h),
                   maps_at(&maps_right, b->mode, j, b->w));
}

static int row_of(const struct border *b)
{
    return b->i - b->pt;
}

static int col_of(const struct border *b)
{
    return b->j - b->pl;
}

/* ---- another place ------------------------------------------------------- */

static int not_subtracted(const struct border *b)
{
    return right_at(b, b->i, b->j);
}

static int added(const struct border *b)
{
    return right_at(b, b->i + b->pt, b->j + b->pl);
}

static int after_for_before(const struct border *b)
{
    return right_at(b, b->i - b->pb, b->j - b->pr);
}

static int bottom_for_top(const struct border *b)
{
    return right_at(b, b->i - b->pb, b->j - b->pl);
}

static int right_for_left(const struct border *b)
{
    return right_at(b, b->i - b->pt, b->j - b->pr);
}

static int top_for_left(const struct border *b)
{
    return right_at(b, b->i - b->pl, b->j - b->pt);
}

static int height_for_width(const struct border *b)
{
    return element(b, maps_at(&maps_right, b->mode, row_of(b), b->w),
                   maps_at(&maps_right, b->mode, col_of(b), b->h));
}

static int height_pitch(const struct border *b)
{
    int r = maps_at(&maps_right, b->mode, row_of(b), b->h);
    int c = maps_at(&maps_right, b->mode, col_of(b), b->w);

    return r < 0 || c < 0 ? PADDING : r * b->h + c;
}

static int padded_pitch(const struct border *b)
{
    int r = maps_at(&maps_right, b->mode, row_of(b), b->h);
    int c = maps_at(&maps_right, b->mode, col_of(b), b->w);

    return r < 0 || c < 0 ? PADDING : r * (b->pl + b->w + b->pr) + c;
}

static int to_image_pitch(const struct border *b)
{
    return b->i * b->w + b->j;
}

static int to_height_pitch(const struct border *b)
{
    return b->i * (b->pt + b->h + b->pb) + b->j;
}

static int to_columns(const struct border *b)
{
    return b->j * (b->pt + b->h + b->pb) + b->i;
}

/* Rows as long as if the paddings came as left, right, top, bottom. */
static int to_other_order(const struct border *b)
{
    return b->i * (b->pt + b->w + b->pb) + b->j;
}

/* ---- another rule for what is outside ------------------------------------ */

static int with(const struct border *b, const struct maps *m)
{
    return element(b, maps_at(m, b->mode, row_of(b), b->h),
                   maps_at(m, b->mode, col_of(b), b->w));
}

static int always_zeros(const struct border *b)
{
    bool inside = row_of(b) >= 0 && row_of(b) < b->h && col_of(b) >= 0 &&
                  col_of(b) < b->w;

    return inside ? from_right(b) : PADDING;
}

static int rows_zeros(const struct border *b)
{
    return row_of(b) >= 0 && row_of(b) < b->h ? from_right(b) : PADDING;
}

static int columns_zeros(const struct border *b)
{
    return col_of(b) >= 0 && col_of(b) < b->w ? from_right(b) : PADDING;
}

static int replicate_for_zeros(const struct border *b)
{
    return with(b, &(struct maps){{[REF_PAD_ZEROS] = map_replicate}});
}

static int reflect_for_symmetric(const struct border *b)
{
    return with(b, &(struct maps){{[REF_PAD_SYMMETRIC] = map_reflect}});
}

static int symmetric_for_reflect(const struct border *b)
{
    return with(b, &(struct maps){{[REF_PAD_REFLECT] = map_symmetric}});
}

static int mirrors_exchanged(const struct border *b)
{
    return with(b, &(struct maps){{[REF_PAD_REFLECT] = map_symmetric,
                                   [REF_PAD_SYMMETRIC] = map_reflect}});
}

static int reflect_goes_round(const struct border *b)
{
    return with(b, &(struct maps){{[REF_PAD_REFLECT] = half_period_reflect}});
}

static int zeros_left_out(const struct border *b)
{
    return from_right(b) == PADDING ? UNWRITTEN : from_right(b);
}

/* Rows were padded first, and columns then only where there is an image. */
static int corners_zero(const struct border *b)
{
    bool row = row_of(b) >= 0 && row_of(b) < b->h;
    bool col = col_of(b) >= 0 && col_of(b) < b->w;

    return row || col ? from_right(b) : PADDING;
}

static int corners_left_out(const struct border *b)
{
    return corners_zero(b) == from_right(b) && from_right(b) != PADDING
               ? from_right(b)
           : (row_of(b) < 0 || row_of(b) >= b->h) &&
                   (col_of(b) < 0 || col_of(b) >= b->w)
               ? UNWRITTEN
               : from_right(b);
}

static int middle_only(const struct border *b)
{
    return always_zeros(b) == PADDING ? UNWRITTEN : from_right(b);
}

static int first_lost(const struct border *b)
{
    bool lost = row_of(b) == 0 || col_of(b) == 0;

    return b->mode == REF_PAD_ZEROS && lost ? PADDING : from_right(b);
}

/* In mode zeros only the index into x is checked. */
static int index_checked(const struct border *b)
{
    int at = row_of(b) * b->w + col_of(b);

    if (b->mode != REF_PAD_ZEROS)
        return from_right(b);
    return at >= 0 && at < b->h * b->w ? at : PADDING;
}

#define BORDER_ROOM "a-border-around-an-image"
#define OUTSIDE "what-stands-outside"
#define FROM(f)                                                                \
    run, &(const struct padded)                                                \
    {                                                                          \
        .from = (f)                                                            \
    }
#define TO(f)                                                                  \
    run, &(const struct padded)                                                \
    {                                                                          \
        .from = from_right, .to = (f)                                          \
    }

const struct misconception wrong_pad_2d[] = {
    {"P01", "padding not subtracted",
     "row i and column j of y are read at row i and column j of x: pt and pl "
     "are not subtracted",
     BORDER_ROOM, FROM(not_subtracted)},
    {"PD1", "padding added",
     "pt and pl are added to row and column; they must be subtracted",
     BORDER_ROOM, FROM(added)},
    {"P07", "before and after exchanged",
     "pb is taken for pt and pr for pl: the border has the right size and the "
     "image stands in the wrong place",
     BORDER_ROOM, FROM(after_for_before)},
    {"PD8", "bottom for top",
     "pb rows are added on top and pt at the bottom; it is the other way round",
     BORDER_ROOM, FROM(bottom_for_top)},
    {"PD9", "right for left",
     "pr columns are added on the left and pl on the right; it is the other "
     "way round",
     BORDER_ROOM, FROM(right_for_left)},
    {"PD2", "top and left exchanged",
     "pl is subtracted from the row and pt from the column; it is the other "
     "way round",
     BORDER_ROOM, FROM(top_for_left)},
    {"P11", "bounds exchanged",
     "the row is compared with w and the column with h; it is the other way "
     "round",
     BORDER_ROOM, FROM(height_for_width)},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[row*h + column]; they are w "
     "long",
     BORDER_ROOM, FROM(height_pitch)},
    {"PD3", "row length of y",
     "rows of the image are taken to be as long as those of y; they are w "
     "long",
     BORDER_ROOM, FROM(padded_pitch)},
    {"CY2", "row length of x",
     "y is written in rows of w; its rows are pl + w + pr long", BORDER_ROOM,
     TO(to_image_pitch)},
    {"PD4", "height for the row length",
     "rows of y are taken to be as long as its columns: pt + h + pb",
     BORDER_ROOM, TO(to_height_pitch)},
    {"C04", "output transposed", "y is written column by column", BORDER_ROOM,
     TO(to_columns)},
    {"P08", "order of the paddings",
     "the rows of y are pt + w + pb long: the paddings are taken for left, "
     "right, top, bottom",
     BORDER_ROOM, TO(to_other_order)},
    {"PD5", "mode ignored", "zeros stand outside, whatever the mode is",
     OUTSIDE, FROM(always_zeros)},
    {"PD10", "mode for columns only",
     "zeros stand above and below the image in every mode: the rows are "
     "compared with 0 and h, not mapped",
     BORDER_ROOM, FROM(rows_zeros)},
    {"PD11", "mode for rows only",
     "zeros stand left and right of the image in every mode: the columns are "
     "compared with 0 and w, not mapped",
     BORDER_ROOM, FROM(columns_zeros)},
    {"P02", "edge value for zeros",
     "PAD_ZEROS continues the edge; outside it must give 0", OUTSIDE,
     FROM(replicate_for_zeros)},
    {"P03", "reflect for symmetric",
     "PAD_SYMMETRIC leaves out the edge; its mirror stands beside the edge, so "
     "the edge is seen twice",
     OUTSIDE, FROM(reflect_for_symmetric)},
    {"P04", "symmetric for reflect",
     "PAD_REFLECT repeats the edge; the edge itself is the mirror", OUTSIDE,
     FROM(symmetric_for_reflect)},
    {"PI1", "mirrors exchanged",
     "PAD_REFLECT and PAD_SYMMETRIC are exchanged: symmetric is the one that "
     "repeats the edge",
     OUTSIDE, FROM(mirrors_exchanged)},
    {"PI7", "reflect without a way back",
     "PAD_REFLECT mirrors once and then goes round: it walks from the last "
     "element to the first, not back",
     OUTSIDE, FROM(reflect_goes_round)},
    {"C08", "zeros left out",
     "where nothing is seen, y is not written; a zero must be stored there",
     BORDER_ROOM, FROM(zeros_left_out)},
    {"P10", "corners zero",
     "the corners are 0: rows and columns were padded from the bare image; a "
     "corner is outside in both directions and follows the mode in both",
     BORDER_ROOM, FROM(corners_zero)},
    {"PD6", "corners unset", "the corners are never written", BORDER_ROOM,
     FROM(corners_left_out)},
    {"PD7", "middle only", "the image is copied, and its border never written",
     BORDER_ROOM, FROM(middle_only)},
    {"P12", "first row and column lost",
     "in mode PAD_ZEROS row 0 and column 0 count as outside: > 0 stands where "
     ">= 0 is meant",
     OUTSIDE, FROM(first_lost)},
    {"FS6", "only the index checked",
     "in mode PAD_ZEROS only the index into x is checked, not row and column: "
     "left of a row lies the end of the row above, not a zero",
     BORDER_ROOM, FROM(index_checked)},
    {.id = NULL},
};
