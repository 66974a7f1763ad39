#include "batch.h"

#include "meter.h"
#include "submission.h"

#include "tests/grader/fault.h"
#include "tests/grader/interrupt.h"
#include "tests/grader/orphans.h"
#include "tests/grader/process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { JOBS_MAX = 256, GRACE_SECONDS = 2 };

/* One process that grades. */
struct slot {
    volatile pid_t pid; /* 0: free */
    int at;             /* which submission */
    FILE *said;         /* what it says, a file without a name */
    double deadline;
    bool asked_to_end;
};

static struct slot slots[JOBS_MAX];
static pid_t master;

/* In a signal handler. The processes that grade tidy up when they are asked
 * to end; a forked one leaves its brothers alone. */
static void end_slots(void)
{
    if (getpid() != master)
        return;
    for (int i = 0; i < JOBS_MAX; i++)
        if (slots[i].pid > 0)
            kill(slots[i].pid, SIGTERM);
    for (int i = 0; i < JOBS_MAX; i++)
        if (slots[i].pid > 0)
            waitpid(slots[i].pid, NULL, 0);
}

static struct task task_of(const struct batch *b, int at, char *pictures,
                           size_t size)
{
    const struct hand_in *h = &b->roster->of[at];
    snprintf(pictures, size, "%s/%s", b->pictures != NULL ? b->pictures : "",
             h->key);
    return (struct task){.name = h->name,
                         .id = h->id,
                         .mark = h->late ? "late" : "",
                         .path = h->path,
                         .paths = h->paths,
                         .asked = b->asked,
                         .seed = b->seed,
                         .pictures = b->pictures != NULL ? pictures : NULL};
}

static void path_of(const struct batch *b, int at, char *path, size_t size)
{
    results_path(b->results->folder, b->roster->of[at].key, path, size);
}

/* --- in the process that grades ---------------------------------------- */

/* It ends when the judge does, and tidies up before. */
static void follow(pid_t judge)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    if (getppid() != judge)
        _exit(EXIT_FAULT);
}

static noreturn void grade_one(const struct batch *b, int at, FILE *said)
{
    char path[PATH_MAX], pictures[PATH_MAX];
    struct task t = task_of(b, at, pictures, sizeof pictures);
    int null = open("/dev/null", O_RDONLY);
    follow(master);
    close(b->results->lock);
    dup2(null, 0);
    dup2(fileno(said), 1);
    dup2(fileno(said), 2);
    char *key = submission_key(&t);
    struct record *r = submission_grade(&t);
    record_set(&r->key, key);
    path_of(b, at, path, sizeof path);
    if (!record_write(r, path))
        grader_fault("%s cannot be written: %s", path, strerror(errno));
    record_free(r);
    free(key);
    exit(0);
}

/* --- in the judge ------------------------------------------------------ */

/* The record there is, if it was made from the same and is no fault. */
static struct record *kept(const struct batch *b, int at)
{
    char path[PATH_MAX], pictures[PATH_MAX], problem[300];
    struct task t = task_of(b, at, pictures, sizeof pictures);
    path_of(b, at, path, sizeof path);
    struct record *r = record_read(path, problem, (int)sizeof problem);
    if (r == NULL)
        return NULL;
    char *key = submission_key(&t);
    bool same = strcmp(r->key, key) == 0; /* a fault has no key */
    free(key);
    if (same)
        return r;
    record_free(r);
    return NULL;
}

static void start(const struct batch *b, struct slot *s, int at)
{
    fflush(NULL);
    FILE *said = need(tmpfile());
    *s = (struct slot){
        .at = at, .said = said, .deadline = seconds_now() + b->limit};
    pid_t pid = fork();
    if (pid < 0)
        grader_fault("no process: %s", strerror(errno));
    if (pid == 0)
        grade_one(b, at, said);
    s->pid = pid;
}

/* Why a process that graded gave no result: the last line it said, or how it
 * ended. */
static void reason(const struct slot *s, int status, char *why, size_t size)
{
    static const char mark[] = "grader error: ";
    char line[1000];
    if (s->asked_to_end)
        snprintf(why, size, "it was not graded in time (--limit)");
    else if (WIFSIGNALED(status))
        snprintf(why, size, "the process that graded it ended by signal %d",
                 WTERMSIG(status));
    else
        snprintf(why, size, "the process that graded it ended with status %d",
                 WEXITSTATUS(status));
    rewind(s->said);
    while (fgets(line, sizeof line, s->said) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (!s->asked_to_end && strncmp(line, mark, strlen(mark)) == 0)
            snprintf(why, size, "%s", line + strlen(mark));
    }
}

static struct record *fault_of(const struct batch *b, int at, const char *why)
{
    char path[PATH_MAX];
    const struct hand_in *h = &b->roster->of[at];
    struct record *r = record_new(h->name, b->seed);
    record_set(&r->id, h->id);
    record_set(&r->mark, h->late ? "late" : "");
    record_set(&r->sandbox, sandbox_words());
    record_set_fault(r, why);
    path_of(b, at, path, sizeof path);
    if (!record_write(r, path)) /* the others can be graded all the same */
        fprintf(stderr, "grader error: %s cannot be written: %s\n", path,
                strerror(errno));
    return r;
}

static void finish(const struct batch *b, struct slot *s, int status)
{
    char path[PATH_MAX], why[1200] = "";
    struct record *r = NULL;
    path_of(b, s->at, path, sizeof path);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        r = record_read(path, why, (int)sizeof why);
    else
        reason(s, status, why, sizeof why);
    if (r == NULL)
        r = fault_of(b, s->at, why);
    meter_step(r, false);
    record_free(r);
    fclose(s->said);
    s->pid = 0;
}

/* Asks a process that is out of time to end, then ends it. */
static void hurry(struct slot *s)
{
    double late = seconds_now() - s->deadline;
    if (late <= 0)
        return;
    if (!s->asked_to_end)
        kill(s->pid, SIGTERM);
    s->asked_to_end = true;
    if (late > GRACE_SECONDS)
        kill(s->pid, SIGKILL);
}

/* Looks after the processes; returns one that is free, or NULL. */
static struct slot *look_after(const struct batch *b, int *busy)
{
    struct slot *free_one = NULL;
    *busy = 0;
    for (int i = 0; i < b->jobs; i++) {
        struct slot *s = &slots[i];
        int status;
        if (s->pid > 0 && waitpid(s->pid, &status, WNOHANG) == s->pid)
            finish(b, s, status);
        else if (s->pid > 0)
            hurry(s);
        *busy += s->pid > 0;
        if (s->pid == 0 && free_one == NULL)
            free_one = s;
    }
    return free_one;
}

static struct slot *wait_for_slot(const struct batch *b)
{
    const struct timespec nap = {0, 3000000};
    struct slot *s;
    int busy;
    while ((s = look_after(b, &busy)) == NULL) {
        meter_tick();
        nanosleep(&nap, NULL);
    }
    return s;
}

static void wait_for_all(const struct batch *b)
{
    const struct timespec nap = {0, 3000000};
    int busy;
    while (look_after(b, &busy), busy > 0) {
        meter_tick();
        nanosleep(&nap, NULL);
    }
}

void batch_run(const struct batch *b, int which)
{
    struct orphans before;
    struct batch bounded = *b;
    int first = which < 0 ? 0 : which;
    int end = which < 0 ? b->roster->count : which + 1;
    if (bounded.jobs > JOBS_MAX)
        bounded.jobs = JOBS_MAX;
    master = getpid();
    interrupt_mend(end_slots);
    orphans_note(&before);
    meter_begin(end - first);
    for (int at = first; at < end; at++) {
        struct record *r = kept(b, at);
        if (r != NULL)
            meter_step(r, true);
        else
            start(b, wait_for_slot(&bounded), at);
        record_free(r);
    }
    wait_for_all(&bounded);
    orphans_end(&before);
    meter_end();
}
