/* One binary runs on every x86-64: instructions that old ones lack stand in
 * the inner loops of their machine only, which cpu.c never enters there. The
 * library is taken apart to see it; `make machines` runs it as well. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "reference/cpu.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"

/* What a shell command printed, up to the size of said; $B is the build. The
 * test fails unless the command succeeds. */
static void shell(const char *command, char *said, size_t bytes)
{
    const char *build = getenv("CONVLINGS_BUILD");
    char line[2048];
    size_t used;
    FILE *stream;

    (void)snprintf(line, sizeof line, "exec 2>&1; set -e; B='%s'; %s",
                   build && *build ? build : "build", command);
    stream = popen(line, "r");
    ck_assert_ptr_nonnull(stream);
    used = fread(said, 1, bytes - 1, stream);
    said[used] = '\0';
    ck_assert_msg(pclose(stream) == 0, "%s: %s", command, said);
}

#if defined(__x86_64__)

/* Prints the objects of the library in which an instruction begins with v (all
 * of AVX, AVX2, FMA and AVX-512 do; of the older ones no compiler emits one
 * that does) and has a vector among its operands. */
#define WITH_AVX                                                               \
    "objdump -d --no-show-raw-insn $B/lib/libconvlings.a >$D/all; "            \
    "awk -F '\\t' '/file format/ { split($1, part, \":\"); object = part[1] "  \
    "} "                                                                       \
    "$2 ~ /^v[a-z0-9]+ .*%([xyz]mm|k)[0-9]/ { print object }' $D/all | uniq; " \
    "rm -r $D"

START_TEST(test_one_binary_avx_in_its_place)
{
    char said[4096];
    int avx2 = 0, avx512 = 0;

    shell("D=$(mktemp -d); " WITH_AVX, said, sizeof said);
    for (char *rest = said, *object; (object = strtok_r(rest, "\n", &rest));) {
        int is_avx2 = strstr(object, "__avx2.o") != NULL;
        int is_avx512 = strstr(object, "__avx512.o") != NULL;

        ck_assert_msg(is_avx2 || is_avx512, "%s needs AVX", object);
        avx2 += is_avx2;
        avx512 += is_avx512;
    }
    ck_assert_int_gt(avx2, 0); /* it does see some */
    ck_assert_int_gt(avx512, 0);
}
END_TEST

#else

START_TEST(test_one_binary_avx_in_its_place)
{
}
END_TEST

#endif

/* The program obeys the variable for every table that this CPU runs, and
 * passes over one that it does not run or that does not exist. */
START_TEST(test_one_binary_forced)
{
    static const char *const names[] = {"portable", "avx2", "avx512", "neon",
                                        "abacus"};
    const char *best;
    char command[128], said[256];

    unsetenv("CONVLINGS_SIMD");
    ck_assert_ptr_nonnull(ref_cpu_use(NULL));
    best = ref_cpu_name();
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const ref_microkernels *table = ref_cpu_use(names[i]);

        (void)snprintf(command, sizeof command,
                       "CONVLINGS_SIMD=%s $B/bin/convlings --version | "
                       "sed -n 's/^inner loops: //p' | tr -d '\\n'",
                       names[i]);
        shell(command, said, sizeof said);
        ck_assert_str_eq(said, table ? names[i] : best);
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_one_binary_avx_in_its_place);
    suite_test(test_one_binary_forced);
}

int main(void)
{
    return suite_main("one_binary", fill);
}
