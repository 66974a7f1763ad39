// expect: exercise=correlate_1d verdict=compile_error row=7
/* An include that no search for the word finds. */
% : in\
clude "/etc/passwd"
