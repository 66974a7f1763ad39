#ifdef __linux__
#define _GNU_SOURCE /* for wait4, execveat by syscall, O_PATH */
#endif

#include "process.h"

#include "fault.h"
#include "interrupt.h"
#include "orphans.h"
#include "protocol.h"
#include "syscall_filter.h"
#include "toolchain.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

/* The judge's ends of the four pipes of a running job. The last is closed by
 * the exec, or says why there was none. */
struct ends {
    int request, reply, text, report;
};

/* What a new process says when it cannot become the program. */
struct report {
    int error;
    char step[32]; /* "" when it was the exec itself */
};

/* Descriptors of the new process until its exec. */
enum { PROGRAM_FD = FILTER_EXEC_FD, REPORT_FD, FREE_FD };

double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit r = {soft, hard};
#ifdef __GLIBC__ /* an enum of its own */
    setrlimit((__rlimit_resource_t)resource, &r);
#else
    setrlimit(resource, &r);
#endif
}

static void limits(const struct job *job)
{
    rlim_t seconds = (rlim_t)job->seconds + 1;
    rlim_t open_files = job->room == ROOM_RUN ? FILTER_MAX_FD : 256;
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, seconds, seconds + 1);
    limit(RLIMIT_FSIZE, job->file_bytes, job->file_bytes);
    if (job->memory_bytes > 0)
        limit(RLIMIT_AS, job->memory_bytes, job->memory_bytes);
    if (job->room != ROOM_OPEN)
        limit(RLIMIT_NOFILE, open_files, open_files);
}

/* Closes every descriptor from first to last; -1 is the last there is. */
static void close_all(int first, int last)
{
#ifdef SYS_close_range
    unsigned end = last < 0 ? ~0u : (unsigned)last;
    if (syscall(SYS_close_range, (unsigned)first, end, 0) == 0)
        return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (last < 0)
        last = most > 0 && most < (1 << 16) ? (int)most : 1 << 16;
    for (int fd = first; fd <= last; fd++)
        close(fd);
}

/* Opens what a room executes by its descriptor. */
static int open_program(const struct job *job)
{
    if (job->room != ROOM_RUN && job->room != ROOM_EXPLAIN)
        return -1;
#ifdef O_PATH
    return open(job->argv[0], O_PATH | O_NOFOLLOW);
#else
    return open(job->argv[0], O_RDONLY | O_NOFOLLOW);
#endif
}

static noreturn void refuse(const char *step)
{
    struct report r = {.error = errno};
    strncpy(r.step, step, sizeof r.step - 1);
    ssize_t put = write(REPORT_FD, &r, sizeof r);
    _exit(put > 0 ? 127 : 126);
}

/* A copy of the descriptor above all places, so that none is overwritten. */
static int above(int fd)
{
    return fcntl(fd, F_DUPFD, FREE_FD);
}

/* Puts the descriptors where the program expects them and closes the rest,
 * then goes to its folder. */
static void settle(const struct job *job, const struct ends *given)
{
    struct ends up = {above(given->request), above(given->reply),
                      above(given->text), above(given->report)};
    int null = above(open("/dev/null", O_RDWR));
    int program = open_program(job);
    if (dup2(up.report, REPORT_FD) < 0)
        _exit(126);
    fcntl(REPORT_FD, F_SETFD, FD_CLOEXEC);
    if (program >= 0) {
        dup2(above(program), PROGRAM_FD);
        fcntl(PROGRAM_FD, F_SETFD, FD_CLOEXEC);
    }
    if (dup2(null, 0) < 0 || dup2(up.text, 1) < 0 || dup2(up.text, 2) < 0 ||
        dup2(up.request, REQUEST_FD) < 0 || dup2(up.reply, REPLY_FD) < 0)
        refuse("descriptors");
    close_all(REPLY_FD + 1, program >= 0 ? PROGRAM_FD - 1 : PROGRAM_FD);
    close_all(FREE_FD, -1);
    if (job->folder != NULL && chdir(job->folder) != 0)
        refuse("folder");
}

static noreturn void become(const struct job *job)
{
    char *const *argv = (char *const *)(void *)job->argv;
    char **env = (char **)(void *)job->env;
#ifdef SYS_execveat
    if (job->room == ROOM_RUN || job->room == ROOM_EXPLAIN) {
        syscall(SYS_execveat, PROGRAM_FD, "", argv, env, AT_EMPTY_PATH);
        refuse("");
    }
#endif
    extern char **environ;
    environ = env;
    execvp(job->argv[0], argv);
    refuse("");
}

static struct walls walls_of(const struct job *job)
{
    return (struct walls){.room = job->room,
                          .readable = toolchain_readable(),
                          .program = PROGRAM_FD,
                          .loads = job->loads,
                          .tells = job->tells};
}

static noreturn void child(const struct job *job, const struct walls *walls,
                           const struct ends *given)
{
    setpgid(0, 0);
    interrupt_forget();
    signal(SIGPIPE, SIG_DFL);
    settle(job, given);
    limits(job);
    const char *failed = sandbox_enter(walls);
    if (failed != NULL)
        refuse(failed);
    become(job);
}

/* The job that runs now, for an interruption: what it writes to goes next. */
static volatile pid_t running;

static void end_running(void)
{
    if (running <= 0)
        return;
    kill(-running, SIGKILL);
    waitpid(running, NULL, 0);
    running = 0;
}

static void set_up(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static pid_t start(const struct job *job, struct ends *ends)
{
    int request[2], reply[2], text[2], report[2];
    struct walls walls = walls_of(job);
    sandbox_prepare(&walls);
    if (pipe(request) != 0 || pipe(reply) != 0 || pipe(text) != 0 ||
        pipe(report) != 0)
        grader_fault("no pipe: %s", strerror(errno));
    struct ends given = {request[0], reply[1], text[1], report[1]};
    interrupt_mend(end_running);
    interrupt_hold(true);
    pid_t pid = fork();
    if (pid < 0)
        grader_fault("no process: %s", strerror(errno));
    if (pid == 0)
        child(job, &walls, &given);
    setpgid(pid, pid);
    running = pid;
    interrupt_hold(false);
    close(given.request);
    close(given.reply);
    close(given.text);
    close(given.report);
    *ends = (struct ends){request[1], reply[0], text[0], report[0]};
    set_up(ends->request);
    set_up(ends->reply);
    set_up(ends->text);
    set_up(ends->report);
    return pid;
}

static void shut(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Appends what can be read now; keeps at most limit bytes, counts all.
 * Closes the descriptor at its end. */
static void drain(int *fd, unsigned char *to, size_t *kept, size_t limit,
                  size_t *seen)
{
    unsigned char buffer[65536];
    ssize_t got = read(*fd, buffer, sizeof buffer);
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            shut(fd);
        return;
    }
    size_t room = limit - *kept;
    size_t keep = (size_t)got < room ? (size_t)got : room;
    memcpy(to + *kept, buffer, keep);
    *kept += keep;
    *seen += (size_t)got;
}

static void feed(int *fd, const struct job *job, size_t *sent)
{
    const unsigned char *from = job->request;
    ssize_t put = 0;
    if (*sent < job->request_bytes) {
        put = write(*fd, from + *sent, job->request_bytes - *sent);
        if (put > 0)
            *sent += (size_t)put;
    }
    bool broken = put < 0 && errno != EAGAIN && errno != EINTR;
    if (broken || *sent == job->request_bytes)
        shut(fd);
}

/* Whether the process has ended (it is not reaped here). */
static bool is_dead(pid_t pid)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == pid;
}

/* A conversation with a job, and how much was heard. */
struct talk {
    const struct job *job;
    struct ends *ends;
    struct job_end *end;
    size_t sent, text_seen, reply_seen;
};

static bool is_flood(const struct talk *t)
{
    return t->text_seen > TEXT_FLOOD_BYTES ||
           t->reply_seen > t->job->reply_limit;
}

static void hear_reply(struct talk *t)
{
    drain(&t->ends->reply, t->end->reply, &t->end->reply_bytes,
          t->job->reply_limit, &t->reply_seen);
}

static void hear_text(struct talk *t)
{
    drain(&t->ends->text, (unsigned char *)t->end->text, &t->end->text_bytes,
          t->job->text_limit, &t->text_seen);
}

/* What still lies in the pipes of a dead process; should another hold them
 * open and write on, it is not listened to for long. */
static void hear_rest(struct talk *t)
{
    for (int i = 0; i < 8 && !is_flood(t); i++) {
        if (t->ends->reply >= 0)
            hear_reply(t);
        if (t->ends->text >= 0)
            hear_text(t);
    }
}

/* Talks to the job until it closes its pipes or ends, breaks a limit, or is
 * out of time. A reply longer than the limit ends it like a flood of text. */
static void talk(struct talk *t, pid_t pid, double deadline)
{
    enum { LOOK_MS = 50 };
    struct ends *ends = t->ends;
    double look = seconds_now() + 1e-3 * LOOK_MS;
    while ((ends->text >= 0 || ends->reply >= 0) && !is_flood(t)) {
        double now = seconds_now(), left = deadline - now;
        t->end->timed_out = left <= 0;
        if (t->end->timed_out)
            return;
        if (now > look && is_dead(pid)) {
            hear_rest(t);
            return;
        }
        look = now > look ? now + 1e-3 * LOOK_MS : look;
        struct pollfd fds[3] = {{ends->request, POLLOUT, 0},
                                {ends->reply, POLLIN, 0},
                                {ends->text, POLLIN, 0}};
        double wait = 1e3 * (left < look - now ? left : look - now);
        if (poll(fds, 3, (int)wait + 1) <= 0)
            continue;
        if (fds[0].revents != 0)
            feed(&ends->request, t->job, &t->sent);
        if (fds[1].revents != 0)
            hear_reply(t);
        if (fds[2].revents != 0)
            hear_text(t);
    }
}

static size_t peak_bytes(const struct rusage *used)
{
#ifdef __APPLE__
    return (size_t)used->ru_maxrss;
#else
    return (size_t)used->ru_maxrss << 10;
#endif
}

size_t process_peak_bytes(void)
{
    struct rusage used;
    return getrusage(RUSAGE_SELF, &used) == 0 ? peak_bytes(&used) : 0;
}

/* Reaps the process, if it has ended, and notes what it used. */
static bool reap(pid_t pid, struct job_end *end, int how)
{
    struct rusage used;
    if (wait4(pid, &end->status, how, &used) != pid)
        return false;
    end->peak_bytes = peak_bytes(&used);
    end->cpu_seconds =
        (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
        1e-6 * (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
    return true;
}

/* Waits for the process until the deadline without using the CPU much. */
static bool gone(pid_t pid, struct job_end *end, double deadline)
{
    const struct timespec nap = {0, 100000};
    for (;;) {
        if (reap(pid, end, WNOHANG))
            return true;
        if (seconds_now() > deadline)
            return false;
        nanosleep(&nap, NULL);
    }
}

/* Why the process did not become the program, if it did not. */
static void read_report(struct job_end *end, int fd)
{
    struct report r;
    if (read(fd, &r, sizeof r) != (ssize_t)sizeof r)
        return;
    if (r.step[0] != '\0')
        grader_fault("a process cannot be shut in (%s): %s", r.step,
                     strerror(r.error));
    end->not_started = r.error;
}

struct job_end job_run(const struct job *job)
{
    struct job_end end = {0};
    struct ends ends;
    struct talk t = {.job = job, .ends = &ends, .end = &end};
    struct orphans before;
    double begin = seconds_now(), deadline = begin + job->seconds;
    end.reply = need(malloc(job->reply_limit + 1));
    end.text = need(malloc(job->text_limit + 1));
    signal(SIGPIPE, SIG_IGN);
    bool alone = sandbox_keeps_alone(job->room);
    if (!alone)
        orphans_note(&before);
    pid_t pid = start(job, &ends);
    talk(&t, pid, deadline);
    end.flooded = is_flood(&t);
    bool ended = false;
    if (!end.timed_out && !end.flooded) {
        ended = gone(pid, &end, deadline);
        end.timed_out = !ended;
    }
    kill(-pid, SIGKILL);
    if (!ended)
        reap(pid, &end, 0);
    running = 0;
    if (!alone)
        orphans_end(&before);
    if (WIFSIGNALED(end.status) && WTERMSIG(end.status) == SIGXCPU)
        end.timed_out = true;
    read_report(&end, ends.report);
    shut(&ends.request);
    shut(&ends.reply);
    shut(&ends.text);
    shut(&ends.report);
    end.text_cut = t.text_seen > end.text_bytes;
    end.text[end.text_bytes] = '\0';
    end.seconds = seconds_now() - begin;
    return end;
}

void job_end_free(struct job_end *end)
{
    free(end->reply);
    free(end->text);
    end->reply = NULL;
    end->text = NULL;
}
