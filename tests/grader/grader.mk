# How the judge and the runners are built. Included by the Makefile.
#   build/bin/judge    tests/grader/judge.c and libjudge.a
#   build/runner       per exercise, the shim that calls the learner's function

GRADER := $(filter-out tests/grader/check_% %/judge.c %/runner.c %/runner_heap.c,\
    $(wildcard tests/grader/*.c tests/grader/*/*.c))
# Reports are read and written with jansson; libseccomp writes the filter.
JUDGE_LIBS = $(PNG_LIBS) $(shell pkg-config --libs jansson libseccomp 2>/dev/null)

$(B)/lib/libjudge.a: $(call obj,$(GRADER) $(EXERCISES) \
    $(wildcard tests/exercises/*/wrong/*.c)) $(B)/obj/gen/catalog.o
$(B)/bin/judge: $(B)/obj/tests/grader/judge.o $(B)/lib/libjudge.a $(LIB)
	$(call link,$(JUDGE_LIBS))
$(B)/obj/tests/grader/compile.o: DEFS += $(AUTO_INIT)
$(B)/obj/tests/%.o: DEFS += $(shell pkg-config --cflags jansson 2>/dev/null) -DCONVLINGS_CC='"$(CC)"' -DCONVLINGS_BUILD='"$(B)"'
AUTO_INIT = $(shell $(CC) -ftrivial-auto-var-init=pattern -E -x c /dev/null >/dev/null 2>&1 && \
    echo '-DCONVLINGS_AUTO_INIT=\"-ftrivial-auto-var-init=pattern\"')

# The exercises the judge knows, and the shim that calls each of them. The
# shim is no part of the judge: it is linked with the learner's object.
$(B)/gen/catalog.c: FORCE | $(B)/setup-base
	@mkdir -p $(@D)
	@printf '%s\n' $(EXERCISES) | sort -t/ -k3,3 -k4n | \
	    awk -f tests/grader/catalog.awk >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(B)/obj/gen/catalog.o: $(B)/gen/catalog.c
	$(Q)mkdir -p $(@D) && $(CC) $(CFLAGS) -c $< -o $@
RUNNER_FLAGS = -std=c11 -O1 -g $(WARN) -I.
RUNNER = $(B)/gen/runner.o $(B)/gen/runner_heap.o
$(RUNNER): $(B)/gen/%.o: tests/grader/%.c $(wildcard tests/grader/*.h)
	$(Q)mkdir -p $(@D) && $(CC) $(RUNNER_FLAGS) -D_POSIX_C_SOURCE=200809L -c $< -o $@
$(B)/runner/%.o: $(RUNNER) $(JUDGE) $(wildcard exercises/*/exercises.h)
	@mkdir -p $(@D)
	@$(JUDGE) shim $* >$(B)/gen/shim_$*.c
	$(Q)$(CC) $(RUNNER_FLAGS) -Werror -c $(B)/gen/shim_$*.c -o $(B)/gen/shim_$*.o
	$(Q)$(CC) -r -nostdlib -o $@ $(RUNNER) $(B)/gen/shim_$*.o

# For other machines: nothing but the judge; and what is uploaded there.
.PHONY: judge grade gradescope
judge: $(READY) ## build the judge and nothing else
# A class. DIR is the only one that is needed; JOBS is how many at a time.
GRADE_OPTIONS = $(if $(JOBS),--jobs $(JOBS)) $(if $(SEED),--seed $(SEED)) \
    $(if $(CSV),--csv "$(CSV)") $(if $(OUT),--out "$(OUT)") \
    $(if $(ONLY),--only "$(ONLY)") $(if $(PICTURES),--pictures "$(PICTURES)") \
    $(if $(LIMIT),--limit $(LIMIT)) $(if $(REQUIRE_SANDBOX),--require-sandbox)
grade: $(B)/setup-class $(B)/setup-figures $(READY) ## grade a class: DIR=submissions CSV=grades.csv
	@$(JUDGE) grade "$(DIR)" $(GRADE_OPTIONS)
gradescope: $(B)/setup-class ## pack build/gradescope.zip (ONLY=chapter, LIMIT=5 a day)
	@ONLY='$(ONLY)' LIMIT='$(LIMIT)' HOURS='$(or $(HOURS),24)' B=$(B) \
	    sh tests/grader/deploy/pack.sh gradescope

.PHONY: bench-grader
bench-grader: $(READY) ## how fast the judge is, and where the time goes
	@sh tests/grader/bench.sh $(JUDGE)
