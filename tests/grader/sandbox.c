#ifdef __linux__
#define _GNU_SOURCE /* for setgroups and setresuid */
#endif

#include "sandbox.h"

#include "fault.h"
#include "landlock.h"
#include "syscall_filter.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <grp.h>
#include <sys/prctl.h>
#endif

/* One bit for each means. */
enum { HAS_UID = 1, HAS_SECCOMP = 2, HAS_LANDLOCK = 4 };

static const struct {
    int bit;
    const char *name;
} means[] = {
    {HAS_UID, "uid"}, {HAS_SECCOMP, "seccomp"}, {HAS_LANDLOCK, "landlock"}};

enum { MEANS = sizeof means / sizeof means[0] };

static pid_t judge; /* the process that starts the others */

#ifdef __linux__

static bool drop_uid(void)
{
    const gid_t group = SANDBOX_NOBODY;
    return setgroups(0, NULL) == 0 && setresgid(group, group, group) == 0 &&
           setresuid(SANDBOX_NOBODY, SANDBOX_NOBODY, SANDBOX_NOBODY) == 0;
}

/* Nobody of the same user reads what the judge knows. Sanitizers look at
 * their own program that way, so a judge under test is left open. */
static void hide_judge(void)
{
#if !defined(__SANITIZE_ADDRESS__)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

static bool give_up_new_rights(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* Set after the last change of user, which clears it. */
static bool die_with_judge(void)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == judge;
}

/* In a process that ends at once: which means work, one after the other. */
static int try_all(void)
{
    int works = 0, rules;
    if (geteuid() == 0 && drop_uid())
        works |= HAS_UID;
    if (!give_up_new_rights())
        return works;
    rules = landlock_version() > 0 ? landlock_new() : -1;
    if (rules >= 0 && landlock_enter(rules))
        works |= HAS_LANDLOCK;
    if (filter_load(FILTER_RUN))
        works |= HAS_SECCOMP;
    return works;
}

static int probe(void)
{
    int status = 0;
    filter_prepare(FILTER_RUN);
    pid_t pid = fork();
    if (pid == 0)
        _exit(try_all());
    if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
        grader_fault("the sandbox cannot be tried: %s", strerror(errno));
    return WEXITSTATUS(status);
}

#else

static void hide_judge(void)
{
}

static bool drop_uid(void)
{
    return false;
}

static bool give_up_new_rights(void)
{
    return true;
}

static bool die_with_judge(void)
{
    return getppid() == judge;
}

static int probe(void)
{
    return 0;
}

#endif

/* The means that CONVLINGS_SANDBOX lets be used: all without it. */
static int let(void)
{
    const char *words = getenv("CONVLINGS_SANDBOX");
    int bits = 0;
    for (int i = 0; i < MEANS; i++)
        if (words == NULL || strstr(words, means[i].name) != NULL)
            bits |= means[i].bit;
    return bits;
}

static int has(void)
{
    static int known = -1;
    if (known < 0)
        known = probe() & let();
    return known;
}

const char *sandbox_words(void)
{
    static char words[64];
    words[0] = '\0';
    for (int i = 0; i < MEANS; i++) {
        size_t used = strlen(words);
        if (has() & means[i].bit)
            snprintf(words + used, sizeof words - used, "%s%s",
                     used > 0 ? " " : "", means[i].name);
    }
    if (has() & HAS_LANDLOCK) {
        size_t used = strlen(words);
        snprintf(words + used, sizeof words - used, "(%d)", landlock_version());
    }
    return words[0] != '\0' ? words : "rlimits only";
}

const char *sandbox_lacks(void)
{
    if (!(has() & HAS_SECCOMP))
        return "the filter for system calls (seccomp) is missing";
    if (!(has() & (HAS_LANDLOCK | HAS_UID)))
        return "nothing guards the files: neither Landlock, nor root that"
               " could become another user";
    return NULL;
}

void sandbox_give(const char *path)
{
    if (!(has() & HAS_UID))
        return;
    if (chown(path, SANDBOX_NOBODY, getegid()) != 0)
        grader_fault("%s cannot be given to user %d: %s", path, SANDBOX_NOBODY,
                     strerror(errno));
}

static enum filter filter_of(const struct walls *walls)
{
    if (walls->room == ROOM_COMPILE)
        return FILTER_TOOL;
    if (walls->room == ROOM_EXPLAIN)
        return FILTER_EXPLAIN;
    if (walls->loads)
        return walls->tells ? FILTER_LOAD_TELL : FILTER_LOAD;
    return walls->tells ? FILTER_RUN_TELL : FILTER_RUN;
}

void sandbox_prepare(const struct walls *walls)
{
    if (judge == 0)
        hide_judge();
    judge = getpid();
    if (walls->room != ROOM_OPEN && has() & HAS_SECCOMP)
        filter_prepare(filter_of(walls));
}

bool sandbox_keeps_alone(enum room room)
{
    return (room == ROOM_RUN || room == ROOM_EXPLAIN) && has() & HAS_SECCOMP;
}

static bool guard_files(const struct walls *walls)
{
    int rules = landlock_new();
    bool good = rules >= 0;
    bool reads = walls->room != ROOM_RUN || walls->loads;
    for (int i = 0; good && reads && walls->readable[i] != NULL; i++)
        good = landlock_allow(rules, walls->readable[i],
                              LANDLOCK_START | LANDLOCK_READ);
    if (good && walls->room == ROOM_EXPLAIN) /* where its stack ends */
        good = landlock_allow(rules, "/proc/self/maps", LANDLOCK_READ);
    if (good && walls->room == ROOM_COMPILE)
        good = landlock_allow(rules, "/dev/null", LANDLOCK_USE) &&
               landlock_allow(rules, ".", LANDLOCK_OWN | LANDLOCK_START);
    else if (good)
        good = landlock_allow_file(rules, walls->program, LANDLOCK_START);
    return good && landlock_enter(rules);
}

const char *sandbox_enter(const struct walls *walls)
{
    const struct rlimit none = {0, 0};
    if (!give_up_new_rights())
        return "no_new_privs";
    if (walls->room == ROOM_OPEN)
        return die_with_judge() ? NULL : "judge";
    if (has() & HAS_LANDLOCK && !guard_files(walls))
        return "landlock";
    if (has() & HAS_UID && !drop_uid())
        return "uid";
    if (!die_with_judge())
        return "judge";
    if (walls->room != ROOM_COMPILE)
        setrlimit(RLIMIT_NPROC, &none);
    if (has() & HAS_SECCOMP && !filter_load(filter_of(walls)))
        return "seccomp";
    return NULL;
}
