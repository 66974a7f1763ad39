/* doctor: what keeps a submission from doing harm on this machine. */
#include "sandbox.h"
#include "term.h"
#include "verbs.h"

#include <stdio.h>

int verb_doctor(const struct options *o)
{
    char text[400];
    const char *lacks = sandbox_lacks();
    (void)o;
    printf("sandbox: %s\n", sandbox_words());
    if (lacks == NULL)
        return 0;
    snprintf(text, sizeof text,
             "Enough for your own code. Grade code you do not trust elsewhere:"
             " %s.",
             lacks);
    term_wrap(stdout, text, 2, 0);
    return 0;
}
