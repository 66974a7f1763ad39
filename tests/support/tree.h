#ifndef CONVLINGS_TESTS_TREE_H
#define CONVLINGS_TESTS_TREE_H

/* An XML document as a tree, read by expat. */

enum { TREE_ATTRIBUTES = 16, TREE_CHILDREN = 64 };

struct tree {
    char *tag, *text; /* text: all that stands directly in the element */
    int attributes, children;
    char *name[TREE_ATTRIBUTES], *value[TREE_ATTRIBUTES];
    struct tree *parent, *child[TREE_CHILDREN];
};

/* The root element, or NULL and a sentence in problem. Free with tree_free. */
struct tree *tree_read(const char *xml, char *problem, int size);
void tree_free(struct tree *t);

/* An attribute's value, or NULL. */
const char *tree_value(const struct tree *t, const char *name);
/* The first child with that tag, or NULL; how many there are. */
const struct tree *tree_child(const struct tree *t, const char *tag);
int tree_count(const struct tree *t, const char *tag);

#endif
