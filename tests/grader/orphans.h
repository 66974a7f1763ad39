/* Processes that a job leaves behind.
 *
 * A process that starts another and ends leaves it to init, out of reach of
 * kill by group once it has a session of its own. On Linux the judge takes
 * init's place for its descendants, so that they come back to it and can be
 * ended. Elsewhere there is only the group. */
#ifndef CONVLINGS_ORPHANS_H
#define CONVLINGS_ORPHANS_H

enum { ORPHANS_KNOWN = 256 };

/* The children the judge has anyway. */
struct orphans {
    int count;
    long pid[ORPHANS_KNOWN];
};

/* Notes them before a job is started. */
void orphans_note(struct orphans *before);
/* Ends and reaps every other child, until none is left. The job itself has
 * been reaped. */
void orphans_end(const struct orphans *before);

#endif
