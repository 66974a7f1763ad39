#include "explain.h"
#include "fault.h"
#include "grid.h"
#include "term.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Of one array, at most so many planes are shown. */
enum { INDENT = 4, PLANES_MAX = 6, GRIDS_MAX = PLANES_MAX * CALL_MAX_ARGS };

/* x[b][c][i][j] */
static void add_indices(char *text, size_t size, const char *name,
                        const struct arg *a, long element)
{
    size_t used = (size_t)snprintf(text, size, "%s", name);
    long below = a->count;
    for (int r = 0; r < a->rank && used < size; r++) {
        below /= a->dim[r];
        used += (size_t)snprintf(text + used, size - used, "[%ld]",
                                 element / below % a->dim[r]);
    }
}

const char *element_name(const struct call *c, int arg, long element)
{
    static char buffer[2][80];
    static int turn;
    char *text = buffer[turn ^= 1];
    const struct arg *a = &c->arg[arg];
    const char *name = c->params[arg].name;
    bool inside = element >= 0 && element < a->count;
    if (a->kind == ARG_RETURN)
        snprintf(text, sizeof buffer[0], "the result");
    else if (arg_is_single(a) && a->rank < 2)
        snprintf(text, sizeof buffer[0], "*%s", name);
    else if (a->rank >= 2 && inside)
        add_indices(text, sizeof buffer[0], name, a, element);
    else
        snprintf(text, sizeof buffer[0], "%s[%ld]", name, element);
    return text;
}

/* "x", or "x[b][c]" for a plane of an array of more axes. */
static void plane_name(char *text, size_t size, const char *name,
                       const struct arg *a, int plane)
{
    size_t used = (size_t)snprintf(text, size, "%s", name);
    int below = arg_planes(a);
    for (int r = 0; r + 2 < a->rank && used < size; r++) {
        below /= a->dim[r];
        used += (size_t)snprintf(text + used, size - used, "[%d]",
                                 plane / below % a->dim[r]);
    }
}

/* Vectors lie on one line, matrices as they are; of more axes, one plane. */
static struct grid *grid_of(const char *name, const char *words,
                            const struct arg *a, int plane)
{
    char title[100], shown[60];
    plane_name(shown, sizeof shown, name, a, plane);
    snprintf(title, sizeof title, "%s%s", shown, words);
    return grid_new(title, arg_rows(a), arg_cols(a));
}

/* The numbers among the arguments, on as many lines as they need. */
static void print_numbers(FILE *f, const struct call *c)
{
    enum { COLUMNS = 80, BETWEEN = 3 };
    int column = 0;
    for (int i = 0; i < c->args; i++) {
        const struct arg *a = &c->arg[i];
        const char *name = c->params[i].name;
        char text[80];
        if (a->kind == ARG_INT)
            snprintf(text, sizeof text, "%s = %d", name, a->number);
        else if (a->kind == ARG_FLOAT)
            snprintf(text, sizeof text, "%s = %.9g", name, (double)a->real);
        else
            continue;
        int length = (int)strlen(text) + BETWEEN;
        if (column == 0 || column + length > COLUMNS) {
            fprintf(f, "%s%*s", column > 0 ? "\n" : "", INDENT - 2, "");
            column = INDENT - 2;
        }
        column += fprintf(f, "%*s%s", BETWEEN, "", text);
    }
    fputc('\n', f);
}

void explain_inputs(FILE *f, const struct call *c)
{
    struct grid *grids[GRIDS_MAX];
    int count = 0, left_out = 0;
    print_numbers(f, c);
    for (int i = 0; i < c->args; i++) {
        const struct arg *a = &c->arg[i];
        int planes = arg_is_input(a->kind) ? arg_planes(a) : 0;
        for (int p = 0; p < planes; p++) {
            if (p >= PLANES_MAX) {
                left_out += planes - p;
                break;
            }
            struct grid *g = grid_of(c->params[i].name, "", a, p);
            int first = p * arg_rows(a) * arg_cols(a);
            for (int j = 0; j < arg_rows(a) * arg_cols(a); j++)
                grid_set(g, j, number_text(call_at(c, i, first + j), NAN));
            grids[count++] = g;
        }
    }
    grid_print(f, grids, count, INDENT);
    if (left_out > 0)
        fprintf(f, "%*s (%d more planes of the inputs are not shown)\n", INDENT,
                "", left_out);
    for (int i = 0; i < count; i++)
        grid_free(grids[i]);
}

/* What is shown of a failed trial: its call and what should come out. */
struct shown {
    const struct verdict *v;
    const struct call *call;
    const struct answer *right;
};

static struct shown shown_of(const struct verdict *v)
{
    const struct trial *t = &v->suite->trial[v->failed_trial];
    bool fresh = v->failed_call == CALL_FRESH;
    return (struct shown){v, fresh ? t->fresh : t->call,
                          fresh ? v->right_fresh[v->failed_trial]
                                : v->right[v->failed_trial]};
}

static struct cell seen_of(const struct shown *s, int cell)
{
    return verdict_seen(s->v, s->v->failed_trial, s->v->failed_call, cell);
}

/* One plane of an output, as it should be and as it is. Returns whether any
 * of it is wrong; only then, or if always is set, it is printed. */
static bool print_plane(FILE *f, const struct shown *s, int arg, int plane,
                        bool always)
{
    const char *name = s->call->params[arg].name;
    const struct arg *a = &s->call->arg[arg];
    int count = arg_rows(a) * arg_cols(a);
    bool wrong = false;
    struct grid *want = grid_of(name, ", expected", a, plane);
    struct grid *have = grid_of(name, ", yours", a, plane);
    for (int i = 0; i < count; i++) {
        int cell = call_cell_of(s->call, arg, plane * count + i);
        struct cell seen = seen_of(s, cell);
        double expected = s->right->cell[cell].value;
        bool agrees = answer_agrees(&s->right->cell[cell], &seen);
        grid_set(want, i, number_text(expected, agrees ? NAN : seen.value));
        grid_set(have, i, cell_text(seen, agrees ? NAN : expected));
        if (!agrees) {
            grid_mark(have, i);
            wrong = true;
        }
    }
    if (wrong || always)
        grid_print(f, (struct grid *[]){want, have}, 2, INDENT);
    grid_free(want);
    grid_free(have);
    return wrong;
}

/* Of many planes, those that are wrong. */
static void print_output(FILE *f, const struct shown *s, int arg)
{
    int planes = arg_planes(&s->call->arg[arg]), right = 0, wrong = 0;
    for (int p = 0; p < planes && wrong < PLANES_MAX; p++)
        if (print_plane(f, s, arg, p, planes == 1))
            wrong++;
        else
            right++;
    if (planes > 1 && right > 0)
        fprintf(f, "%*s %d plane%s of %s %s right.\n", INDENT, "", right,
                right == 1 ? "" : "s", s->call->params[arg].name,
                right == 1 ? "is" : "are");
}

/* The longest name, or the longest number expected, of the single outputs. */
static int single_width(const struct shown *s, bool of_names)
{
    int width = 0;
    for (int i = 0; i < s->call->args; i++) {
        if (!arg_is_single(&s->call->arg[i]))
            continue;
        int cell = call_cell_of(s->call, i, 0);
        int length = (int)strlen(
            of_names ? element_name(s->call, i, 0)
                     : number_text(s->right->cell[cell].value, NAN));
        width = length > width ? length : width;
    }
    return width;
}

/* A single int is a line: "*row   expected 0   yours [4]". The widths come
 * first: they use the same buffers as the texts. */
static void print_single(FILE *f, const struct shown *s, int arg)
{
    int cell = call_cell_of(s->call, arg, 0);
    const struct cell *want = &s->right->cell[cell];
    struct cell seen = seen_of(s, cell);
    bool wrong = !answer_agrees(want, &seen);
    int names = single_width(s, true), numbers = single_width(s, false);
    fprintf(f, "%*s %-*s   expected %-*s   yours %s%s%s%s%s\n", INDENT, "",
            names, element_name(s->call, arg, 0), numbers,
            number_text(want->value, NAN), wrong ? ink(INK_BAD) : "",
            wrong ? "[" : "", cell_text(seen, want->value), wrong ? "]" : "",
            wrong ? ink(INK_PLAIN) : "");
}

static void print_outputs(FILE *f, const struct shown *s)
{
    for (int i = 0; i < s->call->args; i++) {
        const struct arg *a = &s->call->arg[i];
        if (arg_is_single(a))
            print_single(f, s, i);
        else if (arg_is_output(a->kind))
            print_output(f, s, i);
    }
}

/* The terms as the rows of the kernel they came from. */
static int row_length(const struct call *c, const struct trace *t)
{
    const struct arg *k = &c->arg[t->tap[0].k];
    int cols = k->rank >= 2 ? k->dim[k->rank - 1] : t->taps;
    return t->taps % cols == 0 ? cols : t->taps;
}

static double tap_x(const struct call *c, struct tap tap)
{
    return tap.xi == PADDING ? 0.0 : call_at(c, tap.x, tap.xi);
}

static void print_terms(FILE *f, const struct call *c, const struct trace *t)
{
    int cols = row_length(c, t), rows = t->taps / cols;
    char title[40];
    snprintf(title, sizeof title, "from %s", c->params[t->tap[0].x].name);
    struct grid *window = grid_new(title, rows, cols);
    snprintf(title, sizeof title, "times %s", c->params[t->tap[0].k].name);
    struct grid *kernel = grid_new(title, rows, cols);
    struct grid *product = grid_new("products", rows, cols);
    for (int i = 0; i < t->taps; i++) {
        struct tap tap = t->tap[i];
        double x = tap_x(c, tap), k = call_at(c, tap.k, tap.ki);
        grid_set(window, i, tap.xi == PADDING ? "." : number_text(x, NAN));
        grid_set(kernel, i, number_text(k, NAN));
        grid_set(product, i, number_text(x * k, NAN));
    }
    grid_print(f, (struct grid *[]){window, kernel, product}, 3, INDENT);
    grid_free(window);
    grid_free(kernel);
    grid_free(product);
}

/* " + bias[1] (3)": what was added to the products. */
static size_t print_added(char *to, size_t room, const struct call *c,
                          const struct trace *t)
{
    const struct arg *a = &c->arg[t->add];
    bool is_float = a->kind == ARG_FLOAT;
    const char *name =
        is_float ? c->params[t->add].name : element_name(c, t->add, t->element);
    double value = is_float ? (double)a->real : call_at(c, t->add, t->element);
    return (size_t)snprintf(to, room, " + %s (%s)", name,
                            number_text(value, NAN));
}

/* "1*10 + 2*20 + 4*30 + 5*40 = 370", for sums of at most nine terms. */
static void print_sum(FILE *f, const struct call *c, const struct trace *t,
                      double sum)
{
    enum { SHORT_SUM = 9 };
    char line[SHORT_SUM * 48 + 160] = "";
    size_t used = 0;
    for (int i = 0; i < t->taps && t->taps <= SHORT_SUM; i++) {
        double x = tap_x(c, t->tap[i]);
        double k = call_at(c, t->tap[i].k, t->tap[i].ki);
        used += (size_t)snprintf(line + used, sizeof line - used,
                                 x < 0 && k < 0 ? "%s(%s)*(%s)"
                                 : x < 0        ? "%s(%s)*%s"
                                 : k < 0        ? "%s%s*(%s)"
                                                : "%s%s*%s",
                                 i == 0 ? "" : " + ", number_text(x, NAN),
                                 number_text(k, NAN));
    }
    if (used == 0)
        used += (size_t)snprintf(line, sizeof line, "sum of the products");
    if (t->adds == 1)
        used += print_added(line + used, sizeof line - used, c, t);
    snprintf(line + used, sizeof line - used, " = %s", number_text(sum, NAN));
    term_wrap(f, line, INDENT + 1, 0);
}

/* Variables that the learner did not set hold bytes 0xfe (see compile.c),
 * which as a float or an int is a number nobody computes. */
static bool is_never_set(double value)
{
    uint32_t bits = 0xfefefefeu;
    float real;
    int32_t number;
    memcpy(&real, &bits, sizeof real);
    memcpy(&number, &bits, sizeof number);
    return value == (double)real || value == (double)number;
}

/* Whether any output was added to without being set first. */
static bool adds_to_old(const struct shown *s)
{
    for (int i = 0; i < s->right->cells; i++)
        if (seen_of(s, i).state == CELL_STALE)
            return true;
    return false;
}

static const char *strange(double value)
{
    if (isnan(value))
        return "nan (not a number) comes from 0/0, from the root of a"
               " negative number, or from reading beside an array.";
    if (isinf(value) && value < 0)
        return "-inf comes from a largest number that begins with it and is"
               " compared with nothing, from a division by 0, or from a number"
               " too large for a float.";
    if (isinf(value))
        return "inf comes from a division by 0, or from a number too large"
               " for a float.";
    if (is_never_set(value))
        return "That number is what a variable holds here before anything is"
               " put into it: is one used before it is set?";
    return NULL;
}

static void print_difference(FILE *f, const struct shown *s, int arg,
                             int element)
{
    const struct cell *want = &s->right->cell[s->v->failed_cell];
    struct cell seen = seen_of(s, s->v->failed_cell);
    const char *name = element_name(s->call, arg, element);
    fprintf(f, "\n  First difference: %s%s%s ", ink(INK_STRONG), name,
            ink(INK_PLAIN));
    if (seen.state == CELL_UNWRITTEN && adds_to_old(s)) {
        fprintf(f,
                "should be %s; it still holds what was in it\n"
                "  before the call.\n",
                number_text(want->value, NAN));
    } else if (seen.state == CELL_UNWRITTEN) {
        fprintf(f, "should be %s; it was never written (--).\n",
                number_text(want->value, NAN));
    } else if (seen.state == CELL_STALE) {
        fprintf(f,
                "should be %s; something was added to what\n"
                "  happened to be in it (shown as ?+): set it first.\n",
                number_text(want->value, NAN));
    } else {
        const char *should = number_text(want->value, seen.value);
        fprintf(f, "should be %s, yours is %s.\n", should,
                number_text(seen.value, want->value));
        if (strange(seen.value) != NULL)
            term_wrap(f, strange(seen.value), 2, 0);
        if (want->allowed > 0 &&
            s->v->suite->trial[s->v->failed_trial].stage == STAGE_REALS)
            fprintf(f,
                    "  Rounding allows an error of %.2g here; yours is"
                    " %.2g.\n",
                    want->allowed, fabs(seen.value - want->value));
    }
}

/* What the exercise itself has to say about the first wrong output. */
static void print_working(FILE *f, const struct shown *s)
{
    const struct exercise *e = s->v->entry->exercise;
    if (e->working == NULL)
        return;
    struct cell *seen = need(malloc((size_t)s->right->cells * sizeof *seen));
    for (int i = 0; i < s->right->cells; i++)
        seen[i] = seen_of(s, i);
    fputc('\n', f);
    e->working(f, s->call, seen, s->v->failed_cell);
    free(seen);
}

void explain_values(FILE *f, const struct verdict *v)
{
    struct shown s = shown_of(v);
    struct trace trace = {.cell = v->failed_cell};
    int element, arg = call_arg_of_cell(s.call, v->failed_cell, &element);
    fputc('\n', f);
    explain_inputs(f, s.call);
    fputc('\n', f);
    print_outputs(f, &s);
    print_difference(f, &s, arg, element);
    answer_free(answer_of(v->entry->exercise->right, s.call, &trace));
    if (trace.taps > 0 && trace.taps < TRACE_MAX) {
        fputc('\n', f);
        print_terms(f, s.call, &trace);
        print_sum(f, s.call, &trace, s.right->cell[v->failed_cell].value);
    }
    print_working(f, &s);
}
