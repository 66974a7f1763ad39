/* The compiler the judge was built for: how to start it, and which folders
 * of the machine it has to read. */
#ifndef CONVLINGS_TOOLCHAIN_H
#define CONVLINGS_TOOLCHAIN_H

enum { TOOLCHAIN_WORDS = 8 };

/* Writes the words of the compiler's command ("ccache gcc -m64" has three) to
 * argv and returns how many there are. */
int toolchain_command(const char **argv);

/* The folders and files to read, ends with NULL: those of the system, and
 * for a compiler that lives elsewhere what it says of itself. No folder
 * with other things: not /usr, not /etc, no home. */
const char *const *toolchain_readable(void);

#endif
