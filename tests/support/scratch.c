/* A folder for one test. */
#include "scratch.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 600, PATHS = 4 };

static char folder[256];

static void stop(const char *what)
{
    perror(what);
    abort();
}

const char *scratch_new(void)
{
    const char *base = getenv("TMPDIR");

    (void)snprintf(folder, sizeof folder, "%.200s/convlings-XXXXXX",
                   base && *base ? base : "/tmp");
    if (!mkdtemp(folder))
        stop(folder);
    return folder;
}

const char *scratch_path(const char *name)
{
    static char paths[PATHS][PATH_BYTES];
    static int turn;
    char *path = paths[turn++ % PATHS];

    (void)snprintf(path, PATH_BYTES, "%s/%s", folder, name);
    return path;
}

void scratch_write(const char *name, const void *bytes, size_t count)
{
    FILE *stream = fopen(scratch_path(name), "wb");

    if (!stream || fwrite(bytes, 1, count, stream) != count ||
        fclose(stream) != 0)
        stop(name);
}

size_t scratch_read(const char *name, void *bytes, size_t room)
{
    FILE *stream = fopen(scratch_path(name), "rb");
    size_t count;

    if (!stream)
        return (size_t)-1;
    count = fread(bytes, 1, room, stream);
    (void)fclose(stream);
    return count;
}

/* Goes through the folder; removes what it finds if told to. */
static int visit(int remove_them)
{
    DIR *listing = opendir(folder);
    struct dirent *entry;
    int count = 0;

    if (!listing)
        stop(folder);
    while ((entry = readdir(listing)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (remove_them)
            (void)remove(scratch_path(entry->d_name));
    }
    (void)closedir(listing);
    return count;
}

int scratch_count(void)
{
    return visit(0);
}

void scratch_free(void)
{
    (void)visit(1);
    (void)rmdir(folder);
}
