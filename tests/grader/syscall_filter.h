/* Filters for system calls: which calls a process in a room may make.
 *
 * libseccomp writes each filter for the machine's own architecture once per
 * judge; a new process then only loads a few hundred bytes. Where there is
 * no seccomp, filter_load says so. */
#ifndef CONVLINGS_SYSCALL_FILTER_H
#define CONVLINGS_SYSCALL_FILTER_H

#include <stdbool.h>

enum filter {
    FILTER_RUN,      /* an allowlist; anything else ends the process (SIGSYS) */
    FILTER_RUN_TELL, /* the same list; anything else raises SIGSYS in it */
    FILTER_LOAD,     /* FILTER_RUN for a program that opens its libraries */
    FILTER_LOAD_TELL,
    FILTER_TOOL,    /* trusted tools: all but sockets, ptrace and the like */
    FILTER_EXPLAIN, /* the same, and no new process */
    FILTERS
};

/* The descriptor of the program that FILTER_RUN lets a process execute: once,
 * since it is closed by that and lies above the FILTER_MAX_FD that it can open itself. */
enum { FILTER_EXEC_FD = 40, FILTER_MAX_FD = 16 };

/* Writes a filter, before the process that loads it is started; later calls
 * for the same one do nothing. */
void filter_prepare(enum filter filter);
/* Loads one into the calling process, for good; needs no_new_privs. False
 * and errno when the kernel has no such thing. */
bool filter_load(enum filter filter);

#endif
