#include "events.h"

#include "fault.h"
#include "files.h"
#include "interrupt.h"

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/inotify.h>
#endif

enum { LOOK_EVERY_MS = 500, SETTLE_MS = 30 };

/* What a file was like; all 0 when it is not there. Seconds alone would miss
 * the second of two quick saves, so the content counts as well. */
struct stamp {
    int64_t seconds;
    uint64_t inode, content;
};

struct events {
    int inotify; /* -1: none */
    bool keys;
    struct stamp *stamp; /* one per exercise */
};

static struct termios before; /* the terminal, to be put back */
static volatile sig_atomic_t raw;

static void put_back(void)
{
    if (raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
    raw = 0;
}

static struct stamp stamp_of(const struct entry *e)
{
    struct stat s;
    const char *path = entry_path(e, "exercises");
    if (stat(path, &s) != 0)
        return (struct stamp){0, 0, 0};
    return (struct stamp){(int64_t)s.st_mtime, (uint64_t)s.st_ino,
                          hash_file(0, path)};
}

/* Folders, not files: editors replace a file rather than write to it. */
static int watch_folders(void)
{
#ifdef __linux__
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    for (int i = 0; fd >= 0 && i < catalog_size; i = chapter_end(i)) {
        char folder[200];
        snprintf(folder, sizeof folder, "exercises/%s", catalog[i].chapter);
        inotify_add_watch(fd, folder, IN_CLOSE_WRITE | IN_MOVED_TO);
    }
    return fd;
#else
    return -1;
#endif
}

void events_resume(struct events *w)
{
    if (!w->keys || raw)
        return;
    struct termios now;
    tcgetattr(STDIN_FILENO, &before);
    now = before;
    now.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
    now.c_cc[VMIN] = 1;
    now.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &now);
    raw = 1;
}

void events_pause(struct events *w)
{
    (void)w;
    put_back();
}

struct events *events_new(void)
{
    struct events *w = need(calloc(1, sizeof *w));
    w->stamp = need(calloc((size_t)catalog_size, sizeof *w->stamp));
    for (int i = 0; i < catalog_size; i++)
        w->stamp[i] = stamp_of(&catalog[i]);
    w->inotify = watch_folders();
    w->keys = isatty(STDIN_FILENO) != 0;
    interrupt_mend(put_back);
    events_resume(w);
    return w;
}

void events_free(struct events *w)
{
    put_back();
    if (w->inotify >= 0)
        close(w->inotify);
    free(w->stamp);
    free(w);
}

static const struct entry *changed(struct events *w)
{
    for (int i = 0; i < catalog_size; i++) {
        struct stamp now = stamp_of(&catalog[i]);
        if (memcmp(&now, &w->stamp[i], sizeof now) == 0)
            continue;
        w->stamp[i] = now;
        if (now.inode != 0) /* a file that is gone for a moment comes back */
            return &catalog[i];
    }
    return NULL;
}

static void forget(int fd)
{
    char buffer[4096];
    while (fd >= 0 && read(fd, buffer, sizeof buffer) > 0)
        continue;
}

int events_wait(struct events *w, const struct entry **saved)
{
    for (;;) {
        struct pollfd fds[2] = {{w->keys ? STDIN_FILENO : -1, POLLIN, 0},
                                {w->inotify, POLLIN, 0}};
        poll(fds, 2, LOOK_EVERY_MS);
        if (fds[1].revents != 0) {
            poll(NULL, 0, SETTLE_MS); /* an editor may still be renaming */
            forget(w->inotify);
        }
        *saved = changed(w);
        if (*saved != NULL)
            return 0;
        if (fds[0].revents != 0) {
            unsigned char key;
            return read(STDIN_FILENO, &key, 1) == 1 ? key : -1;
        }
    }
}
