/* What a program can do in each room, on machines that have all, some or none
 * of the means: one small static program tries everything, and says with its
 * exit status whether it did harm. */
#include "tests/support/suite.h"

#include "fault.h"
#include "files.h"
#include "process.h"
#include "tests/support/scratch.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HARM = 7, U = 1, S = 2, L = 4 };

/* What is tried: a C expression that is true when it worked; and which of
 * the means stop it (U: another user than the judge, S: the filter for
 * system calls, which ends the program, L: Landlock). */
static const struct attempt {
    const char *name, *works;
    int stops;
} attempts[] = {
    {"read a file", "open(\"/etc/passwd\", O_RDONLY) >= 0", S | L},
    {"list a folder", "open(\"/\", O_RDONLY | O_DIRECTORY) >= 0", S | L},
    {"write a file", "open(\"/tmp\", O_TMPFILE | O_WRONLY, 0600) >= 0", S | L},
    {"look for a file", "access(\"/etc/passwd\", F_OK) == 0", S},
    {"make a socket", "socket(AF_INET, SOCK_STREAM, 0) >= 0", S},
    {"bind a port", "bind(socket(AF_INET, SOCK_STREAM, 0), &any, 16) == 0",
     S | L},
    {"fork", "forks()", S | U},
    {"signal the judge", "kill(getppid(), 0) == 0", S | U | L},
    {"trace the judge", "ptrace(PTRACE_SEIZE, getppid(), 0, 0) == 0",
     S | U | L},
    {"read the judge",
     "process_vm_readv(getppid(), &vec, 1, &vec, 1, 0) != -1 || errno =="
     " EFAULT",
     S | U | L},
    {"unshare", "unshare(CLONE_NEWUSER) == 0", S},
    {"execute",
     "execl(\"/bin/sh\", \"sh\", \"-c\", \"exit 7\", (char *)0)"
     " == 0",
     S | L},
    {"make a file in memory", "memfd_create(\"x\", 0) >= 0", S},
    {"use io_uring", "syscall(SYS_io_uring_setup, 1, params) >= 0", S},
    {"raise its limits", "raises()", S | U},
#ifdef __x86_64__
    {"use int 0x80", "int80() == getpid()", S},
    {"use x32", "syscall(0x40000000 | SYS_getppid) == getppid()", S},
#endif
};

/* What no room lets happen, whatever the machine has. */
static const struct attempt never[] = {
    {"execute itself again",
     "syscall(SYS_execveat, 40, \"\", again, again + 2, AT_EMPTY_PATH)"
     " == 0",
     0},
    {"find an open descriptor", "has_open(5, 4096)", 0},
    {"find a variable", "environ[0] != NULL", 0},
    {"leave a core", "core() != 0", 0},
};

/* What correct programs do. */
static const struct attempt honest[] = {
    {"print", "printf(\"%s %g\\n\", \"text\", sqrt(2)) > 0", 0},
    {"warn", "(perror(\"warning\"), fprintf(stderr, \"!\\n\") > 0)", 0},
    {"take 100 MB", "takes(100 << 20)", 0},
    {"use a megabyte of stack", "stack(1 << 20)", 0},
    {"assert", "({ assert(argc > 0); 1; })", 0},
    {"compute", "cos(argc) < 2 && pow(2, argc) > 0 && fabs(erf(1)) < 1", 0},
    {"sort", "sorts()", 0},
    {"ask the time", "time(NULL) > 0 && clock() >= 0 && seconds() > 0", 0},
    {"draw a number", "(srand((unsigned)time(NULL)), rand() >= 0)", 0},
    {"ask whether it is a terminal", "isatty(1) == 0", 0},
    {"read to the end", "getchar() == EOF", 0},
};

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

static const char head[] =
    "#define _GNU_SOURCE\n"
    "#include <assert.h>\n#include <errno.h>\n#include <fcntl.h>\n"
    "#include <math.h>\n#include <netinet/in.h>\n#include <sched.h>\n"
    "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
    "#include <string.h>\n#include <sys/mman.h>\n#include <sys/ptrace.h>\n"
    "#include <sys/resource.h>\n#include <sys/socket.h>\n"
    "#include <sys/syscall.h>\n#include <sys/uio.h>\n#include <time.h>\n"
    "#include <unistd.h>\n"
    "static struct sockaddr_in in = {.sin_family = AF_INET};\n"
    "#define any *(struct sockaddr *)&in\n"
    "static char byte, params[1024], *again[] = {\"x\", \"harm\", NULL};\n"
    "static struct iovec vec = {&byte, 1};\n"
    "static int forks(void) { int p = fork(); if (p == 0) _exit(0);"
    " return p > 0; }\n"
    "static int raises(void) { struct rlimit r = {9999, 9999};"
    " return setrlimit(RLIMIT_CPU, &r) == 0; }\n"
    "static int core(void) { struct rlimit r;"
    " return getrlimit(RLIMIT_CORE, &r) != 0 || r.rlim_max != 0; }\n"
    "static int has_open(int a, int b) { for (; a < b; a++)"
    " if (fcntl(a, F_GETFD) >= 0) return 1; return 0; }\n"
    "static int takes(int n) { char *p = malloc(n); if (!p) return 0;"
    " memset(p, 1, n); int got = p[n / 2]; free(p); return got; }\n"
    "static int stack(int n) { volatile char a[n]; memset((char *)a, 1, n);"
    " return a[n / 2]; }\n"
    "static int order(const void *a, const void *b)"
    " { return *(const int *)a - *(const int *)b; }\n"
    "static int sorts(void) { static int a[50000]; a[0] = 1;"
    " qsort(a, 50000, sizeof *a, order); return a[49999] == 1; }\n"
    "static double seconds(void) { struct timespec t;"
    " clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1.0; }\n"
    "#ifdef __x86_64__\n"
    "static int int80(void) { int r; __asm__ volatile(\"int $0x80\""
    " : \"=a\"(r) : \"a\"(20) : \"memory\"); return r; }\n"
    "#endif\n"
    "int main(int argc, char **argv) {\n";

static char program[300];

static void add_attempts(FILE *f, const struct attempt *list, int count)
{
    for (int i = 0; i < count; i++)
        fprintf(f, "if (!strcmp(argv[1], \"%s\")) return (%s) ? %d : 1;\n",
                list[i].name, list[i].works, HARM);
}

/* Writes and compiles the program, outside of any room. */
static void build_program(void)
{
    char source[300], command[1000];
    snprintf(source, sizeof source, "%s", scratch_path("attempt.c"));
    snprintf(program, sizeof program, "%s", scratch_path("attempt"));
    FILE *f = need(fopen(source, "w"));
    fputs(head, f);
    add_attempts(f, attempts, COUNT(attempts));
    add_attempts(f, never, COUNT(never));
    add_attempts(f, honest, COUNT(honest));
    fprintf(f, "return !strcmp(argv[1], \"harm\") ? %d : 2; }\n", HARM);
    fclose(f);
    snprintf(command, sizeof command, "cc -w -O1 -static %s -o %s -lm", source,
             program);
    if (system(command) != 0)
        grader_fault("the program that tries everything does not compile");
}

/* The machines that are tried: the means that may be used, as far as this
 * one has them. */
static const char *const machines[] = {"uid seccomp landlock", "seccomp",
                                       "landlock", "uid", "none"};

enum { MACHINES = sizeof machines / sizeof machines[0] };

/* The means of the machine that this one is made to be; said once each. */
static int means_of(int machine)
{
    setenv("CONVLINGS_SANDBOX", machines[machine], 1);
    const char *words = sandbox_words();
    return (strstr(words, "uid") != NULL ? U : 0) |
           (strstr(words, "seccomp") != NULL ? S : 0) |
           (strstr(words, "landlock") != NULL ? L : 0);
}

/* Who is no root is stopped from some things by that alone. */
static int means_beside(void)
{
    return geteuid() != 0 ? U : 0;
}

static struct job_end try(const struct attempt *a)
{
    const char *const argv[] = {program, a->name, NULL};
    const char *const env[] = {NULL};
    const struct job job = {.argv = argv,
                            .env = env,
                            .folder = "/",
                            .seconds = 5,
                            .memory_bytes = (size_t)512 << 20,
                            .reply_limit = 100,
                            .text_limit = 1000,
                            .room = ROOM_RUN};
    return job_run(&job);
}

static bool harmed(const struct job_end *end)
{
    return WIFEXITED(end->status) && WEXITSTATUS(end->status) == HARM;
}

START_TEST(test_harm_is_stopped_by_what_the_machine_has)
{
    int means = means_of(_i);
    for (int i = 0; i < COUNT(attempts); i++) {
        struct job_end end = try(&attempts[i]);
        if (attempts[i].stops & means)
            ck_assert_msg(!harmed(&end), "%s: %s worked", machines[_i],
                          attempts[i].name);
        if (attempts[i].stops & means & S)
            ck_assert_msg(WIFSIGNALED(end.status) &&
                              WTERMSIG(end.status) == SIGSYS,
                          "%s: %s was not the end (status %x)", machines[_i],
                          attempts[i].name, (unsigned)end.status);
        job_end_free(&end);
    }
}
END_TEST

/* Without any means some of it works, or the attempts are no attempts. */
START_TEST(test_the_attempts_are_real)
{
    int works = 0, expected = 0, means = means_of(MACHINES - 1);
    for (int i = 0; i < COUNT(attempts); i++) {
        struct job_end end = try(&attempts[i]);
        works += harmed(&end);
        expected += !(attempts[i].stops & (means | means_beside()));
        if (!harmed(&end))
            printf("  not to be had here anyway: %s\n", attempts[i].name);
        job_end_free(&end);
    }
    ck_assert_int_ge(2 * works, expected);
    ck_assert_int_ge(works, 5);
}
END_TEST

START_TEST(test_some_things_never_work)
{
    means_of(_i);
    for (int i = 0; i < COUNT(never); i++) {
        struct job_end end = try(&never[i]);
        ck_assert_msg(!harmed(&end), "%s: %s worked", machines[_i],
                      never[i].name);
        job_end_free(&end);
    }
}
END_TEST

START_TEST(test_honest_programs_work_everywhere)
{
    means_of(_i);
    for (int i = 0; i < COUNT(honest); i++) {
        struct job_end end = try(&honest[i]);
        ck_assert_msg(harmed(&end), "%s: cannot %s (status %x): %s",
                      machines[_i], honest[i].name, (unsigned)end.status,
                      end.text);
        job_end_free(&end);
    }
}
END_TEST

/* ---- the room of the compiler -------------------------------------------- */

static const char *const plain_env[] = {"PATH=/usr/bin:/bin", NULL};

static int shell(const char *command, enum room room, struct job_end *end)
{
    const char *const argv[] = {"sh", "-c", command, NULL};
    char folder[300];
    snprintf(folder, sizeof folder, "%s", scratch_path("own"));
    sandbox_give(folder);
    const struct job job = {.argv = argv,
                            .env = plain_env,
                            .folder = folder,
                            .seconds = 5,
                            .file_bytes = 1 << 20,
                            .text_limit = 1000,
                            .room = room};
    *end = job_run(&job);
    return WIFEXITED(end->status) ? WEXITSTATUS(end->status) : -1;
}

START_TEST(test_a_compiler_reads_the_toolchain_and_writes_its_folder)
{
    static const struct {
        const char *command;
        int stops; /* 0: must work */
    } tries[] = {
        {"echo x >file && cat file", 0},
        {"cat /usr/include/stdio.h >/dev/null", 0},
        {"cat /etc/passwd", L},
        {"cat ../attempt.c", L | U},
        {"echo x >../mark", L | U},
        {"cp /bin/true /tmp/convlings_mark && rm /tmp/convlings_mark", L},
        {"echo x >/usr/include/convlings_mark", L | U},
        {"kill -0 $PPID", S | U | L},
    };
    struct job_end end;
    int means = means_of(_i);
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        if (tries[i].stops != 0 && !(tries[i].stops & means))
            continue;
        int status = shell(tries[i].command, ROOM_COMPILE, &end);
        ck_assert_msg((status == 0) == (tries[i].stops == 0), "%s: %s: %d",
                      machines[_i], tries[i].command, status);
        job_end_free(&end);
    }
}
END_TEST

/* A daemon with a session of its own, its parents gone, that holds the pipe
 * open and says who it is. */
START_TEST(test_nothing_outlives_a_job)
{
    static const enum room rooms[] = {ROOM_OPEN, ROOM_COMPILE};
    struct job_end end;
    means_of(_i);
    for (int i = 0; i < 2; i++) {
        double begin = seconds_now();
        shell("(setsid sh -c 'echo $$; exec sleep 1000' &) & sleep 0.2",
              rooms[i], &end);
        long pid = strtol(end.text, NULL, 10);
        ck_assert_msg(pid > 1, "no daemon: %s", end.text);
        ck_assert_int_eq(kill((pid_t)pid, 0), -1);
        ck_assert_int_eq(errno, ESRCH);
        ck_assert_msg(seconds_now() - begin < 3, "somebody waited");
        job_end_free(&end);
    }
}
END_TEST

static void fill(void)
{
    suite_case("rooms");
    suite_loop(test_harm_is_stopped_by_what_the_machine_has, MACHINES);
    suite_test(test_the_attempts_are_real);
    suite_loop(test_some_things_never_work, MACHINES);
    suite_loop(test_honest_programs_work_everywhere, MACHINES);
    suite_loop(test_a_compiler_reads_the_toolchain_and_writes_its_folder,
               MACHINES);
    suite_loop(test_nothing_outlives_a_job, MACHINES);
}

int main(void)
{
    files_go_to_root();
    unsetenv("CONVLINGS_SANDBOX");
    if (system(CONVLINGS_BUILD "/bin/judge doctor") !=
        0) /* what is there to be tried */
        return EXIT_FAILURE;
    scratch_new();
    build_program();
    char own[300];
    snprintf(own, sizeof own, "%s", scratch_path("own"));
    if (mkdir(own, S_IRWXU | S_IRWXG) != 0)
        return EXIT_FAILURE;
    int status = suite_main("sandbox", fill);
    char file[310];
    snprintf(file, sizeof file, "%s/file", own);
    remove(file);
    remove(own);
    scratch_free();
    return status;
}
