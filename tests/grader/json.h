/* JSON objects built with jansson: what cannot be built is a grader fault. */
#ifndef CONVLINGS_JSON_H
#define CONVLINGS_JSON_H

#include <jansson.h>
#include <stdio.h>

/* Gives an object a member; takes the value over. */
void object_put(json_t *object, const char *name, json_t *value);
void object_put_text(json_t *object, const char *name, const char *text);
/* Gives a list an item; takes it over. */
void list_put(json_t *list, json_t *value);
/* The text of an object, in whole lines; frees the object. Free the text. */
char *object_text(json_t *object);
/* Writes it to f and frees it. */
void object_write(FILE *f, json_t *object);

#endif
