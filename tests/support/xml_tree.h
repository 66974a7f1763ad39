#ifndef CONVLINGS_TESTS_XML_TREE_H
#define CONVLINGS_TESTS_XML_TREE_H

/* An XML document as a tree, read by expat. */

enum { TREE_ATTRIBUTES = 16, TREE_CHILDREN = 64 };

struct xml_tree {
    char *tag, *text; /* text: all that stands directly in the element */
    int attributes, children;
    char *name[TREE_ATTRIBUTES], *value[TREE_ATTRIBUTES];
    struct xml_tree *parent, *child[TREE_CHILDREN];
};

/* The root element, or NULL and a sentence in problem. Free with xml_tree_free. */
struct xml_tree *xml_tree_read(const char *xml, char *problem, int size);
void xml_tree_free(struct xml_tree *t);

/* An attribute's value, or NULL. */
const char *xml_tree_value(const struct xml_tree *t, const char *name);
/* The first child with that tag, or NULL; how many there are. */
const struct xml_tree *xml_tree_child(const struct xml_tree *t,
                                      const char *tag);
int xml_tree_count(const struct xml_tree *t, const char *tag);

#endif
