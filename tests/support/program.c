/* Runs the program by way of a shell and looks at what it printed. */
#include "program.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"

char program_out[PROGRAM_TEXT_BYTES], program_err[PROGRAM_TEXT_BYTES];

/* Its path from any folder. */
static const char *program(void)
{
    static char absolute[PROGRAM_TEXT_BYTES];
    const char *path = getenv("CONVLINGS");

    if (!path || !*path)
        path = "build/bin/convlings";
    if (*path == '/')
        return path;
    ck_assert_ptr_nonnull(getcwd(absolute, sizeof absolute / 2));
    (void)snprintf(absolute + strlen(absolute), sizeof absolute / 2, "/%s",
                   path);
    return absolute;
}

static void read_text(const char *name, char *text)
{
    size_t count = scratch_read(name, text, PROGRAM_TEXT_BYTES - 1);

    ck_assert_uint_lt(count, PROGRAM_TEXT_BYTES);
    text[count] = '\0';
}

int program_run(const char *words)
{
    static char command[4 * PROGRAM_TEXT_BYTES];
    size_t used;
    int status;

    used = (size_t)snprintf(command, sizeof command,
                            "{ cd '%s' && convlings='%s' && \"$convlings\" ",
                            scratch_path(""), program());
    for (; *words; words++)
        if (*words == '@')
            used += (size_t)snprintf(command + used, sizeof command - used,
                                     "%s", scratch_path(""));
        else
            command[used++] = *words;
    (void)snprintf(command + used, sizeof command - used, "\n} >%s 2>%s",
                   scratch_path("out"), scratch_path("err"));
    status = system(command);
    ck_assert_msg(WIFEXITED(status), "%s: no exit", command);
    read_text("out", program_out);
    read_text("err", program_err);
    return WEXITSTATUS(status);
}

void program_prints(const char *words, const char *expected)
{
    ck_assert_msg(program_run(words) == 0, "%s: %s", words, program_err);
    ck_assert_str_eq(program_out, expected);
    ck_assert_str_eq(program_err, "");
}

/* A script gets a sentence as one line. */
static void is_one_line(void)
{
    const char *end = strchr(program_err, '\n');

    ck_assert_msg(end && end[1] == '\0', "not one line: %s", program_err);
}

void program_refuses(const char *words, const char *expected)
{
    ck_assert_msg(program_run(words) == 2, "%s: status is not 2", words);
    is_one_line();
    ck_assert_msg(strstr(program_err, "argument") == NULL, "%s: %s", words,
                  program_err);
    ck_assert_msg(strstr(program_err, expected) != NULL, "%s: '%s' lacks '%s'",
                  words, program_err, expected);
    ck_assert_str_eq(program_out, "");
    ck_assert_int_eq(strncmp(program_err, "convlings: ", 11), 0);
}
