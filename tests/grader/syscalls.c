#include "syscalls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <seccomp.h>
#endif

/* The beginnings of names, those that are longer first. */
static const struct {
    const char *begins, *words;
} meanings[] = {
    {"open_by_handle", "open a file"},
    {"openat", "open a file"},
    {"open", "open a file"},
    {"creat", "make a file"},
    {"mknod", "make a file"},
    {"memfd_", "make a file"},
    {"mkdir", "make a folder"},
    {"unlink", "remove a file"},
    {"rmdir", "remove a folder"},
    {"rename", "rename a file"},
    {"link", "make a link"},
    {"symlink", "make a link"},
    {"truncate", "change a file"},
    {"ftruncate", "change a file"},
    {"chmod", "change a file's rights"},
    {"fchmod", "change a file's rights"},
    {"chown", "change a file's owner"},
    {"fchown", "change a file's owner"},
    {"lchown", "change a file's owner"},
    {"faccessat", "look for a file"},
    {"access", "look for a file"},
    {"newfstatat", "look for a file"},
    {"statfs", "look at the disk"},
    {"stat", "look for a file"},
    {"lstat", "look for a file"},
    {"getdents", "list a folder"},
    {"getcwd", "ask for its folder"},
    {"chdir", "change its folder"},
    {"chroot", "change its root folder"},
    {"mount", "mount a disk"},
    {"umount", "unmount a disk"},
    {"clone", "start a process or a thread"},
    {"fork", "start a process"},
    {"vfork", "start a process"},
    {"exec", "start another program"},
    {"wait", "wait for another process"},
    {"kill", "end another process"},
    {"tkill", "end another process"},
    {"tgkill", "end another process"},
    {"pidfd_", "reach another process"},
    {"ptrace", "look into another process"},
    {"process_vm_", "look into another process"},
    {"setpgid", "leave its process group"},
    {"setsid", "leave its process group"},
    {"socket", "use the network"},
    {"connect", "use the network"},
    {"bind", "use the network"},
    {"send", "use the network"},
    {"recv", "use the network"},
    {"pipe", "make a pipe"},
    {"dup", "copy a file descriptor"},
    {"fcntl", "change a file descriptor"},
    {"ioctl", "talk to a device"},
    {"shm", "share memory with another process"},
    {"mq_", "talk to another process"},
    {"msg", "talk to another process"},
    {"sem", "talk to another process"},
    {"io_", "read or write in the background"},
    {"unshare", "leave its room"},
    {"setns", "leave its room"},
    {"setuid", "become another user"},
    {"setgid", "become another user"},
    {"setre", "become another user"},
    {"prlimit", "change its limits"},
    {"setrlimit", "change its limits"},
    {"alarm", "set an alarm"},
    {"setitimer", "set an alarm"},
    {"timer_", "set an alarm"},
    {"seccomp", "change its filter for system calls"},
    {"bpf", "load a program into the system"},
    {"perf_event", "measure the machine"},
    {"reboot", "stop the machine"},
};

enum { MEANINGS = sizeof meanings / sizeof meanings[0], NUMBER_MAX = 4096 };

#ifdef __linux__

int syscall_number(long long number, unsigned arch)
{
    if (arch != seccomp_arch_native() || number < 0 || number > NUMBER_MAX)
        return SYSCALL_FOREIGN;
    return (int)number;
}

static char *name_of(int number)
{
    return seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
}

#else

int syscall_number(long long number, unsigned arch)
{
    (void)number, (void)arch;
    return SYSCALL_UNKNOWN;
}

static char *name_of(int number)
{
    (void)number;
    return NULL;
}

#endif

void syscall_words(int number, char *text, size_t size)
{
    text[0] = '\0';
    if (number == SYSCALL_FOREIGN)
        snprintf(text, size, "use the system calls of another machine");
    if (number < 0)
        return;
    char *name = name_of(number);
    const char *words = "ask the system for something it does not need";
    if (name == NULL) {
        snprintf(text, size, "%s (%d)", words, number);
        return;
    }
    for (int i = 0; i < MEANINGS; i++)
        if (strncmp(name, meanings[i].begins, strlen(meanings[i].begins)) ==
            0) {
            words = meanings[i].words;
            break;
        }
    snprintf(text, size, "%s (%s)", words, name);
    free(name);
}
