/* Receptive fields by the recurrence from the input on, which multiplies and
 * adds and never divides. The chain is walked twice: once to see that every
 * field fits, once to write. */
#include "receptive.h"

#include <stddef.h>
#include <stdio.h>

#include "check.h"
#include "operand.h"

/* One number of one layer. */
static ref_status check_number(int layer, const char *field, int value,
                               int least, ref_status status)
{
    char name[48];

    if (value >= least)
        return REF_OK;
    snprintf(name, sizeof name, "layers[%d].%s", layer, field);
    return ref_check_least(name, value, least, status);
}

static ref_status check_layer(int l, const ref_layer *layer)
{
    ref_status status = check_number(l, "k", layer->k, 1, REF_ESIZE);

    if (status == REF_OK)
        status = check_number(l, "s", layer->s, 1, REF_EPARAM);
    if (status == REF_OK)
        status = check_number(l, "before", layer->before, 0, REF_EPARAM);
    if (status == REF_OK)
        status = check_number(l, "d", layer->d, 1, REF_EPARAM);
    return status;
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
    ref_status status = REF_OK;

    for (int l = 0; l < count && status == REF_OK; l++) {
        status = check_layer(l, &layers[l]);
        if (status == REF_OK)
            status = step(l, &layers[l], &f);
        if (status == REF_OK && fields)
            fields[l] = f;
    }
    return status;
}

ref_status ref_receptive_field(const ref_layer *layers, int count,
                               ref_field *fields)
{
    const ref_operand list[] = {
        {"layers", layers, REF_IN, sizeof *layers, 1, {count}},
        {"fields", fields, REF_OUT, sizeof *fields, 1, {count}},
    };
    ref_status status = ref_check_least("count", count, 0, REF_ESIZE);

    if (status == REF_OK)
        status = ref_check_operands(list, 2);
    if (status == REF_OK)
        status = walk(layers, count, NULL);
    if (status == REF_OK)
        status = walk(layers, count, fields);
    return status;
}
