#include "grade.h"

#include "diagnose.h"
#include "fault.h"
#include "files.h"
#include "process.h"
#include "sanitized.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *words;
} kinds[] = {
    [VERDICT_PASS] = {"pass", "right"},
    [VERDICT_WRONG_ANSWER] = {"wrong_answer", "wrong answer"},
    [VERDICT_NOT_STARTED] = {"not_started", "not started"},
    [VERDICT_COMPILE_ERROR] = {"compile_error", "does not compile"},
    [VERDICT_CRASH] = {"crash", "crashed"},
    [VERDICT_MEMORY_ERROR] = {"memory_error", "outside its memory"},
    [VERDICT_TIMEOUT] = {"timeout", "never finished"},
    [VERDICT_OUTPUT_LIMIT] = {"output_limit", "printed too much"},
    [VERDICT_OUT_OF_MEMORY] = {"out_of_memory", "took too much memory"},
    [VERDICT_FORBIDDEN] = {"forbidden", "not allowed"},
    [VERDICT_LEAK] = {"leak", "memory not freed"},
};

static const struct {
    const char *name;
    int points;
} stages[STAGE_COUNT] = {
    [STAGE_LESSON] = {"lesson", 1},     [STAGE_EDGES] = {"edges", 2},
    [STAGE_INTEGERS] = {"integers", 3}, [STAGE_REALS] = {"reals", 2},
    [STAGE_PROPERTIES] = {"laws", 1},   [STAGE_MANNERS] = {"manners", 1},
};

const char *verdict_kind_name(enum verdict_kind kind)
{
    return kinds[kind].name;
}

const char *verdict_kind_words(enum verdict_kind kind)
{
    return kinds[kind].words;
}

int stage_points(enum stage stage)
{
    return stages[stage].points;
}

const char *stage_name(enum stage stage)
{
    return stages[stage].name;
}

/* Whether the suite has cases of a stage; manners are checked on all. */
static bool has_stage(const struct suite *s, enum stage stage)
{
    for (int i = 0; i < s->trials; i++)
        if (s->trial[i].stage == stage)
            return true;
    return stage == STAGE_MANNERS;
}

int exercise_points(const struct suite *s)
{
    int points = 0;
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        if (has_stage(s, (enum stage)stage))
            points += stages[stage].points;
    return points;
}

struct cell verdict_seen(const struct verdict *v, int trial, int call, int cell)
{
    const struct ran *r = &v->ran[trial];
    if (call == CALL_FIRST && r->call[CALL_AGAIN].end == END_RETURNED)
        return worker_cell(r, cell);
    return r->call[call].cell[cell];
}

/* The reference library and the loops must agree before anybody is judged
 * by them: two independent ways to the same numbers. */
static struct answer *truth(const struct exercise *e, const struct call *c)
{
    struct answer *a = answer_of(e->right, c, NULL);
    struct answer *b = answer_of(e->reference, c, NULL);
    for (int i = 0; i < a->cells; i++)
        if (!answer_agrees(&a->cell[i], &b->cell[i]))
            grader_fault("cell %d: the check says %.9g, the reference %.9g", i,
                         a->cell[i].value, b->cell[i].value);
    answer_free(b);
    return a;
}

static void fail(struct verdict *v, enum problem problem, int trial, int call,
                 int cell)
{
    v->problem = problem;
    v->failed_trial = trial;
    v->failed_call = call;
    v->failed_cell = cell;
}

/* Every call of the trial returned, with every cell right? */
static bool trial_is_right(struct verdict *v, int trial)
{
    const struct ran *r = &v->ran[trial];
    for (int call = 0; call < CALLS_PER_TRIAL; call++)
        if (r->call[call].end != END_RETURNED) {
            fail(v, PROBLEM_ENDED, trial, call, 0);
            return false;
        }
    for (int call = 0; call < CALL_AGAIN; call++) {
        const struct answer *said =
            call == CALL_FIRST ? v->right[trial] : v->right_fresh[trial];
        for (int i = 0; i < said->cells; i++) {
            struct cell seen = verdict_seen(v, trial, call, i);
            if (answer_agrees(&said->cell[i], &seen))
                continue;
            fail(v, PROBLEM_VALUES, trial, call, i);
            return false;
        }
    }
    return true;
}

/* The law that the group of trials ending here obeys, if there is one. */
static bool law_holds(struct verdict *v, int trial)
{
    enum { GROUP_MAX = 8 };
    const struct trial *t = &v->suite->trial[trial];
    const struct call *calls[GROUP_MAX];
    double *values[GROUP_MAX];
    if (t->law == NULL)
        return true;
    for (int i = 0; i < t->law_calls; i++) {
        int at = trial - t->law_calls + 1 + i;
        int cells = v->right[at]->cells;
        calls[i] = v->suite->trial[at].call;
        values[i] = need(malloc(sizeof(double) * (size_t)cells));
        for (int j = 0; j < cells; j++)
            values[i][j] = v->ran[at].call[CALL_FIRST].cell[j].value;
    }
    v->broken_law = t->law(calls, values);
    for (int i = 0; i < t->law_calls; i++)
        free(values[i]);
    if (v->broken_law != NULL)
        fail(v, PROBLEM_LAW, trial, CALL_FIRST, 0);
    return v->broken_law == NULL;
}

static bool has_spilled(const struct called *called)
{
    return called->spill_count > 0 || called->fault_place == PLACE_BLOCK;
}

/* Memory that is kept for the next call (static float *buffer) is no leak: a
 * later call of the same sizes does not take it again. What is lost in each
 * call is, and so it is asked of the later calls only. */
static bool frees_its_memory(struct verdict *v, int trial)
{
    for (int call = CALL_FRESH; call < CALLS_PER_TRIAL; call++)
        if (v->ran[trial].call[call].leaked_blocks > 0) {
            fail(v, PROBLEM_LEAK, trial, call, 0);
            return false;
        }
    return true;
}

/* Nothing beside the outputs changed, and the same input gives the same
 * output wherever the arrays lie and whatever was in them before. */
static bool manners_are_good(struct verdict *v, int trial)
{
    const struct ran *r = &v->ran[trial];
    for (int call = 0; call < CALLS_PER_TRIAL; call++)
        if (has_spilled(&r->call[call])) {
            fail(v, PROBLEM_SPILL, trial, call, 0);
            return false;
        }
    for (int i = 0; i < v->right[trial]->cells; i++) {
        const struct cell *again = &r->call[CALL_AGAIN].cell[i];
        if (!answer_agrees(&v->right[trial]->cell[i], again)) {
            fail(v, PROBLEM_MEMORY, trial, CALL_AGAIN, i);
            return false;
        }
    }
    return true;
}

/* Walks through the stages; true when everything is right. */
static bool walk(struct verdict *v)
{
    enum stage stage = STAGE_LESSON;
    for (int i = 0; i < v->trials_run; i++) {
        for (; stage < v->suite->trial[i].stage; stage++)
            if (has_stage(v->suite, stage))
                v->points += stages[stage].points;
        if (!trial_is_right(v, i) || !law_holds(v, i))
            return false;
    }
    for (; stage < STAGE_MANNERS; stage++)
        if (has_stage(v->suite, stage))
            v->points += stages[stage].points;
    for (int i = 0; i < v->trials_run; i++)
        if (!manners_are_good(v, i))
            return false;
    for (int i = 0; i < v->trials_run; i++)
        if (!frees_its_memory(v, i))
            return false;
    v->points = v->max;
    return true;
}

static enum verdict_kind kind_of_end(const struct called *called)
{
    bool memory = called->fault_arg >= 0 || called->fault_place >= PLACE_BLOCK;
    switch (called->end) {
    case END_FAULT:
        return memory ? VERDICT_MEMORY_ERROR : VERDICT_CRASH;
    case END_TIMEOUT:
        return VERDICT_TIMEOUT;
    case END_FLOODED:
        return VERDICT_OUTPUT_LIMIT;
    case END_NO_MEMORY:
        return VERDICT_OUT_OF_MEMORY;
    case END_FORBIDDEN:
        return VERDICT_FORBIDDEN;
    default:
        return VERDICT_CRASH;
    }
}

void grade_compare(struct verdict *v)
{
    if (v->trials_run == v->suite->trials && walk(v)) {
        v->kind = VERDICT_PASS;
        return;
    }
    if (v->problem == PROBLEM_NONE)
        walk(v); /* stopped early: the last trial run is the one that failed */
    const struct called *called = &v->ran[v->failed_trial].call[v->failed_call];
    v->kind = VERDICT_WRONG_ANSWER;
    if (v->problem == PROBLEM_ENDED)
        v->kind = kind_of_end(called);
    if (v->problem == PROBLEM_SPILL)
        v->kind = VERDICT_MEMORY_ERROR;
    if (v->problem == PROBLEM_LEAK)
        v->kind = VERDICT_LEAK;
    if (v->kind == VERDICT_WRONG_ANSWER || v->kind == VERDICT_MEMORY_ERROR)
        v->misconception = diagnose(v);
}

/* Whether a trial returned, left every output as it was, and gave back the 0
 * that a stub gives. */
static bool wrote_nothing(const struct ran *r, const struct call *c)
{
    int cells = call_cells(c), element;
    for (int call = 0; call < CALLS_PER_TRIAL; call++) {
        if (r->call[call].end != END_RETURNED)
            return false;
        for (int i = 0; i < cells; i++)
            if (c->arg[call_arg_of_cell(c, i, &element)].kind == ARG_RETURN
                    ? r->call[call].cell[i].value != 0
                    : r->call[call].cell[i].state != CELL_UNWRITTEN)
                return false;
    }
    return true;
}

static bool has_todo(const char *path)
{
    char *text = file_read(path, SOURCE_MAX_BYTES, NULL);
    bool found = text != NULL && strstr(text, "TODO") != NULL;
    free(text);
    return found;
}

/* A stub left alone writes nothing; one trial is enough to know. */
static bool is_not_started(const struct verdict *v, const char *path)
{
    return v->trials_run == 1 &&
           wrote_nothing(&v->ran[0], v->suite->trial[0].call) && has_todo(path);
}

/* Programs that take all time or memory there is, or what they must not, are
 * not asked again: one such call is enough. */
static bool is_hopeless(const struct ran *r)
{
    for (int i = 0; i < CALLS_PER_TRIAL; i++)
        switch (r->call[i].end) {
        case END_TIMEOUT:
        case END_FLOODED:
        case END_NO_MEMORY:
        case END_FORBIDDEN:
            return true;
        case END_FAULT: /* endless recursion takes its time, too */
            if (r->call[i].fault_place == PLACE_STACK)
                return true;
            break;
        default:
            break;
        }
    return false;
}

static void run_trials(struct verdict *v, const char *path)
{
    double begin = seconds_now();
    size_t trials = (size_t)v->suite->trials;
    v->ran = need(calloc(trials, sizeof *v->ran));
    v->right = need(calloc(trials, sizeof *v->right));
    v->right_fresh = need(calloc(trials, sizeof *v->right_fresh));
    for (int i = 0; i < v->suite->trials; i++) {
        const struct trial *t = &v->suite->trial[i];
        if (v->entry->exercise->kind == EXERCISE_WRITE) {
            v->right[i] = truth(v->entry->exercise, t->call);
            v->right_fresh[i] = truth(v->entry->exercise, t->fresh);
        }
        double started = seconds_now();
        v->ran[i] = worker_run(v->compiled.runner, t);
        v->run_seconds += seconds_now() - started;
        v->trials_run++;
        if (i == 0 && is_not_started(v, path)) {
            v->kind = VERDICT_NOT_STARTED;
            return;
        }
        if (seconds_now() - begin > ALL_TRIALS_SECONDS) /* slow, call by call */
            v->ran[i].call[CALL_AGAIN].end = END_TIMEOUT;
        if (is_hopeless(&v->ran[i]))
            return;
    }
}

/* Wrong in the second call of a process only: would the same numbers come
 * out right in a process of their own? Then something stays behind. */
static bool second_call_differs(const struct verdict *v)
{
    const struct trial *t = &v->suite->trial[v->failed_trial];
    const struct answer *said = v->right_fresh[v->failed_trial];
    struct trial alone = {
        .stage = t->stage, .call = t->fresh, .fresh = t->fresh};
    struct ran ran = worker_run(v->compiled.runner, &alone);
    const struct called *called = &ran.call[CALL_FIRST];
    bool right = called->end == END_RETURNED;
    for (int i = 0; right && i < said->cells; i++)
        right = answer_agrees(&said->cell[i], &called->cell[i]);
    ran_free(&ran);
    return right;
}

/* Break-it: the learner's function made an input; is it one that shows the
 * difference? The check file computes both programs itself. */
static void judge_input(struct verdict *v)
{
    const struct called *call = v->ran[0].call;
    const struct exercise *e = v->entry->exercise;
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        if (call[i].end == END_RETURNED && !has_spilled(&call[i]))
            continue;
        bool ended = call[i].end != END_RETURNED;
        fail(v, ended ? PROBLEM_ENDED : PROBLEM_SPILL, 0, i, 0);
        v->kind = ended ? kind_of_end(&call[i]) : VERDICT_MEMORY_ERROR;
        return;
    }
    bool exposed = e->exposes(v->suite->trial[0].call, call[CALL_FIRST].cell,
                              &v->size, v->remark, (int)sizeof v->remark);
    v->kind = exposed ? VERDICT_PASS : VERDICT_WRONG_ANSWER;
    v->points = exposed ? v->max : 0;
    if (!exposed) {
        fail(v, PROBLEM_VALUES, 0, CALL_FIRST, 0);
    } else if (!frees_its_memory(v, 0)) {
        v->kind = VERDICT_LEAK;
        v->points -= stages[STAGE_MANNERS].points;
    }
}

static void ask_what_was_tried(struct verdict *v)
{
    const struct trial *t = &v->suite->trial[v->failed_trial];
    v->ran[v->failed_trial].call[v->failed_call].tried =
        worker_tried(v->compiled.runner, t);
}

struct verdict *grade(const struct entry *entry, const char *path,
                      uint64_t seed)
{
    double begin = seconds_now();
    struct verdict *v = need(calloc(1, sizeof *v));
    v->entry = entry;
    v->seed = seed;
    v->kind = VERDICT_COMPILE_ERROR;
    v->suite = suite_new(entry->exercise, seed);
    v->max = exercise_points(v->suite);
    v->compiled = compile_file(entry, path);
    if (v->compiled.ok) {
        v->kind = VERDICT_PASS; /* until something is found */
        run_trials(v, path);
        if (v->kind != VERDICT_NOT_STARTED) {
            if (entry->exercise->kind == EXERCISE_BREAK)
                judge_input(v);
            else
                grade_compare(v);
            if (v->kind == VERDICT_FORBIDDEN)
                ask_what_was_tried(v);
            if (v->problem == PROBLEM_VALUES && v->failed_call == CALL_FRESH)
                v->stays_behind = second_call_differs(v);
            sanitized_explain(v);
        }
    }
    v->seconds = seconds_now() - begin;
    return v;
}

void verdict_free(struct verdict *v)
{
    if (v == NULL)
        return;
    for (int i = 0; i < v->trials_run; i++) {
        ran_free(&v->ran[i]);
        answer_free(v->right[i]);
        answer_free(v->right_fresh[i]);
    }
    free(v->ran);
    free(v->right);
    free(v->right_fresh);
    suite_free(v->suite);
    compiled_free(&v->compiled);
    free(v);
}
