/* How far a class is graded: on a terminal a bar with the time that is left,
 * elsewhere a line for each submission. */
#ifndef CONVLINGS_METER_H
#define CONVLINGS_METER_H

#include "tests/grader/record.h"

void meter_begin(int total);
/* One more is done: graded now, or kept from an earlier run. */
void meter_step(const struct record *r, bool was_kept);
/* The clock goes on; redraws the bar when a second has passed. */
void meter_tick(void);
void meter_end(void);

#endif
