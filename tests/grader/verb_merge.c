/* merge: the results of several folders, perhaps of several machines, as one
 * gradebook and one class report. */
#include "class/book.h"
#include "class/report_class.h"
#include "class/results.h"
#include "fault.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>

/* False when it is no folder of results. */
static bool add_folder(struct book *b, const char *folder)
{
    char **keys = results_keys(folder);
    if (keys == NULL)
        return false;
    for (int i = 0; keys[i] != NULL; i++) {
        book_add(b, folder, keys[i]);
        free(keys[i]);
    }
    free(keys);
    return true;
}

int verb_merge(const struct options *o)
{
    if (o->folders == 0 || (o->csv == NULL && o->out == NULL)) {
        fputs("Which results, and to where? For example: judge merge results-1"
              " results-2 --out results --csv grades.csv\n",
              stderr);
        return EXIT_USAGE;
    }
    struct book *b = book_new();
    int status = 0;
    for (int i = 0; i < o->folders && status == 0; i++)
        if (!add_folder(b, o->folder[i])) {
            fprintf(stderr, "%s is no folder of results.\n", o->folder[i]);
            status = EXIT_USAGE;
        }
    book_sort(b);
    if (status == 0)
        status = report_class(b, o->csv, o->out);
    book_free(b);
    return status;
}
