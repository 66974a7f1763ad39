# Convlings. Patterns instead of lists: a new file is found by its place.
#   build/lib     libconvlings.a from reference/, libjudge.a from tests/grader/
#   build/bin     convlings (reference/tools), judge (tests/grader), chart
#   build/runner  per exercise, the shim that calls the learner's function
#   build/tests   one program for each tests/*/check_*.c

CC ?= cc
OPT ?= -O2 -g
WARN = -Wall -Wextra -Wshadow -Wconversion -Wpedantic -Wstrict-prototypes -Wmissing-prototypes
# No contraction: the same digits from every compiler on every machine.
CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off $(OPT) $(WARN) \
         $(WERROR) $(SANITIZE) $(PIC) $(OPENMP) -I. $(PNG_FLAGS)
B ?= build

obj = $(patsubst %.c,$(B)/obj/%.o,$(1))
EXERCISES := $(wildcard tests/exercises/*/*.c)
# `make check correlate_2d` means `make check EX=correlate_2d`.
EX ?= $(or $(ex),$(filter $(NAMES),$(MAKECMDGOALS)))
NAMES := $(shell printf '%s\n' $(EXERCISES) | sed 's|.*/[0-9]*_||; s|\.c$$||')
TESTS := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/*/check_*.c))
FIGURES := $(patsubst chapters/%/figure.c,%,$(wildcard chapters/*/figure.c))
JUDGE = $(B)/bin/judge
RUNNERS = $(NAMES:%=$(B)/runner/%.o)
READY = $(JUDGE) $(RUNNERS) $(B)/bin/convlings
SETUP = $(patsubst %,$(B)/setup-%,test class figures)
PNG_FLAGS = $(shell pkg-config --cflags libpng check 2>/dev/null)
PNG_LIBS = $(shell pkg-config --libs libpng)
CHECK_LIBS = $(shell pkg-config --libs check libcjson expat yaml-0.1) $(JUDGE_LIBS)

.PHONY: $(NAMES) all check next list hint predict picture solution reset watch doctor \
        figures test house mutants asan clang lint format clean help FORCE
.SECONDARY .DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
# Commands are shown with V=1; otherwise one short line each.
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $(TO))

all: $(READY) ## build, check what changed, show the board
	@$(JUDGE) board
check: $(READY) ## check one exercise: make check EX=correlate_2d
	@$(JUDGE) check "$(EX)" $(SEED:%=--seed %)
next: $(READY) ## check the first exercise that is not solved
	@$(JUDGE) next
list: $(READY) ## all exercises and how they stand
	@$(JUDGE) list
hint: $(READY) ## the next hint: make hint EX=correlate_2d
	@$(JUDGE) hint "$(EX)"
predict: $(READY) ## guess an output before coding (EX=, ANSWER=a)
	@$(JUDGE) predict "$(EX)" $(ANSWER:%=--answer %)
picture: $(READY) $(B)/setup-figures ## draw what your function does (EX=)
	@$(JUDGE) picture "$(EX)"
solution: $(READY) ## the model solution, once you have solved it (EX=)
	@$(JUDGE) solution "$(EX)"
reset: $(READY) ## back to the stub; keeps a backup (EX=)
	@$(JUDGE) reset "$(EX)" $(if $(YES),--yes)
watch: $(READY) ## check again whenever you save
	@$(JUDGE) watch "$(EX)"
doctor: ## what is missing, found, needed
	@[ ! -x $(JUDGE) ] || $(JUDGE) doctor; sh tests/house/setup.sh doctor

figures: $(B)/bin/chart $(FIGURES:%=$(B)/figures/%.drawn) ## redraw the chart and the figures
	@$< chapters/chart.png && $< --pattern chapters/pattern.png
test: $(SETUP) $(READY) $(TESTS) $(B)/bin/mutate $(SHARED) ## run tests
	@sh tests/house/run_tests.sh $(B) $(TESTS)
house: $(READY) $(B)/setup-lint ## is the house in order: names, quotes, arrows
	@sh tests/house/check_house.sh
mutants: $(READY) $(B)/bin/mutate ## does every check refuse every wrong edit
	@sh tests/mutants/mutants.sh "$(EX)"
asan: $(B)/setup-asan ## the tests under AddressSanitizer and UBSan
	@$(MAKE) B=build/asan OPT="-O1 -g" WERROR=-Werror test \
	    SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
clang: $(B)/setup-lint ## the tests as clang builds them
	@$(MAKE) B=build/clang CC=clang WERROR=-Werror test
lint: $(B)/setup-lint $(B)/gen/catalog.c ## clang-tidy and cppcheck
	@sh tests/house/lint.sh
format: $(B)/setup-lint ## rewrite all C files in the house's format
	@clang-format -i $$(find . -name '*.[ch]' -not -path './build/*')
$(NAMES): ; @:
clean: ## remove everything the build made (progress is kept)
	rm -rf build
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' \
	    $(filter %Makefile %.mk,$(MAKEFILE_LIST)) | expand -t 22

# Set-up: a stamp for each group of packages; the script does the rest.
$(B)/setup-%: tests/house/setup.sh
	@mkdir -p $(@D) && sh tests/house/setup.sh need $* && touch $@

$(B)/obj/%.o: %.c Makefile reference/library.mk | $(B)/setup-base
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CFLAGS) $(DEFS) -MMD -MP -c $< -o $@
%.a:
	@mkdir -p $(@D) && rm -f $@
	$(Q)ar rcs $@ $^
include reference/library.mk
$(B)/lib/libchapters.a: $(call obj,$(filter-out %/figure.c,$(wildcard chapters/*/*.c)))
$(B)/lib/libmutants.a: $(call obj,$(filter-out %/check_mutate.c %/mutate.c,\
    $(wildcard tests/mutants/*.c)))
$(B)/lib/libsupport.a: $(call obj,$(wildcard tests/support/*.c))
include tests/fuzz/fuzz.mk
include reference/bench/bench.mk
include tests/machines/machines.mk

link = @mkdir -p $(@D) && $(if $(V),set -x;,printf '  LINK  %s\n' $@ $(TO);) \
       $(CC) $(CFLAGS) -o $@ $^ $(1) -lm
$(B)/bin/convlings: $(call obj,$(wildcard reference/tools/*.c)) $(LIB)
	$(call link,$(PNG_LIBS))
$(B)/bin/chart: $(B)/obj/chapters/chart.o $(LIB)
	$(call link,$(PNG_LIBS))
$(B)/bin/mutate: $(B)/obj/tests/mutants/mutate.o $(B)/lib/libmutants.a
	$(call link)
$(B)/tests/reference/check_memory: CHECK_LIBS += \
    -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=aligned_alloc,--wrap=free
$(B)/tests/%: $(B)/obj/tests/%.o $(B)/lib/libsupport.a $(B)/lib/libchapters.a \
              $(B)/lib/libjudge.a $(B)/lib/libmutants.a $(LIB)
	$(call link,$(CHECK_LIBS))
$(B)/figures/%/figure: $(B)/obj/chapters/%/figure.o $(B)/lib/libchapters.a $(LIB)
	$(call link,$(PNG_LIBS))
$(B)/figures/%.drawn: $(B)/figures/%/figure chapters/%/figure.gp | $(B)/setup-figures
	$< $(B)/figures/$*
	gnuplot -e "data='$(B)/figures/$*'; out='chapters/$*'" chapters/$*/figure.gp
	@touch $@

include tests/grader/grader.mk
-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
