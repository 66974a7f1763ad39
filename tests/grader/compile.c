#include "compile.h"

#include "contract.h"
#include "fault.h"
#include "files.h"
#include "process.h"
#include "scratch_folder.h"
#include "toolchain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The Makefile says where it builds. */
#ifndef CONVLINGS_BUILD
#define CONVLINGS_BUILD "build"
#endif

/* No fast-math and no contraction: the learner's digits are the machine's.
 * Automatic variables start as garbage that shows, so that a forgotten
 * `= 0` fails always and not only on a bad day. */
const char *const compile_flags[] = {
    "-std=c11",
    "-O1",
    "-g",
    "-Wall",
    "-Wextra",
    "-Wno-unused-parameter",
    /* no C11, whatever a compiler lets pass; and a pointer taken for an int
     * would be another number in every run */
    "-Werror=implicit-function-declaration",
    "-Werror=int-conversion",
    "-Werror=incompatible-pointer-types",
    "-ffp-contract=off",
#ifdef CONVLINGS_AUTO_INIT /* gcc 12, clang 8 and later */
    CONVLINGS_AUTO_INIT,
#endif
    NULL,
};

/* Seconds for one tool, and for all that make one program. */
enum {
    COMPILE_SECONDS = 10,
    COMPILE_ALL_SECONDS = 12,
    COMPILE_FILE_BYTES = 32 << 20,
    MESSAGE_BYTES = 16 << 10,
    ARGV_MAX = 32
};

static const size_t compile_memory_bytes = (size_t)1536 << 20;

bool compile_is_dynamic;

/* Copies a file of the judge's into the scratch folder, for its user. */
static void put_file(const char *from, const char *to)
{
    if (!file_copy(from, to))
        grader_fault("cannot copy %s to %s", from, to);
    sandbox_give(to);
}

/* Runs one tool in the scratch folder; its words are appended to messages. */
static bool tool(struct compiled *c, const char *const *argv, int *exit_status)
{
    const char *path = getenv("PATH");
    char variable[4096];
    snprintf(variable, sizeof variable, "PATH=%s",
             path != NULL ? path : "/usr/bin:/bin");
    /* no cache and no other machine: there is nothing to keep or to ask */
    const char *const env[] = {variable,           "TMPDIR=.", "LC_ALL=C",
                               "CCACHE_DISABLE=1", "ICECC=no", NULL};
    double left = COMPILE_ALL_SECONDS - c->seconds;
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = c->folder,
                      .seconds =
                          left < COMPILE_SECONDS ? left : COMPILE_SECONDS,
                      .memory_bytes = compile_memory_bytes,
                      .file_bytes = COMPILE_FILE_BYTES,
                      .text_limit = MESSAGE_BYTES,
                      .room = ROOM_COMPILE};
    struct job_end end = job_run(&job);
    *exit_status = WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -1;
    if (end.not_started != 0)
        grader_fault("'%s' cannot be started: %s", argv[0],
                     strerror(end.not_started));
    if (end.timed_out)
        snprintf(end.text, MESSAGE_BYTES,
                 "error: compiling took longer than "
                 "%d seconds\n",
                 COMPILE_SECONDS);
    size_t old = strlen(c->messages);
    c->messages = need(realloc(c->messages, old + strlen(end.text) + 1));
    memcpy(c->messages + old, end.text, strlen(end.text) + 1);
    c->seconds += end.seconds;
    /* on a busy machine a compiler may have had no turn */
    bool idle = end.cpu_seconds < 0.5 * end.seconds;
    c->exhausted = end.flooded || (end.timed_out && !idle);
    bool good = *exit_status == 0 && !end.timed_out && !end.flooded;
    job_end_free(&end);
    return good;
}

/* What takes and frees memory is the shim's own, which watches it (see
 * runner_heap.h): renamed in the object where there is objcopy, else in the
 * source by the preprocessor. */
#ifdef __linux__
#define RENAMED(name) "--redefine-sym=" #name "=runner_" #name
#else
#define RENAMED(name) "-D" #name "=runner_" #name
#endif
static const char *const renamed[] = {
    RENAMED(malloc),         RENAMED(calloc), RENAMED(realloc),
    RENAMED(reallocarray),   RENAMED(free),   RENAMED(aligned_alloc),
    RENAMED(posix_memalign), RENAMED(strdup), RENAMED(strndup),
};
enum { RENAMES = sizeof renamed / sizeof renamed[0] };

/* What is made of the learner's file: once to be judged, and once more with
 * flags of its own when that crashed, to say why (see sanitized.h). */
struct build {
    const char *object, *program;
    const char *const *flags;
    int renames;
};

static const char *const no_flags[] = {NULL};
static const struct build judged = {"learner.o", "runner", no_flags, RENAMES};

static bool run_compiler(struct compiled *c, const char *source,
                         const struct build *b)
{
    const char *argv[ARGV_MAX], *what[] = {"-c", source, "-o", b->object};
    int status, n = toolchain_command(argv);
    for (size_t i = 0; i < sizeof what / sizeof what[0]; i++)
        argv[n++] = what[i];
    for (int i = 0; compile_flags[i] != NULL; i++)
        argv[n++] = compile_flags[i];
    for (int i = 0; b->flags[i] != NULL; i++)
        argv[n++] = b->flags[i];
#ifndef __linux__
    for (int i = 0; i < b->renames; i++)
        argv[n++] = renamed[i];
#endif
    argv[n] = NULL;
    return tool(c, argv, &status);
}

/* Makes every other name of the learner's object local: a helper called
 * memcpy, or a main of their own to try things, meets nobody. Where there
 * is no objcopy (macOS) names may collide, and the linker says so. */
static bool hide_helpers(struct compiled *c, const char *name,
                         const struct build *b)
{
#ifdef __linux__
    char keep[160];
    int status;
    snprintf(keep, sizeof keep, "--keep-global-symbol=%s", name);
    const char *argv[RENAMES + 4] = {"objcopy", keep};
    for (int i = 0; i < b->renames; i++)
        argv[i + 2] = renamed[i];
    argv[b->renames + 2] = b->object;
    return tool(c, argv, &status);
#else
    (void)c;
    (void)name;
    (void)b;
    return true;
#endif
}

/* Static where it works; sanitizers work in dynamic programs only. */
static bool run_linker(struct compiled *c, const struct build *b)
{
    const char *argv[ARGV_MAX],
        *what[] = {"-o", b->program, "shim.o", b->object, "-lm"};
    int status, n = toolchain_command(argv), flags = 0;
    for (size_t i = 0; i < sizeof what / sizeof what[0]; i++)
        argv[n++] = what[i];
    for (; b->flags[flags] != NULL; flags++)
        argv[n++] = b->flags[flags];
#ifdef __linux__
    if (flags == 0 && !compile_is_dynamic)
        argv[n++] = "-static";
#endif
    argv[n] = NULL;
    return tool(c, argv, &status);
}

/* Whether the linker misses the C library as an archive; nothing that a
 * submission says comes before its first words. */
static bool lacks_static(const struct compiled *c)
{
    const char *at = strstr(c->messages, "cannot find -l");
    return at != NULL || strstr(c->messages, "library not found") != NULL ||
           strstr(c->messages, "unable to find library -l") != NULL;
}

/* Static where it works: a static program needs no file to start. */
static bool link_runner(struct compiled *c, const struct entry *entry,
                        const struct build *b)
{
    char shim[512], to[300];
    char *here = path_from_here(CONVLINGS_BUILD "/runner");
    snprintf(shim, sizeof shim, "%s/%s.o", here, entry->name);
    free(here);
    if (!file_exists(shim))
        grader_fault("%s is missing; run make", shim);
    snprintf(to, sizeof to, "%s/shim.o", c->folder);
    put_file(shim, to);
    size_t before = strlen(c->messages);
    if (run_linker(c, b))
        return true;
    if (compile_is_dynamic || !lacks_static(c))
        return false;
    compile_is_dynamic = true;
    c->messages[before] = '\0';
    return run_linker(c, b);
}

/* Puts the learner's own path where the compiler saw the copy's name. */
static void restore_paths(struct compiled *c, const char *source,
                          const char *path)
{
    char *text = c->messages, *out;
    size_t size, length = strlen(source);
    FILE *f = need(open_memstream(&out, &size));
    for (bool start = true; *text != '\0'; start = text[-1] == '\n') {
        if (start && strncmp(text, source, length) == 0) {
            fputs(path, f);
            text += length;
        }
        while (*text != '\0' && *text != '\n')
            fputc(*text++, f);
        if (*text == '\n')
            fputc(*text++, f);
    }
    fclose(f);
    free(c->messages);
    c->messages = out;
}

/* The linker's complaint that a function is not there, as a sentence. */
static bool find_missing_function(struct compiled *c, const char *name)
{
    const char mark[] = "undefined reference to `";
    const char *at = strstr(c->messages, mark);
    if (at == NULL)
        return false;
    at += strlen(mark);
    int length = (int)strcspn(at, "'\n");
    c->first = need(malloc(400));
    c->linking = true;
    if (strlen(name) == (size_t)length && strncmp(at, name, strlen(name)) == 0)
        snprintf(c->first, 400, "error: the file has no function called %s",
                 name);
    else
        snprintf(c->first, 400,
                 "error: there is no function %.*s: is the name spelled"
                 " right, is it in this file?",
                 length, at);
    return true;
}

/* A compiler that meets a limit of the judge, as a sentence; NULL for all
 * others. Its driver says so in the first words of a line. */
static const char *limit_words(const char *messages)
{
    static const struct {
        const char *says, *words;
    } limits[] = {
        {"out of memory", "error: compiling took more than 1.5 GiB of memory"},
        {"memory exhausted",
         "error: compiling took more than 1.5 GiB of memory"},
        {"File size limit exceeded signal",
         "error: the program would be larger than 32 MiB: is an array far too"
         " large?"},
        {"CPU time limit exceeded signal",
         "error: compiling took longer than 10 seconds"},
    };
    if (strstr(messages, ".c:") != NULL)
        return NULL; /* it complains about a line */
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        if (strstr(messages, limits[i].says) != NULL)
            return limits[i].words;
    return NULL;
}

/* The first line of the messages that speaks of an error. */
static void find_first_error(struct compiled *c, const char *name)
{
    if (find_missing_function(c, name))
        return;
    const char *at = strstr(c->messages, "error:");
    if (at == NULL || (!c->ok && limit_words(c->messages) != NULL)) {
        const char *words = limit_words(c->messages);
        if (words == NULL)
            words = "error: the compiler gave up without saying why";
        c->first = need(strdup(c->ok ? "" : words));
        return;
    }
    const char *begin = at;
    while (begin > c->messages && begin[-1] != '\n')
        begin--;
    c->first = need(strndup(begin, strcspn(begin, "\n")));
    const char *colon = strchr(c->first, ':');
    c->line = colon != NULL ? atoi(colon + 1) : 0;
}

void compile_source_name(const struct entry *entry, char *name, size_t size)
{
    snprintf(name, size, "%d_%s.c", entry->number, entry->name);
}

static bool make_program(struct compiled *c, const struct entry *entry,
                         const char *source, const struct build *b)
{
    if (!run_compiler(c, source, b))
        return false;
    double compiled = c->seconds;
    bool good = hide_helpers(c, entry->name, b) && link_runner(c, entry, b);
    c->link_seconds = c->seconds - compiled;
    return good;
}

/* Whether a failure is plainly that of the file: the compiler or the linker
 * complains about it and not about the machine, or it took all there is.
 * A file can make it look otherwise, which costs it time and nothing else. */
static bool complains(const struct compiled *c, const char *source)
{
    static const char *const of_machine[] = {
        "No space left", "Killed", "Resource temporarily", "Cannot allocate",
        "cannot execute"};
    for (size_t i = 0; i < sizeof of_machine / sizeof of_machine[0]; i++)
        if (strstr(c->messages, of_machine[i]) != NULL)
            return c->exhausted;
    bool about_file = strstr(c->messages, source) != NULL &&
                      strstr(c->messages, "error:") != NULL;
    return about_file || c->exhausted ||
           strstr(c->messages, "undefined reference to") != NULL;
}

/* The exercise's own stub must become a program on this machine. */
static void prove_toolchain(const struct compiled *c, const struct entry *entry)
{
    static const struct build proof = {"proof.o", "proof", no_flags, RENAMES};
    struct compiled aside = {.messages = need(strdup(""))};
    char path[300], *stub = contract_stub(entry);
    snprintf(aside.folder, sizeof aside.folder, "%s", c->folder);
    snprintf(path, sizeof path, "%s/proof.c", c->folder);
    bool written = file_write(path, stub, strlen(stub));
    free(stub); /* before a fault can end the process: it would be a leak */
    if (!written)
        grader_fault("cannot write %s", path);
    sandbox_give(path);
    if (!make_program(&aside, entry, "proof.c", &proof))
        grader_fault("the compiler does not work on this machine: %.*s",
                     (int)strcspn(aside.messages, "\n"), aside.messages);
    free(aside.messages);
}

struct compiled compile_file(const struct entry *entry, const char *path)
{
    struct compiled c = {.messages = need(strdup(""))};
    char source[160], to[512], header[300];
    size_t size;
    compile_source_name(entry, source, sizeof source);
    scratch_folder_new(c.folder, sizeof c.folder);
    snprintf(to, sizeof to, "%s/%s", c.folder, source);
    char *text = file_read(path, SOURCE_MAX_BYTES, &size);
    if (text == NULL) {
        free(c.messages);
        c.messages = need(strdup("error: this is no readable C file of at "
                                 "most 256 KiB\n"));
        find_first_error(&c, entry->name);
        return c;
    }
    if (!file_write(to, text, size))
        grader_fault("cannot write %s", to);
    sandbox_give(to);
    free(text);
    snprintf(header, sizeof header, "exercises/%s/exercises.h", entry->chapter);
    snprintf(to, sizeof to, "%s/exercises.h", c.folder);
    put_file(header, to);
    c.ok = make_program(&c, entry, source, &judged);
    if (!c.ok && !complains(&c, source)) {
        prove_toolchain(&c, entry);
        c.messages[0] = '\0';
        c.seconds = 0;
        c.ok = make_program(&c, entry, source, &judged);
    }
    restore_paths(&c, source, path);
    find_first_error(&c, entry->name);
    snprintf(c.runner, sizeof c.runner, "%s/runner", c.folder);
    return c;
}

bool compile_again(const struct compiled *c, const struct entry *entry,
                   const char *const *flags, char *program, size_t size)
{
    struct compiled again = *c;
    const struct build b = {"again.o", "again", flags, 0};
    char source[160];
    again.messages = need(strdup(""));
    compile_source_name(entry, source, sizeof source);
    bool good = make_program(&again, entry, source, &b);
    free(again.messages);
    snprintf(program, size, "%s/%s", c->folder, b.program);
    return good;
}

char *compile_words(const struct compiled *c, const char *const *argv)
{
    struct compiled aside = *c;
    int status;
    aside.messages = need(strdup(""));
    tool(&aside, argv, &status);
    return aside.messages;
}

void compiled_free(struct compiled *c)
{
    scratch_folder_remove();
    free(c->messages);
    free(c->first);
}
