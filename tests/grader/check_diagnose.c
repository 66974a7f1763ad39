/* The misconceptions of every exercise, as if each were a submission: the
 * outputs it computes are refused, named by its own id, and differ from
 * every other's. No process is started: the models write the outputs. */
#include "tests/support/suite.h"

#include "fault.h"
#include "grade.h"
#include "grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The sanitizers watch the code of each model, for which one seed will do. */
#if defined(__SANITIZE_ADDRESS__)
static const uint64_t seeds[] = {1};
#else
static const uint64_t seeds[] = {1, 20260101};
#endif
enum { SEEDS = sizeof seeds / sizeof seeds[0] };

static int is_float(const struct call *c, int cell)
{
    int element;
    return c->arg[call_arg_of_cell(c, cell, &element)].kind == ARG_OUT;
}

/* What a program with this misconception, or a right one (NULL), would have
 * sent back for one call. */
static struct called obey(const struct exercise *e,
                          const struct misconception *m, const struct call *c)
{
    struct answer *a = m == NULL ? answer_of(e->right, c, NULL)
                                 : answer_of_wrong(m->compute, m->how, c);
    struct called called = {.end = END_RETURNED};
    size_t bytes = (size_t)a->cells * sizeof *called.cell;
    called.cell = need(malloc(bytes));
    memcpy(called.cell, a->cell, bytes);
    for (int i = 0; i < a->cells; i++) {
        struct cell *y = &called.cell[i];
        if (y->state == CELL_UNKNOWN)
            *y = (struct cell){CELL_VALUE, 0, 0};
        else if (y->state == CELL_VALUE && is_float(c, i))
            y->value = (double)(float)y->value;
        y->allowed = 0;
    }
    answer_free(a);
    return called;
}

/* A finished run of the whole suite by one such program. */
static struct verdict *run_program(const struct entry *entry,
                                   const struct misconception *m, uint64_t seed)
{
    const struct exercise *e = entry->exercise;
    struct verdict *v = need(calloc(1, sizeof *v));
    v->entry = entry;
    v->seed = seed;
    v->suite = suite_new(e, seed);
    v->max = exercise_points(v->suite);
    v->trials_run = v->suite->trials;
    size_t trials = (size_t)v->trials_run;
    v->ran = need(calloc(trials, sizeof *v->ran));
    v->right = need(calloc(trials, sizeof *v->right));
    v->right_fresh = need(calloc(trials, sizeof *v->right_fresh));
    for (int i = 0; i < v->trials_run; i++) {
        const struct trial *t = &v->suite->trial[i];
        v->right[i] = answer_of(e->right, t->call, NULL);
        v->right_fresh[i] = answer_of(e->right, t->fresh, NULL);
        v->ran[i].call[CALL_FIRST] = obey(e, m, t->call);
        v->ran[i].call[CALL_FRESH] = obey(e, m, t->fresh);
        v->ran[i].call[CALL_AGAIN] = obey(e, m, t->call);
    }
    grade_compare(v);
    return v;
}

static void check_model(const struct entry *entry,
                        const struct misconception *m, uint64_t seed)
{
    struct verdict *v = run_program(entry, m, seed);
    const char *id = v->misconception != NULL ? v->misconception->id : "none";
    ck_assert_msg(v->kind != VERDICT_PASS, "%s: %s passes", entry->name, m->id);
    ck_assert_msg(strcmp(id, m->id) == 0, "%s: %s is taken for %s", entry->name,
                  m->id, id);
    verdict_free(v);
}

START_TEST(test_every_misconception_is_refused_and_named)
{
    int found = 0;
    for (int i = 0; i < catalog_size; i++) {
        const struct misconception *m = catalog[i].exercise->misconceptions;
        for (; m != NULL && m->id != NULL; m++)
            for (int s = 0; s < SEEDS; s++, found++)
                check_model(&catalog[i], m, seeds[s]);
    }
    ck_assert_int_gt(found, 0);
}
END_TEST

START_TEST(test_the_right_model_passes_everywhere)
{
    for (int i = 0; i < catalog_size; i++) {
        if (catalog[i].exercise->kind != EXERCISE_WRITE)
            continue;
        struct verdict *v = run_program(&catalog[i], NULL, 3);
        ck_assert_msg(v->kind == VERDICT_PASS, "%s: trial %d, %s",
                      catalog[i].name, v->failed_trial,
                      v->broken_law != NULL ? v->broken_law : "values");
        ck_assert_int_eq(v->points, v->max);
        verdict_free(v);
    }
}
END_TEST

/* Two outputs of two misconceptions, swapped in the middle: no model gives
 * both, so none may be named. */
START_TEST(test_a_mixture_is_not_named)
{
    for (int i = 0; i < catalog_size; i++) {
        const struct exercise *e = catalog[i].exercise;
        if (e->misconceptions == NULL || e->misconceptions[1].id == NULL)
            continue;
        struct verdict *v = run_program(&catalog[i], &e->misconceptions[0], 3);
        struct verdict *other =
            run_program(&catalog[i], &e->misconceptions[1], 3);
        for (int t = 1; t < v->trials_run; t += 2) {
            struct ran swap = v->ran[t];
            v->ran[t] = other->ran[t];
            other->ran[t] = swap;
        }
        v->points = 0;
        v->problem = PROBLEM_NONE;
        v->misconception = NULL;
        grade_compare(v);
        ck_assert_msg(v->misconception == NULL, "%s: a mixture is %s",
                      catalog[i].name, v->misconception->id);
        verdict_free(v);
        verdict_free(other);
    }
}
END_TEST

/* Four different answers to choose from, whatever the learner knows. */
START_TEST(test_the_four_predictions_differ)
{
    for (int i = 0; i < catalog_size; i++) {
        const struct exercise *e = catalog[i].exercise;
        if (e->predict_wrong[0] == NULL) {
            ck_assert_msg(e->kind == EXERCISE_BREAK, "%s predicts nothing",
                          catalog[i].name);
            continue;
        }
        struct suite *s = suite_new(e, 0);
        const struct call *c = s->trial[e->predict_case].call;
        struct answer *a[4] = {answer_of(e->right, c, NULL)};
        for (int n = 0; n < 3; n++) {
            const struct misconception *m = e->misconceptions;
            while (m->id != NULL && strcmp(m->id, e->predict_wrong[n]) != 0)
                m++;
            ck_assert_msg(m->id != NULL, "%s: no %s", catalog[i].name,
                          e->predict_wrong[n]);
            a[n + 1] = answer_of_wrong(m->compute, m->how, c);
        }
        for (int n = 0; n < 4; n++)
            for (int o = 0; o < n; o++) {
                int same = 1;
                for (int j = 0; j < a[n]->cells; j++)
                    same &= a[n]->cell[j].value == a[o]->cell[j].value;
                ck_assert_msg(!same, "%s: answers %d and %d are alike",
                              catalog[i].name, n, o);
            }
        for (int n = 0; n < 4; n++)
            answer_free(a[n]);
        suite_free(s);
    }
}
END_TEST

/* A count must not be rounded, and two numbers that differ must not look
 * alike. */
START_TEST(test_numbers_are_told_in_full)
{
    ck_assert_str_eq(number_text(2910208000.0, NAN), "2910208000");
    ck_assert_str_eq(number_text(-123456789012345680.0, NAN),
                     "-123456789012345680");
    ck_assert_str_eq(number_text(-0.0, NAN), "0");
    ck_assert_str_eq(number_text(1e30, NAN), "1e+30");
    ck_assert_str_eq(number_text(0.1, NAN), "0.1");
    ck_assert_str_eq(number_text(0.1000001, 0.1), "0.1000001");
    ck_assert_str_eq(number_text(NAN, 1), "nan");
}
END_TEST

/* Longer ones would break the board's rows at 80 columns. */
START_TEST(test_titles_and_names_fit_the_board)
{
    for (int i = 0; i < catalog_size; i++) {
        ck_assert_uint_le(strlen(catalog[i].exercise->title), 33);
        ck_assert_uint_le(strlen(catalog[i].name), 22);
    }
}
END_TEST

static void fill(void)
{
    suite_case("misconceptions");
    suite_test(test_titles_and_names_fit_the_board);
    suite_test(test_every_misconception_is_refused_and_named);
    suite_test(test_a_mixture_is_not_named);
    suite_test(test_the_right_model_passes_everywhere);
    suite_case("words");
    suite_test(test_numbers_are_told_in_full);
    suite_case("predictions");
    suite_test(test_the_four_predictions_differ);
}

int main(void)
{
    return suite_main("diagnose", fill);
}
