/* The window's options: lists for each axis, and padding by a word. */
#include "sliding.h"

#include <string.h>

#include "../shape.h"
#include "speak.h"
#include "words.h"

static bool takes(const call *c, arg_name option)
{
    return (c->args.takes & ARG(option)) != 0;
}

/* A pool's stride is its window unless it is given. The library's way to say
 * so is 0, which nobody may type. */
static int read_stride(const call *c, int axes, sliding *w)
{
    const arg_value *v = &c->args.value[ARG_STRIDE];
    bool pool = c->op->group == GROUP_POOLING;

    if (pool && !v->given) {
        memset(w->s, 0, sizeof w->s);
        return 0;
    }
    for (int i = 0; i < v->count && pool; i++)
        if (v->list[i] < 1)
            return complain("--stride is %.60s; it must be at least 1",
                            v->text);
    return arg_axes(&c->args, ARG_STRIDE, axes, w->s);
}

/* Padding that keeps the size: not with a stride, as in PyTorch. What is wrong
 * with kernel or dilation is said later, by the operator. */
static int pad_same(const call *c, int axes, sliding *w)
{
    for (int i = 3 - axes; i < 3; i++) {
        ref_status status;

        if (w->s[i] != 1)
            return complain("--padding same does not go with --stride %.60s; "
                            "it needs stride 1",
                            c->args.value[ARG_STRIDE].text);
        if (w->k[i] < 1 || w->d[i] < 1)
            continue;
        status =
            ref_same_padding(w->k[i], w->d[i], &w->before[i], &w->after[i]);
        if (status != REF_OK)
            return library_says(c, status);
    }
    return 0;
}

static int read_padding(const call *c, int axes, sliding *w)
{
    const arg_value *v = &c->args.value[ARG_PADDING];
    bool word = v->count == 0;

    if (!word || arg_given(&c->args, ARG_PADS))
        return arg_pads(&c->args, axes, w->before, w->after);
    if (!takes(c, ARG_PADDING_MODE))
        return complain("--padding is '%s'; %s takes integers such as 1 or 1,0",
                        v->text, c->op->name);
    return strcmp(v->text, "same") == 0 ? pad_same(c, axes, w) : 0;
}

int sliding_read(const call *c, int axes, const int *kernel, sliding *w)
{
    int status = 0;

    *w = (sliding){.k = {1, 1, 1}, .s = {1, 1, 1}, .d = {1, 1, 1}};
    if (kernel)
        memcpy(w->k, kernel, sizeof w->k);
    else
        status = arg_axes(&c->args, ARG_KERNEL_SIZE, axes, w->k);
    if (status == 0)
        status = read_stride(c, axes, w);
    if (status == 0 && takes(c, ARG_DILATION))
        status = arg_axes(&c->args, ARG_DILATION, axes, w->d);
    if (status == 0 && takes(c, ARG_PADDING))
        status = read_padding(c, axes, w);
    if (status == 0 && takes(c, ARG_OUTPUT_PADDING))
        status = arg_axes(&c->args, ARG_OUTPUT_PADDING, axes, w->extra);
    return status;
}
