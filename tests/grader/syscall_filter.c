#ifdef __linux__
#define _GNU_SOURCE /* for syscall and memfd_create */
#endif

#include "syscall_filter.h"

#ifdef __linux__

#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/* Stands for the process's own number, which is known only when it exists. */
#define OWN_PID 0x7e57a11u

static struct sock_fprog programs[FILTERS];

/* What a C program needs that computes, prints, allocates and waits. */
static const char *const allowed[] = {
    "read", "write", "writev", "close", "dup", "lseek", "_llseek", "brk",
    "mmap", "mmap2", "munmap", "mremap", "mprotect", "madvise",
    /* starting and ending */
    "exit", "exit_group", "arch_prctl", "set_tid_address", "set_thread_area",
    "set_tls", "set_robust_list", "rseq", "uname", "restart_syscall", "futex",
    "futex_time64", "membarrier",
    /* asking about itself and the machine */
    "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid",
    "getuid32", "geteuid32", "getgid32", "getegid32", "fstat", "fstat64",
    "getrandom", "getrlimit", "ugetrlimit", "getrusage", "times", "sysinfo",
    "getcpu", "sched_getaffinity", "sched_yield",
    /* the clock and its own signals */
    "clock_gettime", "clock_gettime64", "clock_getres", "clock_getres_time64",
    "gettimeofday", "time", "nanosleep", "clock_nanosleep",
    "clock_nanosleep_time64", "pause", "rt_sigaction", "rt_sigprocmask",
    "rt_sigreturn", "rt_sigsuspend", "rt_sigpending", "sigreturn",
    "sigaltstack"};

/* Refused with an error instead of an end: C libraries try them when a
 * program starts and live without. */
static const char *const answered[] = {"readlink", "readlinkat", "prctl",
                                       "map_shadow_stack"};

/* What no compiler needs. */
static const char *const denied[] = {"socket",
                                     "socketcall",
                                     "socketpair",
                                     "connect",
                                     "bind",
                                     "listen",
                                     "ptrace",
                                     "process_vm_readv",
                                     "process_vm_writev",
                                     "process_madvise",
                                     "pidfd_getfd",
                                     "pidfd_send_signal",
                                     "kcmp",
                                     "kill",
                                     "tkill",
                                     "rt_sigqueueinfo",
                                     "rt_tgsigqueueinfo",
                                     "io_uring_setup",
                                     "io_uring_enter",
                                     "io_uring_register",
                                     "unshare",
                                     "setns",
                                     "mount",
                                     "umount2",
                                     "pivot_root",
                                     "chroot",
                                     "move_mount",
                                     "open_tree",
                                     "fsopen",
                                     "fsmount",
                                     "fspick",
                                     "bpf",
                                     "perf_event_open",
                                     "userfaultfd",
                                     "keyctl",
                                     "add_key",
                                     "request_key",
                                     "memfd_create",
                                     "memfd_secret",
                                     "shmget",
                                     "semget",
                                     "msgget",
                                     "mq_open",
                                     "inotify_init",
                                     "inotify_init1",
                                     "fanotify_init",
                                     "name_to_handle_at",
                                     "open_by_handle_at",
                                     "quotactl",
                                     "syslog",
                                     "acct",
                                     "reboot",
                                     "swapon",
                                     "swapoff",
                                     "init_module",
                                     "finit_module",
                                     "delete_module",
                                     "kexec_load",
                                     "setpriority",
                                     "sched_setscheduler"};

static const char *const spawning[] = {"clone", "fork", "vfork", "execve"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void check(int result)
{
    if (result < 0)
        grader_fault("no filter for system calls: %s", strerror(-result));
}

/* Rules for what this architecture does not have are not needed. */
static void rule(scmp_filter_ctx c, uint32_t action, const char *name)
{
    int number = seccomp_syscall_resolve_name(name);
    if (number < 0)
        return;
    check(seccomp_rule_add(c, action, number, 0));
}

static void rules(scmp_filter_ctx c, uint32_t action, const char *const *names,
                  size_t count)
{
    for (size_t i = 0; i < count; i++)
        rule(c, action, names[i]);
}

/* A condition on an argument: how it compares with a; for
 * SCMP_CMP_MASKED_EQ, that its bits in a are b. */
static struct scmp_arg_cmp arg(unsigned number, enum scmp_compare how,
                               scmp_datum_t a, scmp_datum_t b)
{
    return (struct scmp_arg_cmp){
        .arg = number, .op = how, .datum_a = a, .datum_b = b};
}

static void rule_if(scmp_filter_ctx c, const char *name, struct scmp_arg_cmp a)
{
    int number = seccomp_syscall_resolve_name(name);
    if (number >= 0)
        check(seccomp_rule_add_array(c, SCMP_ACT_ALLOW, number, 1, &a));
}

/* Calls that are harmless with some arguments only. */
static void conditions(scmp_filter_ctx c)
{
    static const char *const signals[] = {"kill", "tkill", "tgkill"};
    for (size_t i = 0; i < COUNT(signals); i++)
        rule_if(c, signals[i], arg(0, SCMP_CMP_EQ, OWN_PID, 0));
    rule_if(c, "fcntl", arg(1, SCMP_CMP_LE, F_GETFL, 0));
    rule_if(c, "fcntl64", arg(1, SCMP_CMP_LE, F_GETFL, 0));
    rule_if(c, "ioctl", arg(1, SCMP_CMP_EQ, TCGETS, 0));
    rule_if(c, "ioctl", arg(1, SCMP_CMP_EQ, TIOCGWINSZ, 0));
    rule_if(c, "prlimit64", arg(2, SCMP_CMP_EQ, 0, 0)); /* asks, sets nothing */
    check(seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(execveat), 2,
                           arg(0, SCMP_CMP_EQ, FILTER_EXEC_FD, 0),
                           arg(4, SCMP_CMP_EQ, AT_EMPTY_PATH, 0)));
}

/* A static program looks at its own open files, and at no others by name. */
static void own_files(scmp_filter_ctx c)
{
    rule_if(c, "newfstatat",
            arg(3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
    rule_if(c, "statx",
            arg(2, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
}

/* A program that is linked dynamically opens its libraries; Landlock says
 * which files those may be. */
static void loader(scmp_filter_ctx c)
{
    static const char *const opening[] = {
        "pread64", "access", "faccessat", "faccessat2", "newfstatat", "statx"};
    const scmp_datum_t opens = O_ACCMODE | O_CREAT | O_TRUNC;
    rule_if(c, "openat", arg(2, SCMP_CMP_MASKED_EQ, opens, O_RDONLY));
    rule_if(c, "open", arg(1, SCMP_CMP_MASKED_EQ, opens, O_RDONLY));
    rules(c, SCMP_ACT_ALLOW, opening, COUNT(opening));
}

static scmp_filter_ctx allowlist(uint32_t otherwise, bool loads)
{
    scmp_filter_ctx c = need(seccomp_init(otherwise));
    /* another architecture's calls (int 0x80, x32) are none of ours */
    check(seccomp_attr_set(c, SCMP_FLTATR_ACT_BADARCH, otherwise));
    rules(c, SCMP_ACT_ALLOW, allowed, COUNT(allowed));
    rules(c, SCMP_ACT_ERRNO(EACCES), answered, COUNT(answered));
    conditions(c);
    if (loads)
        loader(c);
    else
        own_files(c);
    return c;
}

static scmp_filter_ctx denylist(bool spawns)
{
    const uint32_t refused = SCMP_ACT_ERRNO(EPERM);
    scmp_filter_ctx c = need(seccomp_init(SCMP_ACT_ALLOW));
    if (seccomp_arch_native() == SCMP_ARCH_X86_64) {
        check(seccomp_arch_add(c, SCMP_ARCH_X86));
        check(seccomp_arch_add(c, SCMP_ARCH_X32));
    }
    rules(c, refused, denied, COUNT(denied));
    if (spawns)
        return c;
    rules(c, refused, spawning, COUNT(spawning));
    rule(c, SCMP_ACT_ERRNO(ENOSYS), "clone3");
    check(seccomp_rule_add(c, refused, SCMP_SYS(execveat), 1,
                           arg(0, SCMP_CMP_NE, FILTER_EXEC_FD, 0)));
    return c;
}

/* What libseccomp writes to a descriptor, in memory. */
static struct sock_fprog export(scmp_filter_ctx c)
{
    struct sock_fprog code = {0};
    struct stat info;
    int fd = memfd_create("filter", MFD_CLOEXEC);
    if (fd < 0 || seccomp_export_bpf(c, fd) != 0 || fstat(fd, &info) != 0)
        grader_fault("cannot write the filter for system calls");
    size_t bytes = (size_t)info.st_size;
    code.len = (unsigned short)(bytes / sizeof *code.filter);
    code.filter = need(malloc(bytes));
    if (pread(fd, code.filter, bytes, 0) != (ssize_t)bytes)
        grader_fault("cannot read the filter for system calls");
    close(fd);
    return code;
}

static scmp_filter_ctx written(enum filter filter)
{
    switch (filter) {
    case FILTER_RUN:
        return allowlist(SCMP_ACT_KILL_PROCESS, false);
    case FILTER_RUN_TELL:
        return allowlist(SCMP_ACT_TRAP, false);
    case FILTER_LOAD:
        return allowlist(SCMP_ACT_KILL_PROCESS, true);
    case FILTER_LOAD_TELL:
        return allowlist(SCMP_ACT_TRAP, true);
    default:
        return denylist(filter == FILTER_TOOL);
    }
}

void filter_prepare(enum filter filter)
{
    if (programs[filter].len > 0)
        return;
    scmp_filter_ctx c = written(filter);
    programs[filter] = export(c);
    seccomp_release(c);
}

/* Puts the number of this process where the filter compares with it. */
static void name_self(struct sock_fprog *code)
{
    for (int i = 0; i < code->len; i++)
        if (BPF_CLASS(code->filter[i].code) == BPF_JMP &&
            code->filter[i].k == OWN_PID)
            code->filter[i].k = (uint32_t)getpid();
}

bool filter_load(enum filter filter)
{
    struct sock_fprog *code = &programs[filter];
    name_self(code);
    return prctl(PR_SET_SECCOMP, 2 /* filter */, code, 0, 0) == 0;
}

#else

void filter_prepare(enum filter filter)
{
    (void)filter;
}

bool filter_load(enum filter filter)
{
    (void)filter;
    return false;
}

#endif
