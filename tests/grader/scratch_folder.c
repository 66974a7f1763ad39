#ifdef __linux__
#define _GNU_SOURCE /* for getdents64 by syscall, and flock */
#endif

#include "scratch_folder.h"

#include "fault.h"
#include "interrupt.h"
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <stdint.h>
#include <sys/syscall.h>
#endif

#define PREFIX "convlings-judge."

enum { STALE_SECONDS = 120 };

/* The folder there is now; its descriptor is locked as long as it is used. */
static char current[256];
static int current_fd = -1;

/* Removes a name in a folder, be it a file or an empty folder. */
static bool remove_name(int folder, const char *name)
{
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return false;
    return unlinkat(folder, name, 0) == 0 ||
           unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

#ifdef __linux__

/* One entry as the kernel gives it; readdir would allocate. */
struct entry64 {
    uint64_t inode, offset;
    unsigned short length;
    unsigned char type;
    char name[];
};

static void empty(int folder)
{
    _Alignas(struct entry64) char buffer[4096];
    bool removed = true;
    while (removed) {
        lseek(folder, 0, SEEK_SET);
        long got = syscall(SYS_getdents64, folder, buffer, sizeof buffer);
        removed = false;
        for (long at = 0; at < got;) {
            const struct entry64 *e = (const void *)(buffer + at);
            removed = remove_name(folder, e->name) || removed;
            at += e->length;
        }
    }
}

#else

static void empty(int folder)
{
    int copy = dup(folder);
    DIR *dir = copy >= 0 ? fdopendir(copy) : NULL;
    if (dir == NULL)
        return;
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir))
        remove_name(folder, d->d_name);
    closedir(dir);
}

#endif

void scratch_folder_remove(void)
{
    int fd = current_fd;
    if (fd < 0)
        return;
    empty(fd);
    rmdir(current);
    current_fd = -1; /* not before: a signal would find the work half done */
    close(fd);
}

/* A folder of this user's (or one that was handed over) whose judge is gone:
 * nobody holds its lock, and it is too old to be one that is just made. */
static void remove_stale(const char *base, const char *name)
{
    char path[512];
    struct stat info;
    snprintf(path, sizeof path, "%s/%s", base, name);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return;
    bool stale = fstat(fd, &info) == 0 &&
                 info.st_mtime < time(NULL) - STALE_SECONDS &&
                 (info.st_uid == geteuid() ||
                  (geteuid() == 0 && info.st_uid == SANDBOX_NOBODY));
    if (stale && flock(fd, LOCK_EX | LOCK_NB) == 0) {
        empty(fd);
        rmdir(path);
    }
    close(fd);
}

static void sweep(const char *base)
{
    static bool done;
    DIR *dir = done ? NULL : opendir(base);
    done = true;
    if (dir == NULL)
        return;
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir))
        if (strncmp(d->d_name, PREFIX, strlen(PREFIX)) == 0)
            remove_stale(base, d->d_name);
    closedir(dir);
}

void scratch_folder_new(char *path, size_t size)
{
    struct statvfs info;
    const char *base = getenv("TMPDIR");
    if (base == NULL || base[0] != '/')
        base = "/tmp";
    scratch_folder_remove();
    sweep(base);
    interrupt_mend(scratch_folder_remove);
    interrupt_hold(true);
    snprintf(path, size, "%s/" PREFIX "XXXXXX", base);
    if (mkdtemp(path) == NULL)
        grader_fault("cannot make a scratch folder in %s: %s", base,
                     strerror(errno));
    snprintf(current, sizeof current, "%s", path);
    current_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    interrupt_hold(false);
    if (current_fd < 0 || flock(current_fd, LOCK_EX | LOCK_NB) != 0)
        grader_fault("cannot use the scratch folder %s: %s", path,
                     strerror(errno));
#ifdef ST_NOEXEC
    if (statvfs(path, &info) == 0 && (info.f_flag & ST_NOEXEC) != 0)
        grader_fault("programs in %s cannot be executed (noexec): set TMPDIR"
                     " to a folder where they can",
                     base);
#else
    (void)info;
#endif
    sandbox_give(path);
    if (chmod(path, S_IRWXU | S_IRWXG) != 0)
        grader_fault("cannot use the scratch folder %s: %s", path,
                     strerror(errno));
}
