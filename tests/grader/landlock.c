#ifdef __linux__
#define _GNU_SOURCE /* for syscall and O_PATH */
#endif

#include "landlock.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same numbers on every architecture. */
enum { CREATE_RULESET = 444, ADD_RULE, RESTRICT_SELF };

enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };

#define FS_EXECUTE (UINT64_C(1) << 0)
#define FS_WRITE_FILE (UINT64_C(1) << 1)
#define FS_READ_FILE (UINT64_C(1) << 2)
#define FS_READ_DIR (UINT64_C(1) << 3)
#define FS_TRUNCATE (UINT64_C(1) << 14)
#define FS_IOCTL_DEV (UINT64_C(1) << 15)
/* Those that a rule for a single file can hold. */
#define FS_OF_FILES                                                            \
    (FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV)

/* The newest layouts; a kernel that knows less takes them while what it
 * does not know is zero. */
struct ruleset_attr {
    uint64_t files, net, scoped;
};

struct path_attr {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

static int version(void)
{
    static int known = -1;
    if (known < 0) {
        long said = syscall(CREATE_RULESET, NULL, (size_t)0, ASK_VERSION);
        known = said < 0 ? 0 : (int)said;
    }
    return known;
}

int landlock_version(void)
{
    enum { NEWEST = 7 };
    return version() < NEWEST ? version() : NEWEST;
}

/* All rights on files that this kernel can refuse, one bit each. */
static uint64_t all_files(void)
{
    static const int bits[] = {0, 13, 14, 15, 15, 16};
    int known = version() < 5 ? version() : 5;
    return (UINT64_C(1) << bits[known]) - 1;
}

int landlock_new(void)
{
    const struct ruleset_attr attr = {
        .files = all_files(),
        .net = version() >= 4 ? 3 : 0,   /* bind and connect TCP */
        .scoped = version() >= 6 ? 3 : 0 /* abstract sockets, signals */
    };
    return (int)syscall(CREATE_RULESET, &attr, sizeof attr, 0);
}

static uint64_t files_of(unsigned rights)
{
    uint64_t files = 0;
    if (rights & LANDLOCK_START)
        files |= FS_EXECUTE | FS_READ_FILE;
    if (rights & LANDLOCK_READ)
        files |= FS_READ_FILE | FS_READ_DIR;
    if (rights & LANDLOCK_USE)
        files |= FS_READ_FILE | FS_WRITE_FILE | FS_TRUNCATE;
    if (rights & LANDLOCK_OWN)
        files |= ~FS_EXECUTE;
    return files & all_files();
}

bool landlock_allow_file(int rules, int fd, unsigned rights)
{
    struct stat info;
    struct path_attr attr = {.allowed = files_of(rights), .parent = fd};
    if (fstat(fd, &info) != 0)
        return false;
    if (!S_ISDIR(info.st_mode))
        attr.allowed &= FS_OF_FILES;
    return syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &attr, 0) == 0;
}

bool landlock_allow(int rules, const char *path, unsigned rights)
{
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    bool good = landlock_allow_file(rules, fd, rights);
    close(fd);
    return good;
}

bool landlock_enter(int rules)
{
    bool good = syscall(RESTRICT_SELF, rules, 0) == 0;
    close(rules);
    return good;
}

#else

int landlock_version(void)
{
    return 0;
}

int landlock_new(void)
{
    return -1;
}

bool landlock_allow(int rules, const char *path, unsigned rights)
{
    (void)rules, (void)path, (void)rights;
    return false;
}

bool landlock_allow_file(int rules, int fd, unsigned rights)
{
    (void)rules, (void)fd, (void)rights;
    return false;
}

bool landlock_enter(int rules)
{
    (void)rules;
    return false;
}

#endif
