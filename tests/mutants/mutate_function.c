/* What a whole function may get wrong: right only for some sizes, only on
 * the first call, reading or writing where it must not. Each mutant adds
 * one statement at the start of a function that other files can call. */
#include "mutants.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct function {
    struct mutants *m;
    const struct node *node;
    const char *give_up; /* a return statement */
};

static void insert(const struct function *f, const char *kind,
                   const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void insert(const struct function *f, const char *kind,
                   const char *format, ...)
{
    char text[1024];
    const struct node *body = f->node->kid;
    while (body->next)
        body = body->next;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    REPLACE_TOKEN(f->m, kind, body->first, "{ %s", text);
}

static const char *name_of(const struct function *f, const struct node *p,
                           char *out, size_t size)
{
    snprintf(out, size, "%.*s", TOKEN_TEXT(f->m->source, p->op));
    return out;
}

static bool has_type(const struct node *p, const char *type)
{
    return p->kind == NODE_PARAMETER && p->variable &&
           strcmp(p->variable->type, type) == 0;
}

static void size_guards(const struct function *f, const struct node *p)
{
    char a[64];
    name_of(f, p, a, sizeof a);
    insert(f, "wrong for size 1", "if (%s == 1) %s", a, f->give_up);
    insert(f, "wrong above 8", "if (%s > 8) %s", a, f->give_up);
    insert(f, "wrong if even", "if (%s %% 2 == 0) %s", a, f->give_up);
    insert(f, "wrong if odd", "if (%s %% 2 == 1) %s", a, f->give_up);
    insert(f, "size ignored", "%s = 1;", a);
    insert(f, "size ignored", "%s = 3;", a);
}

static void pair_guards(const struct function *f, const struct node *p,
                        const struct node *q)
{
    char a[64], b[64];
    name_of(f, p, a, sizeof a);
    name_of(f, q, b, sizeof b);
    insert(f, "wrong if not square", "if (%s != %s) %s", a, b, f->give_up);
    insert(f, "wrong if square", "if (%s == %s) %s", a, b, f->give_up);
    insert(f, "size ignored", "%s = %s;", a, b);
    insert(f, "size ignored", "%s = %s;", b, a);
    insert(f, "sizes swapped", "int swap = %s; %s = %s; %s = swap;", a, a, b,
           b);
    if (p->next != q)
        return; /* of one array, either may be larger */
    insert(f, "wrong if tall", "if (%s > %s) %s", a, b, f->give_up);
    insert(f, "wrong if wide", "if (%s < %s) %s", a, b, f->give_up);
}

static void real_guards(const struct function *f, const struct node *p)
{
    char a[64];
    name_of(f, p, a, sizeof a);
    insert(f, "value ignored", "%s = 1;", a);
    insert(f, "wrong above 1", "if (%s > 1) %s", a, f->give_up);
    insert(f, "wrong below 1", "if (%s < 1) %s", a, f->give_up);
}

/* x, h, w: the sizes that follow an array, multiplied. */
static bool extent(const struct function *f, const struct node *p, char *out,
                   size_t size)
{
    *out = 0;
    for (p = p->next; p && has_type(p, "int"); p = p->next) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%s%.*s", used ? " * " : "",
                 TOKEN_TEXT(f->m->source, p->op));
    }
    return *out;
}

static void input_guards(const struct function *f, const struct node *p)
{
    char a[64], n[256], type[64];
    name_of(f, p, a, sizeof a);
    snprintf(type, sizeof type, "%s", p->variable->type);
    insert(f, "read outside", "volatile float out = (float)%s[-1]; (void)out;",
           a);
    if (extent(f, p, n, sizeof n))
        insert(f, "read outside",
               "volatile float out = (float)%s[%s]; (void)out;", a, n);
    insert(f, "input written", "((%s)%s)[0] = %s[0] + 1;", type, a, a);
    insert(f, "input written", "*(volatile %s)%s = %s[0];", type, a, a);
}

/* An output's length stands nowhere in the parameters: the far end is left
 * to the statements that write to it. */
static void output_guards(const struct function *f, const struct node *p)
{
    char a[64];
    name_of(f, p, a, sizeof a);
    insert(f, "write outside", "%s[-1] = 0;", a);
    insert(f, "read outside", "volatile float out = (float)%s[-1]; (void)out;",
           a);
}

static void call_guards(const struct function *f)
{
    insert(f, "right once", "static int calls; if (calls++) %s", f->give_up);
    insert(f, "wrong once", "static int calls; if (!calls++) %s", f->give_up);
}

static void parameter_guards(const struct function *f, const struct node *p)
{
    const char *type = p->variable ? p->variable->type : "";
    if (strcmp(type, "int") == 0) {
        size_guards(f, p);
        for (const struct node *q = p->next; q; q = q->next)
            if (has_type(q, "int"))
                pair_guards(f, p, q);
    } else if (strcmp(type, "float") == 0 || strcmp(type, "double") == 0) {
        real_guards(f, p);
    } else if (strcmp(type, "float *") == 0 || strcmp(type, "int *") == 0) {
        if (p->variable->is_const)
            input_guards(f, p);
        else
            output_guards(f, p);
    }
}

void mutate_function(struct mutants *m, const struct node *n)
{
    const struct source *s = m->source;
    struct function f = {m, n, "return;"};
    if (n->kind != NODE_FUNCTION || token_is(s, n->first, "static") ||
        !token_is(s, n->end - 1, "}"))
        return;
    if (!token_is(s, n->op - 1, "void"))
        f.give_up = "return 0;";
    call_guards(&f);
    for (const struct node *p = n->kid; p->kind == NODE_PARAMETER; p = p->next)
        parameter_guards(&f, p);
}
