#include "text.h"

#include "fault.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */
static const char ellipsis[] = "...";

/* Reads one character; returns its length in bytes, 0: no valid UTF-8. */
static int decode(const unsigned char *p, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    int length = p[0] < 0x80             ? 1
                 : (p[0] & 0xe0) == 0xc0 ? 2
                 : (p[0] & 0xf0) == 0xe0 ? 3
                 : (p[0] & 0xf8) == 0xf0 ? 4
                                         : 0;
    if (length < 2) {
        *code = p[0];
        return length;
    }
    *code = p[0] & (0x7fu >> length);
    for (int i = 1; i < length; i++) {
        if ((p[i] & 0xc0) != 0x80) /* also the end of the string */
            return 0;
        *code = *code << 6 | (p[i] & 0x3fu);
    }
    bool surrogate = *code >= 0xd800 && *code <= 0xdfff;
    bool valid = *code >= least[length] && *code <= 0x10ffff && !surrogate;
    return valid ? length : 0;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

/* Characters that turn the direction of a line, end it where no newline is
 * seen, or are none at all (and not allowed in XML). */
static bool is_deceitful(uint32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xfeff || (c >= 0xfdd0 && c <= 0xfdef) ||
           (c & 0xfffe) == 0xfffe;
}

static char *clean(const char *text, size_t limit, char newline)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t size = 0, length = strlen(text);
    size_t room = length < limit / 3 ? 3 * length : limit;
    char *out = need(malloc(room + sizeof ellipsis));
    while (*p != '\0') {
        uint32_t code;
        char one = *p == '\t' ? ' ' : newline;
        int bytes = decode(p, &code), count = bytes;
        const char *from = (const char *)p;
        p += bytes > 0 ? bytes : 1;
        if (bytes == 0 || is_deceitful(code)) {
            from = replacement;
            count = 3;
        } else if (code == '\n' || code == '\t') {
            from = &one;
        } else if (is_control(code)) {
            continue;
        }
        if (size + (size_t)count > limit) {
            memcpy(out + size, ellipsis, sizeof ellipsis);
            return out;
        }
        memcpy(out + size, from, (size_t)count);
        size += (size_t)count;
    }
    out[size] = '\0';
    return out;
}

char *text_clean(const char *text, size_t limit)
{
    return clean(text, limit, '\n');
}

char *text_clean_line(const char *text, size_t limit)
{
    return clean(text, limit, ' ');
}

bool text_is_clean(const char *text)
{
    char *same = text_clean(text, 3 * strlen(text));
    bool clean = strcmp(text, same) == 0;
    free(same);
    return clean;
}
