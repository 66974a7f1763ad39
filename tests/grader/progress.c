#include "progress.h"

#include "explain.h"
#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *progress_path(const struct entry *e)
{
    static char path[200];
    snprintf(path, sizeof path, ".convlings/progress/%s", e->name);
    return path;
}

#ifndef CONVLINGS_BUILD
#define CONVLINGS_BUILD "build"
#endif

/* The learner's file, the chapter's header, and the judge itself. */
static unsigned long long fingerprint(const struct entry *e)
{
    char header[200];
    struct stat judge = {0};
    snprintf(header, sizeof header, "exercises/%s/exercises.h", e->chapter);
    uint64_t hash = hash_file(0, entry_path(e, "exercises"));
    hash = hash_file(hash, header);
    if (stat(CONVLINGS_BUILD "/bin/judge", &judge) == 0) {
        hash = hash_bytes(hash, &judge.st_mtime, sizeof judge.st_mtime);
        hash = hash_bytes(hash, &judge.st_size, sizeof judge.st_size);
    }
    return hash;
}

struct progress progress_read(const struct entry *e)
{
    struct progress p = {.predicted = '-'};
    char *text = file_read(progress_path(e), 4096, NULL);
    if (text == NULL)
        return p;
    for (char *line = strtok(text, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        sscanf(line, "fingerprint %llx", &p.fingerprint);
        sscanf(line, "verdict %31s %d %d", p.kind, &p.points, &p.max);
        sscanf(line, "hints %d", &p.hints);
        if (strcmp(line, "solved") == 0)
            p.solved_once = true;
        sscanf(line, "predicted %c", &p.predicted);
        sscanf(line, "misconception %15s", p.misconception);
        sscanf(line, "where %159[^\n]", p.where);
    }
    free(text);
    return p;
}

void progress_write(const struct entry *e, const struct progress *p)
{
    char text[512];
    int used = snprintf(text, sizeof text,
                        "fingerprint %llx\nhints %d\npredicted %c\n",
                        p->fingerprint, p->hints, p->predicted);
    if (p->kind[0] != '\0')
        used += snprintf(text + used, sizeof text - (size_t)used,
                         "verdict %s %d %d\n", p->kind, p->points, p->max);
    if (p->solved_once)
        used += snprintf(text + used, sizeof text - (size_t)used, "solved\n");
    if (p->misconception[0] != '\0')
        used += snprintf(text + used, sizeof text - (size_t)used,
                         "misconception %s\n", p->misconception);
    if (p->where[0] != '\0')
        used += snprintf(text + used, sizeof text - (size_t)used, "where %s\n",
                         p->where);
    if (!file_write(progress_path(e), text, (size_t)used))
        fprintf(stderr, "note: progress could not be kept in %s\n",
                progress_path(e));
}

void progress_record(const struct verdict *v)
{
    struct progress p = progress_read(v->entry);
    p.fingerprint = fingerprint(v->entry);
    snprintf(p.kind, sizeof p.kind, "%s", verdict_kind_name(v->kind));
    p.points = v->points;
    p.max = v->max;
    p.solved_once |= v->kind == VERDICT_PASS;
    snprintf(p.misconception, sizeof p.misconception, "%s",
             v->misconception != NULL ? v->misconception->id : "");
    explain_case(v, p.where, sizeof p.where);
    progress_write(v->entry, &p);
}

bool progress_is_fresh(const struct entry *e, const struct progress *p)
{
    return p->kind[0] != '\0' && p->fingerprint == fingerprint(e);
}

bool progress_is_solved(const struct entry *e)
{
    struct progress p = progress_read(e);
    return progress_is_fresh(e, &p) && strcmp(p.kind, "pass") == 0;
}
