/* The contract of an exercise, as its chapter's exercises.h states it, and
 * the stub made from it: one text, so the two cannot drift apart. */
#ifndef CONVLINGS_CONTRACT_H
#define CONVLINGS_CONTRACT_H

#include "catalog.h"

/* The stub: the comment above the declaration without its Task line, the
 * include, the signature, and a body that holds the task as its TODO. Free
 * it. A header without the contract is a grader fault. */
char *contract_stub(const struct entry *e);

#endif
