/* shim, stub, flags: text generated for the build and for `make reset`. */
#include "compile.h"
#include "contract.h"
#include "fault.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>

static const char *member_of(enum arg_kind kind)
{
    static const char *const members[] = {
        [ARG_INT] = "number",    [ARG_FLOAT] = "real",
        [ARG_IN] = "in",         [ARG_IN_INT] = "in_int",
        [ARG_OUT] = "out",       [ARG_OUT_INT] = "out_int",
        [ARG_RETURN] = "result",
    };
    return members[kind];
}

/* The one call, compiled against the chapter's exercises.h: a check file
 * whose parameters are not those of the declaration does not build. */
int verb_shim(const struct options *o)
{
    const struct entry *e = named_exercise(o, "shim");
    if (e == NULL)
        return EXIT_USAGE;
    const struct param *p = e->exercise->params;
    printf("#include \"exercises/%s/exercises.h\"\n", e->chapter);
    printf("#include \"tests/grader/runner.h\"\n\n");
    printf("void runner_call(union slot *a)\n{\n    ");
    for (int i = 0; p[i].kind != ARG_END; i++)
        if (p[i].kind == ARG_RETURN)
            printf("a[%d].%s = ", i, member_of(ARG_RETURN));
    printf("%s(", e->name);
    for (int i = 0; p[i].kind != ARG_END && p[i].kind != ARG_RETURN; i++)
        printf("%sa[%d].%s", i > 0 ? ", " : "", i, member_of(p[i].kind));
    printf(");\n}\n");
    return 0;
}

int verb_stub(const struct options *o)
{
    const struct entry *e = named_exercise(o, "stub");
    if (e == NULL)
        return EXIT_USAGE;
    char *stub = contract_stub(e);
    fputs(stub, stdout);
    free(stub);
    return 0;
}

int verb_flags(const struct options *o)
{
    (void)o;
    for (int i = 0; compile_flags[i] != NULL; i++)
        printf("%s%s", i > 0 ? " " : "", compile_flags[i]);
    putchar('\n');
    return 0;
}
