/* From the learner's file to a runner that can be started.
 *
 * The file is copied into a private scratch folder under its own name, with
 * the chapter's exercises.h beside it and nothing else to include, compiled
 * there under limits, its helper functions hidden, and linked with the
 * exercise's shim. The learner's file itself is never written to.
 */
#ifndef CONVLINGS_COMPILE_H
#define CONVLINGS_COMPILE_H

#include "catalog.h"

#include <stdbool.h>

enum { SOURCE_MAX_BYTES = 256 << 10 };

struct compiled {
    bool ok;
    char folder[256]; /* the scratch folder; removed by compiled_free */
    char runner[300]; /* path of the program, when ok */
    char *messages;   /* what the compiler said; paths as the learner's */
    char *first;      /* its first error, one line, or "" */
    int line;         /* line of the first error, or 0 */
    bool linking;     /* it compiled, but something it calls is missing */
    bool exhausted;   /* the compiler took all time or text there is for it */
    double seconds, link_seconds; /* all of it; of that, linking */
};

/* Compiles the file at path as the given exercise. A machine without a
 * working compiler is a grader fault, never the learner's: where a compiler
 * fails without a complaint about the file, it must first compile the
 * exercise's stub, and then gets the file once more. */
struct compiled compile_file(const struct entry *entry, const char *path);
void compiled_free(struct compiled *c);

/* Builds the same file once more with other flags, into a program of its own
 * and with malloc as it is; false when that does not work. The messages stay
 * as they are. */
bool compile_again(const struct compiled *c, const struct entry *entry,
                   const char *const *flags, char *program, size_t size);
/* Runs a tool in the scratch folder under the same limits and returns what
 * it prints, to be freed. */
char *compile_words(const struct compiled *c, const char *const *argv);
/* The name under which the file is compiled: "2_correlate_2d.c". */
void compile_source_name(const struct entry *entry, char *name, size_t size);

/* Whether runners load the C library when they start, since this machine has
 * none to link statically; known after the first that was linked. */
extern bool compile_is_dynamic;

/* The flags every submission is compiled with, for those who want to see
 * the same messages in an editor. */
extern const char *const compile_flags[];

#endif
