/* convlings shape and convlings cost: what an operator would give, without
 * computing it. */
#include <inttypes.h>
#include <stdio.h>

#include "commands.h"
#include "operators.h"
#include "speak.h"
#include "words.h"

void cmd_shape_help(void)
{
    (void)fputs(
        "usage: convlings shape OPERATOR [--input x.npy] [--weight w.npy] "
        "[options]\n"
        "\n"
        "Prints the shape of an operator's output, such as 1,64,112,112, and\n"
        "computes nothing. Options are the operator's; it writes no file, and\n"
        "of those that are read only --input and --weight are needed. Their\n"
        "shapes can be typed instead:\n"
        "\n"
        "  --input-shape LIST   instead of --input\n"
        "  --weight-shape LIST  instead of --weight\n"
        "  --bias-shape LIST    instead of --bias\n"
        "\n"
        "example\n"
        "  convlings shape conv2d --input-shape 1,3,224,224 "
        "--weight-shape 64,3,7,7\n"
        "      --stride 2 --padding 3\n",
        stdout);
}

void cmd_cost_help(void)
{
    const operator_row *op;

    (void)fputs(
        "usage: convlings cost OPERATOR [--input x.npy] [--weight w.npy] "
        "[options]\n"
        "\n"
        "Counts what an operator costs for one image:\n"
        "  parameters     weights, and biases if there is --bias\n"
        "  multiply-adds  of the direct algorithm, those on the padding too\n"
        "  outputs        numbers that come out\n"
        "Options are the operator's, and as for `convlings shape` shapes can "
        "be\n"
        "typed instead of files:\n"
        "\n"
        "  --input-shape LIST   instead of --input\n"
        "  --weight-shape LIST  instead of --weight\n"
        "  --bias-shape LIST    instead of --bias\n"
        "\n"
        "operators\n",
        stdout);
    for (int i = 0; (op = operator_at(i)); i++)
        if (op->cost)
            (void)printf("  %s\n", op->name);
    (void)fputs("\n"
                "example\n"
                "  convlings cost conv2d --input-shape 1,3,224,224 "
                "--weight-shape 64,3,7,7\n"
                "      --stride 2 --padding 3\n",
                stdout);
}

/* Complains that the first word names no operator.
 *   command  in   shape or cost */
static int unknown(const char *command, int argc, char **argv)
{
    const char *names[ARG_COUNT];
    const operator_row *op;
    int count = 0;

    if (argc == 0 || *argv[0] == '-')
        return complain("%s needs an operator; see `convlings help %s`",
                        command, command);
    for (int i = 0; (op = operator_at(i)) && count < ARG_COUNT; i++)
        names[count++] = op->name;
    if (!word_has_near(argv[0], names, count))
        return complain("unknown operator '%.40s'; `convlings help` lists them",
                        argv[0]);
    return complain_unknown("operator", argv[0], names, count);
}

int cmd_shape_run(int argc, char **argv)
{
    const operator_row *op = argc > 0 ? operator_named(argv[0]) : NULL;
    const ref_array *out;
    call c;
    int status;

    if (!op)
        return unknown("shape", argc, argv);
    status = call_prepare(op, argc - 1, argv + 1, true, &c);
    out = &c.out[0];
    for (int r = 0; r < out->rank && status == 0; r++)
        (void)printf("%s%d", r ? "," : "", out->dims[r]);
    if (status == 0)
        (void)printf("\n");
    call_free(&c);
    return status;
}

int cmd_cost_run(int argc, char **argv)
{
    const operator_row *op = argc > 0 ? operator_named(argv[0]) : NULL;
    ref_cost cost;
    call c;
    int status;

    if (!op)
        return unknown("cost", argc, argv);
    if (!op->cost)
        return complain("cost does not know %s; `convlings help cost` lists "
                        "what it knows",
                        op->name);
    status = call_prepare(op, argc - 1, argv + 1, true, &c);
    if (status == 0)
        status = op->cost(&c, &cost);
    if (status == 0)
        (void)printf("parameters     %" PRId64 "\nmultiply-adds  %" PRId64
                     "\noutputs        %" PRId64 "\n",
                     cost.parameters, cost.multiply_adds, cost.outputs);
    call_free(&c);
    return status;
}
