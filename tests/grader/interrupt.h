/* What must be put right when the judge ends, also by Ctrl-C: a terminal in
 * single-key mode, a scratch folder. */
#ifndef CONVLINGS_INTERRUPT_H
#define CONVLINGS_INTERRUPT_H

/* Has `mend` called when the judge exits or is interrupted; once is enough
 * for one function. It may be called twice, and inside a signal handler: it
 * calls only what is safe there (unlink, rmdir, tcsetattr). */
void interrupt_mend(void (*mend)(void));

#endif
