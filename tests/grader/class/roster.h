/* Who handed in what: a folder of submissions as a list.
 *
 * Known are the exports of course systems, told apart by the names in them:
 *   Moodle      "Jane Doe_1234_assignsubmission_file_", a folder or, flat, the
 *               beginning of the files' names
 *   Canvas      "doejane_LATE_1234_56789_conv2d-2.c", all files in one folder
 *   Blackboard  "Homework_doejane_attempt_2026-03-01-09-30-00_conv2d.c"; the
 *               latest attempt counts
 *   Gradescope  folders "submission_1234" and submission_metadata.yml
 * All else is plain: one folder, archive or C file for each submission, named
 * after whoever handed it in. The whole folder may be one archive.
 */
#ifndef CONVLINGS_ROSTER_H
#define CONVLINGS_ROSTER_H

#include <stdbool.h>

struct hand_in {
    char *name; /* as it is in the export: it may hold anything */
    char *id;   /* the system's number or login, or "" */
    bool late;
    char *key;   /* a file name for the results: plain letters, unique */
    char **path; /* the files, folders and archives of the submission */
    int paths;
    char *attempt; /* the latest (Blackboard), or "" */
};

struct roster {
    struct hand_in *of; /* in the order of their names, then ids */
    int count;
    char folder[256]; /* where an archive was unpacked to, or "" */
};

/* Reads the folder or archive. NULL when that cannot be, or when there is no
 * submission in it; then problem holds a sentence. Links are not followed.
 * Free with roster_free, which removes what was unpacked. */
struct roster *roster_read(const char *path, char *problem, int size);
void roster_free(struct roster *r);

#endif
