/* The one sentence of each verdict, from submissions that earn it: it says
 * what happened, by name and number, in plain words and on one line. */
#include "tests/support/suite.h"

#include "explain.h"
#include "files.h"
#include "grade.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *file;
    enum verdict_kind kind;
    int points;
    const char *says;
} files[] = {
    {"honest_prints", VERDICT_PASS, 10, "All 65 cases are right."},
    {"flipped", VERDICT_WRONG_ANSWER, 0,
     "y[0][0] should be 370, yours is 230."},
    {"empty", VERDICT_WRONG_ANSWER, 0,
     "y[0][0] should be 370; it was never written."},
    {"adds_to_old", VERDICT_WRONG_ANSWER, 0,
     "y[0][0] should be 370; something was added to what happened to be in it:"
     " set it first."},
    {"stub", VERDICT_NOT_STARTED, 0,
     "correlate_2d is not written yet: the stub is as it was."},
    {"syntax", VERDICT_COMPILE_ERROR, 0,
     "It does not compile: line 8: expected ';'"},
    {"wrong_name", VERDICT_COMPILE_ERROR, 0,
     "It does not compile: the file has no function called correlate_2d"},
    {"exit_zero", VERDICT_CRASH, 0,
     "It ended the whole program (exit status 0) before it returned."},
    {"floods", VERDICT_OUTPUT_LIMIT, 0,
     "It printed more than a megabyte and was stopped."},
    {"endless", VERDICT_TIMEOUT, 0, "It did not return within 2 seconds"},
    {"write_past_end", VERDICT_MEMORY_ERROR, 0,
     "It wrote y[4], but y is 2 x 2: 4 elements, y[0] to y[3]."},
    {"writes_input", VERDICT_MEMORY_ERROR, 0,
     "It wrote to x[0][0], but x is an input (const): inputs must stay as they"
     " are."},
    {"own_write_past_end", VERDICT_MEMORY_ERROR, 0,
     "It wrote past the end of a block of 16 bytes that malloc gave it: as"
     " floats or ints it has 4, [0] to [3], and this is [4]."},
    {"own_read_past_end", VERDICT_MEMORY_ERROR, 0,
     "It read past the end of a block of 16 bytes that malloc gave it: as"
     " floats or ints it has 4, [0] to [3], and this is [4]."},
    {"own_write_before_start", VERDICT_MEMORY_ERROR, 0,
     "It wrote before the start of a block of 16 bytes that malloc gave it: as"
     " floats or ints it has 4, [0] to [3], and this is [-1]."},
    {"own_write_beside", VERDICT_MEMORY_ERROR, 9,
     "It wrote past the end of a block of 13 bytes that malloc gave it, 1 byte"
     " away."},
    {"use_after_free", VERDICT_MEMORY_ERROR, 0,
     "It read memory that it had freed before: byte 0 of a block of 16. Free a"
     " block after its last use."},
    {"free_twice", VERDICT_MEMORY_ERROR, 0,
     "It freed a block of 16 bytes twice: each malloc needs its free, and only"
     " one."},
    {"frees_an_array", VERDICT_MEMORY_ERROR, 0,
     "It freed something that malloc did not give it"},
    {"frees_a_local", VERDICT_MEMORY_ERROR, 0,
     "It freed something that malloc did not give it"},
    {"frees_the_middle", VERDICT_MEMORY_ERROR, 0,
     "It freed something that malloc did not give it"},
    {"leaks_copy", VERDICT_LEAK, 9,
     "Every answer is right, but when it returned, 16 bytes of memory in 1"
     " block were not freed (case: 3x3 image, 2x2 kernel). Each malloc needs"
     " its free."},
    {"leaks_one_of_two", VERDICT_LEAK, 9,
     "Every answer is right, but when it returned, 36 bytes of memory in 1"
     " block were not freed (case: 3x3 image, 2x2 kernel)."},
    {"memory_without_end", VERDICT_OUT_OF_MEMORY, 0,
     "With its last malloc it would hold 257 megabytes of memory at a time,"
     " more than there is for it."},
    {"absurd_size", VERDICT_OUT_OF_MEMORY, 0,
     "It asked malloc for more memory than any machine has, got NULL, and used"
     " that: is a size below zero?"},
};

START_TEST(test_the_sentence_says_what_happened)
{
    char path[300], problem[80], text[SENTENCE_BYTES];
    snprintf(path, sizeof path,
             "tests/submissions/01-cross-correlation/2_correlate_2d/%s.c",
             files[_i].file);
    struct verdict *v =
        grade(catalog_find("correlate_2d", problem, 80), path, 7);
    explain_sentence(v, text, sizeof text);
    ck_assert_msg(strncmp(text, files[_i].says, strlen(files[_i].says)) == 0,
                  "%s: %s", files[_i].file, text);
    ck_assert_msg(v->kind == files[_i].kind && v->points == files[_i].points,
                  "%s: %s, %d points", files[_i].file,
                  verdict_kind_name(v->kind), v->points);
    ck_assert_ptr_null(strchr(text, '\n'));
    verdict_free(v);
}
END_TEST

/* A block that a static variable keeps from the first call on is no leak, and
 * a NULL that is looked at is no crash. */
START_TEST(test_honest_use_of_memory_costs_nothing)
{
    static const char *const honest[] = {"keeps_a_buffer", "asks_too_much",
                                         "block_per_pixel", "im2col"};
    char path[300], problem[80];
    snprintf(path, sizeof path,
             "tests/submissions/01-cross-correlation/2_correlate_2d/"
             "honest_%s.c",
             honest[_i]);
    struct verdict *v =
        grade(catalog_find("correlate_2d", problem, 80), path, 7);
    ck_assert_msg(v->kind == VERDICT_PASS && v->points == v->max, "%s: %s",
                  honest[_i], verdict_kind_name(v->kind));
    verdict_free(v);
}
END_TEST

static void fill(void)
{
    suite_case("sentences");
    suite_loop(test_the_sentence_says_what_happened,
               (int)(sizeof files / sizeof files[0]));
    suite_loop(test_honest_use_of_memory_costs_nothing, 4);
}

int main(void)
{
    files_go_to_root();
    return suite_main("sentence", fill);
}
