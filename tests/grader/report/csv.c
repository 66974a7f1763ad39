/* csv: a header and one row for each exercise of the submission.
 * https://www.rfc-editor.org/rfc/rfc4180 (lines end in LF, as Unix tools
 * expect; all spreadsheets read that too), and against formulas
 * https://owasp.org/www-community/attacks/CSV_Injection */
#include "csv.h"

#include "writers.h"

#include <string.h>

void csv_text(FILE *f, const char *text)
{
    const char *first = text + strspn(text, " \t\n\r");
    fputc('"', f);
    if (*first != '\0' && strchr("=+-@|%", *first) != NULL)
        fputc('\'', f);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            fputc('"', f);
        fputc(*text, f);
    }
    fputc('"', f);
}

void write_csv(FILE *f, const struct record *r)
{
    fputs("submission,exercise,verdict,points,max,misconception,case,sentence,"
          "file,line,seconds,seed,started,sandbox\n",
          f);
    for (int i = 0; i < r->results; i++) {
        const struct result *x = &r->result[i];
        csv_text(f, r->submission);
        fprintf(f, ",%s,%s,%d,%d,", result_id(x), verdict_kind_name(x->kind),
                x->points, x->max);
        const char *const cell[] = {x->misconception, x->where, x->sentence,
                                    x->file};
        for (size_t c = 0; c < sizeof cell / sizeof cell[0]; c++) {
            csv_text(f, cell[c]);
            fputc(',', f);
        }
        fprintf(f, "%d,%.3f,%llu,", x->line, x->seconds,
                (unsigned long long)r->seed);
        csv_text(f, r->started);
        fputc(',', f);
        csv_text(f, r->sandbox);
        fputc('\n', f);
    }
}
