/* PyTorch, through a process of its own that runs peer_torch.py: Python is not
 * part of this program, and PyTorch brings OpenMP and BLAS of its own. The two
 * speak in lines over pipes; arrays go through a file that both map. Times are
 * taken over there, so pipes and lines are not in them. */
#include "peers.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SCRIPT "reference/bench/peer_torch.py"

/* The process; 0: there is none. */
static struct {
    pid_t pid;
    FILE *to, *from;
} worker;

/* Where Debian puts PyTorch, then whatever stands first in the PATH. */
static const char *const pythons[] = {"/usr/bin/python3", "python3"};

typedef struct torch_state {
    const bench_problem *p;
    char file[64];
    float *map; /* MAP_FAILED: there is none */
    size_t bytes;
    ptrdiff_t y; /* where y starts in map */
} torch_state;

static void torch_quit(void)
{
    if (!worker.pid)
        return;
    (void)fclose(worker.to);
    (void)fclose(worker.from);
    (void)waitpid(worker.pid, NULL, 0);
    worker.pid = 0;
}

static _Noreturn void become(const char *python, int in, int out)
{
    int nothing = open("/dev/null", O_WRONLY);

    (void)dup2(in, STDIN_FILENO);
    (void)dup2(out, STDOUT_FILENO);
    (void)dup2(nothing, STDERR_FILENO);
    (void)execlp(python, python, SCRIPT, (char *)NULL);
    _exit(127);
}

/* An answer; NULL if the process is gone. */
static char *answer(char *line, int bytes)
{
    if (!fgets(line, bytes, worker.from))
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static int start(const char *python, int threads)
{
    int to[2], from[2];
    pid_t pid;

    if (pipe(to) != 0 || pipe(from) != 0)
        return -1;
    (void)fflush(NULL);
    pid = fork();
    if (pid < 0)
        return -1;
    if (pid == 0) {
        (void)close(to[1]);
        (void)close(from[0]);
        become(python, to[0], from[1]);
    }
    (void)close(to[0]);
    (void)close(from[1]);
    (void)fcntl(to[1], F_SETFD, FD_CLOEXEC);
    (void)fcntl(from[0], F_SETFD, FD_CLOEXEC);
    worker.pid = pid;
    worker.to = fdopen(to[1], "w");
    worker.from = fdopen(from[0], "r");
    (void)fprintf(worker.to, "%d\n", threads);
    (void)fflush(worker.to);
    return 0;
}

static int torch_ready(int threads, char *text, size_t text_bytes)
{
    char line[256];

    if (access(SCRIPT, R_OK) != 0) {
        (void)snprintf(text, text_bytes,
                       "%s is not here: run make bench in "
                       "the project's folder",
                       SCRIPT);
        return -1;
    }
    (void)signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; i < sizeof pythons / sizeof pythons[0]; i++) {
        if (start(pythons[i], threads) != 0)
            break;
        if (answer(line, sizeof line) && strncmp(line, "ready ", 6) == 0) {
            (void)snprintf(text, text_bytes, "%s", line + 6);
            return 0;
        }
        torch_quit();
    }
    (void)snprintf(text, text_bytes, "no python3 here can import torch");
    return -1;
}

/* As peer_torch.py has it. */
static ptrdiff_t padded(ptrdiff_t count)
{
    return (count + 15) / 16 * 16;
}

static int make_file(torch_state *s)
{
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    void *map = MAP_FAILED;
    int file;

    (void)snprintf(s->file, sizeof s->file,
                   "%s/convlings-bench-XX"
                   "XX"
                   "XX",
                   folder);
    file = mkstemp(s->file);
    if (file < 0)
        return -1;
    if (ftruncate(file, (off_t)s->bytes) == 0)
        map = mmap(NULL, s->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    (void)close(file);
    s->map = map;
    return map == MAP_FAILED ? -1 : 0;
}

static void fill_file(const torch_state *s)
{
    const bench_problem *p = s->p;
    float *to = s->map;

    memcpy(to, p->x, (size_t)p->sizes.x * sizeof *to);
    to += padded(p->sizes.x);
    if (p->w) {
        memcpy(to, p->w, (size_t)p->sizes.w * sizeof *to);
        to += padded(p->sizes.w);
        memcpy(to, p->bias, (size_t)p->layer.c_out * sizeof *to);
    }
}

static void say_axes(const int axes[3])
{
    (void)fprintf(worker.to, " %d %d %d", axes[0], axes[1], axes[2]);
}

static int open_there(const torch_state *s)
{
    static const char *const kinds[] = {"conv", "max", "avg"};
    const bench_layer *l = &s->p->layer;
    char line[256];

    (void)fprintf(worker.to, "open %s %s %d %d %d %d %d", s->file,
                  kinds[l->kind], l->rank, l->n, l->c_in, l->c_out, l->groups);
    say_axes(l->in);
    say_axes(l->k);
    say_axes(l->s);
    say_axes(l->p);
    say_axes(l->d);
    (void)fputc('\n', worker.to);
    (void)fflush(worker.to);
    return answer(line, sizeof line) && strcmp(line, "ok") == 0 ? 0 : -1;
}

static void torch_close(void *state)
{
    torch_state *s = state;

    if (s->map != MAP_FAILED)
        (void)munmap(s->map, s->bytes);
    free(s);
}

static void *torch_open(const bench_problem *p)
{
    torch_state *s = calloc(1, sizeof *s);
    int failed;

    if (!s)
        return NULL;
    s->p = p;
    s->map = MAP_FAILED;
    s->y = padded(p->sizes.x) + padded(p->sizes.w) +
           padded(p->w ? p->layer.c_out : 0);
    s->bytes = (size_t)(s->y + padded(p->sizes.y)) * sizeof(float);
    failed = p->pad_mode != REF_PAD_ZEROS || make_file(s) != 0;
    if (!failed) {
        fill_file(s);
        failed = open_there(s) != 0;
    }
    if (s->file[0])
        (void)unlink(s->file); /* both have it mapped, or nobody needs it */
    if (failed) {
        torch_close(s);
        return NULL;
    }
    return s;
}

static double done(void)
{
    char line[256];

    (void)fflush(worker.to);
    if (!answer(line, sizeof line) || strncmp(line, "done ", 5) != 0)
        return -1;
    return 1e-9 * strtod(line + 5, NULL);
}

static int torch_run(void *state)
{
    const torch_state *s = state;

    (void)fprintf(worker.to, "run 1\n");
    if (done() < 0)
        return -1;
    memcpy(s->p->y, s->map + s->y, (size_t)s->p->sizes.y * sizeof(float));
    return 0;
}

static double torch_seconds(void *state, int warm, int calls)
{
    (void)state;
    (void)fprintf(worker.to, "time %d %d\n", warm, calls);
    return done();
}

const bench_peer bench_pytorch = {.name = "pytorch",
                                  .package = "python3-torch",
                                  .loose = 1,
                                  .ready = torch_ready,
                                  .open = torch_open,
                                  .run = torch_run,
                                  .seconds = torch_seconds,
                                  .close = torch_close,
                                  .quit = torch_quit};
