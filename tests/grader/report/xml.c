#include "xml.h"

static void write_escaped(FILE *f, const char *text)
{
    for (; *text != '\0'; text++)
        switch (*text) {
        case '&':
            fputs("&amp;", f);
            break;
        case '<':
            fputs("&lt;", f);
            break;
        case '>': /* as part of ]]> it may not stand in text */
            fputs("&gt;", f);
            break;
        case '"':
            fputs("&quot;", f);
            break;
        default:
            fputc(*text, f);
        }
}

void xml_attribute(FILE *f, const char *name, const char *value)
{
    fprintf(f, " %s=\"", name);
    write_escaped(f, value);
    fputc('"', f);
}

void xml_count(FILE *f, const char *name, int value)
{
    fprintf(f, " %s=\"%d\"", name, value);
}

void xml_seconds(FILE *f, const char *name, double value)
{
    fprintf(f, " %s=\"%.3f\"", name, value);
}

void xml_text(FILE *f, const char *text)
{
    write_escaped(f, text);
}
