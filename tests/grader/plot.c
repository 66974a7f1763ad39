/* Panels drawn by gnuplot: where each stands in the picture, its scale, and
 * the files of columns that image.gp and curve.gp draw. */
#include "fault.h"
#include "files.h"
#include "panel.h"
#include "process.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Sizes in pixels: the room for the drawing in a panel, more of it for planes
 * one below the other, and what is left free around it for its title, tics
 * and colours. */
enum { WIDE = 384, HIGH = 256, HIGHEST = 576, LOW = 170 };
enum { LEFT = 52, RIGHT = 78, ABOVE = 38, BELOW = 30, HEAD = 30 };

struct rectangle {
    double left, top, width, height;
};

/* ---- where things stand -------------------------------------------------- */

/* The rows that are seen: the three planes of a picture in colour lie on each
 * other. */
static int rows_seen(const struct panel *p)
{
    return p->colour ? p->rows / p->planes : p->rows;
}

/* How many pixels an element of an image has on each side: a whole number
 * unless there is no room for that. */
static double magnified(const struct panel *p)
{
    int rows = rows_seen(p);
    int high = p->planes > 1 && rows > 64 ? HIGHEST : HIGH;
    double most = fmin((double)WIDE / p->cols, (double)high / rows);
    return most > 1 ? floor(most) : most;
}

static struct rectangle size_of(const struct panel *p)
{
    double s = magnified(p);
    if (p->rows == 1)
        return (struct rectangle){.width = WIDE, .height = LOW};
    return (struct rectangle){.width = s * p->cols, .height = s * rows_seen(p)};
}

/* Puts the panels into lines, one below the other; columns are as wide as
 * the widest drawing in them. Returns the size of the whole picture. */
static struct rectangle arrange(const struct panels *all, struct rectangle *at)
{
    struct rectangle whole = {.height = HEAD};
    double wide[PANELS_MAX] = {0};
    int column[PANELS_MAX];
    for (int i = 0; i < all->count; i++) {
        column[i] = i == 0 || all->panel[i].begins_line ? 0 : column[i - 1] + 1;
        at[i] = size_of(&all->panel[i]);
        wide[column[i]] = fmax(wide[column[i]], at[i].width);
    }
    double left = 0, top = HEAD;
    for (int i = 0; i < all->count; i++) {
        if (column[i] == 0) {
            left = 0;
            top = whole.height;
        }
        at[i].left = left + LEFT;
        at[i].top = top + ABOVE;
        left += LEFT + wide[column[i]] + RIGHT;
        whole.width = fmax(whole.width, left);
        whole.height = fmax(whole.height, at[i].top + at[i].height + BELOW);
    }
    return whole;
}

/* ---- scales -------------------------------------------------------------- */

/* Curves that are seen beside each other have one axis, with 0 on it. */
static void axis(const struct panels *all, const struct panel *p, double *low,
                 double *high)
{
    *low = *high = 0;
    for (int i = 0; i < all->count; i++)
        if (panel_expected(all, &all->panel[i]) == panel_expected(all, p))
            panel_range(&all->panel[i], low, high);
}

/* Yours has the greys of what is expected, so that what lies beyond is black
 * or white. Differences have 0 in the middle and the same numbers at the
 * ends, so that a small one is pale; only a larger one widens the scale. */
static void colours(const struct panels *all, const struct panel *p,
                    double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    if (p->role == PANEL_DIFFERENCE) {
        panel_range(p, low, high);
        panel_range(panel_expected(all, p), low, high);
        *high = fmax(fabs(*low), fabs(*high));
        *low = -*high;
    } else {
        panel_range(panel_expected(all, p), low, high);
    }
}

static void scale(const struct panels *all, const struct panel *p, double *low,
                  double *high)
{
    if (p->rows == 1)
        axis(all, p, low, high);
    else
        colours(all, p, low, high);
    if (!isfinite(*low) || !isfinite(*high))
        *low = *high = 0;
    if (*low == *high) {
        *low -= 1;
        *high += 1;
    }
}

/* ---- columns ------------------------------------------------------------- */

/* Takes the text over. */
static bool write_file(const char *path, char *text, size_t size)
{
    bool good = file_write(path, text, size);
    free(text);
    return good;
}

/* Columns: column row red green blue. */
static bool write_colours(const struct panel *p, const char *path)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    int plane = rows_seen(p) * p->cols;
    for (int i = 0; i < plane; i++)
        fprintf(f, "%d %d %g %g %g\n", i % p->cols, i / p->cols, p->value[i],
                p->value[plane + i], p->value[2 * plane + i]);
    fclose(f);
    return write_file(path, text, size);
}

/* Columns: column row value wrong, a blank line after each row. */
static bool write_values(const struct panel *p, const char *path)
{
    char *text;
    size_t size;
    FILE *f = need(open_memstream(&text, &size));
    for (int i = 0; i < p->rows; i++) {
        for (int j = 0; j < p->cols; j++) {
            int at = i * p->cols + j;
            double value = isinf(p->value[at]) ? copysign(1e300, p->value[at])
                                               : p->value[at];
            fprintf(f, "%d %d %.9g %d\n", j, i, value, p->wrong[at]);
        }
        fputc('\n', f);
    }
    fclose(f);
    return write_file(path, text, size);
}

static bool is_wrong(const struct panel *p, int i, int j)
{
    return i >= 0 && i < p->rows && j >= 0 && j < p->cols &&
           p->wrong[i * p->cols + j];
}

/* Columns: from x, y, by x, y: the lines between wrong elements and others.
 * Returns how many there are, -1 when they could not be written. */
static int write_outline(const struct panel *p, const char *path)
{
    char *text;
    size_t size;
    int lines = 0;
    FILE *f = need(open_memstream(&text, &size));
    for (int i = 0; i <= p->rows; i++)
        for (int j = 0; j <= p->cols; j++) {
            if (is_wrong(p, i, j) != is_wrong(p, i - 1, j))
                lines += fprintf(f, "%g %g 1 0\n", j - 0.5, i - 0.5) > 0;
            if (is_wrong(p, i, j) != is_wrong(p, i, j - 1))
                lines += fprintf(f, "%g %g 0 1\n", j - 0.5, i - 0.5) > 0;
        }
    fclose(f);
    return write_file(path, text, size) ? lines : -1;
}

/* ---- the script ---------------------------------------------------------- */

/* Whether all values can be written into the elements of an image, and how:
 * so many digits, in so many points. */
static bool numbers_fit(const struct panel *p, int digits, int points)
{
    double room = magnified(p), letter = points * 0.72;
    char text[40];
    for (int i = 0; i < p->rows * p->cols; i++) {
        int length = snprintf(text, sizeof text, "%.*g", digits, p->value[i]);
        if ((length + 1) * letter > room)
            return false;
    }
    return 2 * points <= room;
}

static void write_numbers(FILE *f, const struct panel *p)
{
    for (int points = 10; points >= 7; points--)
        for (int digits = 4; digits >= 2; digits--)
            if (p->rows > 1 && !p->colour && numbers_fit(p, digits, points)) {
                fprintf(f, "numbers = '%%.%dg'\npoints = %d\n", digits, points);
                return;
            }
    fprintf(f, "numbers = ''\npoints = 0\n");
}

/* The planes of a panel and their names, as verdicts write them. */
static void write_planes(FILE *f, const struct panel *p)
{
    enum { MOST = 16 }; /* names that have room */
    double high = (double)p->rows / p->planes;
    fprintf(f, "planes = %d\ncolour = %d\nnames = \"",
            p->colour ? 1 : p->planes, p->colour);
    for (int i = 0; i < p->planes && p->planes <= MOST; i++) {
        fprintf(f, i > 0 ? ", '" : "'");
        if (p->inner > 0)
            fprintf(f, "[%d][%d]", i / p->inner, i % p->inner);
        else
            fprintf(f, "[%d]", i);
        fprintf(f, "' %g", (i + 0.5) * high - 0.5);
    }
    fprintf(f, "\"\n");
}

static void write_place(FILE *f, struct rectangle whole, struct rectangle at)
{
    fprintf(f, "set lmargin at screen %.6f\n", at.left / whole.width);
    fprintf(f, "set rmargin at screen %.6f\n",
            (at.left + at.width) / whole.width);
    fprintf(f, "set tmargin at screen %.6f\n", 1 - at.top / whole.height);
    fprintf(f, "set bmargin at screen %.6f\n",
            1 - (at.top + at.height) / whole.height);
}

/* One panel in gnuplot's words: its numbers, then the drawing by name. */
static bool write_panel(FILE *f, const struct panels *all,
                        const struct panel *p, const char *path)
{
    char values[320], outline[320];
    double low, high;
    scale(all, p, &low, &high);
    snprintf(values, sizeof values, "%s.values", path);
    snprintf(outline, sizeof outline, "%s.outline", path);
    int lines = write_outline(p, outline);
    bool good =
        lines >= 0 && (p->colour ? write_colours : write_values)(p, values);
    write_planes(f, p);
    fprintf(f, "values = '%s'\noutline = '%s'\nlines = %d\n", values, outline,
            lines);
    fprintf(f, "name = '%s'\nrows = %d\ncols = %d\ndifference = %d\n", p->title,
            rows_seen(p), p->cols, p->role == PANEL_DIFFERENCE);
    fprintf(f, "low = %.9g\nhigh = %.9g\npixels = %g\n", low, high,
            magnified(p));
    write_numbers(f, p);
    fprintf(f, "frame_row = %d\nframe_col = %d\nframe_rows = %d\n",
            p->frame_row, p->frame_col, p->frame_rows);
    fprintf(f, "frame_cols = %d\nframe_wrong = %d\n", p->frame_cols,
            p->frame_wrong);
    fprintf(f, "load '%s'\n",
            p->rows == 1 ? "tests/grader/curve.gp" : "tests/grader/image.gp");
    return good;
}

static bool write_script(const struct panels *all, const char *folder,
                         const char *script, const char *out)
{
    char path[300], *text;
    size_t size;
    struct rectangle at[PANELS_MAX], whole = arrange(all, at);
    FILE *f = need(open_memstream(&text, &size));
    fprintf(f,
            "set terminal pngcairo noenhanced size %.0f,%.0f font 'sans,10'\n",
            whole.width, whole.height);
    fprintf(f, "set output '%s'\nset multiplot\n", out);
    fprintf(f,
            "set label 1 '%s' at screen 0.5, screen %.6f center front"
            " font ',12'\n",
            all->title, 1 - HEAD * 0.6 / whole.height);
    bool good = true;
    for (int i = 0; i < all->count; i++) {
        snprintf(path, sizeof path, "%s/%d", folder, i);
        write_place(f, whole, at[i]);
        good = write_panel(f, all, &all->panel[i], path) && good;
        fprintf(f, "unset label 1\n");
    }
    fprintf(f, "unset multiplot\n");
    fclose(f);
    return write_file(script, text, size) && good;
}

/* Everything that was made on the way to a picture. */
static void remove_scratch(const struct panels *p, const char *folder)
{
    char path[320];
    snprintf(path, sizeof path, "%s/all.gp", folder);
    remove(path);
    for (int i = 0; i < p->count; i++) {
        snprintf(path, sizeof path, "%s/%d.values", folder, i);
        remove(path);
        snprintf(path, sizeof path, "%s/%d.outline", folder, i);
        remove(path);
    }
    rmdir(folder);
}

/* Runs gnuplot; false and why when it is not there or fails. */
static bool run_gnuplot(const char *script, char *why, int size)
{
    char variable[4096];
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
    if (status == 127)
        snprintf(why, (size_t)size, "gnuplot is not installed (make doctor)");
    else if (status != 0)
        snprintf(why, (size_t)size, "gnuplot failed: %.200s", end.text);
    job_end_free(&end);
    return status == 0;
}

/* A folder of our own, for one picture. */
static bool make_scratch(char *folder, size_t size)
{
    const char *tmp = getenv("TMPDIR");
    bool usable = tmp != NULL && tmp[0] == '/' && strchr(tmp, '\'') == NULL &&
                  strlen(tmp) < size / 2;
    snprintf(folder, size, "%s/convlings-picture.XXXXXX",
             usable ? tmp : "/tmp");
    return mkdtemp(folder) != NULL;
}

/* gnuplot reads and writes in a folder of ours only: the caller's path may
 * hold whatever a path can, and gnuplot would take it for a command. */
bool panels_draw(const struct panels *p, const char *name, const char *path,
                 char *why, int size)
{
    char folder[200], script[300], picture[300];
    bool good = true;
    errno = 0;
    if (name != NULL)
        snprintf(folder, sizeof folder, "build/pictures/%s", name);
    else
        good = make_scratch(folder, sizeof folder);
    snprintf(script, sizeof script, "%s/all.gp", folder);
    snprintf(picture, sizeof picture, "%s/picture.png", folder);
    good = good && write_script(p, folder, script, picture);
    if (!good)
        snprintf(why, (size_t)size, "%s: %s", folder, strerror(errno));
    else
        good = run_gnuplot(script, why, size);
    if (good && !file_copy(picture, path)) {
        snprintf(why, (size_t)size, "%s: %s", path, strerror(errno));
        good = false;
    }
    remove(picture);
    if (name == NULL)
        remove_scratch(p, folder);
    return good;
}
