/* What keeps a submission, and a compiler that reads one, from doing harm.
 *
 * Each means is probed once, in a process of its own, and used where it
 * exists; what is used is said in every report, and whoever wants can refuse
 * to grade without. Limits on time, memory and files are always there.
 *
 *   uid       started as root: the user and group 65534, no other groups
 *   seccomp   a filter for system calls (syscall_filter.h)
 *   landlock  no files, no TCP, no signals to strangers (landlock.h)
 *
 * The variable CONVLINGS_SANDBOX holds the words that may be used, so that
 * tests can try weaker machines: "none" or "rlimits" is none of the three.
 * It can take away and never add. */
#ifndef CONVLINGS_SANDBOX_H
#define CONVLINGS_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

enum { SANDBOX_NOBODY = 65534 }; /* the user, and the group */

/* Where a process is let in. */
enum room {
    ROOM_OPEN,    /* no walls, for programs that never see a submission */
    ROOM_COMPILE, /* reads the toolchain; has its working folder */
    ROOM_RUN,     /* computes and prints; opens, starts, reaches nothing */
    ROOM_EXPLAIN  /* reads the toolchain's libraries, starts nothing: for a
                     program with sanitizers, which need more calls */
};

struct walls {
    enum room room;
    const char *const *readable; /* folders and files, ends with NULL */
    int program;                 /* ROOM_RUN, ROOM_EXPLAIN: what is executed */
    bool loads;                  /* ROOM_RUN: it is linked dynamically */
    bool tells; /* ROOM_RUN: a refused call raises SIGSYS in it */
};

/* Prepares what can be prepared before the process is started. */
void sandbox_prepare(const struct walls *walls);
/* In the new process, just before it becomes the other program: NULL, or the
 * step that failed (and errno), and then it must not become that program. */
const char *sandbox_enter(const struct walls *walls);

/* Whether a process in this room cannot start another one. */
bool sandbox_keeps_alone(enum room room);

/* "uid seccomp landlock(7)", or "rlimits only". */
const char *sandbox_words(void);
/* What is missing for grading code nobody trusts, a sentence, or NULL. */
const char *sandbox_lacks(void);
/* Hands a file or folder of the judge to the user its rooms run as. */
void sandbox_give(const char *path);

#endif
