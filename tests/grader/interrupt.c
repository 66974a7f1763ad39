#include "interrupt.h"

#include <assert.h>
#include <signal.h>
#include <stdlib.h>

enum { MENDS_MAX = 4 };

static void (*mends[MENDS_MAX])(void);
static volatile sig_atomic_t count;

static void mend_all(void)
{
    for (int i = 0; i < count; i++)
        mends[i]();
}

static void on_signal(int number)
{
    mend_all();
    signal(number, SIG_DFL);
    raise(number);
}

void interrupt_mend(void (*mend)(void))
{
    for (int i = 0; i < count; i++)
        if (mends[i] == mend)
            return;
    assert(count < MENDS_MAX);
    mends[count] = mend;
    count++;
    if (count > 1)
        return;
    atexit(mend_all);
    signal(SIGINT, on_signal);
    signal(SIGTERM, on_signal);
    signal(SIGHUP, on_signal);
}
