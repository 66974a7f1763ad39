#include "files.h"

#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char called_in[PATH_MAX]; /* "" when it is not known */

static bool is_root(const char *folder)
{
    char path[PATH_MAX + 32];
    snprintf(path, sizeof path, "%s/tests/grader/judge.c", folder);
    return file_exists(path);
}

/* The judge lies in build/bin: the root is one of the folders above it. */
void files_go_to_root(void)
{
    char path[PATH_MAX];
    const char *given = getenv("CONVLINGS_ROOT");
    if (getcwd(called_in, sizeof called_in) == NULL)
        called_in[0] = '\0';
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (given == NULL && length <= 0)
        return; /* no /proc: make starts the judge at the root */
    if (given != NULL)
        snprintf(path, sizeof path, "%s", given);
    else
        path[length] = '\0';
    while (!is_root(path) && strrchr(path, '/') != NULL)
        *strrchr(path, '/') = '\0';
    if (chdir(path) != 0)
        grader_fault("the project's folder is not found above the judge");
}

char *path_from_here(const char *path)
{
    char here[PATH_MAX];
    if (path[0] == '/' || getcwd(here, sizeof here) == NULL)
        return need(strdup(path));
    size_t size = strlen(here) + strlen(path) + 2;
    char *whole = need(malloc(size));
    snprintf(whole, size, "%s/%s", here, path);
    return whole;
}

/* What follows folder/ in a path, or the path. */
static const char *below(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    bool inside =
        length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/';
    return inside ? path + length + 1 : path;
}

const char *path_from_root(const char *path)
{
    char here[PATH_MAX];
    return below(getcwd(here, sizeof here) != NULL ? here : "", path);
}

const char *path_for_caller(const char *path)
{
    return below(called_in, path);
}

char *file_read(const char *path, size_t limit, size_t *size)
{
    FILE *f = fopen(path, "rb");
    struct stat info;
    if (f == NULL)
        return NULL;
    if (fstat(fileno(f), &info) != 0 || !S_ISREG(info.st_mode)) {
        fclose(f);
        return NULL;
    }
    char *text = need(malloc(limit + 2));
    size_t got = fread(text, 1, limit + 1, f);
    bool bad = ferror(f) != 0 || got > limit;
    fclose(f);
    if (bad) {
        free(text);
        return NULL;
    }
    text[got] = '\0';
    if (size != NULL)
        *size = got;
    return text;
}

static void make_folders(const char *path)
{
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s", path);
    for (char *p = strchr(part + 1, '/'); p != NULL; p = strchr(p + 1, '/')) {
        *p = '\0';
        mkdir(part, 0777);
        *p = '/';
    }
}

/* A new file beside path that nobody else has, whatever lies there. */
static FILE *open_temporary(const char *path, char *temporary, size_t size)
{
    enum { TRIES = 100 };
    int fd = -1;
    for (int i = 0; i < TRIES && fd < 0; i++) {
        snprintf(temporary, size, "%s.%ld.%d.tmp", path, (long)getpid(), i);
        fd = open(temporary,
                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            return NULL;
    }
    return fd >= 0 ? fdopen(fd, "wb") : NULL;
}

/* A device or a folder at path, also behind a link, is not replaced. */
static bool may_replace(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0 || S_ISREG(info.st_mode))
        return true;
    errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    return false;
}

/* Writes and closes. A limit on the size of files is an error like a full
 * disk, not a signal that ends the judge. */
static bool write_all(FILE *f, const char *text, size_t size)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGXFSZ, &ignore, &before);
    bool good = fwrite(text, 1, size, f) == size;
    int why = errno;
    if (fclose(f) != 0 && good) {
        why = errno;
        good = false;
    }
    sigaction(SIGXFSZ, &before, NULL);
    errno = why;
    return good;
}

bool file_write(const char *path, const char *text, size_t size)
{
    char temporary[PATH_MAX];
    if (!may_replace(path))
        return false;
    make_folders(path);
    FILE *f = open_temporary(path, temporary, sizeof temporary);
    if (f == NULL)
        return false;
    bool good = write_all(f, text, size);
    int why = errno;
    if (good && rename(temporary, path) == 0)
        return true;
    if (good)
        why = errno;
    remove(temporary);
    errno = why;
    return false;
}

bool file_copy(const char *from, const char *to)
{
    size_t size;
    char *text = file_read(from, (size_t)64 << 20, &size);
    bool done = text != NULL && file_write(to, text, size);
    free(text);
    return done;
}

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

const char *file_problem(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return "is missing";
    if (S_ISDIR(info.st_mode))
        return "is a folder, not a file";
    if (!S_ISREG(info.st_mode) || access(path, R_OK) != 0)
        return "cannot be read";
    return NULL;
}

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *p = bytes;
    if (hash == 0)
        hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ p[i]) * 0x100000001b3u;
    return hash;
}

uint64_t hash_file(uint64_t hash, const char *path)
{
    size_t size;
    char *text = file_read(path, (size_t)1 << 20, &size);
    if (text == NULL)
        return hash;
    hash = hash_bytes(hash, text, size);
    free(text);
    return hash;
}
