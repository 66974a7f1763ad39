#include "submission.h"

#include "handed_in.h"

#include "tests/grader/fault.h"
#include "tests/grader/files.h"
#include "tests/grader/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_one(struct record *r, const struct task *t,
                    const struct handed_in *h, int at)
{
    const struct entry *e = &catalog[at];
    const char *file = h->file[at];
    if (file == NULL) {
        record_add_missing(r, e);
        if (h->problem != NULL)
            record_set(&r->result[r->results - 1].sentence, h->problem);
        return;
    }
    struct verdict *v = grade(e, file, t->seed);
    record_add(r, v, handed_in_shown(h, file, t->path, t->paths), t->pictures);
    verdict_free(v);
}

struct record *submission_grade(const struct task *t)
{
    struct record *r = record_new(t->name, t->seed);
    record_set(&r->id, t->id);
    record_set(&r->mark, t->mark);
    record_set(&r->sandbox, sandbox_words());
    struct handed_in *h = handed_in_open(t->path, t->paths);
    for (int i = 0; i < catalog_size; i++)
        if (t->asked[i])
            add_one(r, t, h, i);
    handed_in_free(h);
    record_close(r);
    return r;
}

/* The judge's own program and the shims beside it, read once. */
static uint64_t hash_judge(void)
{
    static uint64_t hash;
    if (hash != 0)
        return hash;
    size_t size;
    char *text =
        file_read(CONVLINGS_BUILD "/bin/judge", (size_t)1 << 28, &size);
    if (text != NULL)
        hash = hash_bytes(0, text, size);
    free(text);
    for (int i = 0; i < catalog_size; i++) {
        char path[300];
        snprintf(path, sizeof path, CONVLINGS_BUILD "/runner/%s.o",
                 catalog[i].name);
        hash = hash_file(hash, path);
    }
    return hash;
}

char *submission_key(const struct task *t)
{
    uint64_t asked = 0;
    char key[300];
    for (int i = 0; i < catalog_size; i++)
        if (t->asked[i])
            asked =
                hash_bytes(asked, catalog[i].name, strlen(catalog[i].name) + 1);
    snprintf(key, sizeof key, "%016llx %016llx %016llx %llu %s%s",
             (unsigned long long)handed_in_hash(t->path, t->paths),
             (unsigned long long)asked, (unsigned long long)hash_judge(),
             (unsigned long long)t->seed, sandbox_words(),
             t->pictures != NULL ? " pictures" : "");
    return need(strdup(key));
}
