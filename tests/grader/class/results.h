/* The folder in which the results of a class are kept:
 *   seed                of the random cases, chosen once for the whole class
 *   records/KEY.json    one record for each submission
 *   lock                held while a judge grades into the folder
 */
#ifndef CONVLINGS_RESULTS_H
#define CONVLINGS_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct results {
    const char *folder;
    int lock; /* a descriptor; a forked process closes it */
};

/* Makes the folder if it is missing and locks it: for a whole class alone,
 * for one submission together with others. False when another judge has it,
 * or it cannot be used; then problem holds a sentence. */
bool results_open(struct results *r, const char *folder, bool alone,
                  char *problem, int size);
void results_close(struct results *r);

/* The seed that is kept, if any; and keeps one (a fault if it cannot). */
bool results_seed(const struct results *r, uint64_t *seed);
void results_keep_seed(const struct results *r, uint64_t seed);

/* The path of a record, in a folder of results. */
void results_path(const char *folder, const char *key, char *path, size_t size);
/* The keys of all records there are, in order, ended by NULL; NULL when it is
 * no folder of results. Free each and the list. */
char **results_keys(const char *folder);

#endif
