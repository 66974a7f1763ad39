#include "worker.h"

#include "compile.h"
#include "fault.h"
#include "process.h"
#include "protocol.h"
#include "syscalls.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <elf.h>
#endif

enum { MEMORY_BYTES = 512 << 20, MUCH_BYTES = 200 << 20, TEXT_BYTES = 2048 };

/* A growing message. */
struct bytes {
    unsigned char *at;
    size_t used, room;
};

static void append(struct bytes *b, const void *from, size_t count)
{
    while (b->used + count > b->room) {
        b->room = 2 * b->room + 4096;
        b->at = need(realloc(b->at, b->room));
    }
    memcpy(b->at + b->used, from, count);
    b->used += count;
}

static void append_call(struct bytes *b, const struct call *c,
                        enum placement placement, uint32_t poison)
{
    struct message_call head = {REQUEST_MAGIC, c->args, (int32_t)placement,
                                poison};
    append(b, &head, sizeof head);
    for (int i = 0; i < c->args; i++) {
        const struct arg *a = &c->arg[i];
        struct message_arg arg = {(int32_t)a->kind, a->number, a->count,
                                  a->real};
        append(b, &arg, sizeof arg);
        if (a->kind == ARG_IN)
            append(b, a->data, sizeof(float) * (size_t)a->count);
        for (int j = 0; a->kind == ARG_IN_INT && j < a->count; j++) {
            int32_t number = (int32_t)a->data[j];
            append(b, &number, sizeof number);
        }
    }
}

static const uint32_t poison_of[CALLS_PER_TRIAL] = {POISON_NAN, POISON_NUMBER,
                                                    POISON_NUMBER};

static struct bytes request_of(const struct trial *t)
{
    struct bytes b = {0};
    int32_t calls = CALLS_PER_TRIAL;
    append(&b, &calls, sizeof calls);
    append_call(&b, t->call, FLUSH_END, poison_of[CALL_FIRST]);
    append_call(&b, t->fresh, FLUSH_END, poison_of[CALL_FRESH]);
    append_call(&b, t->call, FLUSH_START, poison_of[CALL_AGAIN]);
    return b;
}

/* One output element as it came: a float or an int, or still poison. What a
 * function returns is always there; 53 bits of it are compared. */
static struct cell decode(enum arg_kind kind, const unsigned char *from,
                          uint32_t poison)
{
    if (kind == ARG_RETURN) {
        long long result;
        memcpy(&result, from, sizeof result);
        return (struct cell){.state = CELL_VALUE, .value = (double)result};
    }
    uint32_t bits;
    int32_t number;
    float real;
    memcpy(&bits, from, sizeof bits);
    memcpy(&number, from, sizeof number);
    memcpy(&real, from, sizeof real);
    return (struct cell){
        .state = bits == (kind == ARG_OUT_INT ? POISON_INT(poison) : poison)
                     ? CELL_UNWRITTEN
                     : CELL_VALUE,
        .value = kind == ARG_OUT_INT ? (double)number : (double)real,
    };
}

/* How long the outputs of a call are in a reply. */
static size_t output_bytes(const struct call *c)
{
    size_t bytes = 0;
    for (int i = 0; i < c->args; i++)
        if (arg_is_output(c->arg[i].kind))
            bytes += (size_t)(c->arg[i].count * arg_bytes(c->arg[i].kind));
    return bytes;
}

static size_t decode_outputs(const struct call *c, struct called *called,
                             const unsigned char *from, uint32_t poison)
{
    int cells = call_cells(c);
    const unsigned char *at = from;
    called->cell = need(calloc((size_t)cells, sizeof *called->cell));
    for (int i = 0; i < cells; i++) {
        int element, arg = call_arg_of_cell(c, i, &element);
        called->cell[i] = decode(c->arg[arg].kind, at, poison);
        at += arg_bytes(c->arg[arg].kind);
    }
    return (size_t)(at - from);
}

/* Numbers of a reply may be anything; sums of these do not overflow. */
static const int64_t far_away = (int64_t)1 << 60;

static long within(int64_t number, int64_t low, int64_t high)
{
    return (long)(number < low ? low : number > high ? high : number);
}

/* Reads one reply; returns the bytes it took, or 0: it is not complete. */
static size_t decode_reply(const struct call *c, struct called *called,
                           const unsigned char *from, size_t left,
                           uint32_t poison)
{
    struct message_reply r;
    if (left < sizeof r)
        return 0;
    memcpy(&r, from, sizeof r);
    bool known = r.place >= 0 && r.place < PLACES;
    called->fault_element = within(r.element, -far_away, far_away);
    called->fault_place = known ? (enum fault_place)r.place : PLACE_NONE;
    called->block_bytes = within(r.block_bytes, 0, far_away);
    if (r.kind == REPLY_FAULT || r.kind == REPLY_NO_MEMORY) {
        called->end = r.kind == REPLY_FAULT ? END_FAULT : END_NO_MEMORY;
        called->fault_arg = r.arg >= 0 && r.arg < c->args ? r.arg : -1;
        called->fault_access = r.access;
        return sizeof r;
    }
    if (r.kind == REPLY_FORBIDDEN) {
        called->end = END_FORBIDDEN;
        called->tried = syscall_number(r.element, (unsigned)r.spill);
        return sizeof r;
    }
    size_t outputs = output_bytes(c);
    if (r.kind != REPLY_RETURNED || left < sizeof r + outputs)
        return 0;
    called->end = END_RETURNED;
    called->spill_arg = r.arg >= 0 && r.arg < c->args ? r.arg : -1;
    called->spill_count = r.spill;
    called->leaked_blocks = r.leaked_blocks > 0 ? r.leaked_blocks : 0;
    called->leaked = within(r.leaked, 0, far_away);
    return sizeof r + decode_outputs(c, called, from + sizeof r, poison);
}

/* Whether a process that gave no answer had used up what there is. What the
 * judge had when it started the process counts for it, too. */
static bool took_all_memory(const struct job_end *end)
{
    return end->peak_bytes > MUCH_BYTES &&
           end->peak_bytes > 2 * process_peak_bytes();
}

/* Whether the program alone, its arrays at file level, needs more memory
 * than a process gets; the system then ends it before its first line. */
static bool is_too_large(const char *path)
{
    size_t bytes = 0;
#ifdef __linux__
    Elf64_Ehdr head;
    Elf64_Phdr part;
    FILE *f = fopen(path, "rb");
    if (f == NULL)
        return false;
    if (fread(&head, sizeof head, 1, f) == 1 &&
        head.e_ident[EI_CLASS] == ELFCLASS64 &&
        fseek(f, (long)head.e_phoff, SEEK_SET) == 0)
        for (int i = 0; i < head.e_phnum; i++)
            if (fread(&part, sizeof part, 1, f) == 1 &&
                part.p_type == PT_LOAD && part.p_memsz < SIZE_MAX - bytes)
                bytes += part.p_memsz;
    fclose(f);
#else
    (void)path;
#endif
    return bytes > MEMORY_BYTES;
}

/* Why the process said no more. */
static void decode_end(const struct job_end *end, struct called *called)
{
    called->signal = WIFSIGNALED(end->status) ? WTERMSIG(end->status) : 0;
    called->tried = SYSCALL_UNKNOWN;
    if (end->timed_out)
        called->end = END_TIMEOUT;
    else if (end->flooded)
        called->end = END_FLOODED;
    else if (called->signal == SIGSYS || called->signal == SIGXFSZ)
        called->end = END_FORBIDDEN; /* SIGXFSZ: it wrote to a file */
    else if (end->not_started == ENOMEM || took_all_memory(end))
        called->end = END_NO_MEMORY;
    else if (called->signal != 0)
        called->end = END_SIGNAL;
    else
        called->end = END_EXITED;
    called->exit_status = WIFEXITED(end->status) ? WEXITSTATUS(end->status) : 0;
}

void worker_decode(const struct trial *t, const struct job_end *end,
                   struct ran *r)
{
    const struct call *calls[] = {t->call, t->fresh, t->call};
    size_t at = 0;
    if (end->flooded) { /* when it was noticed is chance: of no call */
        decode_end(end, &r->call[CALL_FIRST]);
        r->call[CALL_FRESH].end = r->call[CALL_AGAIN].end = END_NOT_CALLED;
        return;
    }
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        struct called *called = &r->call[i];
        size_t took = decode_reply(calls[i], called, end->reply + at,
                                   end->reply_bytes - at, poison_of[i]);
        at += took;
        if (took == 0)
            decode_end(end, called);
        if (called->end == END_FAULT && took_all_memory(end))
            called->end = END_NO_MEMORY; /* the NULL that malloc gave */
        if (called->end == END_RETURNED)
            continue;
        for (i++; i < CALLS_PER_TRIAL; i++)
            r->call[i].end = END_NOT_CALLED;
    }
}

/* The runner ends what each call printed with a mark of its own. */
static void split_text(const char *text, struct ran *r)
{
    const char mark[] = {PRINTED_END, '\0'};
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        size_t length = strcspn(text, mark);
        r->printed[i] = need(strndup(text, length));
        text += length + (text[length] != '\0');
    }
}

static struct ran run(const char *path, const struct trial *t, bool tells)
{
    const char *const argv[] = {path, NULL};
    const char *const env[] = {NULL};
    struct bytes request = request_of(t);
    size_t reply = sizeof(struct message_reply) + output_bytes(t->call);
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = "/",
                      .seconds = TRIAL_SECONDS,
                      .memory_bytes = MEMORY_BYTES,
                      .request = request.at,
                      .request_bytes = request.used,
                      .reply_limit = CALLS_PER_TRIAL * reply,
                      .text_limit = TEXT_BYTES,
                      .room = ROOM_RUN,
                      .loads = compile_is_dynamic,
                      .tells = tells};
    struct job_end end = job_run(&job);
    struct ran r = {0};
    if (end.reply_bytes == 0 && access(path, F_OK) != 0)
        grader_fault("the runner %s is gone", path);
    worker_decode(t, &end, &r);
    if (r.call[0].end == END_SIGNAL && is_too_large(path))
        r.call[0].end = END_NO_MEMORY;
    split_text(end.text, &r);
    r.text_cut = end.text_cut;
    r.idle = end.timed_out && end.cpu_seconds < 0.5 * TRIAL_SECONDS;
    job_end_free(&end);
    free(request.at);
    return r;
}

struct ran worker_run(const char *path, const struct trial *t)
{
    struct ran r = run(path, t, false);
    if (!r.idle)
        return r;
    ran_free(&r); /* it may have had no turn on a busy machine */
    return run(path, t, false);
}

int worker_tried(const char *path, const struct trial *t)
{
    struct ran r = run(path, t, true);
    int tried = SYSCALL_UNKNOWN;
    for (int i = 0; i < CALLS_PER_TRIAL; i++)
        if (r.call[i].end == END_FORBIDDEN)
            tried = r.call[i].tried;
    ran_free(&r);
    return tried;
}

char *worker_words(const char *path, const struct trial *t)
{
    enum { WORDS_BYTES = 32 << 10 };
    const char *const argv[] = {path, NULL};
    const char *const env[] = {NULL};
    struct bytes request = request_of(t);
    struct job job = {.argv = argv,
                      .env = env,
                      .folder = "/",
                      .seconds = TRIAL_SECONDS,
                      .request = request.at,
                      .request_bytes = request.used,
                      .reply_limit = 1 << 20,
                      .text_limit = WORDS_BYTES,
                      .room = ROOM_EXPLAIN};
    struct job_end end = job_run(&job);
    char *words = need(strdup(end.text));
    job_end_free(&end);
    free(request.at);
    return words;
}

void ran_free(struct ran *r)
{
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        free(r->call[i].cell);
        free(r->printed[i]);
    }
}

struct cell worker_cell(const struct ran *r, int cell)
{
    struct cell first = r->call[CALL_FIRST].cell[cell];
    struct cell again = r->call[CALL_AGAIN].cell[cell];
    float poison;
    uint32_t bits = POISON_NUMBER;
    memcpy(&poison, &bits, sizeof poison);
    if (first.state != CELL_UNWRITTEN || again.state != CELL_VALUE)
        return first;
    return (struct cell){CELL_STALE, again.value - (double)poison, 0};
}
