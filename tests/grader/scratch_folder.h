/* The judge's scratch folder: one at a time, below TMPDIR or /tmp, with
 * nothing in it but one submission and what is made from it. It is removed
 * when the judge exits, also by Ctrl-C; a folder that a killed judge left
 * behind is removed by the next. */
#ifndef CONVLINGS_SCRATCH_FOLDER_H
#define CONVLINGS_SCRATCH_FOLDER_H

#include <stddef.h>

/* Makes the folder, and hands it to the user the compiler runs as. A machine
 * where it cannot be made, or where nothing in it could be executed, is a
 * grader fault. */
void scratch_folder_new(char *path, size_t size);
/* Removes it with everything in it. Safe in a signal handler. */
void scratch_folder_remove(void);

#endif
