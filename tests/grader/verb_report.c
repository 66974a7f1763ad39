/* report: a record that was kept, in another format. */
#include "fault.h"
#include "report/deliver.h"
#include "verbs.h"

int verb_report(const struct options *o)
{
    char problem[300];
    enum report_format format = deliver_format(o->format);
    if (format == REPORT_FORMATS)
        return EXIT_USAGE;
    if (o->path == NULL) {
        fputs("Which record? For example: judge report RECORD.json --format"
              " tap\n",
              stderr);
        return EXIT_USAGE;
    }
    struct record *r = record_read(o->path, problem, (int)sizeof problem);
    if (r == NULL) {
        fprintf(stderr, "%s: %s.\n", o->path, problem);
        return EXIT_USAGE;
    }
    int status = deliver(r, format, o->out);
    record_free(r);
    return status;
}
