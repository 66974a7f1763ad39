/* Archives of learners, unpacked where they can do no harm. */
#ifndef CONVLINGS_UNPACK_H
#define CONVLINGS_UNPACK_H

#include <stddef.h>

/* Makes a scratch folder; it is removed with all that is in it by
 * unpack_remove, and when the judge is interrupted. */
void unpack_folder(char *folder, size_t size);
void unpack_remove(const char *folder);

/* Unpacks the C files of an archive into a new folder `to`, by bsdtar in a
 * process of its own under limits (time, size of each file), with access to
 * that folder only. Returns NULL, or a sentence that says why not all of it
 * could be unpacked; free it. A machine without bsdtar is a grader fault. */
char *unpack(const char *archive, const char *to);

#endif
