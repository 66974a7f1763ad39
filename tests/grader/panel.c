#include "panel.h"

#include "fault.h"
#include "term.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct panel *panel_add(struct panels *p, enum panel_role role,
                        const char *title, int rows, int cols)
{
    assert(p->count < PANELS_MAX);
    struct panel *panel = &p->panel[p->count++];
    size_t cells = (size_t)rows * (size_t)cols;
    memset(panel, 0, sizeof *panel);
    panel->role = role;
    snprintf(panel->title, sizeof panel->title, "%s", title);
    panel->rows = rows;
    panel->cols = cols;
    panel->planes = 1;
    panel->value = need(malloc(sizeof(double) * cells));
    for (size_t i = 0; i < cells; i++)
        panel->value[i] = NAN;
    panel->wrong = need(calloc(cells, 1));
    return panel;
}

void panels_free(struct panels *p)
{
    for (int i = 0; i < p->count; i++) {
        free(p->panel[i].value);
        free(p->panel[i].wrong);
    }
    p->count = 0;
}

const struct panel *panel_expected(const struct panels *all,
                                   const struct panel *p)
{
    if (p->role == PANEL_INPUT)
        return p;
    while (p->role != PANEL_EXPECTED && p > all->panel)
        p--;
    return p;
}

void panel_range(const struct panel *p, double *low, double *high)
{
    for (int i = 0; i < p->rows * p->cols; i++) {
        if (!isfinite(p->value[i]))
            continue;
        *low = fmin(*low, p->value[i]);
        *high = fmax(*high, p->value[i]);
    }
}

/* The mean of the values that one character stands for. */
static double sample(const struct panel *p, int i, int j, int rows, int cols)
{
    int top = i * p->rows / rows, bottom = (i + 1) * p->rows / rows;
    int left = j * p->cols / cols, right = (j + 1) * p->cols / cols;
    double sum = 0;
    int count = 0;
    for (int r = top; r < bottom || r == top; r++)
        for (int c = left; c < right || c == left; c++) {
            sum += p->value[r * p->cols + c];
            count++;
        }
    return sum / count;
}

static void print_line(FILE *f, const struct panel *p, int i, int rows,
                       int cols, double low, double high)
{
    static const char shades[] = " .:-=+*#%@";
    for (int j = 0; j < cols; j++) {
        double v = (sample(p, i, j, rows, cols) - low) / (high - low);
        int shade = isnan(v) ? '?' : shades[(int)(fmin(fmax(v, 0), 1) * 9)];
        fputc(shade, f);
    }
}

static const struct panel *first(const struct panels *p, enum panel_role role)
{
    for (int i = 0; i < p->count; i++)
        if (p->panel[i].role == role)
            return &p->panel[i];
    return NULL;
}

static void print_pair(FILE *f, const struct panel *left,
                       const struct panel *right)
{
    enum { HALF = 38, TALLEST = 24 };
    double low = INFINITY, high = -INFINITY;
    int cols = left->cols < HALF ? left->cols : HALF;
    int rows = left->rows;
    if (rows > 1) /* a character is about twice as high as wide */
        rows = cols * left->rows / left->cols / 2;
    rows = rows < 1 ? 1 : rows > TALLEST ? TALLEST : rows;
    panel_range(left, &low, &high);
    panel_range(right, &low, &high);
    if (!(low < high))
        high = low + 1;
    fprintf(f, "%-*s  %s\n", HALF, left->title, right->title);
    for (int i = 0; i < rows; i++) {
        print_line(f, left, i, rows, cols, low, high);
        fprintf(f, "%*s", HALF - cols + 2, "");
        print_line(f, right, i, rows, cols, low, high);
        fputc('\n', f);
    }
    fprintf(f, "%sfrom %.4g (blank) to %.4g (@)%s\n", ink(INK_DIM), low, high,
            ink(INK_PLAIN));
}

void panels_print(FILE *f, const struct panels *p)
{
    const struct panel *left = first(p, PANEL_EXPECTED);
    const struct panel *right = first(p, PANEL_YOURS);
    if (left != NULL && right != NULL)
        print_pair(f, left, right);
}
