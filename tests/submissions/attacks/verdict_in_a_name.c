// expect: exercise=output_size verdict=compile_error row=9
/* A name in an error that looks like markup. */
#include "exercises.h"

#error "</pre><script>alert(1)</script> | `::endgroup::` =cmd()"
