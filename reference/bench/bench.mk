# How the benchmark is built and run. Included by the Makefile.
#   make bench [LAYERS='vgg*,1x1'] [PEERS=pytorch] [THREADS=1] [TIME=1.2]
#              [FORMAT=csv] [LIST=1] [SWEEP=growth|padding|threads|simd|winograd]
# Peers are optional: what is not there is named as missing.

BENCH = $(filter-out %/bench.c %/peak_loops.c,$(wildcard reference/bench/*.c))
BENCH_LOOPS = $(SIMD:%=$(B)/obj/reference/bench/peak_loops__%.o)
$(B)/lib/libbench.a: $(call obj,$(BENCH)) $(BENCH_LOOPS)
$(B)/bin/bench: $(B)/obj/reference/bench/bench.o $(B)/lib/libbench.a $(LIB)
	$(call link,$(BENCH_LIBS))

define bench_loops
$(B)/obj/reference/bench/peak_loops__$(1).o: DEFS = $(FLAGS_$(1)) -Ireference/microkernels \
    -DREF_SIMD=$(1) -DREF_SIMD_HEADER='"simd_$(1).h"'
$(B)/obj/reference/bench/peak_loops__$(1).o: reference/bench/peak_loops.c reference/bench/bench.mk
	@mkdir -p $$(@D)
	$$(call say,CC '$$< ($(1))')
	$$(Q)$$(CC) $$(CFLAGS) $$(DEFS) -MMD -MP -c $$< -o $$@
endef
$(foreach simd,$(SIMD),$(eval $(call bench_loops,$(simd))))

# Which libraries a program can be linked with here, found when it is built;
# the stamp changes only when the answer does.
try = $(shell mkdir -p $(B)/gen && printf '$(1)' >$(B)/gen/try.c && $(CC) $(CFLAGS) -w \
    $(B)/gen/try.c -o $(B)/gen/try $(2) >/dev/null 2>&1 && echo yes)
TRY_ONEDNN = \#include <dnnl.h>\nint main(void)\n{\n    dnnl_convolution_desc_t d;\n    return \
    dnnl_version() == (void *)&d;\n}\n
BENCH_ONEDNN = $(call try,$(TRY_ONEDNN),-ldnnl)
BENCH_OPENBLAS = $(shell pkg-config --exists openblas 2>/dev/null && echo yes)
$(B)/gen/bench_peers: FORCE | $(B)/setup-base
	@mkdir -p $(@D)
	@echo '$(if $(BENCH_ONEDNN),onednn) $(if $(BENCH_OPENBLAS),openblas)' >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
FOUND = $(shell cat $(B)/gen/bench_peers 2>/dev/null)
BENCH_LIBS = $(PNG_LIBS) $(if $(filter onednn,$(FOUND)),-ldnnl) \
    $(if $(filter openblas,$(FOUND)),$(shell pkg-config --libs openblas)) -ldl -pthread
$(call obj,$(filter %/peers.c %/peer_onednn.c %/peer_openblas.c,$(BENCH))): $(B)/gen/bench_peers
$(B)/obj/reference/bench/peer%.o: DEFS = $(if $(filter onednn,$(FOUND)),-DBENCH_ONEDNN) \
    $(if $(filter openblas,$(FOUND)),-DBENCH_OPENBLAS $(shell pkg-config --cflags openblas))

# Its tests link its parts, and run it.
BENCH_TESTS = $(filter %/check_bench %/check_bench_program %/check_bench_report,$(TESTS))
$(BENCH_TESTS): $(B)/tests/%: $(B)/obj/tests/%.o \
    $(B)/lib/libsupport.a $(B)/lib/libbench.a $(LIB) | $(B)/bin/bench
	$(call link,$(CHECK_LIBS) $(BENCH_LIBS))

BENCH_OPTIONS = --out $(B)/bench $(if $(LAYERS),--layers '$(LAYERS)') \
    $(if $(PEERS),--peers '$(PEERS)') $(if $(FORMAT),--format '$(FORMAT)') \
    $(if $(SWEEP),--sweep '$(SWEEP)') $(if $(THREADS),--threads '$(THREADS)') \
    $(if $(TIME),--time '$(TIME)') $(if $(LIST),--list)
# The picture that a run fills columns for, if any.
BENCH_PICTURE_ = $(if $(LIST),,roofline)
BENCH_PICTURE_growth = growth
BENCH_PICTURE_winograd = winograd_error
BENCH_PICTURE = $(BENCH_PICTURE_$(SWEEP))
.PHONY: bench
# What is built on the way is said elsewhere: FORMAT=csv is for programs.
bench: TO = >&2
bench: $(B)/bin/bench ## speed beside other libraries (LAYERS= PEERS= THREADS= SWEEP= FORMAT=csv)
	@mkdir -p $(B)/bench
	@OMP_NUM_THREADS=$(or $(THREADS),1) $< $(BENCH_OPTIONS)
	@[ -z "$(BENCH_PICTURE)" ] || ! command -v gnuplot >/dev/null || \
	    gnuplot -e "data='$(B)/bench'" reference/bench/$(BENCH_PICTURE).gp
