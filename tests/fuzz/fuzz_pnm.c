/* ref_pnm_decode on any bytes: a picture of whole samples up to white that is
 * the same when it is written and read again, or a sentence. */
#include <string.h>

#include "fuzz.h"
#include "fuzz_image.h"
#include "reference/io/pnm.h"

static ref_status encode(const ref_image *im, FILE *stream)
{
    return ref_pnm_encode(im, im->channels, stream);
}

void fuzz_pnm(const unsigned char *bytes, size_t size)
{
    ref_image im = {.h = -77};
    ref_status status = ref_pnm_decode(bytes, size, &im);

    fuzz_image(status, &im, ref_pnm_decode, encode);
}
