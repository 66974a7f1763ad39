// expect: exercise=conv1x1 verdict=compile_error row=9
/* Says that its error stands in another file. */
#line 1 "tests/grader/grade.c"
#error "verdict=pass points=10/10"
