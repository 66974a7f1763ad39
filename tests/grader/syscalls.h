/* System calls in words, for a submission that made one it must not. */
#ifndef CONVLINGS_SYSCALLS_H
#define CONVLINGS_SYSCALLS_H

#include <stddef.h>

/* Instead of a number: not known which; a call of another architecture. */
enum { SYSCALL_UNKNOWN = -1, SYSCALL_FOREIGN = -2 };

/* The number of a call that a process told of; arch is the architecture as
 * the kernel gives it (an AUDIT_ARCH value). */
int syscall_number(long long number, unsigned arch);

/* What the call is for, after "it tried to": "open a file (openat)". Writes
 * "" when the number is not known. */
void syscall_words(int number, char *text, size_t size);

#endif
