#ifndef CONVLINGS_TESTS_RECORDS_H
#define CONVLINGS_TESTS_RECORDS_H

#include "tests/grader/report/report.h"

/* Records made by hand, for the tests of what is written from them. */

/* A result for every kind of verdict, of the first exercises, plain text in
 * every field. Free with record_free. */
struct record *records_plain(void);
/* The same with texts meant to break a report: quotes, tags, line ends,
 * workflow commands, formulas, what ends a CDATA section or a YAML document.
 * All of them clean as a record's texts must be. */
struct record *records_nasty(void);
/* All points everywhere; and a grader that failed. */
struct record *records_perfect(void);
struct record *records_fault(void);

/* The plain, the nasty, the perfect one, by number. */
enum { RECORDS = 3 };
struct record *records_some(int which);

/* The nasty texts, ended by NULL: of one line, and with newlines. */
extern const char *const nasty_lines[], *const nasty_texts[];

/* The report of a record as text; the writing succeeds. Free it. */
char *records_report(const struct record *r, enum report_format format);

#endif
