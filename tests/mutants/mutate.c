/* mutate FILE.c FOLDER: writes every mutant of a C file into a folder, as
 * 0001.c, 0002.c, ..., and index.tsv: number, line, operator, the changed
 * lines before, the same lines after. Status 2 when it cannot. */
#include "mutants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *open_or_die(const char *path, const char *mode)
{
    FILE *file = fopen(path, mode);
    if (!file) {
        fputs("mutate: ", stderr);
        perror(path);
        exit(2);
    }
    return file;
}

static void close_or_die(FILE *file, const char *path)
{
    bool failed = ferror(file);
    if (fclose(file) || failed) {
        fprintf(stderr, "mutate: %s: could not be written\n", path);
        exit(2);
    }
}

static char *read_file(const char *path, int *len)
{
    enum { LARGEST = 1 << 20 };
    FILE *file = open_or_die(path, "rb");
    char *text = calloc(LARGEST + 2, 1);
    *len = text ? (int)fread(text, 1, LARGEST + 1, file) : 0;
    if (!text || ferror(file) || *len > LARGEST ||
        strlen(text) != (size_t)*len) {
        fprintf(stderr, "mutate: %s: no C file of at most 1 MiB\n", path);
        exit(2);
    }
    fclose(file);
    return text;
}

static void write_mutants(const struct mutants *m, const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/index.tsv", folder);
    FILE *index = open_or_die(path, "wb");
    for (int i = 0; i < m->count; i++) {
        const struct mutant *x = &m->mutant[i];
        fprintf(index, "%04d\t%d\t%s\t%s\t%s\n", i + 1, x->line, x->kind,
                x->old_lines, x->new_lines);
        char name[4200];
        snprintf(name, sizeof name, "%s/%04d.c", folder, i + 1);
        FILE *file = open_or_die(name, "wb");
        fputs(x->text, file);
        close_or_die(file, name);
    }
    close_or_die(index, path);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: mutate FILE.c FOLDER\n", stderr);
        return 2;
    }
    struct source source = {.name = argv[1]};
    char *text = read_file(argv[1], &source.len);
    source.text = text;
    struct mutants mutants;
    lex(&source);
    mutants_make(&mutants, &source);
    write_mutants(&mutants, argv[2]);
    mutants_free(&mutants);
    free(source.token);
    free(text);
    return 0;
}
