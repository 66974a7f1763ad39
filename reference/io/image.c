/* Pictures as planes: their memory, and one sample as a file's integer. */
#include "image.h"

#include <math.h>

#include "../check.h"
#include "../tensor.h"

ref_status ref_image_new(int channels, int h, int w, int max, ref_image *im)
{
    ref_tensor t;
    ref_status status = ref_check_pointer("im", im);

    if (status == REF_OK)
        status = ref_check_least("h", h, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("w", w, 1, REF_ESIZE);
    if (status != REF_OK)
        return status;
    if (channels < 1 || channels > 4)
        return ref_fail(REF_EPARAM,
                        "argument 'channels' is %d; it must be from 1 to 4",
                        channels);
    if (max < 1 || max > 65535)
        return ref_fail(REF_EPARAM,
                        "argument 'max' is %d; it must be from 1 to 65535",
                        max);
    if (h > REF_IMAGE_MAX_SAMPLES / w / channels)
        return ref_fail(REF_ESIZE,
                        "%d x %d pixels of %d channels are more than the %d "
                        "samples that a picture may have",
                        w, h, channels, REF_IMAGE_MAX_SAMPLES);
    status = ref_tensor_new(1, channels, h, w, &t);
    if (status == REF_OK)
        *im = (ref_image){t.data, channels, h, w, max};
    return status;
}

void ref_image_free(ref_image *im)
{
    ref_tensor t;

    if (!im)
        return;
    t = (ref_tensor){im->data, 1, im->channels, im->h, im->w};
    ref_tensor_free(&t);
    *im = (ref_image){0};
}

int ref_image_sample(float value, int max, int file_max)
{
    double scaled = (double)value * file_max / max;

    if (!(scaled > 0.0)) /* also a NaN */
        return 0;
    if (scaled >= file_max)
        return file_max;
    return (int)floor(scaled + 0.5);
}
