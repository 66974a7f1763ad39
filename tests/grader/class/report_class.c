#include "report_class.h"

#include "tally.h"

#include "tests/grader/fault.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static int complain(const char *path)
{
    fprintf(stderr, "grader error: %s was not written: %s\n", path,
            strerror(errno));
    return EXIT_FAULT;
}

/* Why there was nothing to grade, if nothing was handed in; or NULL. */
static const char *nothing_in(const struct record *r)
{
    for (int i = 0; i < r->results; i++)
        if (r->result[i].file[0] != '\0')
            return NULL;
    return r->results > 0 ? r->result[0].sentence : NULL;
}

/* What somebody should look at. Results with different seeds were not asked
 * the same. */
static void say_odd(const struct book *b)
{
    uint64_t seed = 0;
    bool one_seed = true, any = false;
    for (int i = 0; i < b->lines; i++) {
        const struct record *r = b->line[i].r;
        if (r->fault[0] != '\0') {
            printf("%s: grader error: %s\n", r->submission, r->fault);
            continue;
        }
        const char *nothing = nothing_in(r);
        if (nothing != NULL)
            printf("%s: nothing to grade: %s\n", r->submission, nothing);
        one_seed = one_seed && (!any || r->seed == seed);
        seed = r->seed;
        any = true;
    }
    if (!one_seed)
        puts("These results were made with different seeds.");
}

/* Pictures are a help: the grades are complete without them. */
static int write_report(const struct tally *t, const char *folder)
{
    char why[400];
    if (!tally_write(t, folder))
        return complain(folder);
    if (t->submissions > 0 && !tally_draw(t, folder, why, (int)sizeof why))
        printf("No pictures of the class: %s\n", why);
    return 0;
}

int report_class(const struct book *b, const char *csv, const char *folder)
{
    char beside[PATH_MAX];
    snprintf(beside, sizeof beside, "%s/gradebook.csv",
             folder != NULL ? folder : ".");
    const char *path = csv != NULL ? csv : beside;
    if (!book_write(b, path))
        return complain(path);
    struct tally *t = tally_new(b);
    tally_say(t);
    putchar('\n');
    say_odd(b);
    int status = folder != NULL ? write_report(t, folder) : 0;
    printf("Grades   %s\n", path);
    if (folder != NULL)
        printf("Report   %s\n", folder);
    tally_free(t);
    return status == 0 && book_faults(b) > 0 ? EXIT_FAULT : status;
}
