/* The judge's side of the runner: one process for one trial. */
#ifndef CONVLINGS_WORKER_H
#define CONVLINGS_WORKER_H

#include "answer.h"
#include "protocol.h"
#include "suite.h"

#include <stdbool.h>

/* How one call of the learner's function ended. */
enum call_end {
    END_RETURNED,  /* it returned; cells hold what it wrote */
    END_FAULT,     /* it touched memory it must not; see the fault fields */
    END_SIGNAL,    /* another signal: abort, division by zero, ... */
    END_EXITED,    /* the process ended itself before the call returned */
    END_TIMEOUT,   /* it did not return in time */
    END_FLOODED,   /* it printed without end */
    END_NO_MEMORY, /* it asked for more memory than there is for it */
    END_FORBIDDEN, /* it asked the system for what the sandbox refuses */
    END_NOT_CALLED /* an earlier call of the same process ended badly */
};

struct called {
    enum call_end end;
    struct cell *cell; /* END_RETURNED: one per output element */
    int spill_arg;   /* an input that was changed, or an output beside which */
    int spill_count; /* something was: how many elements; 0: none */
    long leaked;     /* bytes it allocated in this call and did not free, */
    int leaked_blocks;  /* and in how many blocks */
    int fault_arg;      /* END_FAULT: which array, or -1 */
    long fault_element; /* which element of it, or byte of the block, was */
    int fault_access;   /* touched; 1 write, 0 read, -1 unknown */
    /* END_FAULT: what was touched that is no array; END_RETURNED: PLACE_BLOCK
     * if something was written beside a block; END_NO_MEMORY: PLACE_BLOCK if
     * all blocks together were too much, else one request was */
    enum fault_place fault_place;
    long block_bytes; /* of the block; END_NO_MEMORY: that were asked for */
    int signal;       /* END_SIGNAL, END_FAULT */
    int exit_status;  /* END_EXITED */
    int tried;        /* END_FORBIDDEN: the system call (syscalls.h) */
};

/* The calls of one trial, made in one process in this order. */
enum { CALL_FIRST, CALL_FRESH, CALL_AGAIN, CALLS_PER_TRIAL };

struct ran {
    struct called call[CALLS_PER_TRIAL];
    /* what the learner's code printed during each call, capped */
    char *printed[CALLS_PER_TRIAL];
    bool text_cut;
    bool idle; /* it was out of time, and had hardly computed */
};

/* Wall clock: for the calls of one trial, and for all trials together. */
enum { TRIAL_SECONDS = 2, ALL_TRIALS_SECONDS = 20 };

/* Starts the runner at path (and once more if it ran out of time without
 * computing: a busy machine is not the learner's fault) and makes the calls: the trial's case, its
 * fresh twin in the same memory, and the case again with the arrays flush
 * with the other guard and another poison. Free with ran_free. */
struct ran worker_run(const char *path, const struct trial *t);
void ran_free(struct ran *r);

/* What a job that was to make the calls of a trial says of each: its reply is
 * taken byte by byte as what anybody could have sent. r is all zeros. */
struct job_end;
void worker_decode(const struct trial *t, const struct job_end *end,
                   struct ran *r);

/* Runs the trial once more in a room that tells the program of a refused
 * system call instead of ending it, and returns the call it told of, or
 * SYSCALL_UNKNOWN. It explains; no verdict depends on it. */
int worker_tried(const char *path, const struct trial *t);

/* The same calls of a program built with sanitizers, which need more address
 * space than a submission gets; what it said is returned, to be freed. */
char *worker_words(const char *path, const struct trial *t);

/* What the outputs of the case were, from its first and its last call: a
 * cell that holds the poison both times was never written, one that moved
 * with the poison was added to. Both calls must have returned. */
struct cell worker_cell(const struct ran *r, int cell);

#endif
