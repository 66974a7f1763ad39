# How libconvlings is built. Included by the Makefile.

LIB = $(B)/lib/libconvlings.a
MACHINE := $(firstword $(subst -, ,$(shell $(CC) -dumpmachine)))

# The inner loops are compiled once for each vocabulary this kind of machine
# may have; cpu.c chooses when the program runs.
SIMD = portable $(SIMD_$(MACHINE))
SIMD_x86_64 = avx2 avx512
SIMD_aarch64 = neon
SIMD_arm64 = neon
FLAGS_avx2 = -mavx2 -mfma
FLAGS_avx512 = -mavx512f -mavx2 -mfma
KERNELS = $(foreach simd,$(SIMD),\
    $(patsubst %.c,$(B)/obj/%__$(simd).o,$(wildcard reference/microkernels/*.c)))

$(LIB): $(call obj,$(wildcard reference/*.c reference/io/*.c)) $(KERNELS)
$(B)/obj/reference/%.o: OPT := $(subst -O2,-O3,$(OPT))

define kernel
$(B)/obj/%__$(1).o: DEFS = $(FLAGS_$(1)) -DREF_SIMD=$(1) -DREF_SIMD_HEADER='"simd_$(1).h"'
$(B)/obj/%__$(1).o: %.c | $(B)/setup-base
	@mkdir -p $$(@D)
	$$(call say,CC '$$< ($(1))')
	$$(Q)$$(CC) $$(CFLAGS) $$(DEFS) -MMD -MP -c $$< -o $$@
endef
$(foreach simd,$(SIMD),$(eval $(call kernel,$(simd))))
