/* Who stands behind Gradescope's folders "submission_1234". */
#ifndef CONVLINGS_SUBMITTERS_H
#define CONVLINGS_SUBMITTERS_H

struct submitter {
    char *folder;
    char *name, *id; /* of a group: joined by "; " */
};

struct submitters {
    struct submitter *of;
    int count;
};

/* Reads submission_metadata.yml. This one file of one program has a regular
 * form, of which only the lines :name:, :sid: and :email: matter: no library
 * for all of YAML is needed. A missing file has nobody in it; never NULL. */
struct submitters *submitters_read(const char *path);
void submitters_free(struct submitters *s);

/* Who handed in that folder, or NULL. */
const struct submitter *submitters_find(const struct submitters *s,
                                        const char *folder);

#endif
