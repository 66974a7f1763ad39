# How the readers of files are fed with garbage. Included by the Makefile.
#   make fuzz [SECONDS=60]   needs clang and its libFuzzer

SECONDS ?= 60
FUZZERS := $(notdir $(patsubst %/,%,$(wildcard tests/fuzz/corpus/*/)))

.PHONY: fuzz
# All of it once more, in a folder of its own, watched by the sanitizers.
fuzz: $(B)/setup-fuzz ## feed the file readers with garbage (SECONDS=60)
	@$(MAKE) B=$(B)/fuzz CC=clang OPT="-O1 -g" WERROR=-Werror \
	    SANITIZE="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
	    $(FUZZERS:%=$(B)/fuzz/bin/fuzz_%)
	@sh tests/fuzz/fuzz.sh $(B)/fuzz $(SECONDS) $(FUZZERS)

$(B)/lib/libfuzz.a: $(call obj,$(wildcard tests/fuzz/fuzz*.c))
$(B)/bin/fuzz_%: tests/fuzz/entry.c $(B)/lib/libfuzz.a $(LIB)
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer -DFUZZ=fuzz_$* -o $@ $^ $(PNG_LIBS) -lm
# The corpus is also read by `make test`, without libFuzzer.
$(B)/tests/fuzz/check_%: $(B)/obj/tests/fuzz/check_%.o $(B)/lib/libfuzz.a \
                         $(B)/lib/libsupport.a $(LIB)
	$(call link,$(CHECK_LIBS))
