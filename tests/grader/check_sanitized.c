/* Why a submission crashed: reports of sanitizers turned into sentences, and
 * submissions that crash, explained with the line and the array. */
#include "tests/support/suite.h"

#include "explain.h"
#include "files.h"
#include "grade.h"
#include "sanitized.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reports as gcc 12, clang 14 and clang 18 write them, shortened. */
static const struct {
    const char *report, *lines, *words;
} reports[] = {
    {"3_x.c:2:10: runtime error: index 4 out of bounds for type 'float [4]'\n",
     "", "In line 2 the index of row is 4, but there are only [0] to [3]."},
    {"3_x.c:2:7: runtime error: index -1 out of bounds for type 'float[4]'\n",
     "", "In line 2 the index of row is -1, but there are only [0] to [3]."},
    {"3_x.c:2:10: runtime error: index 3 out of bounds for type 'float [*]'\n",
     "", "In line 2 the index of row is 3, outside of it."},
    {"3_x.c:9:9: runtime error: index 2 out of bounds for type 'int [2]'\n", "",
     "In line 9 an index is 2, but there are only [0] to [1]."},
    {"3_x.c:5:1: runtime error: division by zero\n", "",
     "It divides a whole number by zero in line 5."},
    {"3_x.c:5:1: runtime error: load of null pointer of type 'float'\n", "",
     "It reads in line 5 through a pointer that is NULL"},
    {"3_x.c:5:1: runtime error: shift exponent 43 is too large for 32-bit"
     " type 'int'\n",
     "", "In line 5 a number of 32 bits is shifted by 43."},
    {"3_x.c:4:1: runtime error: signed integer overflow: 2147483647 + 1 cannot"
     " be represented in type 'int'\n"
     "3_x.c:5:1: runtime error: division by zero\n",
     "", "It divides a whole number by zero in line 5."},
    {"3_x.c:4:1: runtime error: signed integer overflow: 2147483647 + 1 cannot"
     " be represented in type 'int'\n",
     "", "In line 4 a whole number becomes too large for its type: 2147483647"},
    {"3_x.c:6:5: runtime error: variable length array bound evaluates to"
     " non-positive value -2\n",
     "", "In line 6 the size of a local array is -2"},
    {"==7==ERROR: AddressSanitizer: stack-buffer-overflow on address 0x7f\n"
     "WRITE of size 4 at 0x7f0 thread T0\n    #0 0x401234  (/x+0x1234)\n"
     "  This frame has 2 object(s):\n    [32, 48) 'window' (line 9)\n"
     "    [64, 80) 'row' (line 2) <== Memory access at offset 80 overflows this"
     " variable\n",
     "fill\n/tmp/c/3_x.c:12\n",
     "It writes in line 12 past the end of row: row[4], but it has 4 elements,"
     " [0] to [3]."},
    {"==7==ERROR: AddressSanitizer: stack-buffer-underflow on address 0x7f\n"
     "READ of size 4 at 0x7f0 thread T0\n    #0 0x401234  (/x+0x1234)\n"
     "    [32, 48) 'row' (line 2) <== Memory access at offset 28 underflows "
     "this"
     " variable\n",
     "fill\n/tmp/c/3_x.c:12 (discriminator 3)\n",
     "It reads in line 12 before the start of row: row[-1]"},
    {"==7==ERROR: AddressSanitizer: global-buffer-overflow on address 0x4c\n"
     "READ of size 4 at 0x4c thread T0\n    #0 0x401234  (/x+0x1234)\n"
     "0x4c is located 4 bytes to the right of global variable 'table.0' defined"
     " in '3_x.c:3:12' (0x4b0) of size 16\n",
     "fill\n/tmp/c/3_x.c:8\n",
     "It reads in line 8 past the end of table: table[5], but it has 4"},
    {"==7==ERROR: AddressSanitizer: global-buffer-overflow on address 0x4c\n"
     "WRITE of size 8 at 0x4c thread T0\n    #0 0x401234  (/x+0x1234)\n"
     "0x4c is located 8 bytes before global variable 'table' defined in"
     " '3_x.c:3' (0x4b0) of size 16\n",
     "fill\n/tmp/c/3_x.c:8\n",
     "It writes in line 8 before the start of table: table[-1], but it has 2"},
    {"==7==ERROR: AddressSanitizer: stack-overflow on address 0x7f (pc 0x4)\n"
     "    #0 0x401230  (/x+0x1)\n    #1 0x401234  (/x+0x2)\n"
     "    #2 0x401238  (/x+0x3)\n    #3 0x401234  (/x+0x2)\n",
     "memset\n??:0\nagain\n/tmp/c/3_x.c:4\n",
     "again calls itself without end (line 4)"},
    {"==7==ERROR: AddressSanitizer: SEGV on unknown address 0x7f (pc 0x4)\n"
     "==7==The signal is caused by a READ memory access.\n"
     "    #0 0x401230  (/x+0x1)\n",
     "conv\n/tmp/c/3_x.c:14\n", "It reads in line 14 memory that belongs to"},
    {"==7==ERROR: AddressSanitizer: SEGV on unknown address 0x0 (pc 0x4)\n"
     "==7==The signal is caused by a WRITE memory access.\n"
     "==7==Hint: address points to the zero page.\n    #0 0x401230  (/x+0x1)\n",
     "conv\n/tmp/c/3_x.c:14\n", "It writes in line 14 through a pointer that"},
    {"runner: 3_x.c:8: conv: Assertion `n > 2' failed.\n"
     "==7==ERROR: AddressSanitizer: ABRT on unknown address 0x5 (pc 0x7f)\n"
     "    #0 0x7f0  (/libc.so+0x1)\n    #1 0x401230  (/x+0x1)\n",
     "??\n??:0\nconv\n/tmp/c/3_x.c:8\n",
     "The assert in line 8 does not hold: n > 2."},
    /* of these there is nothing to say */
    {"", "", ""},
    {"==7==ERROR: AddressSanitizer: SEGV on unknown address 0x7f (pc 0x4)\n",
     "", ""},
    {"hello\n3_x.c:5: runtime error: \n", "", ""},
    {"runtime error: index 4 out of bounds", "", ""},
    {"==7==ERROR: AddressSanitizer: stack-buffer-overflow on\n"
     "<== Memory access at offset 80 overflows",
     "", ""},
};

static const char source[] = "int n;\n  x = row[i];\nint y;\n";

START_TEST(test_a_report_becomes_a_sentence)
{
    char text[400];
    struct sanitized s = {reports[_i].report, reports[_i].lines, source,
                          "3_x.c"};
    const char *words = reports[_i].words;
    sanitized_sentence(&s, text, sizeof text);
    ck_assert_msg(strncmp(text, words, strlen(words)) == 0 &&
                      (words[0] == '\0') == (text[0] == '\0'),
                  "'%s', not '%s'", text, words);
}
END_TEST

/* Whether programs can be built with sanitizers here. */
static int have_sanitizers(void)
{
    return system("cd /tmp && echo 'int main(void){return 0;}' >san$$.c &&"
                  " cc -fsanitize=address,undefined san$$.c -o san$$ 2>&1"
                  " >/dev/null; s=$?; rm -f san$$ san$$.c; exit $s") == 0;
}

static const struct {
    const char *file, *words;
} crashes[] = {
    {"local_array_too_small", "In line 13 the index of window is 4, but there"},
    {"local_array_cleared_twice",
     "It writes in line 15 past the end of window: byte 16, but it has 16"},
    {"global_array_too_small", "In line 13 the index of table is 16, but"},
    {"assert_fails", "The assert in line 12 does not hold: kh > 2 && kw > 2."},
    /* which of the two meets the end of the stack is chance */
    {"mutual_recursion", " calls itself without end"},
    {"recursion", " calls itself without end"},
    {"divides_by_zero", "It divides a whole number by zero in line 9."},
    {"null_pointer", "It writes in line 9 through a pointer that is NULL"},
    {"aborts", "It calls abort in line 9."},
};

START_TEST(test_a_crash_is_explained)
{
    char path[300], problem[80], text[SENTENCE_BYTES];
    if (!have_sanitizers())
        return;
    snprintf(path, sizeof path,
             "tests/submissions/01-cross-correlation/2_correlate_2d/%s.c",
             crashes[_i].file);
    struct verdict *v =
        grade(catalog_find("correlate_2d", problem, 80), path, 7);
    explain_sentence(v, text, sizeof text);
    ck_assert_msg(strstr(text, crashes[_i].words) != NULL, "%s: %s",
                  crashes[_i].file, text);
    ck_assert_int_eq(v->kind, VERDICT_CRASH);
    ck_assert_int_eq(v->points, 0);
    verdict_free(v);
}
END_TEST

static void fill(void)
{
    suite_case("reports");
    suite_loop(test_a_report_becomes_a_sentence,
               (int)(sizeof reports / sizeof reports[0]));
    suite_case("crashes");
    suite_loop(test_a_crash_is_explained,
               (int)(sizeof crashes / sizeof crashes[0]));
}

int main(void)
{
    files_go_to_root();
    return suite_main("sanitized", fill);
}
