/* reset, solution: the two files beside the learner's own. */
#include "contract.h"
#include "fault.h"
#include "files.h"
#include "progress.h"
#include "show.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* .convlings/backups/NAME.1.c, .2.c, ...: the first that is free. */
static const char *free_backup(const struct entry *e)
{
    static char path[200];
    for (int n = 1;; n++) {
        snprintf(path, sizeof path, ".convlings/backups/%s.%d.c", e->name, n);
        if (!file_exists(path))
            return path;
    }
}

int verb_reset(const struct options *o)
{
    const struct entry *e = named_exercise(o, "reset");
    if (e == NULL)
        return EXIT_USAGE;
    const char *path = entry_path(e, "exercises");
    if (file_exists(path) && file_problem(path) != NULL) {
        printf("%s %s; move it away first.\n", path, file_problem(path));
        return 1;
    }
    char *stub = contract_stub(e);
    char *old = file_read(path, SOURCE_MAX_BYTES, NULL);
    if (old != NULL && strcmp(old, stub) == 0) {
        printf("%s is the stub already.\n", path);
    } else {
        char question[300];
        snprintf(question, sizeof question,
                 "%s\nBack to the stub? Your file is kept. [y/N]", path);
        if (!o->yes && file_exists(path) && ask(question, 'n') != 'y') {
            printf("Nothing was changed. (make reset EX=%s YES=1 does not"
                   " ask.)\n",
                   e->name);
            free(stub);
            free(old);
            return 0;
        }
        if (old != NULL || file_exists(path)) {
            const char *backup = free_backup(e);
            if (!file_copy(path, backup))
                grader_fault("no backup could be written to %s (%s), so"
                             " nothing was changed",
                             backup, strerror(errno));
            printf("Your file is kept as %s\n", backup);
        }
        if (!file_write(path, stub, strlen(stub)))
            grader_fault("cannot write %s: %s", path, strerror(errno));
        printf("%s is the stub again.\n", path);
    }
    free(stub);
    free(old);
    return 0;
}

int verb_solution(const struct options *o)
{
    const struct entry *e = named_exercise(o, "solution");
    if (e == NULL)
        return EXIT_USAGE;
    if (!progress_read(e).solved_once && !progress_is_solved(e)) {
        struct verdict *v = grade(e, entry_path(e, "exercises"), new_seed());
        progress_record(v);
        bool solved = v->kind == VERDICT_PASS;
        verdict_free(v);
        if (!solved) {
            printf("The solution is shown once yours is right: make check"
                   " EX=%s\nStuck? make hint EX=%s\n",
                   e->name, e->name);
            return 0;
        }
    }
    const char *path = entry_path(e, "solutions");
    char *text = file_read(path, SOURCE_MAX_BYTES, NULL);
    if (text == NULL)
        grader_fault("cannot read %s", path);
    printf("%s\n\n%s", path, text);
    free(text);
    return 0;
}
