/* Words of the command line: which are options, and what they say. */
#include "options.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

enum { MOST_OPTIONS = 32 };

/* The option that a word names; a word "--size=5" names --size. */
static const option *find(const char *word, const option *table, int count)
{
    size_t length =
        strncmp(word, "--", 2) == 0 ? strcspn(word, "=") : strlen(word);

    for (int i = 0; i < count; i++)
        if (strlen(table[i].name) == length &&
            strncmp(table[i].name, word, length) == 0)
            return &table[i];
    return NULL;
}

static int unknown(const char *word, const option *table, int count)
{
    const char *names[MOST_OPTIONS];
    int n = 0;

    for (; n < count && n < MOST_OPTIONS; n++)
        names[n] = table[n].name;
    return complain_unknown("option", word, names, n);
}

/* Stores what an option says. next: the word after it, or NULL. *used
 * becomes true if that word was its value. */
static int take(const option *o, const char *word, const char *next, bool *used)
{
    const char *equals = strncmp(word, "--", 2) == 0 ? strchr(word, '=') : NULL;

    *used = false;
    if (o->flag) {
        if (equals)
            return complain("option %s takes no value", o->name);
        *o->flag = true;
        return 0;
    }
    if (*o->value)
        return complain("option %s is given twice", o->name);
    *o->value = equals ? equals + 1 : next;
    *used = !equals;
    if (!*o->value)
        return complain("option %s needs a value after it", o->name);
    return 0;
}

int options_parse(int argc, char **argv, const option *table, int count,
                  const char **place, int places)
{
    bool options_ended = false;
    int filled = 0;

    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        const option *o = options_ended ? NULL : find(word, table, count);
        bool used;

        if (!options_ended && strcmp(word, "--") == 0) {
            options_ended = true;
        } else if (o) {
            if (take(o, word, i + 1 < argc ? argv[i + 1] : NULL, &used) != 0)
                return EXIT_BAD_INPUT;
            i += used;
        } else if (!options_ended && strncmp(word, "--", 2) == 0) {
            return unknown(word, table, count);
        } else if (filled == places) {
            return complain("one word too many: '%.40s'", word);
        } else {
            place[filled++] = word;
        }
    }
    return 0;
}

int option_int(const char *name, const char *text, int least, int most,
               int *value)
{
    char *end;
    long number;

    errno = 0;
    number = strtol(text, &end, 10);
    if (end == text || *end || errno || number < least || number > most)
        return complain("%s is '%.40s'; it must be an integer from %d to %d",
                        name, text, least, most);
    *value = (int)number;
    return 0;
}

int option_positive(const char *name, const char *text, float *value)
{
    char *end;
    float number = strtof(text, &end);

    if (end == text || *end || !(number > 0.0f) || isinf(number))
        return complain("%s is '%.40s'; it must be a number above 0", name,
                        text);
    *value = number;
    return 0;
}
