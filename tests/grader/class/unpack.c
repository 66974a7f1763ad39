#include "unpack.h"

#include "tests/grader/fault.h"
#include "tests/grader/interrupt.h"
#include "tests/grader/process.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { UNPACK_SECONDS = 10, FILE_BYTES = 8 << 20, TEXT_BYTES = 2048 };

/* The folder that an interruption removes. */
static char scratch[256];

/* In a signal handler: nothing but fork, exec and wait is allowed there. */
static void remove_scratch(void)
{
    if (scratch[0] == '\0')
        return;
    pid_t pid = fork();
    if (pid == 0) {
        execlp("rm", "rm", "-rf", scratch, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    scratch[0] = '\0';
}

void unpack_folder(char *folder, size_t size)
{
    const char *base = getenv("TMPDIR");
    if (base == NULL || base[0] != '/')
        base = "/tmp";
    snprintf(folder, size, "%s/convlings.XXXXXX", base);
    if (mkdtemp(folder) == NULL)
        grader_fault("cannot make a scratch folder in %s", base);
    snprintf(scratch, sizeof scratch, "%s", folder);
    interrupt_mend(remove_scratch);
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

void unpack_remove(const char *folder)
{
    remove_tree(folder);
    scratch[0] = '\0';
}

/* Names that start outside, links and devices bsdtar refuses by itself. */
static struct job_end run_bsdtar(const char *archive, const char *to)
{
    const char *const argv[] = {"bsdtar",
                                "-x",
                                "-f",
                                archive,
                                "--no-same-owner",
                                "--no-same-permissions",
                                "--include",
                                "*.[cC]",
                                "--include",
                                "*.zip",
                                "--include",
                                "*.t*",
                                NULL};
    char variable[PATH_MAX];
    const char *path = getenv("PATH");
    snprintf(variable, sizeof variable, "PATH=%s",
             path != NULL ? path : "/usr/bin:/bin");
    const char *const env[] = {variable, "LC_ALL=C.UTF-8", NULL};
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = to,
                      .seconds = UNPACK_SECONDS,
                      .memory_bytes = (size_t)512 << 20,
                      .file_bytes = FILE_BYTES,
                      .text_limit = TEXT_BYTES};
    return job_run(&job);
}

char *unpack(const char *archive, const char *to)
{
    const char *slash = strrchr(archive, '/');
    const char *name = slash != NULL ? slash + 1 : archive;
    char *problem = NULL;
    if (mkdir(to, 0700) != 0)
        grader_fault("cannot make the folder %s", to);
    struct job_end end = run_bsdtar(archive, to);
    if (WIFEXITED(end.status) && WEXITSTATUS(end.status) == 127)
        grader_fault("bsdtar, which unpacks archives, cannot be started");
    bool good = WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0;
    if (end.timed_out || !good) {
        const char format[] = "The archive %.200s cannot be unpacked%s.";
        size_t size = sizeof format + strlen(name) + 40;
        problem = need(malloc(size));
        snprintf(problem, size, format, name,
                 end.timed_out ? " in reasonable time" : " completely");
    }
    job_end_free(&end);
    return problem;
}
