/* ref_npy_parse on any bytes: an array that is no larger than the file and
 * that is the same when it is written and read again, or a sentence. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "reference/io/npy.h"

static void comes_back(const ref_array *a, size_t count)
{
    fuzz_memory file;
    ref_array b;

    fuzz_write(&file);
    fuzz_promise(ref_npy_encode(a, file.stream) == REF_OK,
                 "an array that was read can be written");
    fuzz_written(&file);
    fuzz_promise(ref_npy_parse((const unsigned char *)file.bytes, file.size,
                               "again", &b) == REF_OK,
                 "what was written can be read");
    fuzz_promise(
        a->dtype == b.dtype && a->rank == b.rank &&
            memcmp(a->dims, b.dims, sizeof a->dims) == 0 &&
            memcmp(a->data, b.data, count * ref_dtype_bytes(a->dtype)) == 0,
        "it is the same array");
    ref_array_free(&b);
    free(file.bytes);
}

static ref_status read_again(const unsigned char *bytes, size_t size)
{
    ref_array a = {0};
    ref_status status = ref_npy_parse(bytes, size, "again", &a);

    ref_array_free(&a);
    return status;
}

void fuzz_npy(const unsigned char *bytes, size_t size)
{
    ref_array a = {.rank = -77};
    size_t count = 0;
    ref_status status = ref_npy_parse(bytes, size, "any.npy", &a);

    if (status != REF_OK) {
        fuzz_promise(status == REF_EFORMAT, "a bad file is REF_EFORMAT");
        fuzz_promise(strncmp(ref_status_message(), "any.npy: ", 9) == 0,
                     "the message names the file");
        fuzz_promise(a.rank == -77 && !a.data, "the array is untouched");
        return;
    }
    fuzz_promise(a.rank >= 0 && a.rank <= REF_ARRAY_MAX_RANK,
                 "the rank is from 0 to 32");
    fuzz_promise(ref_array_count(&a, &count) == REF_OK &&
                     count * ref_dtype_bytes(a.dtype) < size,
                 "the array is no larger than its file");
    comes_back(&a, count);
    fuzz_promise(read_again(bytes, size - 1) != REF_OK,
                 "no file is as good without its last byte");
    ref_array_free(&a);
}
