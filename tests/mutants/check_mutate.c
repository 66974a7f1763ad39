/* What the mutation operators make of a small file. */
#include "tests/support/suite.h"

#include "mutants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char text[] =
    "/* int h = w; \"an open string, 'and */\n"
    "#define HALF(n) \\\n"
    "    ((n) / 2) // h + w\n"
    "#include <math.h>\n"
    "\n"
    "const char *const note = \"h + w /* no comment */ \\\" < h\";\n"
    "\n"
    "struct pair {\n"
    "    int first, second;\n"
    "};\n"
    "\n"
    "static double part(const float *a, int n)\n"
    "{\n"
    "    return n > 0 ? (double)a[n - 1] : -0.5;\n"
    "}\n"
    "\n"
    "void smooth(const float *x, int h, int w, const float *k, int kw,\n"
    "            struct pair *p, float *y)\n"
    "{\n"
    "    int ow = w - kw + 1;\n"
    "    double half = w / 2.0;\n"
    "    double best = -INFINITY;\n"
    "    for (int i = 0; i < h; i++) {\n"
    "        for (int j = 0; j < ow; j++) {\n"
    "            float s = 0;\n"
    "            for (int v = 0; v < kw; v++)\n"
    "                s += x[i * w + j + v] * k[v];\n"
    "            y[i * ow + j] = sqrtf(s);\n"
    "            if (s > best && h != 2) {\n"
    "                best = part(x, w);\n"
    "                p->first = i;\n"
    "                p->second = j;\n"
    "            }\n"
    "        }\n"
    "    }\n"
    "    for (int i = 0; i < h; i++) {\n"
    "        if (y[i] == 0)\n"
    "            continue;\n"
    "        y[i] /= (float)best;\n"
    "    }\n"
    "}\n";

static struct source source;
static struct mutants mutants;

static void setup(void)
{
    source = (struct source){.name = "text", .text = text};
    source.len = (int)strlen(text);
    lex(&source);
    mutants_make(&mutants, &source);
}

static void teardown(void)
{
    mutants_free(&mutants);
    free(source.token);
}

static const struct mutant *find(const char *before, const char *after)
{
    for (int i = 0; i < mutants.count; i++)
        if (strcmp(mutants.mutant[i].old_lines, before) == 0 &&
            strcmp(mutants.mutant[i].new_lines, after) == 0)
            return &mutants.mutant[i];
    return NULL;
}

#define SUM "s += x[i * w + j + v] * k[v];"
#define FOR_I "for (int i = 0; i < h; i++) {"
#define FOR_J "for (int j = 0; j < ow; j++) {"
#define FOR_V "for (int v = 0; v < kw; v++)"
#define OUT "y[i * ow + j] = sqrtf(s);"

/* One line for each thing an operator does. */
static const char *const wanted[][3] = {
    {"constant", "int ow = w - kw + 1;", "int ow = w - kw + 2;"},
    {"constant", "int ow = w - kw + 1;", "int ow = w - kw + 0;"},
    {"constant", FOR_V, "for (int v = (-1); v < kw; v++)"},
    {"constant", "double half = w / 2.0;", "double half = w / 2;"},
    {"constant", "double half = w / 2.0;", "double half = w / (2.0 + 1);"},
    {"operator", "int ow = w - kw + 1;", "int ow = w + kw + 1;"},
    {"operator", FOR_V, "for (int v = 0; v <= kw; v++)"},
    {"operator", "if (s > best && h != 2) {", "if (s >= best && h != 2) {"},
    {"operator", "if (s > best && h != 2) {", "if (s < best && h != 2) {"},
    {"operator", "if (s > best && h != 2) {", "if (s > best || h != 2) {"},
    {"operator", "if (s > best && h != 2) {", "if (s > best && h == 2) {"},
    {"operator", SUM, "s = x[i * w + j + v] * k[v];"},
    {"operator", SUM, "s -= x[i * w + j + v] * k[v];"},
    {"operator", OUT, "y[i * ow + j] += sqrtf(s);"},
    {"operator", "y[i] /= (float)best;", "y[i] *= (float)best;"},
    {"operand dropped", "int ow = w - kw + 1;", "int ow = w - kw;"},
    {"operand dropped", "int ow = w - kw + 1;", "int ow = w + 1;"},
    {"operand dropped", SUM, "s += x[i * w + v] * k[v];"},
    {"operand dropped", SUM, "s += x[j + v] * k[v];"},
    {"operand dropped", SUM, "s += k[v];"},
    {"operand dropped", "if (s > best && h != 2) {", "if (s > best) {"},
    {"step", FOR_V, "for (int v = 0; v < kw; v += 2)"},
    {"partner", "int ow = w - kw + 1;", "int ow = h - kw + 1;"},
    {"partner", SUM, "s += x[i * h + j + v] * k[v];"},
    {"partner", SUM, "s += x[i * w + j + v] * k[j];"},
    {"partner", SUM, "s += k[i * w + j + v] * k[v];"},
    {"partner", FOR_J, "for (int j = 0; j < ow; i++) {"},
    {"partner", FOR_J, "for (int j = 0; j < w; j++) {"},
    {"partner", "p->first = i;", "p->second = i;"},
    {"one off", SUM, "s += x[i * (w - 1) + j + v] * k[v];"},
    {"one off", SUM, "s += x[i * (w + 1) + j + v] * k[v];"},
    {"indices exchanged", OUT, "y[j * ow + i] = sqrtf(s);"},
    {"transposed", OUT, "y[(j) * h + i] = sqrtf(s);"},
    {"axis flipped", SUM, "s += x[i * w + j + v] * k[(kw - 1 - v)];"},
    {"axis flipped", OUT, "y[(h - 1 - i) * ow + j] = sqrtf(s);"},
    {"axes flipped", OUT, "y[(h - 1 - i) * ow + (ow - 1 - j)] = sqrtf(s);"},
    {"statement dropped", SUM, ";"},
    {"statement dropped", OUT, ";"},
    {"statement dropped", "continue;", ";"},
    {"condition negated", FOR_V, "for (int v = 0; !(v < kw); v++)"},
    {"condition negated", "if (y[i] == 0)", "if (!(y[i] == 0))"},
    {"condition dropped", "if (y[i] == 0)", "if (1)"},
    {"condition dropped", "if (s > best && h != 2) {", "if (1) {"},
    {"condition dropped", "return n > 0 ? (double)a[n - 1] : -0.5;",
     "return (-0.5);"},
    {"bound", FOR_J, "for (int j = 0; j < (ow) / 2 * 2; j++) {"},
    {"bound", FOR_J, "for (int j = 0; j < ow && j < 8; j++) {"},
    {"break added", SUM, "{ " SUM " break; }"},
    {"continue added", FOR_J, FOR_J " continue;"},
    {"reset added", SUM, "{ s = 0; " SUM " }"},
    {"moved out of loop", FOR_J "\\nfloat s = 0;", "float s = 0; " FOR_J "\\n"},
    {"moved out of loop", FOR_I "\\n" FOR_J "\\nfloat s = 0;",
     "float s = 0; " FOR_I "\\n" FOR_J "\\n"},
    {"initialiser dropped", "float s = 0;", "float s;"},
    {"initial value", "double best = -INFINITY;", "double best = 0;"},
    {"initial value", "float s = 0;", "float s = 1;"},
    {"sign or not dropped", "double best = -INFINITY;",
     "double best = INFINITY;"},
    {"type", "float s = 0;", "int s = 0;"},
    {"type", "double best = -INFINITY;", "float best = -INFINITY;"},
    {"static added", "float s = 0;", "static float s = 0;"},
    {"cast dropped", "return n > 0 ? (double)a[n - 1] : -0.5;",
     "return n > 0 ? a[n - 1] : -0.5;"},
    {"call dropped", OUT, "y[i * ow + j] = (s);"},
    {"arguments swapped", "best = part(x, w);", "best = part(w, x);"},
    {"return value", "return n > 0 ? (double)a[n - 1] : -0.5;", "return 0;"},
    {"rounded", OUT, "y[i * ow + j] = (int)(sqrtf(s));"},
    {"write outside", OUT,
     "{ " OUT " { volatile float *stray = &y[i * ow + j] +1; "
     "*stray = *stray; } }"},
    {"write outside", "{ #2", "{ y[-1] = 0;"},
    {"read outside", "{ #2",
     "{ volatile float out = (float)x[h * w]; (void)out;"},
    {"read outside", "{ #2", "{ volatile float out = (float)k[-1]; (void)out;"},
    {"input written", "{ #2", "{ ((float *)x)[0] = x[0] + 1;"},
    {"input written", "{ #2", "{ *(volatile float *)k = k[0];"},
    {"right once", "{ #2", "{ static int calls; if (calls++) return;"},
    {"wrong for size 1", "{ #2", "{ if (kw == 1) return;"},
    {"wrong above 8", "{ #2", "{ if (w > 8) return;"},
    {"wrong if even", "{ #2", "{ if (kw % 2 == 0) return;"},
    {"wrong if not square", "{ #2", "{ if (h != w) return;"},
    {"size ignored", "{ #2", "{ h = w;"},
    {"sizes swapped", "{ #2", "{ int swap = h; h = w; w = swap;"},
    {"operator", FOR_I " #2", "for (int i = 0; i <= h; i++) {"},
};

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

START_TEST(test_mutants_has_every_wanted_edit)
{
    setup();
    for (int i = 0; i < COUNT(wanted); i++) {
        const struct mutant *x = find(wanted[i][1], wanted[i][2]);
        ck_assert_msg(x, "%s: %s -> %s", wanted[i][0], wanted[i][1],
                      wanted[i][2]);
        ck_assert_str_eq(x->kind, wanted[i][0]);
    }
    teardown();
}
END_TEST

/* Edits that waste the judge's time, or are no mistake at all. */
static const char *const unwanted[][2] = {
    {FOR_V, "for (int v = 0; v < kw; kw++)"},
    {FOR_V, "for (int v = 0; v < kw; )"},
    {SUM, "s += x[i * w + v + j] * k[v];"},
    {SUM, "s += x[w * i + j + v] * k[v];"},
    {"int ow = w - kw + 1;", "int ow = ow - kw + 1;"},
    {"{", "{ static int calls; if (calls++) return 0;"},
    {OUT, "y[i * ow + j] = sqrtf(best);"},
};

START_TEST(test_mutants_lacks_every_unwanted_edit)
{
    setup();
    for (int i = 0; i < COUNT(unwanted); i++)
        ck_assert_msg(!find(unwanted[i][0], unwanted[i][1]), "%s -> %s",
                      unwanted[i][0], unwanted[i][1]);
    teardown();
}
END_TEST

START_TEST(test_mutants_all_differ)
{
    setup();
    for (int i = 0; i < mutants.count; i++) {
        ck_assert_str_ne(mutants.mutant[i].text, text);
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(mutants.mutant[i].text, mutants.mutant[j].text);
    }
    teardown();
}
END_TEST

/* What equivalent.tsv is matched by must not name two mutants. */
START_TEST(test_mutants_have_distinct_lines)
{
    setup();
    for (int i = 0; i < mutants.count; i++)
        ck_assert_ptr_eq(
            find(mutants.mutant[i].old_lines, mutants.mutant[i].new_lines),
            &mutants.mutant[i]);
    teardown();
}
END_TEST

/* Before and after the lines that it names, a mutant is the file. */
START_TEST(test_mutants_change_only_the_lines_they_name)
{
    setup();
    for (int i = 0; i < mutants.count; i++) {
        const struct mutant *x = &mutants.mutant[i];
        const char *line = text;
        for (int n = 1; n < x->line; n++)
            line = strchr(line, '\n') + 1;
        ck_assert_int_eq(memcmp(x->text, text, (size_t)(line - text)), 0);
        for (const char *c = x->old_lines; (c = strstr(c, "\\n")); c += 2)
            line = strchr(line, '\n') + 1;
        const char *rest = strchr(line, '\n');
        const char *end = x->text + strlen(x->text) - strlen(rest);
        ck_assert_str_eq(end, rest);
    }
    teardown();
}
END_TEST

START_TEST(test_mutants_leave_comments_strings_directives)
{
    setup();
    static const char *const kept[] = {
        "/* int h = w; \"an open string, 'and */\n#define HALF(n) \\\n",
        "    ((n) / 2) // h + w\n#include <math.h>\n",
        " = \"h + w /* no comment */ \\\" < h\";",
        "struct pair {\n    int first, second;\n};\n",
    };
    for (int i = 0; i < mutants.count; i++)
        for (size_t j = 0; j < sizeof kept / sizeof *kept; j++)
            ck_assert_msg(strstr(mutants.mutant[i].text, kept[j]), "%s",
                          mutants.mutant[i].new_lines);
    teardown();
}
END_TEST

/* Every mutant is still a file of whole statements. */
START_TEST(test_mutants_parse)
{
    setup();
    for (int i = 0; i < mutants.count; i++) {
        struct source s = {.name = mutants.mutant[i].new_lines};
        struct tree tree;
        s.text = mutants.mutant[i].text;
        s.len = (int)strlen(s.text);
        lex(&s);
        parse(&tree, &s);
        tree_free(&tree);
        free(s.token);
    }
    teardown();
}
END_TEST

/* C that the program does not understand must stop it: mutants that are
 * silently missing would look like a check without a gap. */
static const char *const refused[] = {
    "int a; /* open",
    "char *a = \"open;\n",
    "void f(void)\n{\n    a = b\n}\n",
    "void f(void)\n{\n    if (a)\n",
    "void f(void)\n{\n    a[1 = 2;\n}\n",
};

/* The exit status of a process that parses this. */
static int parse_alone(const char *broken)
{
    pid_t process = fork();
    if (process == 0) {
        struct source s = {.name = "broken", .text = broken};
        struct tree tree;
        s.len = (int)strlen(s.text);
        close(STDERR_FILENO);
        lex(&s);
        parse(&tree, &s);
        _exit(0);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(process, &status, 0), process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(test_parse_refuses_broken_files)
{
    ck_assert_int_eq(parse_alone("int a;\n"), 0);
    for (int i = 0; i < COUNT(refused); i++)
        ck_assert_msg(parse_alone(refused[i]) == 2, "%s", refused[i]);
}
END_TEST

static void fill(void)
{
    suite_case("edits");
    suite_test(test_mutants_has_every_wanted_edit);
    suite_test(test_mutants_lacks_every_unwanted_edit);
    suite_case("files");
    suite_test(test_mutants_all_differ);
    suite_test(test_mutants_have_distinct_lines);
    suite_test(test_mutants_change_only_the_lines_they_name);
    suite_test(test_mutants_leave_comments_strings_directives);
    suite_test(test_mutants_parse);
    suite_case("broken files");
    suite_test(test_parse_refuses_broken_files);
}

int main(void)
{
    return suite_main("mutants", fill);
}
