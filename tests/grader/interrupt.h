/* What must be put right when the judge ends, also by Ctrl-C: a terminal in
 * single-key mode, a scratch folder. */
#ifndef CONVLINGS_INTERRUPT_H
#define CONVLINGS_INTERRUPT_H

#include <stdbool.h>

/* Has `mend` called when the judge exits or is interrupted, the last one that
 * was named first; once is enough for one function. It may be called twice,
 * and inside a signal handler: it calls only what is safe there (unlink,
 * rmdir, tcsetattr, kill, waitpid). */
void interrupt_mend(void (*mend)(void));

/* Interruptions wait while something is made of which no mend knows yet. */
void interrupt_hold(bool on);
/* In a process that was forked: it is interrupted like any other program. */
void interrupt_forget(void);

#endif
