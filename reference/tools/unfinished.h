#ifndef CONVLINGS_TOOLS_UNFINISHED_H
#define CONVLINGS_TOOLS_UNFINISHED_H

/* Files that are being written and must not outlive an interruption: their
 * temporary names are hidden, and nobody would find them again. */

/* From now on, and until unfinished_forget, SIGINT, SIGTERM and SIGHUP remove
 * a file before they end the program as ever. Those that are ignored stay so,
 * as nohup has it.
 *   name  in   the file's, copied; a file too many or a name too long is not
 *              noted; NULL is nothing to remove */
void unfinished_note(const char *name);

/* Whatever was noted has been given its name, or is gone. */
void unfinished_forget(void);

#endif
