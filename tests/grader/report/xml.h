/* XML written piece by piece. */
#ifndef CONVLINGS_XML_H
#define CONVLINGS_XML_H

#include <stdio.h>

/* ` name="value"`, escaped. */
void xml_attribute(FILE *f, const char *name, const char *value);
void xml_count(FILE *f, const char *name, int value);
void xml_seconds(FILE *f, const char *name, double value);
/* Text between tags, escaped. */
void xml_text(FILE *f, const char *text);

#endif
