/* Broken, hostile and honest submissions, each with the verdict it must get:
 *
 *   // expect: exercise=conv2d verdict=forbidden row=16
 *
 * row is a threat (1 to 20) or honest; verdict=a|b where the machine decides
 * which; points=max-1 where the answer is right and the manners are not,
 * else honest ones get all points and all others none; needs=seccomp where
 * the file would do harm to others on a machine that does not stop it, or
 * leave what another run of this suite would take for its own.
 *
 * All are graded as whoever runs the tests, as an ordinary user, and where
 * the machine stops nothing: even then no points are gained. Each has a
 * grader and a TMPDIR of its own. When that grader has ended, no process that
 * was started by it is there, no file, and no open port. */
#ifdef __linux__
#define _GNU_SOURCE /* for setgroups */
#endif

#include "tests/support/leftovers.h"
#include "tests/support/suite.h"

#include "explain.h"
#include "fault.h"
#include "files.h"
#include "grade.h"
#include "sandbox.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <grp.h>
#endif

#define FOLDER "tests/submissions/attacks"
#define SECRET "no-submission-may-see-this"
/* What attacks try to leave in /tmp, and where they try to listen. */
#define MARK "convlings_attack"
enum { PORT = 47113 };

enum { ATTACKS_MAX = 400, ROWS = 20, SEED = 7 };
/* Some at a time, since those that wait use no processor; and in slices, each
 * with its own time limit. */
enum { JOBS = 4, SLICES = 4 };

/* Sanitizers watch the judge, and clang is another compiler of the same: some
 * of the files are enough. */
#if defined(__SANITIZE_ADDRESS__) || defined(__clang__)
enum { ONE_IN = 8 };
#else
enum { ONE_IN = 1 };
#endif

struct attack {
    char file[256], exercise[40], verdict[80], row[10], points[10], needs[10];
};

static struct attack attacks[ATTACKS_MAX];
static int count;

/* What must hold before there is anything to test. */
static void demand(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s: this does not work\n", what);
    exit(EXIT_FAILURE);
}

/* ---- the list ------------------------------------------------------------ */

static void take(const char *line, const char *key, char *value, size_t size)
{
    const char *at = strstr(line, key);
    at = at != NULL ? at + strlen(key) : "";
    snprintf(value, size, "%.*s", (int)strcspn(at, " \n"), at);
}

/* Those that wait come first, so that nothing waits for them at the end. */
static int by_wait(const void *a, const void *b)
{
    const struct attack *l = a, *r = b;
    bool waits = strncmp(l->verdict, "timeout", 7) == 0;
    bool other_waits = strncmp(r->verdict, "timeout", 7) == 0;
    return waits != other_waits ? other_waits - waits
                                : strcmp(l->file, r->file);
}

static void read_attack(const char *file)
{
    char path[300], line[300] = "";
    snprintf(path, sizeof path, FOLDER "/%s", file);
    FILE *f = fopen(path, "r");
    demand(f != NULL && fgets(line, sizeof line, f) != NULL, file);
    fclose(f);
    demand(strncmp(line, "// expect: ", 11) == 0, file);
    demand(count < ATTACKS_MAX, file);
    struct attack *a = &attacks[count++];
    snprintf(a->file, sizeof a->file, "%.200s", file);
    take(line, "exercise=", a->exercise, sizeof a->exercise);
    take(line, "verdict=", a->verdict, sizeof a->verdict);
    take(line, "row=", a->row, sizeof a->row);
    take(line, "points=", a->points, sizeof a->points);
    take(line, "needs=", a->needs, sizeof a->needs);
}

static void read_all(void)
{
    DIR *dir = opendir(FOLDER);
    demand(dir != NULL, FOLDER);
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir))
        if (d->d_name[0] != '.')
            read_attack(d->d_name);
    closedir(dir);
    qsort(attacks, (size_t)count, sizeof *attacks, by_wait);
}

static const struct entry *entry_of(const struct attack *a)
{
    char problem[100];
    const struct entry *e = catalog_find(a->exercise, problem, 100);
    demand(e != NULL, a->file);
    return e;
}

/* "crash" in "crash|wrong_answer"? */
static bool is_among(const char *word, const char *words)
{
    size_t length = strlen(word);
    for (; *words != '\0'; words += strcspn(words, "|"), words += *words == '|')
        if (strcspn(words, "|") == length && strncmp(words, word, length) == 0)
            return true;
    return false;
}

static bool is_honest(const struct attack *a)
{
    return strcmp(a->row, "honest") == 0;
}

/* ---- one grading, in a process of its own -------------------------------- */

/* Where all are graded. */
struct world {
    const char *name;
    bool ordinary; /* as an ordinary user, even if started as root */
    bool walls;    /* with what this machine has to stop them */
};

static char base[100]; /* a folder for all that is written */

struct outcome {
    bool complete, tells_secret;
    enum verdict_kind kind;
    int points, max;
    char told[200];
};

/* A grader at work. */
struct job {
    pid_t pid;
    int said;
    const struct attack *attack;
    char folder[300];
};

static bool holds(const char *text, const char *words)
{
    return text != NULL && strstr(text, words) != NULL;
}

static bool tells_secret(const struct verdict *v)
{
    bool found = holds(v->compiled.messages, SECRET);
    for (int i = 0; i < v->trials_run; i++)
        for (int call = 0; call < CALLS_PER_TRIAL; call++)
            found = found || holds(v->ran[i].printed[call], SECRET);
    return found;
}

static void grade_one(const struct attack *a, int say)
{
    char path[300];
    struct outcome o = {.complete = true};
    snprintf(path, sizeof path, FOLDER "/%s", a->file);
    struct verdict *v = grade(entry_of(a), path, SEED);
    o.kind = v->kind;
    o.points = v->points;
    o.max = v->max;
    o.tells_secret = tells_secret(v);
    explain_case(v, o.told, sizeof o.told);
    verdict_free(v);
    ssize_t put = write(say, &o, sizeof o);
    _exit(put == (ssize_t)sizeof o ? 0 : 1);
}

static void start(struct job *job, const struct attack *a)
{
    int ends[2];
    job->attack = a;
    snprintf(job->folder, sizeof job->folder, "%s/tmp/%s", base, a->file);
    ck_assert_int_eq(mkdir(job->folder, 0700), 0);
    ck_assert_int_eq(pipe(ends), 0);
    job->pid = fork();
    ck_assert_int_ge(job->pid, 0);
    if (job->pid == 0) {
        close(ends[0]);
        setenv("TMPDIR", job->folder, 1);
        grade_one(a, ends[1]);
    }
    close(ends[1]);
    job->said = ends[0];
}

/* ---- what a grading left behind ------------------------------------------ */

/* Orphans of a grader that has ended: children of this process that are no
 * grader at work. */
static int processes_left(const struct job *jobs)
{
    pid_t known[JOBS];
    for (int i = 0; i < JOBS; i++)
        known[i] = jobs[i].pid;
    return leftovers_end(known, JOBS);
}

static int files_left(const struct job *job)
{
    int found = leftovers_remove(job->folder, "");
    if (rmdir(job->folder) != 0)
        found++;
    bool leaves_marks = strcmp(job->attack->row, "10") == 0;
    return found + (leaves_marks ? leftovers_remove("/tmp", MARK) : 0);
}

/* ---- the verdict on the verdicts ----------------------------------------- */

static int points_due(const struct attack *a, int max)
{
    if (a->points[0] != '\0')
        return max + atoi(a->points + strlen("max"));
    return is_honest(a) ? max : 0;
}

static int complain(const struct job *job, const char *what)
{
    printf("%s: %s\n", job->attack->file, what);
    fflush(stdout);
    return 1;
}

/* How many promises the grading broke; each is said. */
static int faults_of(const struct job *job, const struct outcome *o, int status,
                     int orphans)
{
    const struct attack *a = job->attack;
    char text[400];
    int faults = 0, files = files_left(job);
    if (o->complete && o->points > points_due(a, o->max))
        faults += complain(job, "undeserved points");
    if (o->tells_secret)
        faults += complain(job, "tells a secret of the environment");
    if (orphans > 0)
        faults += complain(job, "left a process");
    if (leftovers_listen(PORT))
        faults += complain(job, "left an open port");
    if (sandbox_lacks() != NULL)
        return faults;
    if (files > 0)
        faults += complain(job, "left files");
    if (!o->complete || status != 0)
        return faults + complain(job, "ended the grader");
    snprintf(text, sizeof text, "%s, %d of %d points (%s), not %s",
             verdict_kind_name(o->kind), o->points, o->max, o->told,
             a->verdict);
    if (!is_among(verdict_kind_name(o->kind), a->verdict) ||
        o->points != points_due(a, o->max))
        faults += complain(job, text);
    return faults;
}

/* Waits for a grader to end. Where nothing stops them, one may be killed; its
 * runner dies with it, a moment later. */
static int finish(struct job *jobs)
{
    struct outcome o = {0};
    int status = 0, i = 0;
    pid_t pid = waitpid(-1, &status, 0);
    while (i < JOBS && jobs[i].pid != pid)
        i++;
    if (i == JOBS || jobs[i].attack == NULL)
        return 0; /* an orphan that has just ended */
    if (read(jobs[i].said, &o, sizeof o) != (ssize_t)sizeof o)
        o.complete = false;
    close(jobs[i].said);
    jobs[i].pid = 0;
    int orphans = processes_left(jobs);
    if (WIFSIGNALED(status))
        orphans = 0;
    return faults_of(&jobs[i], &o, status, orphans);
}

/* A place for one more, or -1 while all are at work. */
static int free_place(const struct job *jobs)
{
    for (int i = 0; i < JOBS; i++)
        if (jobs[i].pid == 0)
            return i;
    return -1;
}

static int running(const struct job *jobs)
{
    int n = 0;
    for (int i = 0; i < JOBS; i++)
        n += jobs[i].pid != 0;
    return n;
}

/* Where nothing stops them, those that stop themselves are nothing new; and
 * what would do harm to others is not tried there. */
static bool is_for(const struct world *w, const struct attack *a)
{
    if (!w->walls && (is_honest(a) || strcmp(a->verdict, "timeout") == 0 ||
                      strcmp(a->verdict, "compile_error") == 0))
        return false;
    return a->needs[0] == '\0' || strstr(sandbox_words(), a->needs) != NULL;
}

/* Grades every SLICES-th of them, some at a time. */
static int grade_slice(const struct world *w, int slice)
{
    struct job jobs[JOBS] = {0};
    int faults = 0;
    leftovers_adopt();
    for (int i = slice; i < count; i += SLICES * ONE_IN) {
        if (!is_for(w, &attacks[i]))
            continue;
        while (free_place(jobs) < 0)
            faults += finish(jobs);
        start(&jobs[free_place(jobs)], &attacks[i]);
    }
    while (running(jobs) > 0)
        faults += finish(jobs);
    return faults;
}

/* ---- the worlds ---------------------------------------------------------- */

static const struct world worlds[] = {
    {"as the user of the tests", false, true},
    {"as an ordinary user", true, true},
    {"where nothing stops them", true, false},
};

enum { WORLDS = sizeof worlds / sizeof worlds[0] };

static void copy_to_base(const char *path)
{
    char to[400];
    snprintf(to, sizeof to, "%s/%s", base, path);
    demand(file_copy(path, to), to);
}

/* What a grader reads, where an ordinary user can read it. */
static void copy_project(void)
{
    char path[300];
    for (int i = 0; i < count; i++) {
        const struct entry *e = entry_of(&attacks[i]);
        snprintf(path, sizeof path, FOLDER "/%.200s", attacks[i].file);
        copy_to_base(path);
        snprintf(path, sizeof path, "exercises/%s/exercises.h", e->chapter);
        copy_to_base(path);
        snprintf(path, sizeof path, CONVLINGS_BUILD "/runner/%s.o", e->name);
        copy_to_base(path);
    }
}

static void become_ordinary(void)
{
    if (geteuid() != 0)
        return;
#ifdef __linux__
    ck_assert_int_eq(setgroups(0, NULL), 0);
#endif
    ck_assert_int_eq(setgid(SANDBOX_NOBODY), 0);
    ck_assert_int_eq(setuid(SANDBOX_NOBODY), 0);
}

static void enter(const struct world *w)
{
    setenv("GITHUB_TOKEN", SECRET, 1);
    if (!w->walls)
        setenv("CONVLINGS_SANDBOX", "none", 1);
    if (w->ordinary) {
        ck_assert_int_eq(chdir(base), 0);
        become_ordinary();
    }
}

START_TEST(test_every_attack_gets_what_it_deserves)
{
    const struct world *w = &worlds[_i / SLICES];
    if (w->ordinary && w->walls && geteuid() != 0)
        return; /* that is the user of the tests */
    enter(w);
    int faults = grade_slice(w, _i % SLICES);
    ck_assert_msg(faults == 0, "%s: %d faults (see above)", w->name, faults);
}
END_TEST

/* ---- the corpus ---------------------------------------------------------- */

START_TEST(test_the_corpus_covers_every_threat)
{
    bool chapter[100] = {false};
    int rows[ROWS + 1] = {0}, hostile = 0, chapters = 0;
    for (int i = 0; i < count; i++) {
        const struct attack *a = &attacks[i];
        int row = is_honest(a) ? 0 : atoi(a->row);
        ck_assert_msg(is_honest(a) || (row >= 1 && row <= ROWS), "%s: row %s",
                      a->file, a->row);
        ck_assert_msg(is_among("pass", a->verdict) == is_honest(a),
                      "%s: a pass is for honest ones", a->file);
        rows[row]++;
        hostile += row > 0;
        chapter[atoi(entry_of(a)->chapter)] = true;
    }
    for (int i = 0; i <= ROWS; i++)
        ck_assert_msg(rows[i] >= 3, "row %d has %d files", i, rows[i]);
    for (int i = 0; i < 100; i++)
        chapters += chapter[i];
    ck_assert_int_ge(hostile, 100);
    ck_assert_int_ge(chapters, 6);
}
END_TEST

static void fill(void)
{
    suite_case("corpus");
    suite_test(test_the_corpus_covers_every_threat);
    suite_case("attacks");
    suite_loop(test_every_attack_gets_what_it_deserves, WORLDS * SLICES);
}

int main(void)
{
    char folder[200];
    files_go_to_root();
    read_all();
    snprintf(base, sizeof base, "/tmp/convlings-attacks.XXXXXX");
    demand(mkdtemp(base) != NULL && chmod(base, 0755) == 0, base);
    snprintf(folder, sizeof folder, "%s/tmp", base);
    demand(mkdir(folder, 0700) == 0 && chmod(folder, 01777) == 0, folder);
    copy_project();
    int status = suite_main("attacks", fill);
    leftovers_remove(base, "");
    rmdir(base);
    return status;
}
