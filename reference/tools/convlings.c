/* The convlings program: finds the operator or the command and hands the words
 * on. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../convlings.h"
#include "commands.h"
#include "manual.h"
#include "operators.h"
#include "words.h"

typedef struct command {
    const char *name;
    const char *what;
    int (*run)(int argc, char **argv);
    void (*help)(void);
} command;

static const command table[] = {
    {"filter", "blur a picture or find its edges: PNG, PGM, PPM",
     cmd_filter_run, cmd_filter_help},
    {"correlate", "slide a small kernel over a small matrix and print it",
     cmd_correlate_run, cmd_correlate_help},
    {"shape", "the shape of an operator's output, without computing it",
     cmd_shape_run, cmd_shape_help},
    {"cost", "parameters and multiply-adds of an operator", cmd_cost_run,
     cmd_cost_help},
    {"receptive-field", "what an output of a chain of layers sees",
     cmd_receptive_field_run, cmd_receptive_field_help},
    {"info", "what is in an .npy file", cmd_info_run, cmd_info_help},
};

enum {
    COMMANDS = sizeof table / sizeof table[0],
    PICTURES = 2,
    MOST_NAMES = 100
};

static void print_commands(FILE *stream, int first, int end)
{
    for (int i = first; i < end; i++)
        (void)fprintf(stream, "  %-20s %s\n", table[i].name, table[i].what);
}

static void print_overview(FILE *stream)
{
    (void)fputs(
        "usage: convlings OPERATOR --input x.npy [options] --output y.npy\n"
        "       convlings COMMAND ...\n",
        stream);
    manual_overview(stream);
    (void)fputs("\npictures and small matrices\n", stream);
    print_commands(stream, 0, PICTURES);
    (void)fputs("\ntools\n", stream);
    print_commands(stream, PICTURES, COMMANDS);
    (void)fputs(
        "  help                 this list; `convlings help NAME` for more\n"
        "\n"
        "Arrays are .npy files of float32, float64, int32, int64 or uint8; - "
        "is\n"
        "the standard input or output. Results and defaults are those of\n"
        "torch.nn.functional.\n"
        "Exit status: 0 done; 2 wrong input, with one sentence on stderr.\n",
        stream);
}

static const command *find(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (same_name(name, table[i].name))
            return &table[i];
    return NULL;
}

static int unknown(const char *name)
{
    const char *names[MOST_NAMES];
    const operator_row *op;
    int count = 0;

    for (; count < COMMANDS; count++)
        names[count] = table[count].name;
    names[count++] = "help";
    for (int i = 0; (op = operator_at(i)) && count < MOST_NAMES; i++)
        names[count++] = op->name;
    if (!word_has_near(name, names, count))
        return complain("unknown command '%.40s'; `convlings help` lists them",
                        name);
    return complain_unknown("command", name, names, count);
}

/* `convlings help` and `convlings help NAME` */
static int help(int argc, char **argv)
{
    const operator_row *op;
    const command *c;

    if (argc == 0 || strcmp(argv[0], "help") == 0) {
        print_overview(stdout);
        return 0;
    }
    op = operator_named(argv[0]);
    c = find(argv[0]);
    if (op)
        manual_operator(op);
    else if (c)
        c->help();
    else
        return unknown(argv[0]);
    return 0;
}

/* Whether the words ask for help instead of a run. */
static int asks_for_help(int argc, char **argv)
{
    for (int i = 0; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0)
            return 1;
    return 0;
}

static int dispatch(int argc, char **argv)
{
    const operator_row *op;
    const command *c;

    if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0 ||
        strcmp(argv[1], "-h") == 0)
        return help(argc - 2, argv + 2);
    if (strcmp(argv[1], "--version") == 0) {
        (void)printf("convlings %s\ninner loops: %s\n", REF_VERSION,
                     ref_cpu_name());
        return 0;
    }
    if (asks_for_help(argc - 2, argv + 2))
        return help(1, argv + 1);
    op = operator_named(argv[1]);
    if (op)
        return operator_run(op, argc - 2, argv + 2);
    c = find(argv[1]);
    return c ? c->run(argc - 2, argv + 2) : unknown(argv[1]);
}

int main(int argc, char **argv)
{
    int status;

    /* a file that grows beyond a limit is a failure like a full disk */
    (void)signal(SIGXFSZ, SIG_IGN);
    if (argc < 2) {
        print_overview(stderr);
        return EXIT_BAD_INPUT;
    }
    status = dispatch(argc, argv);
    if (status == 0 && (fflush(stdout) != 0 || ferror(stdout)))
        return complain("the output cannot be written");
    return status;
}
