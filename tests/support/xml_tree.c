#include "tests/support/xml_tree.h"

#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct xml_tree *root, *at;
    bool overfull;
};

static void begin(void *data, const char *tag, const char **attributes)
{
    struct reading *in = data;
    struct xml_tree *t = calloc(1, sizeof *t);
    t->tag = strdup(tag);
    t->text = strdup("");
    t->parent = in->at;
    for (int i = 0; attributes[i] != NULL; i += 2) {
        if (t->attributes == TREE_ATTRIBUTES) {
            in->overfull = true;
            break;
        }
        t->name[t->attributes] = strdup(attributes[i]);
        t->value[t->attributes++] = strdup(attributes[i + 1]);
    }
    if (in->at == NULL)
        in->root = t;
    else if (in->at->children < TREE_CHILDREN)
        in->at->child[in->at->children++] = t;
    else
        in->overfull = true;
    in->at = t;
}

static void end(void *data, const char *tag)
{
    struct reading *in = data;
    (void)tag;
    in->at = in->at->parent;
}

static void text(void *data, const char *text, int length)
{
    struct reading *in = data;
    size_t before = strlen(in->at->text);
    in->at->text = realloc(in->at->text, before + (size_t)length + 1);
    memcpy(in->at->text + before, text, (size_t)length);
    in->at->text[before + (size_t)length] = '\0';
}

struct xml_tree *xml_tree_read(const char *xml, char *problem, int size)
{
    struct reading in = {0};
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, &in);
    XML_SetElementHandler(parser, begin, end);
    XML_SetCharacterDataHandler(parser, text);
    bool good = XML_Parse(parser, xml, (int)strlen(xml), 1) == XML_STATUS_OK;
    if (!good || in.overfull) {
        snprintf(problem, (size_t)size, "line %lu: %s",
                 (unsigned long)XML_GetCurrentLineNumber(parser),
                 in.overfull ? "more than a tree has room for"
                             : XML_ErrorString(XML_GetErrorCode(parser)));
        xml_tree_free(in.root);
        in.root = NULL;
    }
    XML_ParserFree(parser);
    return in.root;
}

void xml_tree_free(struct xml_tree *t)
{
    if (t == NULL)
        return;
    for (int i = 0; i < t->attributes; i++) {
        free(t->name[i]);
        free(t->value[i]);
    }
    for (int i = 0; i < t->children; i++)
        xml_tree_free(t->child[i]);
    free(t->tag);
    free(t->text);
    free(t);
}

const char *xml_tree_value(const struct xml_tree *t, const char *name)
{
    for (int i = 0; i < t->attributes; i++)
        if (strcmp(t->name[i], name) == 0)
            return t->value[i];
    return NULL;
}

const struct xml_tree *xml_tree_child(const struct xml_tree *t, const char *tag)
{
    for (int i = 0; i < t->children; i++)
        if (strcmp(t->child[i]->tag, tag) == 0)
            return t->child[i];
    return NULL;
}

int xml_tree_count(const struct xml_tree *t, const char *tag)
{
    int count = 0;
    for (int i = 0; i < t->children; i++)
        count += strcmp(t->child[i]->tag, tag) == 0;
    return count;
}
