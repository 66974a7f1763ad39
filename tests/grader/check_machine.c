/* The judge on machines that have less than this one, or are broken: what it
 * then does, and what it says of a submission that tried what it must not. */
#include "tests/support/suite.h"

#include "explain.h"
#include "fault.h"
#include "files.h"
#include "sandbox.h"
#include "tests/support/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <seccomp.h>
#endif

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

#define SOLUTION                                                               \
    CONVLINGS_BUILD                                                            \
    "/bin/judge check correlate_1d --format line --seed 1 --file"              \
    " solutions/01-cross-correlation/1_correlate_1d.c"

/* Runs the judge; its exit status. */
static int judge(const char *variables, const char *options)
{
    char command[800];
    snprintf(command, sizeof command, "%s " SOLUTION " %s >/dev/null 2>&1",
             variables, options);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(test_without_a_sandbox_grading_can_be_refused)
{
    unsetenv("CONVLINGS_SANDBOX");
    ck_assert_int_eq(judge("CONVLINGS_SANDBOX=none", ""), 0);
    ck_assert_int_eq(judge("CONVLINGS_SANDBOX=none", "--require-sandbox"),
                     EXIT_FAULT);
    ck_assert_int_eq(judge("CONVLINGS_SANDBOX=landlock", "--require-sandbox"),
                     EXIT_FAULT);
    ck_assert_int_eq(judge("", "--require-sandbox"),
                     sandbox_lacks() == NULL ? 0 : EXIT_FAULT);
}
END_TEST

/* A folder where nothing can be executed or written is no learner's fault. */
START_TEST(test_a_machine_that_cannot_is_a_grader_error)
{
    ck_assert_int_eq(judge("TMPDIR=/nonexistent", ""), EXIT_FAULT);
    ck_assert_int_eq(judge("PATH=/nonexistent", ""), EXIT_FAULT);
}
END_TEST

/* A compiler that fails once, or always, without a complaint about the file,
 * as when the machine has no memory left. */
START_TEST(test_a_compiler_that_fails_once_is_asked_again)
{
    static const char *const fails[] = {"[ -e once ] || { touch once; fail; }",
                                        "fail"};
    char path[300], variables[400];
    snprintf(path, sizeof path, "%s/%.*s", scratch_path("."),
             (int)strcspn(CONVLINGS_CC, " "), CONVLINGS_CC);
    FILE *f = need(fopen(path, "w"));
    fprintf(
        f,
        "#!/bin/sh\nPATH=/usr/local/bin:/usr/bin:/bin\nfail() { echo"
        " 'cc: fatal error: Killed signal terminated program cc1' >&2;"
        " exit 1; }\ncase \" $* \" in *' -c '*) %s ;; esac\nexec " CONVLINGS_CC
        " \"$@\"\n",
        fails[_i]);
    fclose(f);
    ck_assert_int_eq(
        chmod(path, S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH), 0);
    snprintf(variables, sizeof variables, "PATH=%s:$PATH", scratch_path("."));
    chmod(scratch_path("."), S_IRWXU | S_IXOTH); /* for another user, too */
    int status = judge(variables, "");
    remove(path);
    ck_assert_int_eq(status, _i == 0 ? 0 : EXIT_FAULT);
}
END_TEST

#ifdef __linux__
/* What a submission tried is said, if only it can tell. */
static const struct {
    const char *body, *says;
} tried[] = {
    {"open(\"/etc/passwd\", O_RDONLY);", "tried to open a file (open"},
    {"fork();", "tried to start a process or a thread (clone"},
    {"socket(AF_INET, SOCK_STREAM, 0);", "tried to use the network (socket)"},
    {"kill(1, 9);", "tried to end another process (kill)"},
    {"signal(SIGSYS, SIG_DFL); access(\"/\", 0);", "asked the system for"},
};

START_TEST(test_what_was_tried_is_said)
{
    char problem[80], path[300], text[700], sentence[SENTENCE_BYTES];
    unsetenv("CONVLINGS_SANDBOX");
    if (strstr(sandbox_words(), "seccomp") == NULL)
        return;
    snprintf(path, sizeof path, "%s", scratch_path("tries.c"));
    int size = snprintf(
        text, sizeof text,
        "#define _GNU_SOURCE\n#include \"exercises.h\"\n#include <fcntl.h>\n"
        "#include <signal.h>\n#include <sys/socket.h>\n#include <unistd.h>\n"
        "void correlate_1d(const float *x, int n, const float *k, int m,"
        " float *y) { %s y[0] = x[0] + k[0] + n + m; }\n",
        tried[_i].body);
    ck_assert(file_write(path, text, (size_t)size));
    struct verdict *v =
        grade(catalog_find("correlate_1d", problem, 80), path, 1);
    ck_assert_int_eq(v->kind, VERDICT_FORBIDDEN);
    explain_sentence(v, sentence, sizeof sentence);
    ck_assert_msg(strstr(sentence, tried[_i].says) != NULL, "%s: %s",
                  tried[_i].body, sentence);
    verdict_free(v);
}
END_TEST

/* What a container's default profile refuses: namespaces, mounts, tracing. */
static bool enter_container(void)
{
    static const char *const refused[] = {
        "unshare",          "setns",       "mount",
        "umount2",          "pivot_root",  "ptrace",
        "process_vm_readv", "bpf",         "keyctl",
        "add_key",          "userfaultfd", "perf_event_open",
        "io_uring_setup",   "clone3"};
    scmp_filter_ctx c = seccomp_init(SCMP_ACT_ALLOW);
    for (int i = 0; i < COUNT(refused); i++)
        seccomp_rule_add(
            c,
            SCMP_ACT_ERRNO(strcmp(refused[i], "clone3") == 0 ? ENOSYS : EPERM),
            seccomp_syscall_resolve_name(refused[i]), 0);
    const unsigned long namespaces = 0x7e020000;
    for (int bit = 0; bit < 32; bit++)
        if (namespaces >> bit & 1)
            seccomp_rule_add(
                c, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                SCMP_A0(SCMP_CMP_MASKED_EQ, 1ul << bit, 1ul << bit));
    return seccomp_load(c) == 0;
}

/* In a process of its own, for there is no way out again, and a search for
 * leaks at its end would need what is refused. */
static noreturn void grade_in_container(const char *sandbox)
{
    char command[200];
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    if (!enter_container())
        _exit(1);
    snprintf(command, sizeof command,
             CONVLINGS_BUILD "/bin/judge doctor | grep -qxF 'sandbox: %s'",
             sandbox);
    if (system(command) != 0)
        _exit(2);
    _exit(judge("", "") == 0 ? 0 : 3);
}

START_TEST(test_a_container_takes_nothing_away)
{
    int status;
    unsetenv("CONVLINGS_SANDBOX");
    const char *sandbox = sandbox_words();
    if (strstr(sandbox, "seccomp") == NULL)
        return;
    pid_t pid = fork();
    if (pid == 0)
        grade_in_container(sandbox);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
}
END_TEST
#endif

static void fill(void)
{
    suite_case("machine");
    suite_test(test_without_a_sandbox_grading_can_be_refused);
    suite_test(test_a_machine_that_cannot_is_a_grader_error);
    suite_loop(test_a_compiler_that_fails_once_is_asked_again, 2);
#ifdef __linux__
    suite_loop(test_what_was_tried_is_said, COUNT(tried));
    suite_test(test_a_container_takes_nothing_away);
#endif
}

int main(void)
{
    files_go_to_root();
    scratch_new();
    int status = suite_main("machine", fill);
    scratch_free();
    return status;
}
