/* What course systems write into the names of files they export. */
#ifndef CONVLINGS_EXPORT_NAME_H
#define CONVLINGS_EXPORT_NAME_H

#include <stdbool.h>

enum { EXPORT_BYTES = 256 };

struct export_name {
    char name[EXPORT_BYTES], id[EXPORT_BYTES];
    bool late;
    char attempt[32]; /* when, in words that sort; or "" */
};

/* Reads the name of a file or folder of an export (Moodle, Canvas,
 * Blackboard); false when it has none of their forms. */
bool export_name_read(struct export_name *e, const char *name, bool folder);

#endif
