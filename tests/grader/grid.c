#include "grid.h"

#include "fault.h"
#include "term.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct grid *grid_new(const char *title, int rows, int cols)
{
    struct grid *g = need(calloc(1, sizeof *g));
    size_t cells = (size_t)rows * (size_t)cols;
    snprintf(g->title, sizeof g->title, "%s", title);
    g->rows = rows;
    g->cols = cols;
    g->text = need(calloc(cells, sizeof *g->text));
    g->marked = need(calloc(cells, 1));
    return g;
}

void grid_free(struct grid *g)
{
    if (g == NULL)
        return;
    free(g->text);
    free(g->marked);
    free(g);
}

void grid_set(struct grid *g, int at, const char *text)
{
    snprintf(g->text[at], GRID_TEXT, "%s", text);
}

void grid_mark(struct grid *g, int at)
{
    g->marked[at] = 1;
}

const char *number_text(double value, double beside)
{
    static char buffer[2][32];
    static int turn;
    char other[32];
    char *text = buffer[turn ^= 1];
    if (isnan(value))
        return "nan";
    if (value == 0)
        return "0"; /* also -0: the two are equal */
    snprintf(text, sizeof buffer[0], "%.6g", value);
    snprintf(other, sizeof other, "%.6g", beside);
    if (strcmp(text, other) == 0 && value != beside)
        snprintf(text, sizeof buffer[0], "%.9g", value);
    if (value == rint(value) && fabs(value) < 1e19)
        snprintf(text, sizeof buffer[0], "%.0f", value); /* a count, in full */
    return text;
}

const char *cell_text(struct cell seen, double beside)
{
    if (seen.state == CELL_UNWRITTEN)
        return "--";
    if (seen.state == CELL_STALE)
        return "?+";
    return number_text(seen.value, beside);
}

static int column_width(const struct grid *g)
{
    size_t width = 1;
    for (int i = 0; i < g->rows * g->cols; i++)
        if (strlen(g->text[i]) > width)
            width = strlen(g->text[i]);
    return (int)width;
}

/* Every column is its width, plus a bracket or a blank on either side. */
static int grid_width(const struct grid *g)
{
    int wide = g->cols * (column_width(g) + 2);
    int title = (int)strlen(g->title);
    return wide > title ? wide : title;
}

/* Wrong elements stand in brackets, so that they show without colour. */
static void print_row(FILE *f, const struct grid *g, int row, int pad)
{
    int width = column_width(g);
    for (int j = 0; j < g->cols; j++) {
        int at = row * g->cols + j;
        if (row >= g->rows)
            fprintf(f, "%*s", width + 2, "");
        else if (g->marked[at])
            fprintf(f, "%s[%*s]%s", ink(INK_BAD), width, g->text[at],
                    ink(INK_PLAIN));
        else
            fprintf(f, " %*s ", width, g->text[at]);
    }
    fprintf(f, "%*s", pad, "");
}

/* A line without the blanks at its end. */
static void put_line(FILE *f, char *line)
{
    size_t length = strlen(line);
    while (length > 0 && line[length - 1] == ' ')
        line[--length] = '\0';
    fprintf(f, "%s\n", line);
}

static void print_line(FILE *f, struct grid *const *grids, int count,
                       int indent)
{
    int rows = 0;
    fprintf(f, "%*s", indent, "");
    for (int i = 0; i < count; i++) {
        bool last = i == count - 1;
        fprintf(f, " %s%-*s%s", ink(INK_DIM),
                last ? 0 : grid_width(grids[i]) + 2, grids[i]->title,
                ink(INK_PLAIN));
        rows = grids[i]->rows > rows ? grids[i]->rows : rows;
    }
    fputc('\n', f);
    for (int r = 0; r < rows; r++) {
        char *line;
        size_t size;
        FILE *row = need(open_memstream(&line, &size));
        fprintf(row, "%*s", indent, "");
        for (int i = 0; i < count; i++) {
            const struct grid *g = grids[i];
            int body = g->cols * (column_width(g) + 2);
            print_row(row, g, r, grid_width(g) - body + 3);
        }
        fclose(row);
        put_line(f, line);
        free(line);
    }
}

/* Columns [from, to) of a grid as a grid of their own. */
static struct grid *slice(const struct grid *g, int from, int to)
{
    char title[sizeof g->title + 32];
    snprintf(title, sizeof title, "%.30s, columns %d to %d", g->title, from,
             to - 1);
    struct grid *part = grid_new(title, g->rows, to - from);
    for (int i = 0; i < g->rows; i++)
        for (int j = from; j < to; j++) {
            int at = i * part->cols + j - from;
            grid_set(part, at, g->text[i * g->cols + j]);
            part->marked[at] = g->marked[i * g->cols + j];
        }
    return part;
}

static void print_wide(FILE *f, const struct grid *g, int indent)
{
    int fit = (TERM_WIDTH - indent) / (column_width(g) + 2);
    for (int from = 0; from < g->cols; from += fit) {
        int to = from + fit < g->cols ? from + fit : g->cols;
        struct grid *part = slice(g, from, to);
        print_line(f, &part, 1, indent);
        grid_free(part);
    }
}

void grid_print(FILE *f, struct grid *const *grids, int count, int indent)
{
    for (int begin = 0; begin < count;) {
        int used = indent, end = begin;
        while (end < count && used + grid_width(grids[end]) <= TERM_WIDTH) {
            used += grid_width(grids[end]) + 4;
            end++;
        }
        if (begin > 0)
            fputc('\n', f);
        if (end == begin)
            print_wide(f, grids[end++], indent);
        else
            print_line(f, grids + begin, end - begin, indent);
        begin = end;
    }
}
