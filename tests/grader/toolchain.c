#define _XOPEN_SOURCE 700 /* for realpath */

#include "toolchain.h"

#include "fault.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The Makefile says which. */
#ifndef CONVLINGS_CC
#define CONVLINGS_CC "cc"
#endif

enum { FOLDERS_MAX = 64 };

static const char *const system_folders[] = {
    "/bin",           "/lib",         "/lib32",         "/lib64",
    "/usr/bin",       "/usr/lib",     "/usr/lib32",     "/usr/lib64",
    "/usr/libexec",   "/usr/include", "/usr/local/bin", "/usr/local/include",
    "/usr/local/lib", "/nix/store",   "/gnu/store",     "/etc/ld.so.cache",
};

enum { SYSTEM_FOLDERS = sizeof system_folders / sizeof system_folders[0] };

int toolchain_command(const char **argv)
{
    static char words[] = CONVLINGS_CC;
    static const char *word[TOOLCHAIN_WORDS];
    static int count;
    char *rest = words;
    if (count == 0)
        for (char *w = strtok_r(rest, " \t", &rest);
             w != NULL && count < TOOLCHAIN_WORDS;
             w = strtok_r(NULL, " \t", &rest))
            word[count++] = w;
    if (count == 0)
        grader_fault("no compiler is named: build with CC=gcc");
    memcpy(argv, word, sizeof *word * (size_t)count);
    return count;
}

static const char *readable[FOLDERS_MAX + 1];
static int count;

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 &&
           (path[length] == '/' || path[length] == '\0');
}

static bool is_readable(const char *path)
{
    for (int i = 0; i < count; i++)
        if (is_below(path, readable[i]))
            return true;
    return false;
}

/* Adds a folder, but never one that holds the whole machine or a home. */
static void add(const char *folder)
{
    char real[PATH_MAX];
    if (realpath(folder, real) == NULL || is_readable(real))
        return;
    const char *home = getenv("HOME");
    bool wide =
        strchr(real + 1, '/') == NULL || (home != NULL && is_below(home, real));
    if (!wide && count < FOLDERS_MAX)
        readable[count++] = need(strdup(real));
}

static void add_folder_of(const char *file)
{
    char real[PATH_MAX];
    if (realpath(file, real) == NULL || strrchr(real, '/') == real)
        return;
    *strrchr(real, '/') = '\0';
    add(real);
}

/* Where a program is that is started by this name, or NULL. */
static const char *on_path(const char *name, char *to, size_t size)
{
    const char *path = getenv("PATH");
    if (strchr(name, '/') != NULL)
        return realpath(name, to);
    if (path == NULL)
        path = "/usr/bin:/bin";
    while (*path != '\0') {
        char try[PATH_MAX];
        int length = (int)strcspn(path, ":");
        snprintf(try, sizeof try, "%.*s/%s", length, path, name);
        if (size >= PATH_MAX && realpath(try, to) != NULL)
            return to;
        path += length + (path[length] == ':');
    }
    return NULL;
}

/* What the compiler prints when asked, line by line. It is a trusted
 * program, and no submission is near. */
static void ask(const char *question, void (*take)(char *line))
{
    char command[400], line[8192];
    snprintf(command, sizeof command, "%s %s 2>&1 </dev/null", CONVLINGS_CC,
             question);
    FILE *f = popen(command, "r");
    if (f == NULL)
        return;
    while (fgets(line, sizeof line, f) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        take(line);
    }
    pclose(f);
}

/* "libraries: =/a:/b" */
static void take_list(char *line)
{
    char *list = strchr(line, '=');
    if (list == NULL)
        list = strchr(line, ' '); /* "install: /a" */
    if (list == NULL)
        return;
    for (char *rest = list + 1, *w = strtok_r(rest, ":", &rest); w != NULL;
         w = strtok_r(NULL, ":", &rest))
        add(w);
}

static void take_folder(char *line)
{
    if (line[0] == '/')
        add(line);
}

static void take_program(char *line)
{
    if (line[0] == '/')
        add_folder_of(line);
}

/* The list of folders that -v prints: one blank, then a path. */
static void take_include(char *line)
{
    if (line[0] == ' ' && line[1] == '/' && strchr(line + 1, ' ') == NULL)
        add(line + 1);
}

static void add_compiler(void)
{
    const char *argv[TOOLCHAIN_WORDS];
    int words = toolchain_command(argv);
    bool elsewhere = false;
    for (int i = 0; i < words; i++) {
        char real[PATH_MAX];
        if (argv[i][0] == '-' || on_path(argv[i], real, sizeof real) == NULL)
            continue;
        elsewhere = elsewhere || !is_readable(real);
        add_folder_of(real);
    }
    if (!elsewhere)
        return;
    ask("-print-search-dirs", take_list);
    ask("-print-sysroot", take_folder);
    ask("-print-prog-name=cc1", take_program);
    ask("-print-prog-name=as", take_program);
    ask("-print-prog-name=ld", take_program);
    ask("-E -v -x c -", take_include);
}

const char *const *toolchain_readable(void)
{
    if (count > 0)
        return readable;
    for (int i = 0; i < SYSTEM_FOLDERS; i++)
        readable[count++] = system_folders[i];
    add_compiler();
    return readable;
}
