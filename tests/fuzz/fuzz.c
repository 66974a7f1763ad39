/* What the fuzzers share. */
#include "fuzz.h"

#include <stdlib.h>

void fuzz_promise(int kept, const char *what)
{
    if (kept)
        return;
    (void)fprintf(stderr, "fuzz: broken promise: %s\n", what);
    abort();
}

void fuzz_write(fuzz_memory *m)
{
    *m = (fuzz_memory){NULL, NULL, 0};
    m->stream = open_memstream(&m->bytes, &m->size);
    fuzz_promise(m->stream != NULL, "there is memory to write to");
}

void fuzz_written(fuzz_memory *m)
{
    fuzz_promise(!ferror(m->stream) && fclose(m->stream) == 0,
                 "all was written");
    m->stream = NULL;
}
