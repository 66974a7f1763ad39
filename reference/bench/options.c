/* The command line: every option is a name and a value, and is also a variable
 * of `make bench`, by which an error calls it. */
#include "options.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layers.h"
#include "peers.h"
#include "sweeps.h"

int bench_refuse(const char *argument, const char *given, const char *allowed)
{
    (void)fprintf(stderr, "bench: %s is \"%s\"; it must be %s\n", argument,
                  given, allowed);
    return BENCH_BAD_INPUT;
}

static int read_number(const char *argument, const char *text, double least,
                       double most, int whole, double *value)
{
    char allowed[64], *end;
    double number = strtod(text, &end);

    (void)snprintf(allowed, sizeof allowed, "%s number from %g to %g",
                   whole ? "a whole" : "a", least, most);
    if (end == text || *end || !(number >= least && number <= most) ||
        (whole && number != floor(number)))
        return bench_refuse(argument, text, allowed);
    *value = number;
    return 0;
}

static bool names_layer(const char *pattern)
{
    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer layer = bench_layer_get(i);

        if (bench_layer_matches(&layer, pattern))
            return true;
    }
    return false;
}

static bool names_peer(const char *pattern)
{
    for (int i = 0; bench_peers[i]; i++)
        if (bench_peers[i]->package &&
            bench_matches(pattern, bench_peers[i]->name))
            return true;
    return strcmp(pattern, "none") == 0;
}

static bool names_series(const char *pattern)
{
    return bench_growth_has(pattern);
}

/* Each of the patterns must name something. */
static int check_patterns(const char *argument, const char *patterns,
                          bool (*names)(const char *), const char *allowed)
{
    char one[256];

    while (patterns && *patterns) {
        size_t length = strcspn(patterns, ",");

        (void)snprintf(one, sizeof one, "%.*s", (int)length, patterns);
        if (length >= sizeof one || !names(one))
            return bench_refuse(argument, one, allowed);
        patterns += length + (patterns[length] == ',');
    }
    return 0;
}

static int check_names(const bench_options *o)
{
    char peers[256] = "none or a name, also with *, of:";
    int wrong;

    for (int i = 0; bench_peers[i]; i++)
        if (bench_peers[i]->package) {
            size_t used = strlen(peers);

            (void)snprintf(peers + used, sizeof peers - used, " %s",
                           bench_peers[i]->name);
        }
    if (o->sweep && strcmp(o->sweep, "growth") == 0)
        wrong = check_patterns("LAYERS", o->layers, names_series,
                               "some of size,channels,kernel,batch");
    else
        wrong = check_patterns("LAYERS", o->layers, names_layer,
                               "names of layers or classes, also with *, and "
                               "commas between; make bench LIST=1 shows them");
    if (!wrong)
        wrong = check_patterns("PEERS", o->peers, names_peer, peers);
    if (!wrong && o->sweep && !bench_sweep_named(o->sweep))
        wrong = bench_refuse("SWEEP", o->sweep, bench_sweep_names());
    if (!wrong && o->sweep && o->csv)
        wrong = bench_refuse("FORMAT", "csv",
                             "table with SWEEP, whose columns are in files");
    return wrong;
}

static int read_one(const char *name, const char *value, bench_options *o)
{
    double threads = o->threads;
    int wrong = 0;

    if (strcmp(name, "--layers") == 0)
        o->layers = value;
    else if (strcmp(name, "--peers") == 0)
        o->peers = value;
    else if (strcmp(name, "--sweep") == 0)
        o->sweep = value;
    else if (strcmp(name, "--out") == 0)
        o->out = value;
    else if (strcmp(name, "--spoil") == 0)
        o->spoil = value;
    else if (strcmp(name, "--threads") == 0)
        wrong = read_number("THREADS", value, 1, 64, 1, &threads);
    else if (strcmp(name, "--time") == 0)
        wrong = read_number("TIME", value, 0, 3600, 0, &o->seconds);
    else if (strcmp(name, "--format") == 0 && strcmp(value, "csv") == 0)
        o->csv = true;
    else if (strcmp(name, "--format") == 0 && strcmp(value, "table") != 0)
        wrong = bench_refuse("FORMAT", value, "table or csv");
    else if (strcmp(name, "--format") != 0)
        wrong = bench_refuse("the option", name,
                             "--layers --peers --threads --time --format "
                             "--sweep --out --spoil, each with a value, or "
                             "--list");
    o->threads = (int)threads;
    return wrong;
}

int bench_options_read(int argc, char **argv, bench_options *o)
{
    *o = (bench_options){.threads = 1, .seconds = 1.2};
    for (int i = 1; i < argc; i += 2) {
        int wrong;

        if (strcmp(argv[i], "--list") == 0) {
            o->list = true;
            i--;
            continue;
        }
        wrong = i + 1 == argc ? bench_refuse("the last option", argv[i],
                                             "followed by a value")
                              : read_one(argv[i], argv[i + 1], o);
        if (wrong)
            return wrong;
    }
    return check_names(o);
}
