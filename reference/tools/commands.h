#ifndef CONVLINGS_TOOLS_COMMANDS_H
#define CONVLINGS_TOOLS_COMMANDS_H

/* The subcommands. Each cmd_<name>.c has
 *   run   argc, argv: the words after the command's name
 *         returns 0, or EXIT_BAD_INPUT after one sentence on stderr
 *   help  prints its manual on stdout */
int cmd_correlate_run(int argc, char **argv);
void cmd_correlate_help(void);

int cmd_filter_run(int argc, char **argv);
void cmd_filter_help(void);

#endif
