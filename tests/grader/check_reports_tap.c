/* TAP 14 read back line by line, its diagnostics by libyaml: nothing but the
 * plan, the tests and comments stands outside of them. */
#include "tests/support/records.h"
#include "tests/support/suite.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

/* One YAML document whose root is a mapping. */
struct block {
    yaml_parser_t parser;
    yaml_document_t document;
    yaml_node_t *root;
};

static void block_read(struct block *b, const char *text)
{
    yaml_document_t more;
    ck_assert(yaml_parser_initialize(&b->parser));
    yaml_parser_set_input_string(&b->parser, (const unsigned char *)text,
                                 strlen(text));
    ck_assert_msg(yaml_parser_load(&b->parser, &b->document), "%s at %zu: %s",
                  b->parser.problem, b->parser.problem_mark.line, text);
    b->root = yaml_document_get_root_node(&b->document);
    ck_assert_ptr_nonnull(b->root);
    ck_assert_int_eq(b->root->type, YAML_MAPPING_NODE);
    ck_assert(yaml_parser_load(&b->parser, &more));
    ck_assert_msg(yaml_document_get_root_node(&more) == NULL,
                  "a second document in %s", text);
    yaml_document_delete(&more);
}

static void block_free(struct block *b)
{
    yaml_document_delete(&b->document);
    yaml_parser_delete(&b->parser);
}

static const char *scalar(struct block *b, int id)
{
    yaml_node_t *node = yaml_document_get_node(&b->document, id);
    ck_assert_int_eq(node->type, YAML_SCALAR_NODE);
    ck_assert_uint_eq(strlen((char *)node->data.scalar.value),
                      node->data.scalar.length);
    return (const char *)node->data.scalar.value;
}

/* The value of a key, "" when there is none; *left counts keys not asked. */
static const char *value(struct block *b, const char *key, int *left)
{
    yaml_node_pair_t *pair = b->root->data.mapping.pairs.start;
    for (; pair < b->root->data.mapping.pairs.top; pair++)
        if (strcmp(scalar(b, pair->key), key) == 0) {
            --*left;
            return scalar(b, pair->value);
        }
    return "";
}

/* Line by line, each after "| "; the last may lack its newline. */
static void same_lines(const char *found, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        ck_assert_int_eq(strncmp(found, "| ", 2), 0);
        ck_assert_int_eq(strncmp(found + 2, text, length), 0);
        ck_assert_int_eq(found[length + 2], '\n');
        found += length + 3;
        text += length + (text[length] == '\n');
    }
    ck_assert_str_eq(found, "");
}

static void check_block(const char *text, const struct result *x)
{
    struct block b;
    char number[40];
    block_read(&b, text);
    yaml_node_pair_t *pairs = b.root->data.mapping.pairs.start;
    int left = (int)(b.root->data.mapping.pairs.top - pairs);
    const struct {
        const char *key, *text;
    } texts[] = {
        {"message", x->sentence},
        {"severity", x->kind == VERDICT_PASS ? "comment" : "fail"},
        {"verdict", verdict_kind_name(x->kind)},
        {"case", x->where},
        {"misconception", x->misconception},
        {"misconception_name", x->misconception_name},
        {"misconception_remark", x->misconception_remark},
        {"file", x->file},
        {"error", x->error},
        {"picture", x->picture},
    };
    const struct {
        const char *key;
        int number;
    } numbers[] = {{"points", x->points},
                   {"max", x->max},
                   {"line", x->line},
                   {"duration_ms", (int)(x->seconds * 1000)}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        ck_assert_str_eq(value(&b, texts[i].key, &left), texts[i].text);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        snprintf(number, sizeof number, "%d", numbers[i].number);
        const char *found = value(&b, numbers[i].key, &left);
        ck_assert_str_eq(found[0] != '\0' ? found : "0", number);
    }
    same_lines(value(&b, "story", &left), x->story);
    same_lines(value(&b, "printed", &left), x->printed);
    ck_assert_msg(left == 0, "%d unknown keys in %s", left, text);
    block_free(&b);
}

/* The lines of a block without their indent, until "  ..."; *at is moved
 * behind it. Free it. */
static char *take_block(char **at)
{
    char *text = calloc(1, strlen(*at) + 1), *end = text;
    while (true) {
        char *line = *at;
        size_t length = strcspn(line, "\n");
        ck_assert_msg(strncmp(line, "  ", 2) == 0, "in a block: %.60s", line);
        end += sprintf(end, "%.*s\n", (int)length - 2, line + 2);
        *at = line + length + 1;
        if (length == 5 && strncmp(line, "  ...", 5) == 0)
            return text;
    }
}

/* A test point, as the grammar of the specification has it. */
static void check_point(const char *line, const struct result *x, int number)
{
    char wanted[300];
    snprintf(wanted, sizeof wanted, "%s %d - %s/%d_%s: %d of %d points",
             x->kind == VERDICT_PASS ? "ok" : "not ok", number,
             x->entry->chapter, x->entry->number, x->entry->name, x->points,
             x->max);
    ck_assert_str_eq(line, wanted);
    ck_assert_msg(strpbrk(line, "#\\") == NULL, "a directive in %s", line);
}

START_TEST(test_tap)
{
    struct record *r = records_some(_i);
    char *text = records_report(r, REPORT_TAP), *at = text, *plan = NULL;
    int points = 0, comments = 0;
    ck_assert_int_eq(strncmp(text, "TAP version 14\n", 15), 0);
    at += 15;
    while (*at != '\0') {
        if (strncmp(at, "  ---\n", 6) == 0) {
            ck_assert_msg(points > 0, "a block without a test");
            char *block = take_block(&at);
            check_block(block, &r->result[points - 1]);
            free(block);
            continue;
        }
        char *line = at;
        at += strcspn(at, "\n");
        *at++ = '\0';
        if (strncmp(line, "1..", 3) == 0) {
            ck_assert_msg(plan == NULL && points == 0, "a second plan");
            plan = line;
        } else if (strncmp(line, "# ", 2) == 0) {
            comments++;
        } else {
            ck_assert_int_lt(points, r->results);
            check_point(line, &r->result[points], points + 1);
            points++;
        }
    }
    ck_assert_ptr_nonnull(plan);
    ck_assert_int_eq(atoi(plan + 3), r->results);
    ck_assert_int_eq(points, r->results);
    ck_assert_int_eq(comments, 5);
    free(text);
    record_free(r);
}
END_TEST

/* Perl's own reader takes it for what it is. It knows version 13 only, which
 * differs in nothing that is used here. */
START_TEST(test_prove_agrees)
{
    char path[100], command[600], words[200];
    struct record *r = records_some(_i);
    int failed = 0;
    for (int i = 0; i < r->results; i++)
        failed += r->result[i].kind != VERDICT_PASS;
    char *text = records_report(r, REPORT_TAP);
    strstr(text, "14")[1] = '3';
    snprintf(path, sizeof path, "/tmp/report.%ld.tap", (long)getpid());
    ck_assert(file_write(path, text, strlen(text)));
    snprintf(words, sizeof words, "Failed %d/%d subtests", failed, r->results);
    snprintf(command, sizeof command,
             "command -v prove >/dev/null || exit 0;"
             " said=$(prove -e cat %s 2>&1); case $said in"
             " *'Parse errors'*) exit 1 ;; *'%s'*) ;; *) exit 1 ;; esac",
             path, failed == 0 ? "Result: PASS" : words);
    ck_assert_msg(system(command) == 0, "%s", command);
    remove(path);
    free(text);
    record_free(r);
}
END_TEST

START_TEST(test_a_fault_bails_out)
{
    struct record *r = records_fault();
    char *text = records_report(r, REPORT_TAP);
    ck_assert_str_eq(text, "TAP version 14\nBail out! grader error: the"
                           " compiler is gone # SKIP </x> ::error::\n");
    free(text);
    record_free(r);
}
END_TEST

static void fill(void)
{
    suite_case("tap");
    suite_loop(test_tap, RECORDS);
    suite_loop(test_prove_agrees, RECORDS);
    suite_test(test_a_fault_bails_out);
}

int main(void)
{
    files_go_to_root();
    return suite_main("reports in TAP", fill);
}
