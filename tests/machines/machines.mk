# Machines that this one is not. Included by the Makefile.
#   make machines   the library's suites for 64-bit ARM, cross-compiled, and
#                   this very build on an x86-64 of 2008; both under qemu-user

# What needs no libpng and no program of ours: found by its includes.
MACHINE_SUITES := $(patsubst tests/reference/%.c,%,$(shell grep -LE \
    '(io|tools|bench)/|support/(golden|npy_file|program|scratch)\.h' tests/reference/check_*.c))
ARM = aarch64-linux-gnu
CROSS = $(MACHINE_SUITES:%=$(B)/cross/%) $(B)/cross/broken $(B)/cross/name
ifeq ($(MACHINE),x86_64)
OLD_X86 = $(MACHINE_SUITES:%=$(B)/tests/reference/%)
endif

.PHONY: machines
machines: $(B)/setup-cross $(B)/setup-test $(OLD_X86) $(B)/bin/convlings ## the tests on ARM and on old x86-64, emulated
	@$(MAKE) B=$(B)/$(ARM) CC=$(ARM)-gcc WERROR=-Werror PNG_FLAGS=-Itests/machines \
	    $(patsubst $(B)/%,$(B)/$(ARM)/%,$(CROSS))
	@sh tests/machines/machines.sh $(B) $(ARM) $(OLD_X86)

$(B)/lib/libcross.a: $(filter-out %/png.o,$(OBJECTS))
CROSS_PARTS = $(B)/obj/tests/machines/check.o $(B)/lib/libsupport.a $(B)/lib/libcross.a
$(B)/cross/check_%: $(B)/obj/tests/reference/check_%.o $(CROSS_PARTS)
	$(call link)
$(B)/cross/%: $(B)/obj/tests/machines/%.o $(CROSS_PARTS)
	$(call link)
# The words of each vocabulary, compiled as inner loops are.
$(B)/tests/reference/check_words $(B)/cross/check_words: \
    $(SIMD:%=$(B)/obj/tests/machines/words__%.o)
