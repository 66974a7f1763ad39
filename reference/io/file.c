/* Files as a whole: read at once, written under a temporary name. rename()
 * within one folder replaces a file in one step, so that a reader sees the
 * old file or the new one, never half. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../check.h"

enum { FIRST_BYTES = 1 << 16, NAME_TRIES = 100 };

static ref_status refuse(const char *path, const char *verb)
{
    return ref_fail(REF_EIO, "%.300s: cannot %s: %s", path, verb,
                    strerror(errno));
}

/* Reads to the end, doubling the memory; neither memory nor reading goes
 * further than one byte beyond the limit. */
static ref_status read_all(FILE *stream, const char *path, size_t limit,
                           unsigned char **bytes, size_t *size)
{
    size_t room = 0, got = 0, step;

    do {
        if (got == room) {
            size_t wider = room ? 2 * room : FIRST_BYTES;
            unsigned char *grown;

            wider = wider <= limit ? wider : limit + 1;
            grown = realloc(*bytes, wider);
            if (!grown)
                return ref_fail(REF_ENOMEM,
                                "%.300s: no memory for %zu bytes of it", path,
                                wider);
            *bytes = grown;
            room = wider;
        }
        step = fread(*bytes + got, 1, room - got, stream);
        got += step;
    } while (step > 0 && got <= limit);
    if (ferror(stream))
        return refuse(path, "be read");
    if (got > limit)
        return ref_fail(REF_EFORMAT, "%.300s: has more than %zu bytes", path,
                        limit);
    *size = got;
    return REF_OK;
}

ref_status ref_file_read(const char *path, size_t limit, unsigned char **bytes,
                         size_t *size)
{
    unsigned char *content = NULL;
    size_t count = 0;
    FILE *stream;
    ref_status status = ref_check_pointer("path", path);

    if (status == REF_OK)
        status = ref_check_pointer("bytes", bytes);
    if (status == REF_OK)
        status = ref_check_pointer("size", size);
    if (status != REF_OK)
        return status;
    stream = fopen(path, "rb");
    if (!stream)
        return refuse(path, "be opened");
    if (limit > REF_FILE_MAX_BYTES)
        limit = REF_FILE_MAX_BYTES;
    status = read_all(stream, path, limit, &content, &count);
    (void)fclose(stream); /* only read: nothing can be lost */
    if (status != REF_OK) {
        free(content);
        return status;
    }
    *bytes = content;
    *size = count;
    return REF_OK;
}

static char *copy_of(const char *text, size_t length)
{
    char *copy = malloc(length + 1);

    if (copy) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

/* A name in the folder of path that nobody else has. It does not contain the
 * file's own name, which may already be as long as a name can be. */
static char *temporary_name(const char *path, int attempt)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    size_t size = (size_t)folder + 64;
    char *name = malloc(size);

    if (name)
        (void)snprintf(name, size, "%.*s.convlings-%ld-%d", folder, path,
                       (long)getpid(), attempt);
    return name;
}

/* Opens a new file beside out->path. O_EXCL: never an existing one, never a
 * link that somebody laid there. */
static ref_status open_temporary(ref_file_out *out, const char *path)
{
    for (int attempt = 0; attempt < NAME_TRIES; attempt++) {
        int file;

        free(out->temporary);
        out->temporary = temporary_name(out->path, attempt);
        if (!out->temporary)
            return ref_fail(REF_ENOMEM, "%.300s: no memory for its name", path);
        file = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (file >= 0) {
            out->stream = fdopen(file, "wb");
            if (out->stream)
                return REF_OK;
            (void)close(file);
            (void)unlink(out->temporary);
            break;
        }
        if (errno != EEXIST)
            break;
    }
    return refuse(path, "be written");
}

/* An existing target: its permissions for the new file; a device or a pipe,
 * which must not be replaced by a file, is opened itself. */
static ref_status open_over(ref_file_out *out, const char *path,
                            const struct stat *old)
{
    ref_status status;

    if (S_ISDIR(old->st_mode)) {
        errno = EISDIR;
        return refuse(path, "be written");
    }
    if (access(path, W_OK) != 0)
        return refuse(path, "be written");
    if (!S_ISREG(old->st_mode)) {
        out->stream = fopen(path, "wb");
        return out->stream ? REF_OK : refuse(path, "be written");
    }
    status = open_temporary(out, path);
    if (status == REF_OK)
        (void)fchmod(fileno(out->stream), old->st_mode & 07777);
    return status;
}

static void forget(ref_file_out *out)
{
    free(out->path);
    free(out->temporary);
    *out = (ref_file_out){NULL, NULL, NULL};
}

ref_status ref_file_create(const char *path, ref_file_out *out)
{
    ref_file_out file = {NULL, NULL, NULL};
    struct stat old;
    int exists;
    ref_status status = ref_check_pointer("path", path);

    if (status == REF_OK)
        status = ref_check_pointer("out", out);
    if (status != REF_OK)
        return status;
    exists = stat(path, &old) == 0;
    if (!exists && (errno != ENOENT || !*path))
        return refuse(path, "be written");
    /* through links, so that a link stays one */
    file.path = exists ? realpath(path, NULL) : copy_of(path, strlen(path));
    if (!file.path)
        return refuse(path, "be written");
    status =
        exists ? open_over(&file, path, &old) : open_temporary(&file, path);
    if (status == REF_OK)
        *out = file;
    else
        forget(&file);
    return status;
}

ref_status ref_file_finish(ref_file_out *out)
{
    int failed;

    if (!out->stream)
        return REF_OK;
    failed = ferror(out->stream) != 0;
    if (fclose(out->stream) != 0)
        failed = 1;
    out->stream = NULL;
    return failed ? refuse(out->path, "be written") : REF_OK;
}

ref_status ref_file_commit(ref_file_out *out)
{
    ref_status status = ref_file_finish(out);

    if (status == REF_OK && out->temporary &&
        rename(out->temporary, out->path) != 0)
        status = refuse(out->path, "be replaced");
    if (status != REF_OK && out->temporary)
        (void)unlink(out->temporary);
    forget(out);
    return status;
}

void ref_file_discard(ref_file_out *out)
{
    if (out->stream)
        (void)fclose(out->stream);
    if (out->temporary)
        (void)unlink(out->temporary);
    forget(out);
}

ref_status ref_file_fail(ref_status status, const char *path)
{
    char reason[REF_MESSAGE_BYTES];

    memcpy(reason, ref_status_message(), sizeof reason);
    return ref_fail(status, "%.300s: %s", path, reason);
}
