/* Cells of CSV (RFC 4180), safe to open in a spreadsheet. */
#ifndef CONVLINGS_CSV_H
#define CONVLINGS_CSV_H

#include <stdio.h>

/* One text cell: in quotes, and with ' before what a spreadsheet would take
 * for a formula (= + - @ and what begins with a blank before them). No comma
 * after it. */
void csv_text(FILE *f, const char *text);

#endif
