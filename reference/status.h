#ifndef CONVLINGS_STATUS_H
#define CONVLINGS_STATUS_H

/* The compiler warns when the result of a function so marked is ignored. */
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L
#define REF_MUST_USE [[nodiscard]]
#elif defined(__GNUC__)
#define REF_MUST_USE __attribute__((__warn_unused_result__))
#else
#define REF_MUST_USE
#endif

/* The compiler checks the arguments of a function that formats as printf. */
#if defined(__GNUC__)
#define REF_PRINTF(text, first)                                                \
    __attribute__((__format__(__printf__, text, first)))
#else
#define REF_PRINTF(text, first)
#endif

/* Outcome of every function of the library that can fail.
 *   REF_OK         done
 *   REF_ENULL      a pointer that must point somewhere is NULL
 *   REF_ESIZE      a size is not positive, or sizes do not fit each other
 *   REF_EPARAM     an option (stride, padding, mode, name, ...) is not allowed
 *   REF_EOVERFLOW  a size or a product of sizes is too large to be held
 *   REF_EOVERLAP   the output shares memory with an input
 *   REF_ENOMEM     the system gave no memory
 *   REF_EIO        a file could not be opened, read or written
 *   REF_EFORMAT    a file is damaged, truncated or of an unsupported kind
 * REF_OK is 0 and the only success; the others are distinct and positive. */
typedef enum ref_status {
    REF_OK = 0,
    REF_ENULL,
    REF_ESIZE,
    REF_EPARAM,
    REF_EOVERFLOW,
    REF_EOVERLAP,
    REF_ENOMEM,
    REF_EIO,
    REF_EFORMAT
} ref_status;

/* How many outcomes there are, and the longest message with its final 0. */
enum { REF_STATUS_COUNT = REF_EFORMAT + 1, REF_MESSAGE_BYTES = 512 };

/* The name of an outcome as the source spells it.
 *   status  in   any value, also one that is no ref_status
 * Returns  a static string such as "REF_ESIZE"; "unknown status" for values
 *          outside the enumeration
 * Threads  safe */
REF_MUST_USE const char *ref_status_name(ref_status status);

/* What went wrong in the last failed call of this thread, as one sentence:
 * which argument, the value given, what is allowed.
 * Returns  a string that the next failure in this thread overwrites; "" as
 *          long as nothing failed. A success leaves it alone: read it only
 *          after a status other than REF_OK
 * Memory   fixed and thread-local; nothing is allocated
 * Threads  safe: each thread reads its own */
REF_MUST_USE const char *ref_status_message(void);

/* For the library's own files: set the message and pass the status through,
 *     return ref_fail(REF_EPARAM, "argument 'sh' is %d; it must be ...", sh);
 *   status  in   the outcome to return
 *   format  in   as printf; a text longer than REF_MESSAGE_BYTES is cut
 * Returns  status
 * Threads  safe */
REF_MUST_USE ref_status ref_fail(ref_status status, const char *format, ...)
    REF_PRINTF(2, 3);

#endif
