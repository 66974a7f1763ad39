/* The convlings program: finds the subcommand and hands the words on. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "words.h"

#define VERSION "0.1.0"

typedef struct command {
    const char *name;
    const char *what;
    int (*run)(int argc, char **argv);
    void (*help)(void);
} command;

static const command table[] = {
    {"correlate", "slide a small kernel over a small matrix and print it",
     cmd_correlate_run, cmd_correlate_help},
    {"filter", "blur a picture or find its edges: PNG, PGM, PPM",
     cmd_filter_run, cmd_filter_help},
};

enum { COMMANDS = sizeof table / sizeof table[0] };

static void print_overview(FILE *stream)
{
    (void)fputs("usage: convlings COMMAND ...\n\ncommands\n", stream);
    for (int i = 0; i < COMMANDS; i++)
        (void)fprintf(stream, "  %-10s %s\n", table[i].name, table[i].what);
    (void)fputs("  help       this list; `convlings help COMMAND` for more\n\n"
                "Exit status: 0 done; 2 wrong input, with one sentence on "
                "stderr.\n",
                stream);
}

static const command *find(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

static int unknown(const char *name)
{
    const char *names[COMMANDS + 1];

    for (int i = 0; i < COMMANDS; i++)
        names[i] = table[i].name;
    names[COMMANDS] = "help";
    return complain_unknown("command", name, names, COMMANDS + 1);
}

/* `convlings help` and `convlings help NAME` */
static int help(int argc, char **argv)
{
    const command *c;

    if (argc == 0) {
        print_overview(stdout);
        return 0;
    }
    c = find(argv[0]);
    if (!c)
        return unknown(argv[0]);
    c->help();
    return 0;
}

static int dispatch(int argc, char **argv)
{
    const command *c;

    if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0)
        return help(argc - 2, argv + 2);
    if (strcmp(argv[1], "--version") == 0) {
        (void)puts("convlings " VERSION);
        return 0;
    }
    c = find(argv[1]);
    if (!c)
        return unknown(argv[1]);
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0)
            return help(1, argv + 1);
    return c->run(argc - 2, argv + 2);
}

int main(int argc, char **argv)
{
    int status;

    if (argc < 2) {
        print_overview(stderr);
        return EXIT_BAD_INPUT;
    }
    status = dispatch(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout))
        return complain("the output cannot be written");
    return status;
}
