#include "term.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool colour;

void term_begin(void)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    bool dumb = term == NULL || strcmp(term, "dumb") == 0;
    colour = isatty(STDOUT_FILENO) && !dumb && (no == NULL || *no == '\0');
}

bool term_colour(bool on)
{
    bool before = colour;
    colour = on;
    return before;
}

const char *ink(enum ink which)
{
    static const char *const codes[] = {
        [INK_PLAIN] = "\033[0m",  [INK_GOOD] = "\033[32m",
        [INK_BAD] = "\033[31m",   [INK_DIM] = "\033[2m",
        [INK_STRONG] = "\033[1m", [INK_NOTE] = "\033[36m",
    };
    return colour ? codes[which] : "";
}

/* The length of the first word. Blanks between `backticks` break no line. */
static int word_length(const char *text)
{
    int length = 0;
    for (;;) {
        length += (int)strcspn(text + length, " \n`");
        if (text[length] != '`')
            return length;
        int span = (int)strcspn(text + length + 1, "`\n");
        bool closed = text[length + 1 + span] == '`' && span < TERM_WIDTH / 2;
        length += closed ? span + 2 : 1;
    }
}

void term_wrap(FILE *f, const char *text, int indent, int column)
{
    bool fresh = column == 0;
    if (fresh)
        fprintf(f, "%*s", indent, "");
    column = fresh ? indent : column;
    while (*text != '\0') {
        int length = word_length(text);
        bool fits = column + length < TERM_WIDTH;
        if (!fits && column > indent) {
            fprintf(f, "\n%*s", indent, "");
            column = indent;
        }
        fprintf(f, "%.*s", length, text);
        column += length;
        text += length;
        if (*text == '\n') {
            fprintf(f, "\n%*s", text[1] != '\0' ? indent : 0, "");
            column = indent;
            text++;
        } else if (*text == ' ') {
            int next = word_length(text + 1);
            if (column + 1 + next < TERM_WIDTH) {
                fputc(' ', f);
                column++;
            } else {
                column = TERM_WIDTH;
            }
            text++;
        }
    }
    fputc('\n', f);
}

void term_bar(FILE *f, int part, int whole, int width)
{
    int full = whole > 0 ? part * width / whole : 0;
    fputc('[', f);
    fputs(ink(INK_GOOD), f);
    for (int i = 0; i < width; i++) {
        if (i == full)
            fputs(ink(INK_DIM), f);
        fputc(i < full ? '#' : '.', f);
    }
    fprintf(f, "%s]", ink(INK_PLAIN));
}
