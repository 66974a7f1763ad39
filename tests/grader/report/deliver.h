/* A report brought to where it belongs. */
#ifndef CONVLINGS_DELIVER_H
#define CONVLINGS_DELIVER_H

#include "report.h"

/* The format a user named; REPORT_FORMATS when there is none of that name,
 * and then standard error says which there are. */
enum report_format deliver_format(const char *name);

/* Writes the report to the file `out`, whole or not at all, or to standard
 * output when out is NULL. With REPORT_GITHUB the summary is added to the
 * file that $GITHUB_STEP_SUMMARY names, if it does.
 * Returns the judge's exit status: 0 all points, 1 not, 3 a fault of the
 * grader or a report that could not be written, which is said. */
int deliver(const struct record *r, enum report_format format, const char *out);

#endif
