#ifdef __linux__
#define _GNU_SOURCE /* for flock */
#endif

#include "results.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 40 }; /* looks at a lock, 50 ms apart */

/* A judge that was killed a moment ago may have children that end just now. */
static bool take_lock(int fd, int how)
{
    const struct timespec nap = {0, 50000000};
    for (int i = 0; i < PATIENCE; i++) {
        if (flock(fd, how | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return true; /* a file system without locks */
        nanosleep(&nap, NULL);
    }
    return false;
}

/* What a judge that was killed while it wrote left behind. */
static void remove_temporary(const char *folder)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/records", folder);
    DIR *dir = opendir(path);
    for (struct dirent *d; dir != NULL && (d = readdir(dir)) != NULL;) {
        size_t length = strlen(d->d_name);
        if (length < 5 || strcmp(d->d_name + length - 4, ".tmp") != 0)
            continue;
        snprintf(path, sizeof path, "%s/records/%s", folder, d->d_name);
        unlink(path);
    }
    if (dir != NULL)
        closedir(dir);
}

static void make_folders(const char *path)
{
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s/records/", path);
    for (char *p = strchr(part + 1, '/'); p != NULL; p = strchr(p + 1, '/')) {
        *p = '\0';
        mkdir(part, 0777);
        *p = '/';
    }
}

bool results_open(struct results *r, const char *folder, bool alone,
                  char *problem, int size)
{
    char path[PATH_MAX];
    make_folders(folder);
    snprintf(path, sizeof path, "%s/lock", folder);
    r->folder = folder;
    r->lock = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (r->lock < 0) {
        snprintf(problem, (size_t)size, "%s: %s.", path, strerror(errno));
        return false;
    }
    if (!take_lock(r->lock, alone ? LOCK_EX : LOCK_SH)) {
        snprintf(problem, (size_t)size,
                 "Another judge is grading into %s just now.", folder);
        close(r->lock);
        return false;
    }
    if (alone)
        remove_temporary(folder);
    return true;
}

void results_close(struct results *r)
{
    close(r->lock);
}

static void seed_path(const struct results *r, char *path, size_t size)
{
    snprintf(path, size, "%s/seed", r->folder);
}

bool results_seed(const struct results *r, uint64_t *seed)
{
    char path[PATH_MAX], *end;
    seed_path(r, path, sizeof path);
    char *text = file_read(path, 64, NULL);
    if (text == NULL)
        return false;
    errno = 0;
    *seed = strtoull(text, &end, 10);
    bool good = end > text && text[0] != '-' && errno == 0;
    free(text);
    return good;
}

void results_keep_seed(const struct results *r, uint64_t seed)
{
    char path[PATH_MAX], text[32];
    seed_path(r, path, sizeof path);
    snprintf(text, sizeof text, "%llu\n", (unsigned long long)seed);
    if (!file_write(path, text, strlen(text)))
        grader_fault("%s cannot be written: %s", path, strerror(errno));
}

void results_path(const char *folder, const char *key, char *path, size_t size)
{
    snprintf(path, size, "%s/records/%s.json", folder, key);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **results_keys(const char *folder)
{
    char path[PATH_MAX];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/records", folder);
    DIR *dir = opendir(path);
    char **keys = dir != NULL ? need(calloc(1, sizeof *keys)) : NULL;
    for (struct dirent *d; dir != NULL && (d = readdir(dir)) != NULL;) {
        size_t length = strlen(d->d_name);
        if (length < 6 || strcmp(d->d_name + length - 5, ".json") != 0)
            continue;
        keys = need(realloc(keys, (count + 2) * sizeof *keys));
        keys[count++] = need(strndup(d->d_name, length - 5));
        keys[count] = NULL;
    }
    if (dir != NULL)
        closedir(dir);
    if (count > 0)
        qsort(keys, count, sizeof *keys, by_text);
    return keys;
}
