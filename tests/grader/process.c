#include "process.h"

#include "fault.h"
#include "protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* The judge's ends of the three pipes of a running job. */
struct ends {
    int request, reply, text;
};

double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit r = {soft, hard};
    setrlimit(resource, &r);
}

static void limits(const struct job *job)
{
    rlim_t seconds = (rlim_t)job->seconds + 1;
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, seconds, seconds + 1);
    limit(RLIMIT_FSIZE, job->file_bytes, job->file_bytes);
    if (job->memory_bytes > 0)
        limit(RLIMIT_AS, job->memory_bytes, job->memory_bytes);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
}

/* Moves a descriptor out of the way of 0 to 4, then to its place. */
static int above(int fd)
{
    return fcntl(fd, F_DUPFD, REPLY_FD + 1);
}

static void child(const struct job *job, int request, int reply, int text)
{
    int null = open("/dev/null", O_RDWR);
    request = above(request);
    reply = above(reply);
    text = above(text);
    setpgid(0, 0);
    if (null < 0 || dup2(null, 0) < 0 || dup2(text, 1) < 0 ||
        dup2(text, 2) < 0 || dup2(request, REQUEST_FD) < 0 ||
        dup2(reply, REPLY_FD) < 0)
        _exit(126);
    for (int fd = REPLY_FD + 1; fd < 64; fd++)
        close(fd);
    if (job->folder != NULL && chdir(job->folder) != 0)
        _exit(126);
    signal(SIGPIPE, SIG_DFL);
    limits(job);
    extern char **environ;
    environ = (char **)(void *)job->env;
    execvp(job->argv[0], (char *const *)(void *)job->argv);
    _exit(127);
}

static void set_up(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static pid_t start(const struct job *job, struct ends *ends)
{
    int request[2], reply[2], text[2];
    if (pipe(request) != 0 || pipe(reply) != 0 || pipe(text) != 0)
        grader_fault("no pipe: %s", strerror(errno));
    pid_t pid = fork();
    if (pid < 0)
        grader_fault("no process: %s", strerror(errno));
    if (pid == 0) {
        close(request[1]);
        close(reply[0]);
        close(text[0]);
        child(job, request[0], reply[1], text[1]);
    }
    setpgid(pid, pid);
    close(request[0]);
    close(reply[1]);
    close(text[1]);
    *ends = (struct ends){request[1], reply[0], text[0]};
    set_up(ends->request);
    set_up(ends->reply);
    set_up(ends->text);
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

/* Talks to the job until it closes its pipes, breaks a limit, or is out of
 * time. A reply longer than the limit ends it like a flood of text. A child
 * of the job that outlives it keeps nobody waiting. */
static void talk(const struct job *job, struct ends *ends, struct job_end *end,
                 pid_t pid, double deadline)
{
    size_t sent = 0, text_seen = 0, reply_seen = 0;
    while (ends->text >= 0 || ends->reply >= 0) {
        double left = deadline - seconds_now();
        end->timed_out = left <= 0;
        end->flooded =
            text_seen > TEXT_FLOOD_BYTES || reply_seen > job->reply_limit;
        if (end->timed_out || end->flooded)
            return;
        struct pollfd fds[3] = {{ends->request, POLLOUT, 0},
                                {ends->reply, POLLIN, 0},
                                {ends->text, POLLIN, 0}};
        int wait = left < 0.05 ? (int)(left * 1000) + 1 : 50;
        int ready = poll(fds, 3, wait);
        if (ready == 0 && is_dead(pid))
            return;
        if (ready <= 0)
            continue;
        if (fds[0].revents != 0)
            feed(&ends->request, job, &sent);
        if (fds[1].revents != 0)
            drain(&ends->reply, end->reply, &end->reply_bytes, job->reply_limit,
                  &reply_seen);
        if (fds[2].revents != 0)
            drain(&ends->text, (unsigned char *)end->text, &end->text_bytes,
                  job->text_limit, &text_seen);
    }
    end->text_cut = text_seen > end->text_bytes;
}

/* Waits for the process until the deadline without using the CPU much. */
static bool gone(pid_t pid, int *status, double deadline)
{
    const struct timespec nap = {0, 200000};
    for (;;) {
        if (waitpid(pid, status, WNOHANG) == pid)
            return true;
        if (seconds_now() > deadline)
            return false;
        nanosleep(&nap, NULL);
    }
}

struct job_end job_run(const struct job *job)
{
    struct job_end end = {0};
    struct ends ends;
    double begin = seconds_now(), deadline = begin + job->seconds;
    end.reply = need(malloc(job->reply_limit + 1));
    end.text = need(malloc(job->text_limit + 1));
    signal(SIGPIPE, SIG_IGN);
    pid_t pid = start(job, &ends);
    talk(job, &ends, &end, pid, deadline);
    bool ended = false;
    if (!end.timed_out && !end.flooded) {
        ended = gone(pid, &end.status, deadline);
        end.timed_out = !ended;
    }
    kill(-pid, SIGKILL);
    if (!ended)
        waitpid(pid, &end.status, 0);
    if (WIFSIGNALED(end.status) && WTERMSIG(end.status) == SIGXCPU)
        end.timed_out = true;
    shut(&ends.request);
    shut(&ends.reply);
    shut(&ends.text);
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
