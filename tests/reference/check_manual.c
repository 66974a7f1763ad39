/* The manual page speaks of everything that the program has: each command and
 * operator that `convlings help` lists, and each option that its page there
 * explains. Runs in the project's folder. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

enum { MANUAL_BYTES = 1 << 16 };

static char manual[MANUAL_BYTES];

static void read_manual(void)
{
    FILE *stream = fopen("reference/convlings.1", "rb");
    size_t used;

    ck_assert_ptr_nonnull(stream);
    used = fread(manual, 1, sizeof manual - 1, stream);
    ck_assert_uint_lt(used, sizeof manual - 1);
    manual[used] = '\0';
    (void)fclose(stream);
}

/* The word stands in the manual, and not only as a part of a longer one. */
static int manual_has(const char *word, size_t length)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    char copy[80];

    (void)snprintf(copy, sizeof copy, "%.*s", (int)length, word);
    for (const char *at = manual; (at = strstr(at, copy)) != NULL; at++)
        if ((at == manual || !strchr(letters, at[-1])) &&
            (at[length] == '\0' || !strchr(letters, at[length])))
            return 1;
    return 0;
}

/* Each option that starts a line of the last output. Returns how many. */
static int options_are_there(const char *page)
{
    int count = 0;

    for (const char *at = program_out; (at = strstr(at, "\n  --")) != NULL;) {
        size_t length;

        at += strlen("\n  ");
        length = strcspn(at, " =\n,");
        ck_assert_msg(manual_has(at, length), "%.*s of %s is in no manual",
                      (int)length, at, page);
        count++;
    }
    return count;
}

/* Names are the first words of the lines that two blanks begin. */
START_TEST(test_manual_has_everything)
{
    char overview[PROGRAM_TEXT_BYTES];
    int names = 0, options = 0;

    read_manual();
    scratch_new();
    ck_assert_int_eq(program_run("help"), 0);
    memcpy(overview, program_out, sizeof overview);
    for (char *at = overview; (at = strstr(at, "\n  ")) != NULL;) {
        char command[100];
        size_t length;

        at += strlen("\n  ");
        length = strcspn(at, " ");
        if (*at == ' ')
            continue;
        ck_assert_msg(manual_has(at, length), "%.*s is in no manual",
                      (int)length, at);
        names++;
        if (length == strlen("help") && strncmp(at, "help", length) == 0)
            continue;
        (void)snprintf(command, sizeof command, "help %.*s", (int)length, at);
        ck_assert_int_eq(program_run(command), 0);
        options += options_are_there(command);
    }
    ck_assert_int_gt(names, 40);
    ck_assert_int_gt(options, 200);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_manual_has_everything);
}

int main(void)
{
    return suite_main("manual", fill);
}
