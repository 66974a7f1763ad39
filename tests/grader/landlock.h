/* Landlock, the kernel's way for a program to give up rights for good, by its
 * three system calls: the C library has no functions for them, and the
 * headers of older systems lack half of the constants. Elsewhere than on
 * Linux there is none of it, and landlock_version says 0. */
#ifndef CONVLINGS_LANDLOCK_H
#define CONVLINGS_LANDLOCK_H

#include <stdbool.h>

/* What a rule may allow. */
enum landlock_right {
    LANDLOCK_START = 1, /* execute and read the file */
    LANDLOCK_READ = 2,  /* read files, list folders */
    LANDLOCK_USE = 4,   /* read and write a file that exists: /dev/null */
    LANDLOCK_OWN = 8    /* everything but executing */
};

/* The version this kernel speaks, 1 to 7 for what is used here, or 0. */
int landlock_version(void);

/* A new set of rules that refuses all it can refuse: files, TCP, signals to
 * strangers and their sockets. Returns its descriptor, or -1 and errno. */
int landlock_new(void);
/* Adds a rule for a file, or for a folder and all below it. A path that does
 * not exist is passed over. False and errno when the kernel refuses. */
bool landlock_allow(int rules, const char *path, unsigned rights);
bool landlock_allow_file(int rules, int fd, unsigned rights);
/* From here on the rules hold for this process and all it starts. Needs
 * no_new_privs. Closes the descriptor. */
bool landlock_enter(int rules);

#endif
