/* What programs that have ended left behind: processes, files, ports. */
#ifndef CONVLINGS_TESTS_LEFTOVERS_H
#define CONVLINGS_TESTS_LEFTOVERS_H

#include <stdbool.h>
#include <sys/types.h>

/* From now on, whatever a child leaves running becomes a child of this
 * process. Only Linux can do that; elsewhere no orphans are seen. */
void leftovers_adopt(void);

/* Ends every child of this process but the `count` in known (0: none), and
 * says how many there were. */
int leftovers_end(const pid_t *known, int count);

/* Removes what a folder holds, or only the names that begin with prefix, and
 * says how many there were. */
int leftovers_remove(const char *folder, const char *prefix);

/* Whether somebody on this machine listens at a TCP port. */
bool leftovers_listen(int port);

#endif
