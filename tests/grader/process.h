/* Runs another program under limits and collects what it says.
 *
 * Used for the compiler, the linker and the runner alike: stdin is
 * /dev/null, the environment is what the caller gives, the program leads a
 * process group of its own and is let into a room (sandbox.h), and when the
 * call returns it and all that it started is dead and reaped.
 */
#ifndef CONVLINGS_PROCESS_H
#define CONVLINGS_PROCESS_H

#include "sandbox.h"

#include <stdbool.h>
#include <stddef.h>

struct job {
    const char *const *argv; /* argv[0] is looked up on PATH when it has no / */
    const char *const *env;  /* NULL-terminated; the whole environment */
    const char *folder;      /* working folder, or NULL: the judge's */
    double seconds;          /* wall clock; the CPU limit is the same + 1 */
    size_t memory_bytes;     /* address space, or 0: no limit */
    size_t file_bytes;       /* greatest file it may write */
    const void *request;     /* written to its descriptor 3, or NULL */
    size_t request_bytes;
    size_t reply_limit; /* bytes read at most from its descriptor 4 */
    size_t text_limit;  /* bytes kept of stdout and stderr together */
    enum room room;
    bool loads; /* ROOM_RUN: the program is linked dynamically */
    bool tells; /* ROOM_RUN: a refused call raises SIGSYS in the program */
};

enum { TEXT_FLOOD_BYTES = 1 << 20 }; /* more printed text than this: killed */

struct job_end {
    bool timed_out, flooded;
    int status;        /* as waitpid gives it */
    int not_started;   /* errno when the program cannot be executed, or 0 */
    size_t peak_bytes; /* the most memory it had at a time */
    double cpu_seconds;
    unsigned char *reply;
    size_t reply_bytes;
    char *text; /* stdout and stderr, NUL-terminated */
    size_t text_bytes;
    bool text_cut;
    double seconds;
};

/* Runs the job to its end. A machine that cannot start a process, or not let
 * it into its room, is a grader fault; a program that cannot be executed is
 * for the caller to judge (not_started). Free the result with job_end_free. */
struct job_end job_run(const struct job *job);
void job_end_free(struct job_end *end);

/* The most memory the judge itself had so far. */
size_t process_peak_bytes(void);

/* Seconds on a clock that only goes forward. */
double seconds_now(void);

#endif
