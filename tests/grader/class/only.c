#include "only.h"

#include "tests/grader/catalog.h"
#include "tests/grader/fault.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "1", "01", "01-cross-correlation". */
static bool is_chapter(const char *word, const char *chapter)
{
    char *end;
    if (strcmp(word, chapter) == 0)
        return true;
    return isdigit((unsigned char)word[0]) &&
           strtol(word, &end, 10) == strtol(chapter, NULL, 10) && *end == '\0';
}

/* Marks what a word names; false and a problem when there is no such thing. */
static bool mark(bool *asked, const char *word, char *problem, int size)
{
    bool found = false;
    for (int i = 0; i < catalog_size; i++)
        if (is_chapter(word, catalog[i].chapter))
            found = asked[i] = true;
    if (found)
        return true;
    const struct entry *e = catalog_find(word, problem, size);
    if (e != NULL)
        asked[e - catalog] = true;
    return e != NULL;
}

bool *only_read(const char *list, char *problem, int size)
{
    static const char between[] = ", \t\n";
    bool *asked = need(calloc((size_t)catalog_size, sizeof *asked));
    bool good = true, any = false;
    char *words = need(strdup(list != NULL ? list : "")), *rest;
    for (char *w = strtok_r(words, between, &rest); w != NULL && good;
         w = strtok_r(NULL, between, &rest)) {
        any = true;
        good = mark(asked, w, problem, size);
    }
    free(words);
    for (int i = 0; i < catalog_size && !any; i++)
        asked[i] = true;
    if (good)
        return asked;
    free(asked);
    return NULL;
}
