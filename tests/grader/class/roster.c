#include "roster.h"

#include "export_name.h"
#include "handed_in.h"
#include "submitters.h"
#include "unpack.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define METADATA "submission_metadata.yml"

/* --- the list ---------------------------------------------------------- */

static void set(char **text, const char *value)
{
    free(*text);
    *text = need(strdup(value));
}

static struct hand_in *find(struct roster *r, const char *name, const char *id)
{
    for (int i = 0; i < r->count; i++)
        if (strcmp(r->of[i].name, name) == 0 && strcmp(r->of[i].id, id) == 0)
            return &r->of[i];
    return NULL;
}

static struct hand_in *add(struct roster *r, const char *name, const char *id)
{
    size_t count = (size_t)r->count + 1;
    r->of = need(realloc(r->of, count * sizeof *r->of));
    struct hand_in *h = &r->of[r->count++];
    *h = (struct hand_in){.attempt = need(strdup(""))};
    set(&h->name, name);
    set(&h->id, id);
    return h;
}

static void drop_paths(struct hand_in *h)
{
    for (int i = 0; i < h->paths; i++)
        free(h->path[i]);
    free(h->path);
    h->path = NULL;
    h->paths = 0;
}

static void add_path(struct hand_in *h, const char *path)
{
    size_t count = (size_t)h->paths + 1;
    h->path = need(realloc(h->path, count * sizeof *h->path));
    h->path[h->paths++] = need(strdup(path));
}

/* A name without the ending that archives and C files have. */
static char *bare_name(const char *name)
{
    static const char *const ends[] = {
        ".zip", ".tar",    ".tgz", ".tar.gz",  ".tar.bz2", ".tbz2",
        ".7z",  ".tar.xz", ".txz", ".tar.zst", ".c",       NULL};
    char *bare = need(strdup(name));
    size_t length = strlen(bare), longest = 0;
    for (int i = 0; ends[i] != NULL; i++) {
        size_t end = strlen(ends[i]);
        if (length > end && end > longest &&
            strcasecmp(bare + length - end, ends[i]) == 0)
            longest = end;
    }
    bare[length - longest] = '\0';
    return bare;
}

/* Folders, archives and C files; not what systems and people leave beside. */
static bool is_submission(const char *name, const struct stat *info)
{
    size_t length = strlen(name);
    if (name[0] == '.' || strcmp(name, "__MACOSX") == 0)
        return false;
    if (S_ISDIR(info->st_mode))
        return true;
    return S_ISREG(info->st_mode) &&
           (handed_in_is_archive(name) ||
            (length > 2 && strcasecmp(name + length - 2, ".c") == 0));
}

static void take_plain(struct roster *r, const char *name, const char *path,
                       bool folder)
{
    char *bare = folder ? need(strdup(name)) : bare_name(name);
    /* anna/ and anna.zip: nobody knows which is meant, both are listed */
    bool taken = find(r, bare, "") != NULL;
    add_path(add(r, taken ? name : bare, ""), path);
    free(bare);
}

static void take_export(struct roster *r, const struct export_name *e,
                        const char *path)
{
    struct hand_in *h = find(r, e->name, e->id);
    if (h == NULL)
        h = add(r, e->name, e->id);
    int order = strcmp(e->attempt, h->attempt);
    if (order < 0)
        return;
    if (order > 0)
        drop_paths(h);
    set(&h->attempt, e->attempt);
    h->late = h->late || e->late;
    add_path(h, path);
}

static void take(struct roster *r, const struct submitters *known,
                 const char *folder, const char *name)
{
    struct stat info;
    struct export_name e;
    char *path = need(malloc(strlen(folder) + strlen(name) + 2));
    sprintf(path, "%s/%s", folder, name);
    if (lstat(path, &info) == 0) {
        bool is_folder = S_ISDIR(info.st_mode);
        const struct submitter *s = submitters_find(known, name);
        if (s != NULL && is_folder)
            add_path(add(r, s->name, s->id), path);
        else if (export_name_read(&e, name, is_folder))
            take_export(r, &e, path);
        else if (is_submission(name, &info))
            take_plain(r, name, path, is_folder);
    }
    free(path);
}

/* --- names of files ---------------------------------------------------- */

static bool ends_like_a_hash(const char *text)
{
    size_t length = strlen(text);
    return length >= 9 && text[length - 9] == '-' &&
           strspn(text + length - 8, "0123456789abcdef") == 8;
}

/* Plain lower-case names are kept; all others are made safe, and a hash of
 * what they were keeps them apart, also where files' names have no case. */
static void name_results(struct hand_in *h)
{
    char key[100];
    size_t at = 0;
    bool kept = h->id[0] == '\0' && h->name[0] != '\0' &&
                !ends_like_a_hash(h->name) && strlen(h->name) <= 60;
    for (const char *p = h->name; *p != '\0' && at < 60; p++) {
        bool plain = islower((unsigned char)*p) || isdigit((unsigned char)*p) ||
                     (at > 0 && strchr("._-", *p) != NULL);
        kept = kept && plain;
        key[at++] = plain || isupper((unsigned char)*p) ? *p : '_';
    }
    key[at] = '\0';
    if (!kept) {
        uint64_t hash = hash_bytes(0, h->name, strlen(h->name) + 1);
        hash = hash_bytes(hash, h->id, strlen(h->id));
        snprintf(key + at, sizeof key - at, "-%08x",
                 (unsigned)(hash ^ hash >> 32));
    }
    set(&h->key, key);
}

/* The same person twice in one export. */
static void tell_apart(struct hand_in *h, int number)
{
    char key[120];
    snprintf(key, sizeof key, "%s-%d", h->key, number);
    set(&h->key, key);
}

static int by_name(const void *a, const void *b)
{
    const struct hand_in *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order != 0 ? order : strcmp(x->id, y->id);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_in_order(struct roster *r)
{
    if (r->count > 0)
        qsort(r->of, (size_t)r->count, sizeof *r->of, by_name);
    for (int i = 0; i < r->count; i++) {
        struct hand_in *h = &r->of[i];
        qsort(h->path, (size_t)h->paths, sizeof *h->path, by_text);
        name_results(h);
        if (i > 0 && by_name(h - 1, h) == 0)
            tell_apart(h, i + 1);
    }
}

/* --- reading ----------------------------------------------------------- */

/* The names in a folder, in order, the list ended by NULL. */
static char **names_in(const char *folder)
{
    size_t count = 0;
    char **names = need(calloc(1, sizeof *names));
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        free(names);
        return NULL;
    }
    for (struct dirent *d = readdir(dir); d != NULL; d = readdir(dir)) {
        if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0)
            continue;
        names = need(realloc(names, (count + 2) * sizeof *names));
        names[count++] = need(strdup(d->d_name));
    }
    closedir(dir);
    qsort(names, count, sizeof *names, by_text);
    names[count] = NULL;
    return names;
}

static bool fail(char *problem, int size, const char *path, const char *why)
{
    snprintf(problem, (size_t)size, "%s %s.", path, why);
    return false;
}

/* A folder whose C files all are exercises is what one learner handed in. */
static bool is_one_submission(char *const *names)
{
    bool any = false;
    for (; *names != NULL; names++) {
        int again;
        struct export_name e;
        size_t length = strlen(*names);
        if (strcmp(*names, "exercises") == 0)
            return true;
        if (length < 3 || strcasecmp(*names + length - 2, ".c") != 0)
            continue;
        if (handed_in_name(*names, &again) == NULL ||
            export_name_read(&e, *names, false))
            return false;
        any = true;
    }
    return any;
}

static bool read_folder(struct roster *r, const char *folder, char *problem,
                        int size)
{
    char **names = names_in(folder);
    if (names == NULL)
        return fail(problem, size, folder, strerror(errno));
    char metadata[PATH_MAX];
    snprintf(metadata, sizeof metadata, "%s/" METADATA, folder);
    struct submitters *known = submitters_read(metadata);
    bool one = is_one_submission(names);
    for (int i = 0; names[i] != NULL; i++) {
        if (!one)
            take(r, known, folder, names[i]);
        free(names[i]);
    }
    free(names);
    submitters_free(known);
    if (one)
        return fail(problem, size, folder,
                    "looks like one submission, not a folder of them:"
                    " `judge submission` grades it");
    put_in_order(r);
    return r->count > 0 ||
           fail(problem, size, folder, "has no submissions in it");
}

/* An export is often one archive, and in it everything is in one folder. */
static bool read_archive(struct roster *r, const char *path, char *problem,
                         int size)
{
    char to[sizeof r->folder + 8], inner[sizeof to + NAME_MAX + 2];
    unpack_folder(r->folder, sizeof r->folder);
    snprintf(to, sizeof to, "%s/class", r->folder);
    char *wrong = unpack(path, to, &unpack_class);
    if (wrong != NULL) {
        snprintf(problem, (size_t)size, "%s", wrong);
        free(wrong);
        return false;
    }
    char **names = names_in(to);
    struct stat info;
    struct export_name e;
    bool alone = names != NULL && names[0] != NULL && names[1] == NULL &&
                 !export_name_read(&e, names[0], true);
    snprintf(inner, sizeof inner, "%s/%s", to, alone ? names[0] : "");
    alone = alone && lstat(inner, &info) == 0 && S_ISDIR(info.st_mode);
    for (int i = 0; names != NULL && names[i] != NULL; i++)
        free(names[i]);
    free(names);
    return read_folder(r, alone ? inner : to, problem, size);
}

struct roster *roster_read(const char *path, char *problem, int size)
{
    struct roster *r = need(calloc(1, sizeof *r));
    struct stat info;
    bool good;
    if (stat(path, &info) != 0)
        good = fail(problem, size, path, strerror(errno));
    else if (S_ISDIR(info.st_mode))
        good = read_folder(r, path, problem, size);
    else if (handed_in_is_archive(path))
        good = read_archive(r, path, problem, size);
    else
        good = fail(problem, size, path, "is neither a folder nor an archive");
    if (good)
        return r;
    roster_free(r);
    return NULL;
}

void roster_free(struct roster *r)
{
    if (r == NULL)
        return;
    for (int i = 0; i < r->count; i++) {
        struct hand_in *h = &r->of[i];
        drop_paths(h);
        free(h->name);
        free(h->id);
        free(h->key);
        free(h->attempt);
    }
    free(r->of);
    if (r->folder[0] != '\0')
        unpack_remove(r->folder);
    free(r);
}
