/* A fault of the grader itself is never a verdict on a submission: it is
 * said on standard error and ends the judge with exit status 3. */
#ifndef CONVLINGS_FAULT_H
#define CONVLINGS_FAULT_H

#include <stdnoreturn.h>

enum { EXIT_USAGE = 2, EXIT_FAULT = 3 };

/* Prints "grader error: " and the message, a line, and exits with 3. */
noreturn void grader_fault(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* The pointer itself; NULL (out of memory) is a grader fault. */
void *need(void *pointer);

#endif
