/* What happened, in one plain sentence: the same for every report. */
#include "explain.h"
#include "grid.h"
#include "syscalls.h"

#include <math.h>
#include <signal.h>
#include <string.h>

static const struct call *failed_case(const struct verdict *v)
{
    const struct trial *t = &v->suite->trial[v->failed_trial];
    return v->failed_call == CALL_FRESH ? t->fresh : t->call;
}

static const struct called *failed_called(const struct verdict *v)
{
    return &v->ran[v->failed_trial].call[v->failed_call];
}

/* ---- outside an array ---------------------------------------------------- */

static const char *did(int access)
{
    return access == 1 ? "wrote" : access == 0 ? "read" : "touched";
}

/* "has 4 elements", "is 4 x 6: 24 elements". */
static void shape_words(const struct arg *a, char *text, size_t size)
{
    size_t at = 0;
    const char *many = a->count == 1 ? "" : "s";
    for (int d = 0; a->rank > 1 && d < a->rank && at < size; d++)
        at += (size_t)snprintf(text + at, size - at, "%s%d",
                               d == 0 ? "is " : " x ", a->dim[d]);
    if (at < size)
        snprintf(text + at, size - at, "%s %d element%s",
                 a->rank > 1 ? ":" : "has", a->count, many);
}

static void say_array(const struct verdict *v, char *text, size_t size)
{
    const struct called *called = failed_called(v);
    const struct call *c = failed_case(v);
    const struct arg *a = &c->arg[called->fault_arg];
    const char *name = c->params[called->fault_arg].name;
    long e = called->fault_element;
    char last[60] = "";
    if (a->count > 1)
        snprintf(last, sizeof last, "%s[%d]", name, a->count - 1);
    if (e >= 0 && e < a->count)
        snprintf(text, size,
                 "It wrote to %s, but %s is an input (const): inputs must"
                 " stay as they are.",
                 element_name(c, called->fault_arg, e), name);
    else {
        char shape[100];
        shape_words(a, shape, sizeof shape);
        snprintf(text, size,
                 "It %s %s[%ld], but %s %s%s %s[0]%s%s. Which index or which"
                 " loop bound leads there?",
                 did(called->fault_access), name, e, name, shape,
                 a->rank > 1 ? "," : ":", name, a->count > 1 ? " to " : " only",
                 last);
    }
}

/* ---- memory from malloc, and other places -------------------------------- */

/* Where in a block, in words: bytes, and elements where all is in fours. */
static void say_block(const struct called *called, char *text, size_t size)
{
    long at = called->fault_element, bytes = called->block_bytes;
    const char *done =
        called->end == END_RETURNED ? "wrote" : did(called->fault_access);
    long beside = at < 0 ? -at : at - bytes + 1;
    int used = snprintf(
        text, size, "It %s %s a block of %ld byte%s that malloc gave it", done,
        at < 0 ? "before the start of" : "past the end of", bytes,
        bytes == 1 ? "" : "s");
    if (bytes % 4 == 0 && bytes > 0)
        snprintf(text + used, size - (size_t)used,
                 ": as floats or ints it has %ld, [0] to [%ld], and this is"
                 " [%ld].",
                 bytes / 4, bytes / 4 - 1, at < 0 ? -((3 - at) / 4) : at / 4);
    else
        snprintf(text + used, size - (size_t)used, ", %ld byte%s away.", beside,
                 beside == 1 ? "" : "s");
}

static void say_freed(const struct called *called, char *text, size_t size)
{
    snprintf(text, size,
             "It %s memory that it had freed before: byte %ld of a block of"
             " %ld. Free a block after its last use.",
             did(called->fault_access), called->fault_element,
             called->block_bytes);
}

static void say_freed_twice(const struct called *called, char *text,
                            size_t size)
{
    char block[60] = "a block";
    if (called->block_bytes > 0)
        snprintf(block, sizeof block, "a block of %ld bytes",
                 called->block_bytes);
    snprintf(text, size,
             "It freed %s twice: each malloc needs its free, and only one.",
             block);
}

static void say_forbidden(const struct verdict *v, int tried, char *text,
                          size_t size)
{
    char words[120];
    syscall_words(tried, words, sizeof words);
    if (words[0] != '\0')
        snprintf(text, size,
                 "It tried to %s, which is not allowed here: %s gets all it"
                 " needs in its parameters.",
                 words, v->entry->name);
    else
        snprintf(text, size,
                 "It asked the system for something that %s needs for no"
                 " answer, such as a file, a program or the network, and was"
                 " stopped.",
                 v->entry->name);
}

static void say_no_memory(const struct called *called, char *text, size_t size)
{
    if (called->block_bytes == 0)
        snprintf(text, size,
                 "It took more memory than there is for it. Is memory taken"
                 " in a loop that should be taken once, or is a size far too"
                 " large?");
    else if (called->fault_place == PLACE_BLOCK)
        snprintf(text, size,
                 "With its last malloc it would hold %ld megabytes of memory at"
                 " a time, more than there is for it. Is a malloc in a loop"
                 " without its free?",
                 called->block_bytes >> 20);
    else if (called->block_bytes >> 50 == 0)
        snprintf(text, size,
                 "It asked malloc for more memory than there is (%ld bytes),"
                 " got NULL, and used that. Is the size what it should be?",
                 called->block_bytes);
    else
        snprintf(text, size,
                 "It asked malloc for more memory than any machine has, got"
                 " NULL, and used that: is a size below zero?");
}

static void say_fault(const struct verdict *v, char *text, size_t size)
{
    const struct called *called = failed_called(v);
    switch (called->fault_place) {
    case PLACE_NULL:
        snprintf(text, size,
                 "It %s through a pointer that is NULL, which points to"
                 " nothing. Was it never set, or was it written over from a"
                 " local array that is too small?",
                 did(called->fault_access));
        break;
    case PLACE_STACK:
        snprintf(text, size,
                 "It used up the memory for local variables: does a function"
                 " call itself without end, or is a local array very large?");
        break;
    case PLACE_BLOCK:
        say_block(called, text, size);
        break;
    case PLACE_FREED:
        say_freed(called, text, size);
        break;
    case PLACE_FREED_TWICE:
        say_freed_twice(called, text, size);
        break;
    case PLACE_NOT_A_BLOCK:
        snprintf(text, size,
                 "It freed something that malloc did not give it: only the"
                 " pointer that malloc returned can be freed, not an array,"
                 " nor a place inside a block.");
        break;
    default:
        snprintf(text, size,
                 "It %s memory that belongs to none of its arrays: an index"
                 " far outside, or a pointer that was never set.",
                 did(called->fault_access));
    }
}

/* ---- ended before it returned -------------------------------------------- */

static const char *signal_words(int number)
{
    switch (number) {
    case SIGFPE:
        return "It divided a whole number by zero.";
    case SIGABRT:
        return "It called abort, or an assert failed.";
    case SIGILL:
    case SIGTRAP:
        return "It reached code that must not be reached.";
    case SIGKILL:
        return "It was stopped from outside, most likely for using too much"
               " memory.";
    default:
        return "It touched memory that belongs to none of its arrays: a NULL"
               " pointer, an index far outside, an array of its own that is"
               " too small, or a recursion without end.";
    }
}

static void say_end(const struct verdict *v, char *text, size_t size)
{
    const struct called *called = failed_called(v);
    if (v->finding[0] != '\0') {
        snprintf(text, size, "%s", v->finding);
        return;
    }
    switch (called->end) {
    case END_FAULT:
        if (called->fault_arg >= 0)
            say_array(v, text, size);
        else
            say_fault(v, text, size);
        break;
    case END_SIGNAL:
        snprintf(text, size, "%s", signal_words(called->signal));
        break;
    case END_TIMEOUT:
        snprintf(text, size,
                 "It did not return within %d seconds (all cases together have"
                 " %d). Is there a loop whose counter never moves, or whose"
                 " end is never reached?",
                 TRIAL_SECONDS, ALL_TRIALS_SECONDS);
        break;
    case END_FLOODED:
        snprintf(text, size,
                 "It printed more than a megabyte and was stopped.");
        break;
    case END_NO_MEMORY:
        say_no_memory(called, text, size);
        break;
    case END_FORBIDDEN:
        say_forbidden(v, called->tried, text, size);
        break;
    default:
        snprintf(text, size,
                 "It ended the whole program (exit status %d) before it"
                 " returned. A function answers by filling its outputs and"
                 " returning, never by exit.",
                 called->exit_status);
    }
}

/* ---- returned, but wrong ------------------------------------------------- */

static void say_difference(const struct verdict *v, char *text, size_t size)
{
    const struct call *c = failed_case(v);
    bool fresh = v->failed_call == CALL_FRESH;
    const struct answer *right =
        fresh ? v->right_fresh[v->failed_trial] : v->right[v->failed_trial];
    struct cell seen =
        verdict_seen(v, v->failed_trial, v->failed_call, v->failed_cell);
    double want = right->cell[v->failed_cell].value;
    int element, arg = call_arg_of_cell(c, v->failed_cell, &element);
    const char *name = element_name(c, arg, element);
    if (seen.state == CELL_UNWRITTEN)
        snprintf(text, size, "%s should be %s; it was never written.", name,
                 number_text(want, NAN));
    else if (seen.state == CELL_STALE)
        snprintf(text, size,
                 "%s should be %s; something was added to what happened to be"
                 " in it: set it first.",
                 name, number_text(want, NAN));
    else
        snprintf(text, size, "%s should be %s, yours is %s.", name,
                 number_text(want, seen.value), number_text(seen.value, want));
}

static void say_leak(const struct verdict *v, char *text, size_t size)
{
    const struct called *called = failed_called(v);
    bool breaks = v->entry->exercise->kind == EXERCISE_BREAK;
    int blocks = called->leaked_blocks;
    snprintf(text, size,
             "%s right, but when it returned, %ld byte%s of memory in %d"
             " block%s were not freed (case: %s). Each malloc needs its free.",
             breaks ? "The input is" : "Every answer is", called->leaked,
             called->leaked == 1 ? "" : "s", blocks, blocks == 1 ? "" : "s",
             v->suite->trial[v->failed_trial].label);
}

static void say_problem(const struct verdict *v, char *text, size_t size)
{
    const struct call *c = failed_case(v);
    int spill = failed_called(v)->spill_arg;
    bool input = spill >= 0 && !arg_is_output(c->arg[spill].kind);
    switch (v->problem) {
    case PROBLEM_ENDED:
        say_end(v, text, size);
        break;
    case PROBLEM_LAW:
        snprintf(text, size, "%s", v->broken_law);
        break;
    case PROBLEM_SPILL:
        if (failed_called(v)->fault_place == PLACE_BLOCK)
            say_block(failed_called(v), text, size);
        else if (input)
            snprintf(text, size,
                     "%s was changed; it is an input, and only to be read.",
                     c->params[spill].name);
        else
            snprintf(text, size,
                     "Memory beside %s was written: an index runs outside the"
                     " array.",
                     spill >= 0 ? c->params[spill].name : "an output");
        break;
    case PROBLEM_MEMORY:
        snprintf(text, size,
                 "The same input gave another answer the second time. Does"
                 " the function read an element before it has written it,"
                 " or keep something between calls?");
        break;
    case PROBLEM_LEAK:
        say_leak(v, text, size);
        break;
    default:
        say_difference(v, text, size);
    }
}

/* "line 3: expected ';' before 'return'" */
static void say_compile_error(const struct verdict *v, char *text, size_t size)
{
    const char *error = strstr(v->compiled.first, "error:");
    const char *words = error != NULL ? error + 6 : v->compiled.first;
    words += strspn(words, " ");
    if (v->compiled.line > 0)
        snprintf(text, size, "It does not compile: line %d: %s",
                 v->compiled.line, words);
    else
        snprintf(text, size, "It does not compile: %s", words);
}

void explain_sentence(const struct verdict *v, char *text, size_t size)
{
    bool breaks = v->entry->exercise->kind == EXERCISE_BREAK;
    if (v->kind == VERDICT_COMPILE_ERROR)
        say_compile_error(v, text, size);
    else if (v->kind == VERDICT_NOT_STARTED)
        snprintf(text, size, "%s is not written yet: the stub is as it was.",
                 v->entry->name);
    else if (breaks && v->problem != PROBLEM_ENDED &&
             v->problem != PROBLEM_SPILL && v->problem != PROBLEM_LEAK)
        snprintf(text, size, "%s", v->remark);
    else if (v->kind == VERDICT_PASS)
        snprintf(text, size, "All %d cases are right.", v->trials_run);
    else
        say_problem(v, text, size);
}
