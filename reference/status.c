/* Outcomes: their names, and the message of the last failure. The message is
 * thread-local and of fixed size, so that reporting a failure cannot itself
 * fail and no thread reads another's. */
#include "status.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const names[] = {
    "REF_OK",       "REF_ENULL",  "REF_ESIZE", "REF_EPARAM",  "REF_EOVERFLOW",
    "REF_EOVERLAP", "REF_ENOMEM", "REF_EIO",   "REF_EFORMAT",
};

_Static_assert(sizeof names / sizeof names[0] == REF_STATUS_COUNT,
               "each outcome has a name");

static _Thread_local char message[REF_MESSAGE_BYTES];

const char *ref_status_name(ref_status status)
{
    /* an enum may be signed or not: compare what an int makes of it */
    int value = (int)status;

    if (value < 0 || value >= REF_STATUS_COUNT)
        return "unknown status";
    return names[value];
}

const char *ref_status_message(void)
{
    return message;
}

ref_status ref_fail(ref_status status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    if (vsnprintf(message, sizeof message, format, arguments) < 0)
        message[0] = '\0';
    va_end(arguments);
    return status;
}
