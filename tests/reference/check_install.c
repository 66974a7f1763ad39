/* What `make install` puts in place, used as an engineer would: the programs
 * that README.md and reference/README.md print are taken from there, compiled
 * against the installed headers and library, and must print what they say. Runs in the
 * project's folder. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/support/suite.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZE "-fsanitize=address,undefined "
#else
#define SANITIZE ""
#endif

static char folder[64];

/* Runs shell commands; $D is the test's folder, $P the place of the
 * installation, $B the build. The test fails with what they printed. */
static void shell(const char *commands)
{
    char line[4096], said[2048] = "";
    const char *build = getenv("CONVLINGS_BUILD");
    size_t used;
    FILE *stream;
    int status;

    (void)snprintf(line, sizeof line,
                   "exec 2>&1; set -e; D='%s'; P=$D/usr; B='%s'; "
                   "export PKG_CONFIG_PATH=$P/lib/pkgconfig; CC=\"" CONVLINGS_CC
                   " " SANITIZE
                   "-std=c11 -Wall -Wextra -Wpedantic -Werror\"; %s",
                   folder, build && *build ? build : "build", commands);
    stream = popen(line, "r");
    ck_assert_ptr_nonnull(stream);
    used = fread(said, 1, sizeof said - 1, stream);
    said[used] = '\0';
    status = pclose(stream);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0,
                  "exit status %d of: %s\n%s", WEXITSTATUS(status), commands,
                  said);
}

static void set_up(void)
{
    (void)snprintf(folder, sizeof folder, "/tmp/convlings-install-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    shell("make B=$B PREFIX=$P install");
}

static void tear_down(void)
{
    shell("rm -rf $D");
}

START_TEST(test_install_everything_in_place)
{
    set_up();
    shell("cd $P; for f in bin/convlings lib/libconvlings.a "
          "lib/pkgconfig/convlings.pc share/man/man1/convlings.1 "
          "include/convlings/convlings.h include/convlings/conv.h "
          "include/convlings/io/npy.h; do "
          "[ -s $f ] || { echo $f is missing; exit 1; }; done");
    shell("[ \"$($P/bin/convlings --version | sed 1q)\" = "
          "\"convlings $(pkg-config --modversion convlings)\" ]");
    /* what is for the library's own files stays at home */
    shell("! ls -R $P/include | grep -E 'operand|window|task|microkernels'");
    tear_down();
}
END_TEST

/* The program that a page prints, as $D/a.c. */
static void take_program(const char *page)
{
    char commands[256];

    (void)snprintf(commands, sizeof commands,
                   "awk '/^```c$/ { n = 1; next } /^```/ { n = 0 } n' %s "
                   ">$D/a.c; [ $(wc -l <$D/a.c) -gt 5 ]",
                   page);
    shell(commands);
}

START_TEST(test_install_program_of_the_readme)
{
    set_up();
    take_program("README.md");
    shell("$CC $D/a.c $(pkg-config --cflags --libs convlings) -o $D/a;"
          "[ \"$($D/a)\" = '370 470 670 770' ]");
    shell("$CC $D/a.c $(pkg-config --cflags convlings) "
          "$(pkg-config --static --libs convlings | "
          "sed \"s|-lconvlings|$P/lib/libconvlings.a|\") -o $D/b;"
          "[ \"$($D/b)\" = '370 470 670 770' ]");
    tear_down();
}
END_TEST

/* What it prints follows it on its page. */
START_TEST(test_install_program_with_a_plan)
{
    set_up();
    take_program("reference/README.md");
    shell("awk '/^```/ { n++; if (was && n == at + 2) out = 1; else out = 0; "
          "if ($0 == \"```c\") { was = 1; at = n } next } out' "
          "reference/README.md >$D/should; [ $(wc -l <$D/should) -gt 2 ]");
    shell("$CC $D/a.c $(pkg-config --cflags --libs convlings) -o $D/a;"
          "$D/a >$D/is; diff $D/should $D/is");
    tear_down();
}
END_TEST

/* Each header stands alone, also before any other. */
START_TEST(test_install_headers_stand_alone)
{
    set_up();
    shell("for h in $(cd $P/include; find convlings -name '*.h'); do "
          "echo \"#include <$h>\" >$D/h.c; echo 'int x;' >>$D/h.c; "
          "$CC -I$P/include -c $D/h.c -o $D/h.o; done");
    tear_down();
}
END_TEST

/* C++, where there is a compiler of it: names that link, options to copy. */
START_TEST(test_install_from_cpp)
{
    set_up();
    shell("command -v c++ >$D/c++ || exit 0; cat >$D/a.cc <<'END'\n"
          "#include <convlings/convlings.h>\n"
          "#include <cstdio>\n"
          "int main()\n"
          "{\n"
          "    const float x[] = {1, 2, 3, 4}, k[] = {10};\n"
          "    float y[2];\n"
          "    ref_conv2d_params p = REF_CONV2D_DEFAULTS;\n"
          "    ref_max_pool2d_params q = REF_MAX_POOL2D_DEFAULTS;\n"
          "    p.sh = p.sw = 2;\n"
          "    q.ceil_mode = 1;\n"
          "    if (ref_conv2d(x, 1, 1, 2, 2, k, 1, 1, 1, nullptr, &p, y) ||\n"
          "        ref_max_pool2d(x, 1, 1, 2, 2, 2, 2, &q, y + 1, nullptr))\n"
          "        return 1;\n"
          "    std::printf(\"%g %g\\n\", y[0], y[1]);\n"
          "}\n"
          "END\n"
          "c++ " SANITIZE "-Wall -Werror $D/a.cc "
          "$(pkg-config --cflags --libs convlings) -o $D/a;"
          "[ \"$($D/a)\" = '10 4' ]");
    tear_down();
}
END_TEST

/* The shared library gives away what the headers declare and nothing else. */
START_TEST(test_install_exports_the_headers)
{
    set_up();
    shell("nm -D --defined-only $P/lib/libconvlings.so | "
          "awk '$2 ~ /[TDBR]/ { print $3 }' | grep -v '^_' | sort >$D/given; "
          "cat $P/include/convlings/*.h $P/include/convlings/io/*.h | "
          "grep -oE '\\bref_[a-z0-9_]+\\(' | tr -d '(' | sort -u >$D/told; "
          "extra=$(comm -23 $D/given $D/told); "
          "[ -z \"$extra\" ] || { echo exported: $extra; exit 1; }");
    tear_down();
}
END_TEST

START_TEST(test_install_uninstall_leaves_nothing)
{
    set_up();
    shell("make B=$B PREFIX=$P uninstall; "
          "rest=$(find $P -type f -o -type l); [ -z \"$rest\" ] || "
          "{ echo left: $rest; exit 1; }");
    tear_down();
}
END_TEST

START_TEST(test_install_destdir)
{
    set_up();
    shell("make B=$B PREFIX=/opt/c DESTDIR=$D/stage install; "
          "[ -x $D/stage/opt/c/bin/convlings ]; "
          "grep -qx 'prefix=/opt/c' $D/stage/opt/c/lib/pkgconfig/convlings.pc");
    tear_down();
}
END_TEST

static void fill(void)
{
    suite_case("install");
    suite_test(test_install_everything_in_place);
    suite_test(test_install_program_of_the_readme);
    suite_test(test_install_program_with_a_plan);
    suite_test(test_install_headers_stand_alone);
    suite_test(test_install_from_cpp);
    suite_test(test_install_exports_the_headers);
    suite_test(test_install_uninstall_leaves_nothing);
    suite_test(test_install_destdir);
}

int main(void)
{
    return suite_main("install", fill);
}
