/* Archives of learners, unpacked where they can do no harm. */
#ifndef CONVLINGS_UNPACK_H
#define CONVLINGS_UNPACK_H

#include <stdbool.h>
#include <stddef.h>

enum { UNPACK_PATH_BYTES = 256 };

/* Makes a scratch folder, below TMPDIR or /tmp. It is removed with all that
 * is in it by unpack_remove, and when the judge ends or is interrupted; one
 * that a killed judge left behind is removed by the next. One at a time. */
void unpack_folder(char *folder, size_t size);
void unpack_remove(const char *folder);

/* What one archive may become. */
struct unpack_limits {
    double seconds;
    size_t bytes; /* of the archive, and of all its files together */
    bool all;     /* every file, not only those that may hold answers */
};
extern const struct unpack_limits unpack_submission, unpack_class;

/* Unpacks the files of an archive that may hold answers (C files, archives)
 * into a new folder `to`, by bsdtar in a process
 * of its own under limits and in a room where it has that folder only.
 * Returns NULL, or a sentence that says why not all of it could be unpacked;
 * free it. A machine without bsdtar is a grader fault. */
char *unpack(const char *archive, const char *to,
             const struct unpack_limits *limits);

#endif
