#include "sanitized.h"

#include "fault.h"
#include "files.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { FRAMES = 8, NAME_BYTES = 64 };

/* ---- the learner's source ------------------------------------------------ */

/* The number after the first `mark` of the text, or 0. */
static long number_after(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    return at != NULL ? strtol(at + strlen(mark), NULL, 0) : 0;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The array whose index stands at a line and column of the source: compilers
 * point to its name or to the bracket after it. "" for an array of arrays. */
static void name_at(const char *source, long line, long column, char *name)
{
    name[0] = '\0';
    for (; line > 1 && source != NULL; line--) {
        source = strchr(source, '\n');
        source += source != NULL;
    }
    if (source == NULL || column < 1 || (size_t)column > strcspn(source, "\n"))
        return;
    const char *end = source + column - 1, *begin = end;
    while (is_word(*end))
        end++;
    while (begin > source && is_word(begin[-1]))
        begin--;
    if (*end == '[')
        snprintf(name, NAME_BYTES, "%.*s", (int)(end - begin), begin);
}

/* ---- what addr2line says ------------------------------------------------- */

/* The first place in the learner's file: line, and the function it is in. */
static long first_line(const struct sanitized *s, char *function)
{
    const char *at = s->lines;
    function[0] = '\0';
    while (*at != '\0') {
        const char *place = strchr(at, '\n');
        if (place == NULL)
            break;
        size_t length = strcspn(place + 1, "\n");
        char line[600];
        snprintf(line, sizeof line, "%.*s", (int)length, place + 1);
        const char *file = strrchr(line, '/');
        file = file != NULL ? file + 1 : line;
        size_t name = strlen(s->source_name);
        if (strncmp(file, s->source_name, name) == 0 && file[name] == ':') {
            snprintf(function, NAME_BYTES, "%.*s", (int)(place - at), at);
            return strtol(file + name + 1, NULL, 10);
        }
        at = place + 1 + length;
        at += *at == '\n';
    }
    return 0;
}

/* " in line 12", or "". */
static const char *in_line(const struct sanitized *s)
{
    static char text[40];
    char function[NAME_BYTES];
    long line = first_line(s, function);
    text[0] = '\0';
    if (line > 0)
        snprintf(text, sizeof text, " in line %ld", line);
    return text;
}

/* The addresses of a report's first frames; how many there are. */
static int frames_of(const char *report, char address[FRAMES][32])
{
    int count = 0;
    for (; count < FRAMES; count++) {
        char mark[24];
        snprintf(mark, sizeof mark, "    #%d 0x", count);
        const char *at = strstr(report, mark);
        if (at == NULL)
            break;
        at = strstr(at, "0x");
        snprintf(address[count], sizeof address[count], "%.*s",
                 (int)strcspn(at, " \n"), at);
    }
    return count;
}

/* ---- the undefined behaviour sanitizer ----------------------------------- */

/* index 4 out of bounds for type 'float [4]' */
static void say_bounds(const struct sanitized *s, long line, long column,
                       const char *words, char *text, size_t size)
{
    char name[NAME_BYTES], room[80] = "outside of it";
    const char *bracket = strchr(words, '[');
    long count = bracket != NULL ? strtol(bracket + 1, NULL, 10) : 0;
    name_at(s->source, line, column, name);
    if (count > 0)
        snprintf(room, sizeof room, "but there are only [0] to [%ld]",
                 count - 1);
    snprintf(text, size,
             "In line %ld %s%s is %ld, %s. Which index or which loop bound"
             " leads there?",
             line, name[0] != '\0' ? "the index of " : "an index", name,
             strtol(words + strlen("index "), NULL, 10), room);
}

/* "2147483647 + 1 cannot be represented in type 'int'" */
static void say_overflow(long line, const char *sum, char *text, size_t size)
{
    const char *end = strstr(sum, " cannot");
    int length = end != NULL && end - sum < 60 ? (int)(end - sum) : 0;
    snprintf(text, size,
             "In line %ld a whole number becomes too large for its type%s"
             "%.*s.",
             line, length > 0 ? ": " : "", length, sum);
}

/* words: what stands after "runtime error: " */
static void say_undefined(const struct sanitized *s, long line, long column,
                          const char *words, char *text, size_t size)
{
    long places = number_after(words, "shift exponent ");
    long bits = number_after(words, "too large for ");
    const char *sum = strstr(words, "integer overflow: ");
    if (strncmp(words, "index ", 6) == 0)
        say_bounds(s, line, column, words, text, size);
    else if (strncmp(words, "division by zero", 16) == 0)
        snprintf(text, size, "It divides a whole number by zero in line %ld.",
                 line);
    else if (strstr(words, "null pointer") != NULL)
        snprintf(text, size,
                 "It %s in line %ld through a pointer that is NULL, which"
                 " points to nothing.",
                 strstr(words, "store") != NULL  ? "writes"
                 : strstr(words, "load") != NULL ? "reads"
                                                 : "goes",
                 line);
    else if (strstr(words, "variable length array bound") != NULL)
        snprintf(text, size,
                 "In line %ld the size of a local array is %ld: it must be at"
                 " least 1.",
                 line, number_after(words, "value "));
    else if (strncmp(words, "shift exponent", 14) == 0 && bits > 0)
        snprintf(text, size,
                 "In line %ld a number of %ld bits is shifted by %ld.", line,
                 bits, places);
    else if (strncmp(words, "shift exponent", 14) == 0)
        snprintf(text, size, "In line %ld a number is shifted by %ld.", line,
                 places);
    else if (sum != NULL)
        say_overflow(line, sum + strlen("integer overflow: "), text, size);
}

/* FILE:LINE:COLUMN: runtime error: WORDS; the last of the report, at which
 * the program was stopped (an overflow does not stop it). */
static bool find_undefined(const struct sanitized *s, char *text, size_t size)
{
    static const char mark[] = "runtime error: ";
    const char *last = NULL;
    for (const char *at = s->report; (at = strstr(at, mark)) != NULL; at++)
        last = at;
    if (last == NULL)
        return false;
    const char *begin = last;
    while (begin > s->report && begin[-1] != '\n')
        begin--;
    const char *place = strchr(begin, ':');
    long line = 0, column = 0;
    if (place == NULL || place > last)
        return false;
    char *rest;
    line = strtol(place + 1, &rest, 10);
    if (*rest == ':')
        column = strtol(rest + 1, NULL, 10);
    say_undefined(s, line, column, last + strlen(mark), text, size);
    return text[0] != '\0';
}

/* ---- the address sanitizer ----------------------------------------------- */

/* An array of which the sanitizer knows the name: offset is that of the
 * access, from the first byte of the array; step bytes were accessed. */
static void say_named(const struct sanitized *s, const char *name, long bytes,
                      long offset, char *text, size_t size)
{
    const char *report = s->report;
    bool writes = strstr(report, "WRITE of size") != NULL;
    long step =
        number_after(report, writes ? "WRITE of size " : "READ of size ");
    const char *did = writes ? "writes" : "reads";
    const char *where = in_line(s);
    int used =
        snprintf(text, size, "It %s%s %s %s", did, where,
                 offset < 0 ? "before the start of" : "past the end of", name);
    if (step == 1) /* text, or something else by its bytes */
        snprintf(text + used, size - (size_t)used,
                 ": byte %ld, but it has %ld byte%s, 0 to %ld.", offset, bytes,
                 bytes == 1 ? "" : "s", bytes - 1);
    else if (step > 0 && step <= 8 && bytes % step == 0 && offset % step == 0)
        snprintf(text + used, size - (size_t)used,
                 ": %s[%ld], but it has %ld element%s, [0] to [%ld].", name,
                 offset / step, bytes / step, bytes / step == 1 ? "" : "s",
                 bytes / step - 1);
    else
        snprintf(text + used, size - (size_t)used, ", which has %ld bytes.",
                 bytes);
}

/* "    [32, 48) 'window' (line 9) <== Memory access at offset 48 overflows" */
static bool find_local(const struct sanitized *s, char *text, size_t size)
{
    const char *arrow = strstr(s->report, "<== Memory access at offset ");
    if (arrow == NULL)
        return false;
    const char *begin = arrow;
    while (begin > s->report && begin[-1] != '\n')
        begin--;
    long from = 0, to = 0;
    char name[NAME_BYTES];
    if (sscanf(begin, " [%ld, %ld) '%63[^']'", &from, &to, name) != 3)
        return false;
    char *colon = strchr(name, ':'); /* newer ones say 'window:9' */
    if (colon != NULL)
        *colon = '\0';
    say_named(s, name, to - from, number_after(arrow, "at offset ") - from,
              text, size);
    return true;
}

/* "is located 4 bytes to the right of global variable 'table' defined in
 * 'x.c:3:12' (0x4c) of size 16"; newer ones say "4 bytes after". */
static bool find_global(const struct sanitized *s, char *text, size_t size)
{
    const char *at = strstr(s->report, "global variable '");
    const char *located = strstr(s->report, "is located ");
    if (at == NULL || located == NULL || located > at)
        return false;
    char name[NAME_BYTES];
    long distance = number_after(located, "is located ");
    long bytes = number_after(at, "of size ");
    bool before = strstr(located, "left of") != NULL ||
                  strstr(located, "bytes before") != NULL;
    if (sscanf(at, "global variable '%63[^']'", name) != 1)
        return false;
    char *dot = strchr(name, '.'); /* a static inside a function is name.0 */
    if (dot != NULL)
        *dot = '\0';
    say_named(s, name, bytes, before ? -distance : bytes + distance, text,
              size);
    return true;
}

enum caller { ITSELF, OTHERS, UNKNOWN };

/* Whether one call stands more than once among the callers: yes, no, or not
 * to be told, because it fell before its frame was built. */
static enum caller called_by(const char *report)
{
    char frame[FRAMES][32];
    int count = frames_of(report, frame);
    for (int i = 1; i < count; i++)
        for (int j = i + 1; j < count; j++)
            if (strcmp(frame[i], frame[j]) == 0)
                return ITSELF;
    return count > 2 ? OTHERS : UNKNOWN;
}

static void say_stack(const struct sanitized *s, char *text, size_t size)
{
    char function[NAME_BYTES];
    long line = first_line(s, function);
    enum caller by = called_by(s->report);
    if (line > 0 && by == ITSELF)
        snprintf(text, size,
                 "%s calls itself without end (line %ld), until the memory for"
                 " local variables is used up.",
                 function, line);
    else
        snprintf(text, size,
                 "It used up the memory for local variables%s: %sa local array"
                 " is very large there.",
                 in_line(s),
                 by == OTHERS ? ""
                              : "a function calls itself without end, or ");
}

/* Assertion `h > 0' failed. */
static bool find_assertion(const struct sanitized *s, char *text, size_t size)
{
    const char *at = strstr(s->report, "Assertion `");
    const char *end = at != NULL ? strstr(at, "' failed") : NULL;
    if (end == NULL || strstr(s->report, "Sanitizer: ABRT") == NULL)
        return false;
    at += strlen("Assertion `");
    snprintf(text, size, "The assert%s does not hold: %.*s.", in_line(s),
             (int)(end - at) < 120 ? (int)(end - at) : 120, at);
    return true;
}

static void find_address(const struct sanitized *s, char *text, size_t size)
{
    const char *error = strstr(s->report, "ERROR: AddressSanitizer: ");
    const char *where = in_line(s);
    if (error == NULL || find_local(s, text, size) ||
        find_global(s, text, size) || find_assertion(s, text, size))
        return;
    const char *words = error + strlen("ERROR: AddressSanitizer: ");
    bool writes = strstr(s->report, "by a WRITE") != NULL;
    if (strncmp(words, "stack-overflow", 14) == 0)
        say_stack(s, text, size);
    else if (strncmp(words, "dynamic-stack-buffer", 20) == 0 && *where != '\0')
        snprintf(text, size, "It goes past the end of a local array%s.", where);
    else if (strncmp(words, "FPE", 3) == 0 && *where != '\0')
        snprintf(text, size, "It divides a whole number by zero%s.", where);
    else if (strncmp(words, "ABRT", 4) == 0 && *where != '\0')
        snprintf(text, size, "It calls abort%s.", where);
    else if (strncmp(words, "SEGV", 4) == 0 && *where != '\0' &&
             strstr(s->report, "zero page") != NULL)
        snprintf(text, size,
                 "It %s%s through a pointer that is NULL, which points to"
                 " nothing.",
                 writes ? "writes" : "reads", where);
    else if (strncmp(words, "SEGV", 4) == 0 && *where != '\0')
        snprintf(text, size,
                 "It %s%s memory that belongs to none of its arrays: an index"
                 " far outside, or a pointer that was never set.",
                 writes ? "writes" : "reads", where);
}

void sanitized_sentence(const struct sanitized *s, char *text, size_t size)
{
    text[0] = '\0';
    find_address(s, text, size);
    if (text[0] == '\0')
        find_undefined(s, text, size);
}

/* ---- building and running ------------------------------------------------ */

static const char *const flags[] = {
    "-fsanitize=address,undefined",
    /* the address sanitizer says more of these; those are no crash */
    "-fno-sanitize=object-size,alignment",
    "-fno-sanitize-recover=all",
    "-fsanitize-recover=signed-integer-overflow",
    "-fno-omit-frame-pointer",
#ifdef __linux__
    "-no-pie", /* addresses as addr2line counts them */
#endif
    NULL,
};

/* What the addresses of the report belong to; "" where nothing tells. */
static char *lines_of(const struct verdict *v, const char *report)
{
#ifdef __linux__
    char address[FRAMES][32];
    const char *argv[FRAMES + 6] = {"addr2line", "-f", "-e", "again"};
    int count = frames_of(report, address);
    for (int i = 0; i < count; i++)
        argv[4 + i] = address[i];
    if (count > 0)
        return compile_words(&v->compiled, argv);
#else
    (void)v;
    (void)report;
#endif
    return need(strdup(""));
}

void sanitized_explain(struct verdict *v)
{
    char program[300], name[160], path[600];
    if (v->kind != VERDICT_CRASH)
        return;
    enum call_end end = v->ran[v->failed_trial].call[v->failed_call].end;
    if ((end != END_FAULT && end != END_SIGNAL) ||
        !compile_again(&v->compiled, v->entry, flags, program, sizeof program))
        return;
    char *report = worker_words(program, &v->suite->trial[v->failed_trial]);
    char *lines = lines_of(v, report);
    compile_source_name(v->entry, name, sizeof name);
    snprintf(path, sizeof path, "%s/%s", v->compiled.folder, name);
    char *source = file_read(path, SOURCE_MAX_BYTES, NULL);
    struct sanitized s = {report, lines, source, name};
    sanitized_sentence(&s, v->finding, sizeof v->finding);
    free(source);
    free(lines);
    free(report);
}
