/* A record as a file: every field is there when another parser looks for it
 * and is read back as it was; what is damaged is refused by name; and what
 * cannot be written whole leaves what was there before. */
#include "tests/support/records.h"
#include "tests/support/suite.h"

#include "files.h"
#include "text.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[200], path[300];

static void enter_folder(void)
{
    strcpy(folder, "/tmp/record.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/record.json", folder);
}

static void leave_folder(void)
{
    remove(path);
    ck_assert_msg(rmdir(folder) == 0, "something was left in %s", folder);
}

static void same_text(const cJSON *object, const char *name, const char *text)
{
    const char *found =
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    ck_assert_msg(found != NULL, "no '%s'", name);
    ck_assert_str_eq(found, text);
}

static void same_number(const cJSON *object, const char *name, double number)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, name);
    ck_assert_msg(cJSON_IsNumber(found), "no '%s'", name);
    ck_assert_double_eq(found->valuedouble, number);
}

static void check_result(const cJSON *one, const struct result *x)
{
    same_text(one, "exercise", x->entry->name);
    same_text(one, "verdict", verdict_kind_name(x->kind));
    same_number(one, "points", x->points);
    same_number(one, "max", x->max);
    same_number(one, "seconds", x->seconds);
    same_number(one, "line", x->line);
    same_text(one, "file", x->file);
    same_text(one, "where", x->where);
    same_text(one, "sentence", x->sentence);
    same_text(one, "story", x->story);
    same_text(one, "misconception", x->misconception);
    same_text(one, "misconception_name", x->misconception_name);
    same_text(one, "misconception_remark", x->misconception_remark);
    same_text(one, "error", x->error);
    same_text(one, "printed", x->printed);
    same_text(one, "picture", x->picture);
}

static struct record *build(int which)
{
    return which == 0   ? records_plain()
           : which == 1 ? records_nasty()
           : which == 2 ? records_perfect()
                        : records_fault();
}

START_TEST(test_every_field_is_in_the_file)
{
    struct record *r = build(_i);
    char *text = record_text(r);
    cJSON *whole = cJSON_Parse(text);
    ck_assert_ptr_nonnull(whole);
    same_text(whole, "format", "convlings record");
    same_number(whole, "version", 1);
    same_text(whole, "seed", "18446744073709551615");
    same_text(whole, "submission", r->submission);
    same_text(whole, "sandbox", "uid seccomp landlock(7)");
    same_text(whole, "started", "2026-03-01T09:30:00Z");
    same_number(whole, "seconds", 12.5);
    same_text(whole, "fault", r->fault);
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(whole, "results");
    ck_assert_int_eq(cJSON_GetArraySize(list), r->results);
    for (int i = 0; i < r->results; i++)
        check_result(cJSON_GetArrayItem(list, i), &r->result[i]);
    cJSON_Delete(whole);
    free(text);
    record_free(r);
}
END_TEST

START_TEST(test_a_record_is_read_back_as_it_was)
{
    char problem[200] = "";
    struct record *r = build(_i);
    enter_folder();
    ck_assert(record_write(r, path));
    struct record *again = record_read(path, problem, sizeof problem);
    ck_assert_msg(again != NULL, "%s", problem);
    char *was = record_text(r), *is = record_text(again);
    ck_assert_str_eq(was, is);
    ck_assert_int_eq(record_points(r), record_points(again));
    free(was);
    free(is);
    record_free(r);
    record_free(again);
    leave_folder();
}
END_TEST

/* A text in place of another in a good record, and what is said of it. */
static const struct damage {
    const char *from, *to, *problem;
} damages[] = {
    {"{", "", "it is no JSON: line 2: "},
    {"\"version\": 1", "\"version\": 2", "another version"},
    {"\"version\": 1", "\"version\": \"1\"", "another version"},
    {"convlings record", "something else", "no record of a submission"},
    {"\"seed\": \"1", "\"seed\": \"-1", "'seed' is no number"},
    {"\"seed\": \"1", "\"seed\": \"91", "'seed' is no number"},
    {"\"seed\": \"", "\"need\": \"", "'seed' is missing"},
    {"\"sandbox\"", "\"sandpit\"", "'sandbox' is missing"},
    {"\"submission\": \"Ada Lovelace\"", "\"submission\": 7", "'submission'"},
    {"Ada Lovelace", "Ada\\u001b[31m", "'submission' has characters"},
    {"Ada Lovelace", "Ada\\nLovelace", "'submission' has more than one line"},
    {"Ada Lovelace", "Ada\\u0000", "it is no JSON"},
    {"Ada Lovelace", "Ada\xff", "it is no JSON"},
    {"\"fault\": \"\"", "\"fault\": \"x\"", "a fault of the grader and res"},
    {"2026-03-01T", "2026-03-01 ", "'started' is no time in UTC: 2026-03-01 "},
    {"09:30:00Z", "09:30:00Z ", "'started' is no time in UTC"},
    {"09:30:00Z", "09:30:00", "'started' is no time in UTC"},
    {"\"seconds\": 12.5", "\"seconds\": -1", "'seconds' is missing or no time"},
    {"\"seconds\": 12.5", "\"seconds\": \"1\"", "'seconds' is missing"},
    {"\"results\": [", "\"results\": 1, \"rest\": [", "'results'"},
    {"\"points\": 10", "\"points\": 9", "a pass with 9 of 10 points"},
    {"\"points\": 10", "\"points\": 11", "11 of 10 points"},
    {"\"points\": 10", "\"points\": -1", "'points' is missing or no count"},
    {"\"points\": 10", "\"points\": 10.5", "'points' is missing or no count"},
    {"\"points\": 10", "\"points\": 4294967306", "'points' is missing"},
    {"\"max\": 10", "\"least\": 10", "'max' is missing or no count"},
    {"\"verdict\": \"pass\"", "\"verdict\": \"won\"", "no verdict 'won'"},
    {"\"exercise\": \"", "\"exercise\": \"un", "there is no exercise 'un"},
    {"\"line\": 0", "\"line\": null", "'line' is missing"},
    {"\"story\": \"", "\"history\": \"", "'story' is missing or no text"},
    {"\"max\": 10", "\"max\": 10, \"max\": 10", "it is no JSON"},
};

START_TEST(test_a_damaged_record_is_refused_by_name)
{
    const struct damage *d = &damages[_i];
    char problem[200] = "";
    struct record *r = records_plain();
    char *good = record_text(r), *bad = malloc(strlen(good) + 100);
    const char *at = strstr(good, d->from);
    ck_assert_msg(at != NULL, "there is no %s", d->from);
    enter_folder();
    sprintf(bad, "%.*s%s%s", (int)(at - good), good, d->to,
            at + strlen(d->from));
    ck_assert(file_write(path, bad, strlen(bad)));
    ck_assert_ptr_null(record_read(path, problem, sizeof problem));
    ck_assert_msg(strstr(problem, d->problem) != NULL, "%s: '%s'", d->to,
                  problem);
    free(good);
    free(bad);
    record_free(r);
    leave_folder();
}
END_TEST

START_TEST(test_half_a_record_is_refused)
{
    char problem[200];
    struct record *r = records_plain();
    char *text = record_text(r);
    enter_folder();
    ck_assert_ptr_null(record_read(path, problem, sizeof problem));
    ck_assert_str_eq(problem, "it cannot be read: No such file or directory");
    for (size_t size = 0; size + 2 < strlen(text); size += 97) {
        ck_assert(file_write(path, text, size));
        ck_assert_ptr_null(record_read(path, problem, sizeof problem));
    }
    record_free(r);
    r = records_plain();
    record_add_missing(r, r->result[2].entry);
    ck_assert(record_write(r, path));
    ck_assert_ptr_null(record_read(path, problem, sizeof problem));
    ck_assert_ptr_nonnull(strstr(problem, " is there twice"));
    free(text);
    record_free(r);
    leave_folder();
}
END_TEST

static void holds(const char *file, const char *text)
{
    char *found = file_read(file, 1 << 20, NULL);
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, text);
    free(found);
}

START_TEST(test_a_full_disk_leaves_what_was_there)
{
    struct record *r = records_plain();
    enter_folder();
    ck_assert(file_write(path, "before", 6));
    struct rlimit limit = {.rlim_cur = 1000, .rlim_max = RLIM_INFINITY}, old;
    getrlimit(RLIMIT_FSIZE, &old);
    limit.rlim_max = old.rlim_max;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert(!record_write(r, path));
    ck_assert_int_eq(errno, EFBIG);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &old), 0);
    holds(path, "before");
    record_free(r);
    leave_folder();
}
END_TEST

START_TEST(test_links_and_devices_are_not_written_through)
{
    char secret[300], below[400];
    struct stat info;
    struct record *r = records_fault();
    enter_folder();
    snprintf(secret, sizeof secret, "%s/secret", folder);
    ck_assert(file_write(secret, "kept", 4));
    ck_assert_int_eq(symlink(secret, path), 0);
    ck_assert(record_write(r, path));
    holds(secret, "kept");
    ck_assert_int_eq(lstat(path, &info), 0);
    ck_assert_msg(S_ISREG(info.st_mode), "the link is still there");
    remove(path);
    ck_assert_int_eq(symlink("/dev/full", path), 0);
    ck_assert(!record_write(r, path));
    ck_assert_int_eq(errno, EINVAL);
    remove(path);
    ck_assert_int_eq(mkfifo(path, 0600), 0); /* like a device */
    ck_assert(!record_write(r, path));
    ck_assert_int_eq(errno, EINVAL);
    ck_assert(!record_write(r, folder));
    ck_assert_int_eq(errno, EISDIR);
    snprintf(below, sizeof below, "%s/x/y.json", secret);
    ck_assert(!record_write(r, below));
    ck_assert_int_eq(errno, ENOTDIR);
    remove(secret);
    record_free(r);
    leave_folder();
}
END_TEST

/* Somebody knows the temporary name and has put a link there. */
START_TEST(test_a_temporary_name_that_is_taken)
{
    char trap[400], secret[300];
    struct record *r = records_fault();
    enter_folder();
    snprintf(secret, sizeof secret, "%s/secret", folder);
    ck_assert(file_write(secret, "kept", 4));
    snprintf(trap, sizeof trap, "%s.%ld.0.tmp", path, (long)getpid());
    ck_assert_int_eq(symlink(secret, trap), 0);
    ck_assert(record_write(r, path));
    holds(secret, "kept");
    ck_assert_int_eq(unlink(trap), 0);
    remove(secret);
    record_free(r);
    leave_folder();
}
END_TEST

START_TEST(test_text_is_cleaned)
{
    static const struct {
        const char *from, *to;
        size_t limit;
    } rows[] = {
        {"plain\ntext", "plain\ntext", 100},
        {"a\tb\rc\x1b[31md\x7f\x01", "a bc[31md", 100},
        {"\xc2\x9b"
         "31m",
         "31m", 100},
        {"\xff\xc0\xaf\xed\xa0\x80|",
         "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
         "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|",
         100},
        /* NOLINTNEXTLINE(misc-misleading-bidirectional): that is the test */
        {"\xe2\x80\xae|\xe2\x80\xa8|\xef\xbf\xbe",
         "\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd", 100},
        {"\xf0\x9f\x98\x80 \xc3\xa9", "\xf0\x9f\x98\x80 \xc3\xa9", 100},
        {"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd", 100},
        {"\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
         100},
        {"0123456789", "0123456789", 10},
        {"0123456789a", "0123456789...", 10},
        {"01234567\xe2\x82\xac", "01234567...", 10},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *clean = text_clean(rows[i].from, rows[i].limit);
        ck_assert_str_eq(clean, rows[i].to);
        ck_assert(text_is_clean(clean));
        ck_assert_int_eq(text_is_clean(rows[i].from),
                         strcmp(rows[i].from, rows[i].to) == 0 ||
                             rows[i].limit == 10);
        free(clean);
    }
    char *line = text_clean_line("a\nb\r\n", 100);
    ck_assert_str_eq(line, "a b ");
    free(line);
}
END_TEST

static void fill(void)
{
    suite_case("record");
    suite_loop(test_every_field_is_in_the_file, 4);
    suite_loop(test_a_record_is_read_back_as_it_was, 4);
    suite_loop(test_a_damaged_record_is_refused_by_name,
               sizeof damages / sizeof damages[0]);
    suite_test(test_half_a_record_is_refused);
    suite_case("files");
    suite_test(test_a_full_disk_leaves_what_was_there);
    suite_test(test_links_and_devices_are_not_written_through);
    suite_test(test_a_temporary_name_that_is_taken);
    suite_case("text");
    suite_test(test_text_is_cleaned);
}

int main(void)
{
    files_go_to_root();
    return suite_main("record", fill);
}
