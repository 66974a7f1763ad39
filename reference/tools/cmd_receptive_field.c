/* convlings receptive-field: what an output of a chain of layers sees. */
#include <ctype.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../receptive.h"
#include "../shape.h"
#include "commands.h"
#include "options.h"
#include "words.h"

enum { MOST_LAYERS = 1000, WORD_BYTES = 24 };

void cmd_receptive_field_help(void)
{
    (void)fputs(
        "usage: convlings receptive-field --layers \"LAYER; LAYER; ...\"\n"
        "           [--input-size N]\n"
        "\n"
        "Prints, after each layer of a chain and along one axis,\n"
        "  field   how many inputs one output sees, from the first to the "
        "last\n"
        "  jump    how many inputs further the next output looks\n"
        "  start   the first input that output 0 sees; below 0 in the padding\n"
        "  output  how many outputs there are, if --input-size is given\n"
        "\n"
        "A layer is conv or pool (or conv1d, max_pool2d, avg_pool3d, ...) and\n"
        "what differs from k=3 s=1 p=0 d=1: kernel, stride, padding on each "
        "side,\n"
        "dilation. A pool's stride is its kernel unless it is given.\n"
        "\n"
        "  --layers LAYERS   the chain, the layer nearest to the input first;\n"
        "                    must be given\n"
        "  --input-size N    the size of the input\n"
        "\n"
        "example\n"
        "  convlings receptive-field --input-size 227 \\\n"
        "      --layers \"conv k=11 s=4; pool k=3 s=2; conv k=5 p=2\"\n",
        stdout);
}

/* One layer as it is typed. */
typedef struct layer {
    char name[WORD_BYTES];
    ref_layer numbers;
    int output;
} layer;

typedef struct chain {
    layer list[MOST_LAYERS];
    int count;
} chain;

/* Whether a word names a convolution or a pool: conv, conv2d, max_pool2d ... */
static bool is_kind(const char *word, const char *kind)
{
    static const char *const before[] = {"",     "max_", "max-", "max", "avg_",
                                         "avg-", "avg",  "lp_",  "lp-", "lp"};
    bool pool = strcmp(kind, "pool") == 0;

    for (int i = 0; i < (pool ? 10 : 1); i++) {
        size_t length = strlen(before[i]), whole = length + strlen(kind);
        const char *rest = word + whole;

        if (strncmp(word, before[i], length) != 0 ||
            strncmp(word + length, kind, whole - length) != 0)
            continue;
        if (!*rest ||
            ((*rest >= '1' && *rest <= '3') && rest[1] == 'd' && !rest[2]))
            return true;
    }
    return false;
}

/* Layer number count+1, for messages. */
static int complain_layer(const chain *all, const char *word, const char *what)
{
    return complain("layer %d of --layers: '%.24s' %s", all->count + 1, word,
                    what);
}

/* Reads "k=3". */
static int read_number(const chain *all, const char *word, ref_layer *l,
                       bool *stride_given)
{
    static const char letters[] = "kspd";
    const char *letter = *word ? strchr(letters, *word) : NULL;
    int *const places[] = {&l->k, &l->s, &l->before, &l->d};
    char *end;
    long value;

    if (!letter || word[1] != '=')
        return complain_layer(all, word,
                              "is none of k=, s=, p= and d= with a number");
    value = strtol(word + 2, &end, 10);
    if (end == word + 2 || *end || value < 0 || value > INT_MAX)
        return complain_layer(all, word, "needs an integer after the =");
    if (value == 0 && *letter != 'p')
        return complain_layer(all, word, "must be at least 1");
    *places[letter - letters] = (int)value;
    *stride_given = *stride_given || *letter == 's';
    return 0;
}

/* The next word of a text, cut to fit; *text goes on behind it. */
static bool next_word(const char **text, const char *end, char word[WORD_BYTES])
{
    size_t length = 0;

    while (*text < end && isspace((unsigned char)**text))
        (*text)++;
    for (; *text < end && !isspace((unsigned char)**text); (*text)++)
        if (length < WORD_BYTES - 1)
            word[length++] = **text;
    word[length] = '\0';
    return length > 0;
}

/* Reads one layer from text up to end; blanks are none. */
static int read_layer(const char *text, const char *end, chain *all)
{
    layer l = {.numbers = {3, 1, 0, 1}};
    char word[WORD_BYTES];
    bool pool, stride_given = false;

    if (!next_word(&text, end, l.name))
        return 0;
    pool = is_kind(l.name, "pool");
    if (!pool && !is_kind(l.name, "conv"))
        return complain_layer(all, l.name, "is neither conv nor pool");
    if (all->count == MOST_LAYERS)
        return complain("--layers has more than %d layers", MOST_LAYERS);
    while (next_word(&text, end, word))
        if (read_number(all, word, &l.numbers, &stride_given) != 0)
            return EXIT_BAD_INPUT;
    if (pool && !stride_given)
        l.numbers.s = l.numbers.k;
    all->list[all->count++] = l;
    return 0;
}

static int read_layers(const char *text, chain *all)
{
    while (*text) {
        const char *end = text + strcspn(text, ";\n");

        if (read_layer(text, end, all) != 0)
            return EXIT_BAD_INPUT;
        text = *end ? end + 1 : end;
    }
    return all->count > 0 ? 0 : complain("--layers holds no layer");
}

/* Fills in the outputs of an input of n. What does not fit is said here, with
 * the layer. */
static int measure(chain *all, int n)
{
    for (int i = 0; i < all->count; i++) {
        const ref_layer *l = &all->list[i].numbers;
        const ref_axis a = {REF_AXIS_W, n,         l->k, l->s,
                            l->before,  l->before, l->d};

        ref_status status = ref_output_size(&a, &n);

        if (status == REF_EOVERFLOW)
            return complain("layer %d of --layers, %s: an input of %d with "
                            "padding %d is larger than can be counted",
                            i + 1, all->list[i].name, a.n, l->before);
        if (status != REF_OK)
            return complain("layer %d of --layers, %s: a kernel of %d with "
                            "dilation %d does not fit in its input of %d with "
                            "padding %d",
                            i + 1, all->list[i].name, l->k, l->d, a.n,
                            l->before);
        all->list[i].output = n;
    }
    return 0;
}

static void print(const chain *all, const ref_field *fields, bool sized)
{
    (void)printf("%-12s %4s %4s %4s %4s %8s %8s %8s%s\n", "layer", "k", "s",
                 "p", "d", "field", "jump", "start", sized ? "   output" : "");
    for (int i = 0; i < all->count; i++) {
        const ref_layer *l = &all->list[i].numbers;

        (void)printf("%-12s %4d %4d %4d %4d %8" PRId64 " %8" PRId64
                     " %8" PRId64,
                     all->list[i].name, l->k, l->s, l->before, l->d,
                     fields[i].size, fields[i].jump, fields[i].start);
        if (sized)
            (void)printf(" %8d", all->list[i].output);
        (void)printf("\n");
    }
}

static int compute(chain *all, bool sized)
{
    ref_layer layers[MOST_LAYERS];
    ref_field fields[MOST_LAYERS];

    for (int i = 0; i < all->count; i++)
        layers[i] = all->list[i].numbers;
    if (ref_receptive_field(layers, all->count, fields) != REF_OK)
        return complain("the layers of --layers see more inputs than can be "
                        "counted");
    print(all, fields, sized);
    return 0;
}

int cmd_receptive_field_run(int argc, char **argv)
{
    const char *text = NULL, *size = NULL, *place[1];
    const option table[] = {
        {"--layers", &text, NULL},
        {"--input-size", &size, NULL},
    };
    chain *all;
    int n = 0, status = options_parse(argc, argv, table, 2, place, 0);

    if (status != 0)
        return status;
    if (!text)
        return complain("receptive-field needs --layers; see `convlings help "
                        "receptive-field`");
    if (size)
        status = option_int("--input-size", size, 1, INT_MAX, &n);
    if (status != 0)
        return status;
    all = calloc(1, sizeof *all);
    if (!all)
        return complain("no memory for the layers");
    status = read_layers(text, all);
    if (status == 0 && size)
        status = measure(all, n);
    if (status == 0)
        status = compute(all, size != NULL);
    free(all);
    return status;
}
