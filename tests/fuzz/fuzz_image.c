/* What the fuzzers of pictures share. */
#include "fuzz_image.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* Larger pictures are not written: one input would take too long. */
enum { MOST_SAMPLES = 1 << 14 };

static size_t samples(const ref_image *im)
{
    return (size_t)im->channels * (size_t)im->h * (size_t)im->w;
}

static int same(const ref_image *a, const ref_image *b)
{
    return a->channels == b->channels && a->h == b->h && a->w == b->w &&
           a->max == b->max &&
           memcmp(a->data, b->data, samples(a) * sizeof *a->data) == 0;
}

static void check_samples(const ref_image *im)
{
    fuzz_promise(im->channels >= 1 && im->channels <= 4 && im->h >= 1 &&
                     im->w >= 1 && im->max >= 1 && im->max <= 65535,
                 "the sizes and white are in their ranges");
    fuzz_promise(samples(im) <= REF_IMAGE_MAX_SAMPLES,
                 "there are not more samples than accepted");
    for (size_t at = 0; at < samples(im); at++) {
        float x = im->data[at];

        fuzz_promise(x >= 0.0f && x <= (float)im->max && x == floorf(x),
                     "a sample is whole and from 0 to white");
    }
}

void fuzz_image(ref_status status, ref_image *im,
                ref_status (*decode)(const unsigned char *bytes, size_t size,
                                     ref_image *im),
                ref_status (*encode)(const ref_image *im, FILE *stream))
{
    fuzz_memory file;
    ref_image again;

    if (status != REF_OK) {
        fuzz_promise(status == REF_EFORMAT, "a bad file is REF_EFORMAT");
        fuzz_promise(im->h == -77 && !im->data, "the picture is untouched");
        return;
    }
    check_samples(im);
    if (samples(im) <= MOST_SAMPLES) {
        fuzz_write(&file);
        fuzz_promise(encode(im, file.stream) == REF_OK,
                     "a picture that was read can be written");
        fuzz_written(&file);
        fuzz_promise(decode((const unsigned char *)file.bytes, file.size,
                            &again) == REF_OK,
                     "what was written can be read");
        fuzz_promise(same(im, &again), "it is the same picture");
        ref_image_free(&again);
        free(file.bytes);
    }
    ref_image_free(im);
}
