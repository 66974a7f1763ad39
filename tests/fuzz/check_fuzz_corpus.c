/* The corpus of the fuzzers, read without libFuzzer: each file by each reader,
 * whole and every beginning of it. A file whose name begins with refused_ is
 * refused by its own reader; all others are accepted. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "reference/io/file.h"
#include "reference/io/npy.h"
#include "reference/io/png.h"
#include "reference/io/pnm.h"
#include "tests/support/suite.h"

static ref_status read_npy(const unsigned char *bytes, size_t size)
{
    ref_array a = {0};
    ref_status status = ref_npy_parse(bytes, size, "corpus", &a);

    ref_array_free(&a);
    return status;
}

static ref_status read_png(const unsigned char *bytes, size_t size)
{
    ref_image im = {0};
    ref_status status = ref_png_decode(bytes, size, &im);

    ref_image_free(&im);
    return status;
}

static ref_status read_pnm(const unsigned char *bytes, size_t size)
{
    ref_image im = {0};
    ref_status status = ref_pnm_decode(bytes, size, &im);

    ref_image_free(&im);
    return status;
}

static const struct {
    const char *folder;
    int files; /* at least */
    ref_status (*read)(const unsigned char *bytes, size_t size);
} corpora[] = {
    {"npy", 10, read_npy},
    {"png", 10, read_png},
    {"pnm", 7, read_pnm},
    {"shape", 8, NULL}, /* no file format: nothing to refuse */
};

enum { CORPORA = sizeof corpora / sizeof corpora[0] };

static void feed(const unsigned char *bytes, size_t size)
{
    /* memory of exactly this size, so that a sanitizer sees what is beyond */
    unsigned char *exact = malloc(size > 0 ? size : 1);

    ck_assert_ptr_nonnull(exact);
    if (size > 0)
        memcpy(exact, bytes, size);
    fuzz_npy(exact, size);
    fuzz_png(exact, size);
    fuzz_pnm(exact, size);
    fuzz_shape(exact, size);
    free(exact);
}

static void feed_file(const char *folder, const char *name,
                      ref_status (*read)(const unsigned char *bytes,
                                         size_t size))
{
    int refused = strncmp(name, "refused_", 8) == 0;
    char path[400];
    unsigned char *bytes = NULL;
    size_t size = 0;

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_msg(ref_file_read(path, REF_FILE_MAX_BYTES, &bytes, &size) ==
                      REF_OK,
                  "%s", ref_status_message());
    ck_assert_msg(!read ||
                      read(bytes, size) == (refused ? REF_EFORMAT : REF_OK),
                  "%s is %s", path, refused ? "accepted" : "refused");
    for (size_t n = 0; n <= size; n++)
        feed(bytes, n);
    free(bytes);
}

START_TEST(test_fuzz_corpus)
{
    char path[100];
    int count = 0;
    const struct dirent *entry;
    DIR *folder;

    (void)snprintf(path, sizeof path, "tests/fuzz/corpus/%s",
                   corpora[_i].folder);
    folder = opendir(path);
    ck_assert_msg(folder != NULL, "%s is not there", path);
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        feed_file(path, entry->d_name, corpora[_i].read);
        count++;
    }
    (void)closedir(folder);
    ck_assert_int_ge(count, corpora[_i].files);
}
END_TEST

static void fill(void)
{
    suite_case("edges");
    suite_loop(test_fuzz_corpus, CORPORA);
}

int main(void)
{
    return suite_main("fuzz_corpus", fill);
}
