/* All that is written about a class: gradebook, counts, pictures, words. */
#ifndef CONVLINGS_REPORT_CLASS_H
#define CONVLINGS_REPORT_CLASS_H

#include "book.h"

/* Writes the gradebook to csv (NULL: gradebook.csv in the folder), the counts
 * and pictures into the folder (NULL: none of them), and a summary to standard
 * output. Returns the judge's exit status: 0, or 3 when a submission has a
 * fault or something could not be written, which is said. */
int report_class(const struct book *b, const char *csv, const char *folder);

#endif
