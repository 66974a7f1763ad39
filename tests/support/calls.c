/* The lists of calls as one. */
#include "calls.h"

#include <stddef.h>

const library_call *library_call_at(int i)
{
    static const library_call *const lists[] = {calls_conv, calls_pool,
                                                calls_rest};

    for (size_t l = 0; l < sizeof lists / sizeof lists[0]; l++)
        for (const library_call *c = lists[l]; c->name; c++)
            if (i-- == 0)
                return c;
    return NULL;
}
