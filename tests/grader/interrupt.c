#include "interrupt.h"

#include <assert.h>
#include <signal.h>
#include <stdlib.h>

enum { MENDS_MAX = 6 };

static void (*mends[MENDS_MAX])(void);
static volatile sig_atomic_t count;

static void mend_all(void)
{
    for (int i = count - 1; i >= 0; i--)
        mends[i]();
}

static void on_signal(int number)
{
    mend_all();
    signal(number, SIG_DFL);
    raise(number);
}

void interrupt_forget(void)
{
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    interrupt_hold(false);
}

void interrupt_hold(bool on)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(on ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
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
