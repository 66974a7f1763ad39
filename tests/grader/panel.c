#include "panel.h"

#include "fault.h"
#include "files.h"
#include "process.h"
#include "term.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

struct panel *panel_add(struct panels *p, const char *title, int rows, int cols)
{
    assert(p->count < PANELS_MAX);
    struct panel *panel = &p->panel[p->count++];
    size_t cells = (size_t)rows * (size_t)cols;
    memset(panel, 0, sizeof *panel);
    snprintf(panel->title, sizeof panel->title, "%s", title);
    panel->rows = rows;
    panel->cols = cols;
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

static void range(const struct panel *p, double *low, double *high)
{
    for (int i = 0; i < p->rows * p->cols; i++) {
        if (!isfinite(p->value[i]))
            continue;
        *low = fmin(*low, p->value[i]);
        *high = fmax(*high, p->value[i]);
    }
}

/* The values between which black and white lie for this panel. */
static void scale(const struct panels *all, const struct panel *p, double *low,
                  double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (int i = 0; i < all->count; i++)
        if (!p->own_scale && !all->panel[i].own_scale)
            range(&all->panel[i], low, high);
    if (p->own_scale)
        range(p, low, high);
    if (!(*low < *high)) {
        *low = isfinite(*low) ? *low - 1 : 0;
        *high = *low + 2;
    }
}

/* Columns: column row value wrong, a blank line after each row. */
static bool write_columns(const struct panel *p, const char *path)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    for (int i = 0; i < p->rows; i++) {
        for (int j = 0; j < p->cols; j++) {
            int at = i * p->cols + j;
            fprintf(f, "%d %d %.9g %d\n", j, i, p->value[at], p->wrong[at]);
        }
        fputc('\n', f);
    }
    fclose(f);
    bool good = file_write(path, text, size);
    free(text);
    return good;
}

/* One panel in gnuplot's words: its numbers, then the drawing by name. */
static void write_plot(FILE *f, const struct panels *all, const struct panel *p,
                       const char *data)
{
    double low, high;
    scale(all, p, &low, &high);
    fprintf(f, "data = '%s'\nname = '%s'\nrows = %d\ncols = %d\n", data,
            p->title, p->rows, p->cols);
    fprintf(f, "low = %.9g\nhigh = %.9g\nnumbers = %d\n", low, high,
            p->numbers);
    fprintf(f, "frame_row = %d\nframe_col = %d\nframe_rows = %d\n",
            p->frame_row, p->frame_col, p->frame_rows);
    fprintf(f, "frame_cols = %d\nframe_wrong = %d\n", p->frame_cols,
            p->frame_wrong);
    fprintf(f, "load '%s'\n",
            p->rows == 1 ? "tests/grader/curve.gp" : "tests/grader/image.gp");
}

static char *write_script(const struct panels *p, const char *name,
                          const char *out)
{
    char path[300], *text;
    size_t size;
    int across = p->count < 3 ? p->count : 3;
    int down = (p->count + across - 1) / across;
    FILE *f = need(open_memstream(&text, &size));
    fprintf(f, "set terminal pngcairo size %d,%d font 'sans,10'\n",
            380 * across, 290 * down + 20);
    fprintf(f, "set output '%s'\nset multiplot layout %d,%d\n", out, down,
            across);
    for (int i = 0; i < p->count; i++) {
        snprintf(path, sizeof path, "build/pictures/%s/%d.dat", name, i);
        if (!write_columns(&p->panel[i], path))
            grader_fault("cannot write %s", path);
        write_plot(f, p, &p->panel[i], path);
    }
    fprintf(f, "unset multiplot\n");
    fclose(f);
    return text;
}

bool panels_draw(const struct panels *p, const char *name, const char *path,
                 char *why, int size)
{
    char script[300], partial[600], variable[4096];
    snprintf(script, sizeof script, "build/pictures/%s/all.gp", name);
    snprintf(partial, sizeof partial, "%s.part", path);
    char *text = write_script(p, name, partial);
    bool written = file_write(script, text, strlen(text));
    free(text);
    if (!written)
        grader_fault("cannot write %s", script);
    snprintf(variable, sizeof variable, "PATH=%s", getenv("PATH"));
    const char *gnuplot = getenv("GNUPLOT"); /* another one, by its path */
    const char *const argv[] = {gnuplot != NULL ? gnuplot : "gnuplot", script,
                                NULL};
    const char *const env[] = {variable, "LC_ALL=C", NULL};
    struct job job = {.argv = argv,
                      .env = env,
                      .seconds = 30,
                      .file_bytes = 64 << 20,
                      .text_limit = 2000};
    struct job_end end = job_run(&job);
    int status = WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -1;
    bool good = status == 0 && rename(partial, path) == 0;
    if (status == 127)
        snprintf(why, (size_t)size, "gnuplot is not installed (make doctor)");
    else if (!good)
        snprintf(why, (size_t)size, "gnuplot could not draw %s: %.200s", path,
                 end.text);
    if (!good)
        remove(partial);
    job_end_free(&end);
    return good;
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

void panels_print(FILE *f, const struct panel *left, const struct panel *right)
{
    enum { HALF = 38, TALLEST = 24 };
    double low = INFINITY, high = -INFINITY;
    int cols = left->cols < HALF ? left->cols : HALF;
    int rows = left->rows;
    if (rows > 1) /* a character is about twice as high as wide */
        rows = cols * left->rows / left->cols / 2;
    rows = rows < 1 ? 1 : rows > TALLEST ? TALLEST : rows;
    range(left, &low, &high);
    range(right, &low, &high);
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
