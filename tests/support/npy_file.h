#ifndef CONVLINGS_TESTS_NPY_FILE_H
#define CONVLINGS_TESTS_NPY_FILE_H

/* Arrays in files of the scratch folder, written and looked at as text: shapes
 * such as "1,1,2,2" ("" for a single number), numbers such as "1 2 -0.5 nan".
 */

/* Writes float32 or int64. */
void npy_put(const char *name, const char *shape, const char *numbers);
void npy_put_integers(const char *name, const char *shape, const char *numbers);

/* The test fails unless the file has this type, this shape and these numbers,
 * every bit of them (but any NaN is one). */
void npy_holds(const char *name, const char *shape, const char *numbers);
void npy_holds_integers(const char *name, const char *shape,
                        const char *numbers);

/* Whether there is such a file in the scratch folder. */
int npy_exists(const char *name);

#endif
