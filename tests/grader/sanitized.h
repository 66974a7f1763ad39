/* Why a submission crashed: the failed case again, under sanitizers.
 *
 * Where the guard pages and the shim's own malloc say nothing (local and
 * global arrays, a division by zero, a NULL pointer, endless recursion), the
 * file is compiled once more with -fsanitize=address,undefined and the report
 * is turned into a sentence. Only words come from here: kind and points are
 * those of the plain run. Without sanitizers there is nothing to add.
 */
#ifndef CONVLINGS_SANITIZED_H
#define CONVLINGS_SANITIZED_H

#include "grade.h"

/* Fills v->finding if v crashed and the reason is found. */
void sanitized_explain(struct verdict *v);

/* The sentence for a report, "" for one that says nothing a learner can use.
 * lines is what the reports' addresses belong to, as addr2line -f prints it
 * ("" if unknown); source is the learner's text and its name. */
struct sanitized {
    const char *report, *lines, *source, *source_name;
};
void sanitized_sentence(const struct sanitized *s, char *text, size_t size);

#endif
