/* Sentences about what is wrong, and near names. */
#include "words.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_WORD = 31, SENTENCE_BYTES = 640, COLUMNS = 80 };

/* Breaks a text into lines: the last blank that a line has room for becomes
 * its end. */
static void wrap(char *text)
{
    char *line = text, *blank = NULL;

    for (char *c = text; *c; c++) {
        if (*c == ' ')
            blank = c;
        if (c - line >= COLUMNS && blank) {
            *blank = '\n';
            line = blank + 1;
            blank = NULL;
        }
    }
}

int complain(const char *format, ...)
{
    char sentence[SENTENCE_BYTES] = "convlings: ";
    size_t used = strlen(sentence);
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(sentence + used, sizeof sentence - used, format, arguments);
    va_end(arguments);
    /* a file name may hold anything: nothing of it may steer a terminal */
    for (char *c = sentence; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 127)
            *c = '?';
    /* for a reader; a script gets one line */
    if (isatty(STDERR_FILENO))
        wrap(sentence);
    (void)fprintf(stderr, "%s\n", sentence);
    return EXIT_BAD_INPUT;
}

int complain_unless_ok(ref_status status)
{
    return status == REF_OK ? 0 : complain("%s", ref_status_message());
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* How many letters must be put in, taken out or changed to make b of a; both
 * at most LONGEST_WORD. above is the row of the table before this one.
 *   start  out  the same for the start of b that is nearest to a */
static int distance(const char *a, const char *b, int *start)
{
    int row[LONGEST_WORD + 1];
    int columns = (int)strlen(b);

    for (int j = 0; j <= columns; j++)
        row[j] = j;
    for (int i = 1; a[i - 1]; i++) {
        int diagonal = row[0];

        row[0] = i;
        for (int j = 1; j <= columns; j++) {
            int above = row[j];

            row[j] = least(diagonal + (a[i - 1] != b[j - 1]),
                           least(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    *start = row[0];
    for (int j = 1; j <= columns; j++)
        *start = least(*start, row[j]);
    return row[columns];
}

/* A typing error or two; or one, and the rest of the name left out. */
static bool is_near(const char *word, const char *name)
{
    int length = (int)strlen(word), whole, start;

    if (length > LONGEST_WORD || strlen(name) > LONGEST_WORD)
        return false;
    whole = distance(word, name, &start);
    return start == 0 || whole <= least(2, length / 2) ||
           (length > 2 && start == 1);
}

/* Adds a name to a sentence, after a comma unless it is the first. */
static void append(char *sentence, const char *name)
{
    size_t used = strlen(sentence);

    (void)snprintf(sentence + used, SENTENCE_BYTES / 2 - used, "%s%s",
                   used ? ", " : "", name);
}

int complain_unknown(const char *what, const char *word,
                     const char *const *list, int count)
{
    char near[SENTENCE_BYTES / 2] = "", all[SENTENCE_BYTES / 2] = "";

    for (int i = 0; i < count; i++) {
        append(all, list[i]);
        if (*word && is_near(word, list[i]))
            append(near, list[i]);
    }
    if (*near)
        return complain("unknown %s '%.40s'; did you mean %s?", what, word,
                        near);
    return complain("unknown %s '%.40s'; there are %s", what, word, all);
}

bool word_has_near(const char *word, const char *const *list, int count)
{
    for (int i = 0; i < count; i++)
        if (*word && is_near(word, list[i]))
            return true;
    return false;
}

int word_index(const char *word, const char *const *list, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return i;
    return -1;
}
