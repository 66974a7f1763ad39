#ifndef CONVLINGS_TOOLS_COMMANDS_H
#define CONVLINGS_TOOLS_COMMANDS_H

/* The subcommands that are no operators. Each cmd_<name>.c has
 *   run   argc, argv: the words after the command's name
 *         returns 0, or EXIT_BAD_INPUT after one sentence on stderr
 *   help  prints its manual on stdout */
int cmd_correlate_run(int argc, char **argv);
void cmd_correlate_help(void);

int cmd_filter_run(int argc, char **argv);
void cmd_filter_help(void);

int cmd_shape_run(int argc, char **argv);
void cmd_shape_help(void);

int cmd_cost_run(int argc, char **argv);
void cmd_cost_help(void);

int cmd_receptive_field_run(int argc, char **argv);
void cmd_receptive_field_help(void);

int cmd_info_run(int argc, char **argv);
void cmd_info_help(void);

#endif
