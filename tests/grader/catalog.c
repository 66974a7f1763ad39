#include "catalog.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Small text buffers handed out in turn. */
static char *turn(void)
{
    static char buffer[4][256];
    static int at;
    at = (at + 1) % 4;
    return buffer[at];
}

const char *entry_path(const struct entry *e, const char *folder)
{
    char *path = turn();
    snprintf(path, 256, "%s/%s/%d_%s.c", folder, e->chapter, e->number,
             e->name);
    return path;
}

int chapter_end(int begin)
{
    int end = begin;
    while (end < catalog_size &&
           strcmp(catalog[end].chapter, catalog[begin].chapter) == 0)
        end++;
    return end;
}

const char *chapter_title(const struct entry *e)
{
    char *title = turn();
    snprintf(title, 256, "%s", e->chapter);
    title[2] = ' ';
    title[3] = (char)toupper((unsigned char)title[3]);
    return title;
}

/* The part of a path after its last slash, without "N_" and ".c". */
static void strip(const char *text, char *name, size_t size)
{
    const char *slash = strrchr(text, '/');
    const char *from = slash != NULL ? slash + 1 : text;
    const char *digits = from;
    while (isdigit((unsigned char)*digits))
        digits++;
    if (digits > from && *digits == '_')
        from = digits + 1;
    snprintf(name, size, "%s", from);
    size_t length = strlen(name);
    if (length > 2 && strcmp(name + length - 2, ".c") == 0)
        name[length - 2] = '\0';
}

/* "01/2", "1/2", "01-cross-correlation/2": chapter and number; "2" alone if
 * one chapter only has it. */
static const struct entry *by_number(const char *text)
{
    char *end;
    const struct entry *found = NULL;
    long chapter = strtol(text, &end, 10), number = chapter;
    const char *slash = strchr(end, '/');
    if (end == text || (*end != '/' && *end != '-' && *end != '\0'))
        return NULL;
    if (slash != NULL)
        number = strtol(slash + 1, &end, 10);
    if (*end != '\0' || (slash != NULL && end == slash + 1))
        return NULL;
    for (int i = 0; i < catalog_size; i++) {
        long own = strtol(catalog[i].chapter, NULL, 10);
        if (catalog[i].number != number || (slash != NULL && own != chapter))
            continue;
        if (found != NULL)
            return NULL;
        found = &catalog[i];
    }
    return found;
}

static int least(int a, int b, int c)
{
    int m = a < b ? a : b;
    return m < c ? m : c;
}

/* Edit distance (Levenshtein 1966) between two short names. */
static int distance(const char *a, const char *b)
{
    int row[128];
    int n = (int)strlen(b);
    if (n > 126)
        return 1000;
    for (int j = 0; j <= n; j++)
        row[j] = j;
    for (int i = 1; a[i - 1] != '\0'; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int cost = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(cost, row[j] + 1, row[j - 1] + 1);
        }
    }
    return row[n];
}

/* Nearest three names: those that contain the text, then by distance. */
static void suggest(const char *text, const char *name, char *problem,
                    size_t size)
{
    bool told[256] = {false};
    size_t used =
        (size_t)snprintf(problem, size, "There is no exercise '%.60s'.", text);
    for (int best = 0; best < 3 && best < catalog_size; best++) {
        int found = -1, score = 0;
        for (int i = 0; i < catalog_size && i < 256; i++) {
            int d = strstr(catalog[i].name, name) != NULL
                        ? 0
                        : distance(name, catalog[i].name);
            if (!told[i] && (found < 0 || d < score)) {
                found = i;
                score = d;
            }
        }
        told[found] = true;
        if (used < size)
            used += (size_t)snprintf(problem + used, size - used, "%s %s",
                                     best == 0 ? " Near it:" : ",",
                                     catalog[found].name);
    }
    if (used < size)
        snprintf(problem + used, size - used, "\nAll of them: make list");
}

/* The names that the text begins, two at least. */
static void ask_which(const char *name, char *problem, size_t size)
{
    const char *separator = ": ";
    size_t used = (size_t)snprintf(
        problem, size, "Which one? '%.60s' begins more than one", name);
    for (int i = 0; i < catalog_size && used < size; i++) {
        if (strncmp(catalog[i].name, name, strlen(name)) != 0)
            continue;
        used += (size_t)snprintf(problem + used, size - used, "%s%s", separator,
                                 catalog[i].name);
        separator = ", ";
    }
}

const struct entry *catalog_find(const char *text, char *problem, int size)
{
    char name[128];
    const struct entry *e = by_number(text), *prefixed = NULL;
    int matches = 0;
    if (e != NULL)
        return e;
    strip(text, name, sizeof name);
    for (int i = 0; i < catalog_size; i++) {
        if (strcmp(catalog[i].name, name) == 0)
            return &catalog[i];
        if (name[0] != '\0' &&
            strncmp(catalog[i].name, name, strlen(name)) == 0) {
            prefixed = &catalog[i];
            matches++;
        }
    }
    if (matches == 1)
        return prefixed;
    if (matches > 1)
        ask_which(name, problem, (size_t)size);
    else
        suggest(text, name, problem, (size_t)size);
    return NULL;
}
