/* Tests of reference/tools/unfinished.c: an interrupted program leaves no
 * temporary file behind. It is interrupted where it surely writes: one output
 * is complete under its temporary name, the other fills a pipe that nobody
 * reads. */
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/support/npy_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

/* More than a pipe holds. */
#define MANY "100000"

static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

/* The program in place of this process, with its results into a pipe. What
 * started the tests may have told them to ignore signals. */
static void become_program(int pipe_end)
{
    const char *path = getenv("CONVLINGS");

    for (int i = 0; i < 3; i++)
        (void)signal(numbers[i], SIG_DFL);
    if (!path || !*path)
        path = "build/bin/convlings";
    (void)dup2(pipe_end, STDOUT_FILENO);
    (void)execl(path, path, "max_pool1d", "--input", scratch_path("x.npy"),
                "--kernel-size", "1", "--return-indices", scratch_path("i.npy"),
                "--output", "-", (char *)NULL);
    _exit(127);
}

static void rest_a_little(void)
{
    const struct timespec pause = {.tv_nsec = 5000000};

    (void)nanosleep(&pause, NULL);
}

/* Runs the program until it writes, sends it a signal and gives back how it
 * ended. */
static int interrupted(int number)
{
    int ends[2], status = 0, files;
    pid_t program;

    (void)scratch_new();
    npy_put("one.npy", "1,1", "1");
    ck_assert_int_eq(program_run("adaptive_avg_pool1d --input one.npy "
                                 "--output-size " MANY " --output x.npy"),
                     0);
    files = scratch_count();
    ck_assert_int_eq(pipe(ends), 0);
    program = fork();
    if (program == 0)
        become_program(ends[1]);
    ck_assert_int_gt(program, 0);
    for (int i = 0; i < 1000 && scratch_count() == files; i++)
        rest_a_little();
    ck_assert_int_eq(scratch_count(), files + 1);
    ck_assert(!npy_exists("i.npy"));
    for (int i = 0; i < 10; i++)
        rest_a_little();
    ck_assert_int_eq(kill(program, number), 0);
    ck_assert_int_eq(waitpid(program, &status, 0), program);
    ck_assert_int_eq(scratch_count(), files);
    (void)close(ends[0]);
    (void)close(ends[1]);
    scratch_free();
    return status;
}

/* Would pass unseen: .convlings-1234-0, hidden, as large as the result. */
START_TEST(test_interrupted_leaves_no_file)
{
    int status = interrupted(numbers[_i]);

    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), numbers[_i]);
}
END_TEST

/* Would pass unseen: a program that a limit kills while it writes. */
START_TEST(test_beyond_a_limit_leaves_no_file)
{
    const struct rlimit limit = {16384, 16384};
    int files;

    (void)scratch_new();
    npy_put("one.npy", "1,1", "1");
    scratch_write("out", "", 0);
    scratch_write("err", "", 0);
    files = scratch_count();
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    program_refuses("adaptive_avg_pool1d --input one.npy --output-size " MANY
                    " --output y.npy",
                    ": y.npy: cannot be written: ");
    ck_assert_int_eq(scratch_count(), files);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_beyond_a_limit_leaves_no_file);
    suite_loop(test_interrupted_leaves_no_file, 3);
}

int main(void)
{
    return suite_main("unfinished", fill);
}
