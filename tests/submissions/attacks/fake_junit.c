// expect: exercise=matvec verdict=wrong_answer row=9
/* A report in JUnit XML, closing what is open. */
#include "exercises.h"

#include <stdio.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    puts("]]></system-out></testcase><testcase "
         "name=\"matvec\"/></testsuite></testsuites>");
    puts("<!-- <![CDATA[");
}
