#ifdef __linux__
#define _GNU_SOURCE /* for flock */
#endif

#include "unpack.h"

#include "tests/grader/fault.h"
#include "tests/grader/interrupt.h"
#include "tests/grader/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PREFIX "convlings-handed-in."

enum { STALE_SECONDS = 120, TEXT_BYTES = 2048 };

const struct unpack_limits unpack_submission = {10, (size_t)64 << 20, false};
const struct unpack_limits unpack_class = {600, (size_t)4 << 30, true};

/* --- the scratch folder ------------------------------------------------ */

/* The folder there is now, whose it is (a process that was forked leaves its
 * parent's alone), and a descriptor that is locked as long as it is used. */
static char scratch[UNPACK_PATH_BYTES];
static pid_t owner;
static int scratch_fd = -1;

/* In a signal handler: nothing but fork, exec and wait is allowed there. */
static void remove_scratch(void)
{
    if (scratch[0] == '\0' || owner != getpid())
        return;
    pid_t pid = fork();
    if (pid == 0) {
        execlp("rm", "rm", "-rf", scratch, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    scratch[0] = '\0';
}

/* Links are removed, never followed. */
static void remove_tree(const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0 || !S_ISDIR(info.st_mode)) {
        unlink(path);
        return;
    }
    chmod(path, 0700);
    DIR *dir = opendir(path);
    for (struct dirent *d; dir != NULL && (d = readdir(dir)) != NULL;) {
        char inner[PATH_MAX];
        if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0)
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, d->d_name);
        remove_tree(inner);
    }
    if (dir != NULL)
        closedir(dir);
    rmdir(path);
}

/* Of this user, too old to be just made, and nobody holds its lock. */
static void remove_stale(const char *path)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0 && info.st_uid == geteuid() &&
        info.st_mtime < time(NULL) - STALE_SECONDS &&
        flock(fd, LOCK_EX | LOCK_NB) == 0)
        remove_tree(path);
    close(fd);
}

static void sweep(const char *base)
{
    static bool done;
    DIR *dir = done ? NULL : opendir(base);
    done = true;
    for (struct dirent *d; dir != NULL && (d = readdir(dir)) != NULL;) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", base, d->d_name);
        if (strncmp(d->d_name, PREFIX, strlen(PREFIX)) == 0)
            remove_stale(path);
    }
    if (dir != NULL)
        closedir(dir);
}

void unpack_folder(char *folder, size_t size)
{
    const char *base = getenv("TMPDIR");
    if (base == NULL || base[0] != '/')
        base = "/tmp";
    sweep(base);
    interrupt_mend(remove_scratch);
    interrupt_hold(true);
    snprintf(folder, size, "%s/" PREFIX "XXXXXX", base);
    if (mkdtemp(folder) == NULL)
        grader_fault("cannot make a scratch folder in %s: %s", base,
                     strerror(errno));
    snprintf(scratch, sizeof scratch, "%s", folder);
    owner = getpid();
    interrupt_hold(false);
    scratch_fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (scratch_fd >= 0)
        flock(scratch_fd, LOCK_EX | LOCK_NB);
}

void unpack_remove(const char *folder)
{
    remove_tree(folder);
    if (scratch_fd >= 0)
        close(scratch_fd);
    scratch_fd = -1;
    scratch[0] = '\0';
}

/* --- unpacking --------------------------------------------------------- */

/* Runs bsdtar in the folder; whether it did all it was to do. */
static bool run_bsdtar(const char *const *argv, const char *folder,
                       const struct unpack_limits *limits)
{
    char variable[PATH_MAX];
    const char *path = getenv("PATH");
    snprintf(variable, sizeof variable, "PATH=%s",
             path != NULL ? path : "/usr/bin:/bin");
    const char *const env[] = {variable, "LC_ALL=C.UTF-8", NULL};
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = folder,
                      .seconds = limits->seconds,
                      .memory_bytes = (size_t)512 << 20,
                      .file_bytes = limits->bytes,
                      .text_limit = TEXT_BYTES,
                      .room = ROOM_COMPILE};
    struct job_end end = job_run(&job);
    if (end.not_started != 0)
        grader_fault("bsdtar, which unpacks archives, cannot be started: %s"
                     " (make doctor)",
                     strerror(end.not_started));
    bool good = !end.timed_out && !end.flooded && WIFEXITED(end.status) &&
                WEXITSTATUS(end.status) == 0;
    job_end_free(&end);
    return good;
}

/* First into one plain archive, whose size a limit on files bounds, whatever
 * the first one pretends; then that one into files. Names that begin outside,
 * links that lead outside and devices bsdtar refuses by itself. */
static bool unpack_here(const char *to, const struct unpack_limits *limits)
{
    static const char *const all[] = {
        "bsdtar", "-c", "-f", "plain.tar", "--format", "pax", "@archive", NULL};
    static const char *const some[] = {
        "bsdtar",    "-c",        "-f",        "plain.tar", "--format",
        "pax",       "--include", "*.[cC]",    "--include", "*.[zZ][iI][pP]",
        "--include", "*.[tT]*",   "--include", "*.7[zZ]",   "@archive",
        NULL};
    static const char *const spread[] = {"bsdtar",
                                         "-x",
                                         "-f",
                                         "plain.tar",
                                         "--no-same-owner",
                                         "--no-same-permissions",
                                         NULL};
    char file[PATH_MAX];
    bool good = run_bsdtar(limits->all ? all : some, to, limits);
    snprintf(file, sizeof file, "%s/archive", to);
    unlink(file);
    good = run_bsdtar(spread, to, limits) && good;
    snprintf(file, sizeof file, "%s/plain.tar", to);
    unlink(file);
    return good;
}

/* Copies at most `most` bytes; false when there are more, or on failure. */
static bool copy(const char *from, const char *to, size_t most)
{
    char buffer[1 << 16];
    size_t got = 1, all = 0;
    FILE *in = fopen(from, "rb"), *out = in != NULL ? fopen(to, "wb") : NULL;
    bool good = out != NULL;
    while (good && got > 0) {
        got = fread(buffer, 1, sizeof buffer, in);
        all += got;
        good = all <= most && ferror(in) == 0 &&
               fwrite(buffer, 1, got, out) == got;
    }
    if (in != NULL)
        fclose(in);
    if (out != NULL)
        good = fclose(out) == 0 && good;
    return good;
}

char *unpack(const char *archive, const char *to,
             const struct unpack_limits *limits)
{
    const char *slash = strrchr(archive, '/');
    const char *name = slash != NULL ? slash + 1 : archive;
    char file[PATH_MAX];
    if (mkdir(to, 0700) != 0)
        grader_fault("cannot make the folder %s: %s", to, strerror(errno));
    snprintf(file, sizeof file, "%s/archive", to);
    bool good = copy(archive, file, limits->bytes);
    if (good) {
        sandbox_give(to);
        sandbox_give(file);
        good = unpack_here(to, limits);
    }
    if (good)
        return NULL;
    const char format[] = "The archive %s cannot be unpacked completely.";
    size_t size = sizeof format + strlen(name);
    char *problem = need(malloc(size));
    snprintf(problem, size, format, name);
    return problem;
}
