#include "handed_in.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "unpack.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 12, FILES_MAX = 20000, ARCHIVES_MAX = 20 };

/* While one submission is searched. */
struct search {
    struct handed_in *h;
    int *rank;           /* of the file taken for each exercise */
    int files, archives; /* seen so far */
    bool hashing;        /* no file is taken and no archive opened */
    size_t above;        /* length of the path that was handed in */
    uint64_t hash;
};

/* --- names ------------------------------------------------------------ */

/* Skips "digits_" at text, or returns NULL. */
static const char *skip_number(const char *text)
{
    const char *p = text;
    while (isdigit((unsigned char)*p))
        p++;
    return p > text && *p == '_' ? p + 1 : NULL;
}

/* Canvas: "doejane_1234_56789_conv2d.c", "doejane_LATE_1234_56789_...". */
static const char *after_canvas(const char *name)
{
    const char *p = strchr(name, '_');
    if (p == NULL)
        return name;
    p++;
    if (strncmp(p, "LATE_", 5) == 0)
        p += 5;
    p = skip_number(p);
    p = p != NULL ? skip_number(p) : NULL;
    return p != NULL ? p : name;
}

/* Moodle puts the person before the file's name when folders are not wanted,
 * Blackboard the assignment, the person and the time. */
static const char *after_mark(const char *name)
{
    static const char moodle[] = "_assignsubmission_file_";
    static const char blackboard[] = "_attempt_";
    const char *at = strstr(name, moodle);
    if (at != NULL)
        return at + strlen(moodle);
    at = strstr(name, blackboard);
    if (at == NULL)
        return name;
    at += strlen(blackboard);
    at += strspn(at, "0123456789-");
    return *at == '_' ? at + 1 : name;
}

/* Takes "-2", " (2)" or "(2)" off the end of a name; returns the number. */
static int cut_again(char *name)
{
    size_t end = strlen(name);
    bool bracket = end > 0 && name[end - 1] == ')';
    size_t digits = bracket ? end - 1 : end, at = digits;
    while (at > 0 && isdigit((unsigned char)name[at - 1]))
        at--;
    if (at == 0 || at == digits || digits - at > 6 ||
        name[at - 1] != (bracket ? '(' : '-'))
        return 0;
    int number = atoi(name + at);
    name[at - 1] = '\0';
    if (bracket && at > 1 && name[at - 2] == ' ')
        name[at - 2] = '\0';
    return number;
}

const struct entry *handed_in_name(const char *file_name, int *again)
{
    char name[256];
    const char *ways[] = {file_name, after_canvas(file_name),
                          after_mark(file_name)};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        int length = snprintf(name, sizeof name, "%s", ways[i]);
        if (length < 3 || length >= (int)sizeof name ||
            strcasecmp(name + length - 2, ".c") != 0)
            continue;
        name[length - 2] = '\0';
        *again = cut_again(name);
        const char *bare = skip_number(name);
        for (int j = 0; j < catalog_size; j++)
            if (strcmp(bare != NULL ? bare : name, catalog[j].name) == 0)
                return &catalog[j];
    }
    return NULL;
}

bool handed_in_is_archive(const char *path)
{
    static const char *const ends[] = {
        ".zip",    ".tar", ".tgz",     ".tar.gz", ".tar.bz2", ".tbz2",
        ".tar.xz", ".txz", ".tar.zst", ".7z",     NULL};
    size_t length = strlen(path);
    for (int i = 0; ends[i] != NULL; i++) {
        size_t end = strlen(ends[i]);
        if (length > end && strcasecmp(path + length - end, ends[i]) == 0)
            return true;
    }
    return false;
}

/* --- folders ---------------------------------------------------------- */

/* Folders in which no learner writes an answer. */
static bool is_passed_over(const char *name)
{
    static const char *const names[] = {"solutions", "tests",    "build",
                                        "reference", "chapters", "__MACOSX",
                                        NULL};
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return name[0] == '.';
}

/* Two files for one exercise: the one that lies in exercises/ as in the
 * project counts, then the one a course system numbered last. */
static int rank_of(const char *path, const struct entry *e, int again)
{
    char place[200];
    snprintf(place, sizeof place, "exercises/%s/", e->chapter);
    return again + (strstr(path, place) != NULL ? 1000000 : 0);
}

static void take(struct search *s, const char *path, const char *name)
{
    int again;
    const struct entry *e = handed_in_name(name, &again);
    if (e == NULL)
        return;
    size_t at = (size_t)(e - catalog);
    int rank = rank_of(path, e, again);
    char **file = &s->h->file[at];
    if (*file != NULL && (rank < s->rank[at] ||
                          (rank == s->rank[at] && strcmp(path, *file) > 0)))
        return;
    s->h->found += *file == NULL;
    s->rank[at] = rank;
    if (access(path, R_OK) != 0)
        grader_fault("%s cannot be read: %s", path, strerror(errno));
    free(*file);
    *file = need(strdup(path));
}

static void look(struct search *s, const char *path, int depth);

static void look_into(struct search *s, const char *folder, int depth)
{
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        if (!s->hashing) /* nobody loses points for rights on this machine */
            grader_fault("%s cannot be read: %s", folder, strerror(errno));
        return;
    }
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir)) {
        char path[PATH_MAX];
        int length = snprintf(path, sizeof path, "%s/%s", folder, d->d_name);
        if (!is_passed_over(d->d_name) && length < (int)sizeof path)
            look(s, path, depth);
    }
    closedir(dir);
}

static void look_into_archive(struct search *s, const char *path, int depth)
{
    struct handed_in *h = s->h;
    char to[PATH_MAX];
    if (h->folder[0] == '\0')
        unpack_folder(h->folder, sizeof h->folder);
    if (++s->archives > ARCHIVES_MAX)
        return;
    snprintf(to, sizeof to, "%s/%d", h->folder, s->archives);
    char *problem = unpack(path, to, &unpack_submission);
    if (problem != NULL) {
        free(h->problem);
        h->problem = problem;
    }
    look_into(s, to, depth);
}

/* What is in a file, however long it is. */
static uint64_t hash_of(const char *path)
{
    static char buffer[1 << 16];
    uint64_t hash = 0;
    FILE *f = fopen(path, "rb");
    for (size_t got = 1; f != NULL && got > 0;) {
        got = fread(buffer, 1, sizeof buffer, f);
        hash = hash_bytes(hash, buffer, got);
    }
    if (f != NULL)
        fclose(f);
    return hash;
}

/* A sum: files are found in any order. */
static void hash(struct search *s, const char *path, const char *name)
{
    int again;
    if (!handed_in_is_archive(path) && handed_in_name(name, &again) == NULL)
        return;
    const char *inner = path + s->above;
    s->hash += hash_bytes(hash_of(path), inner, strlen(inner) + 1);
}

/* What was unpacked may come without rights, also for its owner. */
static void open_up(const struct search *s, const char *path, mode_t mode)
{
    size_t length = strlen(s->h->folder);
    if (length > 0 && strncmp(path, s->h->folder, length) == 0)
        chmod(path, S_ISDIR(mode) ? 0700 : 0600);
}

/* Links and devices are no answers; lstat sees them. */
static void look(struct search *s, const char *path, int depth)
{
    struct stat info;
    const char *slash = strrchr(path, '/');
    if (depth > DEPTH_MAX || s->files++ > FILES_MAX || lstat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode) || S_ISREG(info.st_mode))
        open_up(s, path, info.st_mode);
    if (S_ISDIR(info.st_mode))
        look_into(s, path, depth + 1);
    else if (s->hashing && S_ISREG(info.st_mode))
        hash(s, path, slash != NULL ? slash + 1 : path);
    else if (S_ISREG(info.st_mode) && handed_in_is_archive(path))
        look_into_archive(s, path, depth + 1);
    else if (S_ISREG(info.st_mode))
        take(s, path, slash != NULL ? slash + 1 : path);
}

struct handed_in *handed_in_open(char *const *path, int paths)
{
    struct handed_in *h = need(calloc(1, sizeof *h));
    struct search s = {.h = h};
    h->file = need(calloc((size_t)catalog_size, sizeof *h->file));
    s.rank = need(calloc((size_t)catalog_size, sizeof *s.rank));
    for (int i = 0; i < paths; i++)
        look(&s, path[i], 0);
    if (h->found == 0 && h->problem == NULL)
        h->problem = need(strdup("No file has the name of an exercise."));
    free(s.rank);
    return h;
}

uint64_t handed_in_hash(char *const *path, int paths)
{
    struct handed_in none = {0};
    struct search s = {.h = &none, .hashing = true};
    for (int i = 0; i < paths; i++) {
        const char *slash = strrchr(path[i], '/');
        struct stat info;
        bool folder = stat(path[i], &info) == 0 && S_ISDIR(info.st_mode);
        s.above = folder          ? strlen(path[i])
                  : slash != NULL ? (size_t)(slash - path[i])
                                  : 0;
        look(&s, path[i], 0);
    }
    return s.hash;
}

const char *handed_in_shown(const struct handed_in *h, const char *file,
                            char *const *path, int paths)
{
    const char *slash = strrchr(file, '/');
    size_t length = strlen(h->folder);
    if (length > 0 && strncmp(file, h->folder, length) == 0) {
        const char *inner = strchr(file + length + 1, '/');
        return inner != NULL ? inner + 1 : file;
    }
    for (int i = 0; i < paths; i++) {
        length = strlen(path[i]);
        if (strncmp(file, path[i], length) == 0 && file[length] == '/')
            return file + length + 1;
    }
    return slash != NULL ? slash + 1 : file;
}

void handed_in_free(struct handed_in *h)
{
    if (h == NULL)
        return;
    for (int i = 0; i < catalog_size; i++)
        free(h->file[i]);
    free(h->file);
    free(h->problem);
    if (h->folder[0] != '\0')
        unpack_remove(h->folder);
    free(h);
}
