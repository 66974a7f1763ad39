/* Tests of reference/tools: the program as a user meets it. Its path is in
 * the variable CONVLINGS, or build/bin/convlings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reference/filter.h"
#include "reference/io/image_file.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

enum { TEXT_BYTES = 8192 };

/* What the last run printed. */
static char out[TEXT_BYTES], err[TEXT_BYTES];

/* Its path from any folder. */
static const char *program(void)
{
    static char absolute[TEXT_BYTES];
    const char *path = getenv("CONVLINGS");

    if (!path || !*path)
        path = "build/bin/convlings";
    if (*path == '/')
        return path;
    ck_assert_ptr_nonnull(getcwd(absolute, sizeof absolute / 2));
    (void)snprintf(absolute + strlen(absolute), sizeof absolute / 2, "/%s",
                   path);
    return absolute;
}

static void read_text(const char *name, char *text)
{
    size_t count = scratch_read(name, text, TEXT_BYTES - 1);

    ck_assert_uint_lt(count, TEXT_BYTES);
    text[count] = '\0';
}

/* Runs the program in the scratch folder with words of a shell; "@" stands for
 * that folder. Returns its exit status. */
static int run(const char *words)
{
    static char command[4 * TEXT_BYTES];
    size_t used;
    int status;

    used = (size_t)snprintf(command, sizeof command, "{ cd '%s' && '%s' ",
                            scratch_path(""), program());
    for (; *words; words++)
        if (*words == '@')
            used += (size_t)snprintf(command + used, sizeof command - used,
                                     "%s", scratch_path(""));
        else
            command[used++] = *words;
    (void)snprintf(command + used, sizeof command - used, "\n} >%s 2>%s",
                   scratch_path("out"), scratch_path("err"));
    status = system(command);
    ck_assert_msg(WIFEXITED(status), "%s: no exit", command);
    read_text("out", out);
    read_text("err", err);
    return WEXITSTATUS(status);
}

static void prints(const char *words, const char *expected)
{
    ck_assert_msg(run(words) == 0, "%s: %s", words, err);
    ck_assert_str_eq(out, expected);
    ck_assert_str_eq(err, "");
}

/* Makes one line of a sentence on stderr; none of its lines may be longer than
 * 80 columns, unless it is a single word, as a file's path can be. */
static void join_lines(void)
{
    char *line = err;

    for (char *end = strchr(line, '\n'); end; end = strchr(line, '\n')) {
        char *blank = memchr(line, ' ', (size_t)(end - line));

        ck_assert_msg(end - line <= 80 || !blank, "too long: %s", err);
        if (end[1])
            *end = ' ';
        line = end + 1;
    }
    ck_assert_msg(*line == '\0', "no line end: %s", err);
}

/* Status 2, nothing on stdout, one sentence on stderr with these words. It
 * speaks of the command line, never of arguments of the library. */
static void refuses(const char *words, const char *expected)
{
    ck_assert_msg(run(words) == 2, "%s: status is not 2", words);
    join_lines();
    ck_assert_msg(strstr(err, "argument") == NULL, "%s: %s", words, err);
    ck_assert_msg(strstr(err, expected) != NULL, "%s: '%s' lacks '%s'", words,
                  err, expected);
    ck_assert_str_eq(out, "");
    ck_assert_int_eq(strncmp(err, "convlings: ", 11), 0);
}

/* Makes a text file in the scratch folder. */
#define WRITE(name, text) scratch_write(name, text, sizeof(text) - 1)

static void setup(void)
{
    (void)scratch_new();
}

START_TEST(test_correlate_prints_the_lectures_examples)
{
    setup();
    prints("correlate '1 2 3; 4 5 6; 7 8 9' '10 20; 30 40'",
           "370  470\n670  770\n");
    prints("correlate '2 -1 2' '1 2' --flip --pad full", "2  3  0  4\n");
    prints("correlate '1 2 3;4 5 6;7 8 9' '10 20 30;40 50 60;30 20 10' "
           "--pad same",
           " 300   600   500\n 800  1370  1000\n1060  1540   940\n");
    prints("correlate '0 1 0 1 1; 0 0 1 2 2; 0 1 1 1 0; 1 1 0 1 2; 0 1 0 0 2' "
           "'1 0 1; 0 1 2; 0 1 0' --pad=same --border symmetric",
           " 3   1   5   6   7\n 1   3   8   8   8\n 3   5   5   5   6\n"
           " 4   3   4   6   9\n 4   3   2   6  11\n");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_paddings_and_borders)
{
    setup();
    prints("correlate '1 2 3 4' '1 10' --pad valid", "21  32  43\n");
    prints("correlate '1 2 3 4' '1 10' --pad same", "21  32  43   4\n");
    prints("correlate '1;2;3;4' '1;10' --pad same", "21\n32\n43\n 4\n");
    prints("correlate '1 2 3 4' '1 10' --pad full", "10  21  32  43   4\n");
    prints("correlate '1 2 3 4' '1 10' --pad full --border circular",
           "14  21  32  43  14\n");
    prints("correlate '1 2 3 4' '1 10' --pad full --border reflect",
           "12  21  32  43  34\n");
    prints("correlate '1 2 3 4' '1 10' --pad full --border replicate",
           "11  21  32  43  44\n");
    prints("correlate '1;2;3' '1;10' --flip", "12\n23\n");
    prints("correlate '1 2;3 4' '1 2;3 4' --flip", "20\n");
    prints("correlate '-1 0.5' -2", " 2  -1\n");
    prints("correlate '0 1' -1", " 0  -1\n");
    prints("correlate -- '1,1' '2'", "2  2\n");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_reads_text_files)
{
    setup();
    WRITE("x.txt", "# an image\n1, 2, 3\r\n\n4 5 6 # row\n7\t8 9");
    WRITE("k", "10 20; 30 40");
    prints("correlate @x.txt @k", "370  470\n670  770\n");
    WRITE("bin", "1 2\0003");
    refuses("correlate @bin 1", "not a text file");
    WRITE("bad", "1 2\n3 x4\n");
    refuses("correlate @bad 1", "'x4' is not a number");
    WRITE("ragged", "1 2\n3\n");
    refuses("correlate @ragged 1", ": row 2 has 1 number, row 1 has 2");
    WRITE("none", "# nothing\n");
    refuses("correlate @none 1", "no numbers in it");
    scratch_free();
}
END_TEST

START_TEST(test_correlate_refuses)
{
    setup();
    refuses("correlate", "two matrices");
    refuses("correlate 1", "two matrices");
    refuses("correlate 1 1 1", "one word too many: '1'");
    refuses("correlate '1 2; 3' 1",
            ": '1 2; 3': row 2 has 1 number, row 1 has 2\n");
    refuses("correlate 1 '1\n2 3'",
            ": '1;2 3': row 2 has 2 numbers, row 1 has 1\n");
    refuses("correlate '' 1", "no numbers");
    refuses("correlate ' ;; ' 1", "no numbers");
    refuses("correlate '1 1e99' 1", "'1e99' is too large for float32");
    refuses("correlate '1 1-2' 1", "'1-2' is not a number");
    refuses("correlate nan 1", "'nan' is neither");
    refuses("correlate 1 '1 2' --pad sme", "unknown padding 'sme'; did you "
                                           "mean same?");
    refuses("correlate 1 1 --border mirror", "zeros, reflect");
    refuses("correlate 1 1 --flip=1", "--flip takes no value");
    refuses("correlate 1 1 --pad", "--pad needs a value");
    refuses("correlate 1 1 --pad same --pad full", "given twice");
    refuses("correlate 1 1 --flop", "did you mean --flip?");
    scratch_free();
}
END_TEST

/* What is meant as a matrix and is none: the word at fault. A file of that
 * name is a file after all. */
START_TEST(test_correlate_tells_a_literal_from_a_file)
{
    setup();
    refuses("correlate '1 2 x' 1", ": '1 2 x': 'x' is not a number\n");
    refuses("correlate '[1,2]' 1", ": '[1,2]': '[1' is not a number\n");
    refuses("correlate 1 '1;x'", ": '1;x': 'x' is not a number\n");
    refuses("correlate x 1", ": 'x' is neither a matrix nor a file\n");
    refuses("correlate x1 1", ": 'x1' is neither a matrix nor a file\n");
    refuses("correlate 'x y' 1", ": 'x y' is neither a matrix nor a file\n");
    refuses("correlate 'no/x 1' 1",
            ": 'no/x 1' is neither a matrix nor a file\n");
    refuses("correlate '1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 x' 1",
            ": '1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 ...': 'x' is not");
    WRITE("1 x", "7 8");
    prints("correlate '1 x' 2", "14  16\n");
    prints("correlate '1 2 # x' 1", "1  2\n");
    scratch_free();
}
END_TEST

/* Sizes that do not go together, in words of the command line. The limits of
 * the borders are PyTorch's. */
START_TEST(test_correlate_sizes_that_do_not_fit)
{
    setup();
    refuses("correlate '1 2 3' '1 2 3 4'",
            ": the kernel is 4 long, the signal 3: it does not fit "
            "(--pad full allows it)\n");
    refuses("correlate '1 2 3; 4 5 6' '1 2;3 4;5 6'",
            ": the kernel is 3 x 2, the matrix 2 x 3: it does not fit "
            "(--pad full allows it)\n");
    refuses("correlate '1;2' '1 2'", "the kernel is 1 x 2, the matrix 2 x 1:");
    refuses("correlate '1 2' '1;2'", "the kernel is 2 x 1, the matrix 1 x 2:");
    prints("correlate '1 2 3' '1 2 3 4' --pad full",
           " 4  11  20  14   8   3\n");
    refuses("correlate '1 2' '1 1 1' --pad full --border reflect",
            ": the kernel reaches 2 beyond the signal, whose length is 2; "
            "--border reflect allows at most 1 (zeros, symmetric and "
            "replicate allow any)\n");
    refuses("correlate '1 2' '1 1 1 1' --pad full --border circular",
            "reaches 3 beyond the signal, whose length is 2; --border "
            "circular allows at most 2 ");
    refuses("correlate '1 2;3 4' '1;1;1;1' --pad same --border reflect",
            "reaches 2 beyond the matrix, whose height is 2;");
    refuses("correlate '1;2' '1 1 1' --pad same --border reflect",
            "reaches 1 beyond the matrix, whose width is 1;");
    prints("correlate '1 2' '1 1 1' --pad full --border symmetric",
           "4  4  5  5\n");
    scratch_free();
}
END_TEST

/* 5000 rows under 5000 columns would print 25 million numbers. */
START_TEST(test_correlate_does_not_flood)
{
    char column[2 * 5000], row[2 * 5000];

    setup();
    for (int at = 0; at < 5000; at++) {
        column[2 * at] = row[2 * at] = '1';
        column[2 * at + 1] = '\n';
        row[2 * at + 1] = ' ';
    }
    scratch_write("x", column, sizeof column);
    scratch_write("k", row, sizeof row);
    refuses("correlate @x @k --pad full",
            ": the result would be 5000 x 5000; at most 16777216 numbers are "
            "printed\n");
    scratch_free();
}
END_TEST

START_TEST(test_program_help_and_unknown_words)
{
    setup();
    ck_assert_int_eq(run("help"), 0);
    ck_assert_ptr_nonnull(strstr(out, "correlate"));
    ck_assert_ptr_nonnull(strstr(out, "filter"));
    ck_assert_int_eq(run("help filter"), 0);
    ck_assert_ptr_nonnull(strstr(out, "sobel-x"));
    ck_assert_int_eq(run("filter --help"), 0);
    ck_assert_ptr_nonnull(strstr(out, "usage: convlings filter"));
    ck_assert_int_eq(run("help correlate"), 0);
    ck_assert_ptr_nonnull(strstr(out, "--flip"));
    ck_assert_int_eq(run("--version"), 0);
    ck_assert_int_eq(strncmp(out, "convlings ", 10), 0);
    refuses("fliter", "unknown command 'fliter'; did you mean filter?");
    refuses("help corelate", "did you mean correlate?");
    refuses("xyzzy", "there are correlate, filter, help");
    refuses("f", "did you mean filter?");
    refuses("x", "there are correlate, filter, help");
    ck_assert_int_eq(run(""), 2);
    ck_assert_ptr_nonnull(strstr(err, "usage: convlings"));
    scratch_free();
}
END_TEST

/* A full disk behind stdout; no stdout at all. */
START_TEST(test_program_notices_lost_output)
{
    setup();
    refuses("correlate 1 1 >/dev/full", "the output cannot be written");
    refuses("correlate 1 1 >&-", "the output cannot be written");
    scratch_free();
}
END_TEST

/* The samples of a picture written by the program. */
static void shows(const char *name, int channels, int h, int w,
                  const float *samples)
{
    ref_image im;

    ck_assert_msg(ref_image_read(scratch_path(name), &im) == REF_OK, "%s",
                  ref_status_message());
    ck_assert(im.channels == channels && im.h == h && im.w == w);
    for (int at = 0; at < channels * h * w; at++)
        ck_assert_msg(im.data[at] == samples[at], "%s, sample %d: %g, not %g",
                      name, at, (double)im.data[at], (double)samples[at]);
    ref_image_free(&im);
}

static void succeeds(const char *words)
{
    ck_assert_msg(run(words) == 0, "%s: %s", words, err);
    ck_assert_str_eq(out, "");
    ck_assert_str_eq(err, "");
}

/* A step from 10 to 60 between columns 1 and 2, and what kernels make of it. */
START_TEST(test_filter_a_step)
{
    setup();
    WRITE("s.pgm", "P2 4 3 255 10 10 60 60 10 10 60 60 10 10 60 60");
    succeeds("filter @s.pgm --kernel sobel-x -o @a.png");
    shows("a.png", 1, 3, 4,
          (float[]){0, 200, 200, 0, 0, 200, 200, 0, 0, 200, 200, 0});
    succeeds("filter @s.pgm --kernel sobel-y -o @a.pgm");
    shows("a.pgm", 1, 3, 4, (float[]){0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    succeeds("filter @s.pgm --kernel laplacian --range clamp --output @a.pgm");
    shows("a.pgm", 1, 3, 4, (float[]){0, 50, 0, 0, 0, 50, 0, 0, 0, 50, 0, 0});
    succeeds("filter @s.pgm --kernel laplacian --range signed -o @a.pgm");
    shows("a.pgm", 1, 3, 4,
          (float[]){128, 255, 0, 128, 128, 255, 0, 128, 128, 255, 0, 128});
    succeeds("filter @s.pgm --kernel identity --range stretch -o @a.pgm");
    shows("a.pgm", 1, 3, 4,
          (float[]){0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255});
    succeeds("filter @s.pgm --kernel sharpen -o @a.pgm");
    shows("a.pgm", 1, 3, 4,
          (float[]){10, 0, 110, 60, 10, 0, 110, 60, 10, 0, 110, 60});
    scratch_free();
}
END_TEST

/* A single white pixel shows the kernel itself, turned; borders show at the
 * rim. Size, sigma, file kernels. */
START_TEST(test_filter_a_dot)
{
    float dot[25] = {0}, expected[25], k[25];
    const ref_image im = {dot, 1, 5, 5, 65535};

    setup();
    dot[12] = 65535;
    ck_assert_int_eq(ref_image_write(scratch_path("d.png"), &im), REF_OK);
    succeeds("filter @d.png --kernel gaussian --size 5 --sigma 1.2 -o @g.png");
    ck_assert_int_eq(ref_filter_gaussian(5, 1.2f, k), REF_OK);
    for (int at = 0; at < 25; at++)
        expected[at] = (float)(int)(k[at] * 65535 + 0.5f);
    shows("g.png", 1, 5, 5, expected);
    succeeds("filter @d.png --kernel gaussian -o @g.png");
    ck_assert_int_eq(ref_filter_gaussian(5, 1.1f, k), REF_OK);
    for (int at = 0; at < 25; at++)
        expected[at] = (float)(int)(k[at] * 65535 + 0.5f);
    shows("g.png", 1, 5, 5, expected);
    WRITE("k.txt", "# shift\n0 0 0\n1 0 0\n0 0 0\n");
    succeeds("filter @d.png --kernel @k.txt -o @g.png");
    memset(expected, 0, sizeof expected);
    expected[13] = 65535;
    shows("g.png", 1, 5, 5, expected);
    scratch_free();
}
END_TEST

/* A kernel typed where it is used. The first result is what filter_same_2d
 * gives, zeros outside: 60 + 10 - 4*10 = 30; 10 + 200 + 60 - 4*60 = 30; and
 * 60 + 200 - 4*200, which is below black. */
START_TEST(test_filter_a_typed_kernel)
{
    setup();
    WRITE("s.pgm", "P2 3 2 255 10 60 200 10 60 200");
    succeeds("filter @s.pgm --kernel '0 1 0; 1 -4 1; 0 1 0' --border zeros "
             "--range clamp -o @a.pgm");
    shows("a.pgm", 1, 2, 3, (float[]){30, 30, 0, 30, 30, 0});
    succeeds("filter @s.pgm --kernel '-1,1' -o @a.pgm");
    shows("a.pgm", 1, 2, 3, (float[]){50, 140, 0, 50, 140, 0});
    succeeds("filter @s.pgm --kernel 0.5 -o @a.pgm");
    shows("a.pgm", 1, 2, 3, (float[]){5, 30, 100, 5, 30, 100});
    refuses("filter @s.pgm --kernel '1 2; 3' -o @x.pgm",
            ": '1 2; 3': row 2 has 1 number, row 1 has 2\n");
    refuses("filter @s.pgm --kernel '1 2 x' -o @x.pgm",
            ": '1 2 x': 'x' is not a number\n");
    refuses("filter @s.pgm --kernel '1 2' --size 3 -o @x.pgm",
            "--size does not go with a kernel given by its numbers");
    ck_assert_int_eq(run("help filter"), 0);
    ck_assert_ptr_nonnull(strstr(out, "--border zeros --range clamp"));
    scratch_free();
}
END_TEST

START_TEST(test_filter_borders)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("l", "1 0 0"); /* the left neighbour */
    succeeds("filter @s.pgm --kernel @l -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){90, 90, 30});
    succeeds("filter @s.pgm --kernel @l --border zeros -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){0, 90, 30});
    succeeds("filter @s.pgm --kernel @l --border reflect -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){30, 90, 30});
    succeeds("filter @s.pgm --kernel @l --border circular -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){60, 90, 30});
    succeeds("filter @s.pgm --kernel @l --border symmetric -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){90, 90, 30});
    WRITE("e", "1 10"); /* even: the centre is on the left */
    succeeds("filter @s.pgm --kernel '@e' --border zeros -o @a.pgm");
    shows("a.pgm", 1, 1, 3, (float[]){255, 255, 60});
    scratch_free();
}
END_TEST

/* Each colour for itself, alpha as it was; a kernel larger than the picture. */
START_TEST(test_filter_colour_and_alpha)
{
    float data[] = {10, 20, 30, 40, 50, 60, 7, 200};
    const ref_image rgba = {data, 4, 1, 2, 255}, grey = {data, 2, 1, 2, 255};

    setup();
    ck_assert_int_eq(ref_image_write(scratch_path("c.png"), &rgba), REF_OK);
    ck_assert_int_eq(ref_image_write(scratch_path("g.png"), &grey), REF_OK);
    WRITE("r", "0 0 1"); /* the right neighbour */
    succeeds("filter @c.png --kernel @r -o @a.png");
    shows("a.png", 4, 1, 2, (float[]){20, 20, 40, 40, 60, 60, 7, 200});
    succeeds("filter @c.png --kernel @r -o @a.ppm");
    shows("a.ppm", 3, 1, 2, (float[]){20, 20, 40, 40, 60, 60});
    succeeds("filter @g.png --kernel @r -o @a.png");
    shows("a.png", 2, 1, 2, (float[]){20, 20, 30, 40});
    succeeds("filter @c.png --kernel box --size 31 --border zeros -o @a.png");
    shows("a.png", 4, 1, 2, (float[]){0, 0, 0, 0, 0, 0, 7, 200});
    refuses("filter @c.png --kernel box -o @x.pgm", "x.pgm: ");
    scratch_free();
}
END_TEST

/* The input's own name as output: read whole, then replaced. */
START_TEST(test_filter_in_place)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("l", "1 0 0");
    succeeds("filter @s.pgm --kernel @l -o @s.pgm");
    shows("s.pgm", 1, 1, 3, (float[]){90, 90, 30});
    scratch_free();
}
END_TEST

START_TEST(test_filter_refuses)
{
    setup();
    WRITE("s.pgm", "P2 3 1 255 90 30 60");
    WRITE("t.pgm", "P5 3 9 255 xxx");
    refuses("filter", "needs a picture");
    refuses("filter @s.pgm -o @a.png", "needs --kernel");
    refuses("filter @s.pgm --kernel box", "needs -o");
    refuses("filter @s.pgm --kernel box -o", "-o needs a value");
    refuses("filter @s.pgm --kernel box -o @a.jpg", "a.jpg: unknown kind");
    refuses("filter @no.png --kernel box -o @a.png",
            "no.png: cannot be opened");
    refuses("filter @t.pgm --kernel box -o @a.png", "t.pgm: is truncated");
    refuses("filter @s.pgm --kernel soble-x -o @a.png",
            "unknown kernel 'soble-x'; did you mean sobel-x");
    refuses("filter @s.pgm --kernel sobl -o @a.png",
            ": unknown kernel 'sobl'; did you mean sobel-x, sobel-y?\n");
    refuses("filter @s.pgm --kernel 'sobel x' -o @a.png",
            "did you mean sobel-x, sobel-y?");
    refuses("filter @s.pgm --kernel x -o @a.png",
            "unknown kernel 'x'; there are identity, box, gaussian, sharpen, "
            "sobel-x, sobel-y, prewitt-x, prewitt-y, laplacian, emboss\n");
    refuses("filter @s.pgm --kernel @no.txt -o @a.png", "no.txt");
    refuses("filter @s.pgm --kernel @t.pgm -o @a.png", "not a number");
    refuses("filter @s.pgm --kernel box --size 0 -o @a.png",
            "--size is '0'; it must be an integer from 1 to 127");
    refuses("filter @s.pgm --kernel box --size 3x -o @a.png", "--size");
    refuses("filter @s.pgm --kernel box --size 99999999999 -o @a.png",
            "--size");
    refuses("filter @s.pgm --kernel box --sigma 1 -o @a.png",
            "--sigma does not go with box");
    refuses("filter @s.pgm --kernel sobel-x --size 5 -o @a.png",
            "--size does not go with sobel-x");
    refuses("filter @s.pgm --kernel gaussian --sigma 0 -o @a.png",
            "--sigma is '0'");
    refuses("filter @s.pgm --kernel gaussian --sigma nan -o @a.png",
            "--sigma is 'nan'");
    refuses("filter @s.pgm --kernel gaussian --sigma 22 -o @a.png",
            "at most 21");
    refuses("filter @s.pgm --kernel box --border edge -o @a.png",
            "--border is 'edge'");
    refuses("filter @s.pgm --kernel box --range sgined -o @a.png",
            "did you mean signed?");
    refuses("filter @s.pgm --kernel box -o @no/a.png", "no/a.png");
    refuses("filter @s.pgm --kernel box --border reflect -o @a.png",
            ": the kernel reaches 1 beyond the picture, whose height is 1; "
            "--border reflect allows at most 0 (zeros, symmetric and "
            "replicate allow any)\n");
    refuses("filter @s.pgm --kernel '1 1 1 1 1 1 1 1' --border circular "
            "-o @a.png",
            "reaches 4 beyond the picture, whose width is 3; --border "
            "circular allows at most 3 ");
    /* the two pictures and what the last run printed: nothing else */
    ck_assert_int_eq(scratch_count(), 4);
    scratch_free();
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_correlate_prints_the_lectures_examples);
    suite_test(test_correlate_paddings_and_borders);
    suite_test(test_correlate_reads_text_files);
    suite_test(test_filter_a_step);
    suite_test(test_filter_a_dot);
    suite_test(test_filter_a_typed_kernel);
    suite_test(test_filter_borders);
    suite_test(test_filter_colour_and_alpha);
    suite_case("edges");
    suite_test(test_filter_in_place);
    suite_test(test_program_notices_lost_output);
    suite_case("manners");
    suite_test(test_program_help_and_unknown_words);
    suite_test(test_correlate_refuses);
    suite_test(test_correlate_tells_a_literal_from_a_file);
    suite_test(test_correlate_sizes_that_do_not_fit);
    suite_test(test_correlate_does_not_flood);
    suite_test(test_filter_refuses);
}

int main(void)
{
    return suite_main("tools", fill);
}
