#include "show.h"

#include "explain.h"
#include "term.h"

#include <ctype.h>
#include <stdio.h>
#include <unistd.h>

uint64_t new_seed(void)
{
    uint64_t seed = 0;
    FILE *f = fopen("/dev/urandom", "rb");
    if (f == NULL || fread(&seed, sizeof seed, 1, f) != 1)
        seed = (uint64_t)getpid();
    if (f != NULL)
        fclose(f);
    return seed % 1000000000;
}

void show_verdict(const struct verdict *v, const char *path)
{
    enum ink colour = v->kind == VERDICT_PASS          ? INK_GOOD
                      : v->kind == VERDICT_NOT_STARTED ? INK_DIM
                                                       : INK_BAD;
    printf("%s%s  %s%s  %d/%d points  %.2f s\n", ink(colour), v->entry->name,
           verdict_kind_words(v->kind), ink(INK_PLAIN), v->points, v->max,
           v->seconds);
    explain(stdout, v, path);
}

void show_ways(const struct verdict *v)
{
    const char *name = v->entry->name;
    bool write = v->entry->exercise->kind == EXERCISE_WRITE;
    if (v->kind == VERDICT_PASS) {
        printf("\n  Compare  make solution EX=%s\n", name);
        if (write && params_can_be_drawn(v->entry->exercise->params))
            printf("  See it   make picture EX=%s\n", name);
        printf("  Go on    make next\n");
        return;
    }
    bool started = v->kind != VERDICT_NOT_STARTED;
    if (v->misconception == NULL)
        printf("\n  Lesson   chapters/%s/README.md#%s\n", v->entry->chapter,
               v->entry->exercise->anchor);
    if (write && !started)
        printf("  Guess    make predict EX=%s\n", name);
    if (started)
        printf("  File     %s\n", entry_path(v->entry, "exercises"));
    printf("  Stuck?   make hint EX=%s\n", name);
    if (started && write && v->compiled.ok)
        printf("  Again    make check EX=%s SEED=%llu\n", name,
               (unsigned long long)v->seed);
    else
        printf("  Check    make check EX=%s\n", name);
}

void show_way_back(const struct entry *e)
{
    fprintf(stderr, "The stub again: make reset EX=%s\n", e->name);
}

char ask(const char *question, char otherwise)
{
    char line[64];
    if (!isatty(STDIN_FILENO))
        return otherwise;
    printf("%s ", question);
    fflush(stdout);
    if (fgets(line, sizeof line, stdin) == NULL || line[0] == '\n')
        return otherwise;
    return (char)tolower((unsigned char)line[0]);
}
