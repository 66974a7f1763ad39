# How libconvlings is built and installed. Included by the Makefile.
#   make install [PREFIX=/usr/local] [DESTDIR=]   and uninstall

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

OBJECTS = $(call obj,$(wildcard reference/*.c reference/io/*.c)) $(KERNELS)
$(LIB): $(OBJECTS)
$(B)/obj/reference/%.o: OPT := $(subst -O2,-O3,$(OPT))
# The same objects make both libraries, so they can stand at any address.
$(B)/obj/reference/%.o: PIC = -fPIC

define kernel
$(B)/obj/%__$(1).o: DEFS = $(FLAGS_$(1)) -DREF_SIMD=$(1) -DREF_SIMD_HEADER='"simd_$(1).h"'
$(B)/obj/%__$(1).o: %.c reference/library.mk | $(B)/setup-base
	@mkdir -p $$(@D)
	$$(call say,CC '$$< ($(1))')
	$$(Q)$$(CC) $$(CFLAGS) $$(DEFS) -MMD -MP -c $$< -o $$@
endef
$(foreach simd,$(SIMD),$(eval $(call kernel,$(simd))))

# Threads as the compiler brings them: OpenMP where a program with it can be
# linked, else one thread. Asked when something is first compiled, not before.
# `make OPENMP=-Wno-unknown-pragmas` builds without.
OPENMP = $(eval OPENMP := $(shell \
    echo 'int main(void) { _Pragma("omp parallel") omp_get_thread_num(); return 0; }' | \
    $(CC) $(SANITIZE) -fopenmp -include omp.h -x c - -o /dev/null >/dev/null 2>&1 && \
    echo -fopenmp || echo -Wno-unknown-pragmas))$(OPENMP)

VERSION := $(shell sed -n 's/.*REF_VERSION "\(.*\)"/\1/p' reference/convlings.h)
MAJOR = $(firstword $(subst ., ,$(VERSION)))
ifeq ($(shell uname),Darwin)
SHARED = $(B)/lib/libconvlings.$(VERSION).dylib
SONAME = libconvlings.$(MAJOR).dylib
LINKNAME = libconvlings.dylib
SHARED_FLAGS = -dynamiclib -install_name $(PREFIX)/lib/$(SONAME)
else
SHARED = $(B)/lib/libconvlings.so.$(VERSION)
SONAME = libconvlings.so.$(MAJOR)
LINKNAME = libconvlings.so
SHARED_FLAGS = -shared -Wl,-soname,$(SONAME)
endif
$(SHARED): $(OBJECTS)
	$(call link,$(SHARED_FLAGS) $(PNG_LIBS))

PREFIX ?= /usr/local
INSTALLED = $(DESTDIR)$(PREFIX)
# What a program that includes convlings.h reads: headers only.
PUBLIC = $(shell $(CC) -MM reference/convlings.h | tr -d '\\' | tr ' ' '\n' | grep '\.h$$' | \
    sed -E 's|[a-z]*/\.\./||; s|^reference/||' | sort -u)

.PHONY: install uninstall
install: $(LIB) $(SHARED) $(B)/bin/convlings ## put library, headers, program, manual in place (PREFIX=)
	@mkdir -p $(INSTALLED)/bin $(INSTALLED)/lib/pkgconfig $(INSTALLED)/share/man/man1 \
	    $(INSTALLED)/include/convlings/io
	@for h in $(PUBLIC); do \
	    install -m 644 reference/$$h $(INSTALLED)/include/convlings/$$h || exit 1; done
	@install -m 644 $(LIB) $(INSTALLED)/lib
	@install -m 755 $(SHARED) $(INSTALLED)/lib
	@ln -sf $(notdir $(SHARED)) $(INSTALLED)/lib/$(SONAME)
	@ln -sf $(SONAME) $(INSTALLED)/lib/$(LINKNAME)
	@sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' \
	    -e 's|@OPENMP@|$(filter -fopenmp,$(OPENMP))|' reference/convlings.pc.in \
	    >$(INSTALLED)/lib/pkgconfig/convlings.pc
	@install -m 755 $(B)/bin/convlings $(INSTALLED)/bin
	@install -m 644 reference/convlings.1 $(INSTALLED)/share/man/man1
	@printf 'convlings %s is in %s; programs find it by pkg-config convlings\n' \
	    $(VERSION) $(INSTALLED)
uninstall: ## take back what make install put in place (PREFIX=)
	@rm -rf $(INSTALLED)/include/convlings
	@rm -f $(INSTALLED)/lib/libconvlings.* $(INSTALLED)/lib/pkgconfig/convlings.pc \
	    $(INSTALLED)/bin/convlings $(INSTALLED)/share/man/man1/convlings.1
