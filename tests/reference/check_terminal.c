/* The program's sentences on a terminal, which reference/tools/words.c breaks
 * into lines; to a script each is one line (see tests/support/program.h). */
#define _XOPEN_SOURCE 700 /* posix_openpt */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/suite.h"

/* Runs a shell command with stderr on a terminal of its own, and gives what
 * it said there. */
static void run_on_terminal(const char *words, char *said, size_t size)
{
    const char *program = getenv("CONVLINGS");
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    char command[600];
    ssize_t count;

    ck_assert_int_ge(terminal, 0);
    ck_assert_int_eq(grantpt(terminal), 0);
    ck_assert_int_eq(unlockpt(terminal), 0);
    (void)snprintf(command, sizeof command, "%s %s 2>'%s'",
                   program ? program : "build/bin/convlings", words,
                   ptsname(terminal));
    ck_assert_int_ne(system(command), 0);
    count = read(terminal, said, size - 1);
    ck_assert_int_gt((int)count, 0);
    said[count] = '\0';
    (void)close(terminal);
}

START_TEST(test_sentences_are_broken_at_80_columns)
{
    char said[2000];
    int lines = 0;

    run_on_terminal("conv2d --padding-mode mirror", said, sizeof said);
    for (char *line = strtok(said, "\r\n"); line; line = strtok(NULL, "\r\n")) {
        ck_assert_uint_le(strlen(line), 80);
        lines++;
    }
    ck_assert_int_eq(lines, 2);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_sentences_are_broken_at_80_columns);
}

int main(void)
{
    return suite_main("terminal", fill);
}
