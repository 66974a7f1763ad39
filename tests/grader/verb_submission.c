/* submission: what one learner handed in, all exercises, as a report. */
#define _XOPEN_SOURCE 700 /* for realpath */

#include "class/only.h"
#include "class/submission.h"
#include "fault.h"
#include "report/deliver.h"
#include "show.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static int grade_it(const struct options *o, char *path,
                    enum report_format format, const bool *asked)
{
    struct task t = {.name = o->name != NULL ? o->name : last_part(path),
                     .id = "",
                     .mark = "",
                     .path = &path,
                     .paths = 1,
                     .asked = asked,
                     .seed = o->has_seed ? o->seed : new_seed(),
                     .pictures = o->pictures};
    struct record *r = submission_grade(&t);
    int status = deliver(r, format, o->out);
    record_free(r);
    return status;
}

int verb_submission(const struct options *o)
{
    char problem[512];
    enum report_format format = deliver_format(o->format);
    if (format == REPORT_FORMATS)
        return EXIT_USAGE;
    if (o->path == NULL) {
        fputs("Which submission? For example: judge submission FOLDER\n",
              stderr);
        return EXIT_USAGE;
    }
    char *path = realpath(o->path, NULL);
    if (path == NULL) {
        fprintf(stderr, "%s: %s.\n", o->path, strerror(errno));
        return EXIT_USAGE;
    }
    int status = EXIT_USAGE;
    bool *asked = only_read(o->only, problem, (int)sizeof problem);
    if (asked == NULL)
        fprintf(stderr, "%s\n", problem);
    else
        status = grade_it(o, path, format, asked);
    free(asked);
    free(path);
    return status;
}
