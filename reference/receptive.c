/* Receptive fields by the recurrence from the input on, which multiplies and
 * adds and never divides. The chain is walked twice: once to see that every
 * field fits, once to write. */
#include "receptive.h"

#include <stdio.h>

#include "check.h"

/* One number of one layer. */
static ref_status check_number(int layer, const char *field, int value,
                               int least, ref_status status)
{
    char name[48];

    snprintf(name, sizeof name, "layers[%d].%s", layer, field);
    return ref_check_least(name, value, least, status);
}

/* a + b*c with b, c >= 0, if the sum and -(sum) fit; a may have either sign. */
static int sum_fits(int64_t a, int64_t b, int64_t c)
{
    int64_t size = a < 0 ? -a : a;

    return c == 0 || b <= (INT64_MAX - size) / c;
}

/* The field of a layer's outputs, from that of its inputs.
 * Errors   REF_EOVERFLOW; *f is untouched then */
static ref_status step(int l, const ref_layer *layer, ref_field *f)
{
    int64_t reach = (int64_t)layer->d * (layer->k - 1);

    if (!sum_fits(f->size, reach, f->jump) ||
        !sum_fits(f->start, layer->before, f->jump) ||
        !sum_fits(0, layer->s, f->jump))
        return ref_fail(REF_EOVERFLOW,
                        "the receptive field of 'layers[%d]' does not fit in "
                        "63 bits",
                        l);
    f->size += reach * f->jump;
    f->start -= layer->before * f->jump;
    f->jump *= layer->s;
    return REF_OK;
}

/* Walks the chain; fields may be NULL, to look only. */
static ref_status walk(const ref_layer *layers, int count, ref_field *fields)
{
    ref_field f = {.size = 1, .jump = 1, .start = 0};

    for (int l = 0; l < count; l++) {
        REF_TRY(check_number(l, "k", layers[l].k, 1, REF_ESIZE));
        REF_TRY(check_number(l, "s", layers[l].s, 1, REF_EPARAM));
        REF_TRY(check_number(l, "before", layers[l].before, 0, REF_EPARAM));
        REF_TRY(check_number(l, "d", layers[l].d, 1, REF_EPARAM));
        REF_TRY(step(l, &layers[l], &f));
        if (fields)
            fields[l] = f;
    }
    return REF_OK;
}

ref_status ref_receptive_field(const ref_layer *layers, int count,
                               ref_field *fields)
{
    REF_TRY(ref_check_least("count", count, 0, REF_ESIZE));
    REF_TRY(REF_CHECK_OPERANDS(REF_ARRAY("layers", layers, REF_IN, count),
                               REF_ARRAY("fields", fields, REF_OUT, count)));
    REF_TRY(walk(layers, count, NULL));
    return walk(layers, count, fields);
}
