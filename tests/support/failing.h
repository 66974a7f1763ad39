#ifndef CONVLINGS_TESTS_FAILING_H
#define CONVLINGS_TESTS_FAILING_H

/* Memory that fails when told to. For programs linked with the flags WRAP of
 * the Makefile, where the library's calls of malloc and its kin come here. */

/* From now on requests are counted, and the n-th is refused; only that. */
void failing_from(int n);

/* From now on nothing is counted or refused: before the test framework, which
 * asks for memory too, has its next turn. */
void failing_stop(void);

/* Requests while it was counted. */
int failing_requests(void);

/* Pieces of memory given while it was counted and not given back then. */
int failing_live(void);

#endif
