/* Tests of reference/status.c. */
#include <pthread.h>
#include <string.h>

#include "reference/status.h"
#include "tests/support/suite.h"

/* Would pass unseen: a name missing or two outcomes with one number. */
START_TEST(test_status_name_is_the_source_spelling)
{
    static const struct {
        ref_status status;
        const char *name;
    } expected[] = {
        {REF_OK, "REF_OK"},
        {REF_ENULL, "REF_ENULL"},
        {REF_ESIZE, "REF_ESIZE"},
        {REF_EPARAM, "REF_EPARAM"},
        {REF_EOVERFLOW, "REF_EOVERFLOW"},
        {REF_EOVERLAP, "REF_EOVERLAP"},
        {REF_ENOMEM, "REF_ENOMEM"},
        {REF_EIO, "REF_EIO"},
        {REF_EFORMAT, "REF_EFORMAT"},
    };

    ck_assert_int_eq(REF_OK, 0);
    ck_assert_int_eq(sizeof expected / sizeof expected[0], REF_STATUS_COUNT);
    for (int i = 0; i < REF_STATUS_COUNT; i++) {
        ck_assert_str_eq(ref_status_name(expected[i].status), expected[i].name);
        ck_assert_int_eq((int)expected[i].status, i);
    }
}
END_TEST

START_TEST(test_status_name_of_a_value_outside)
{
    ck_assert_str_eq(ref_status_name((ref_status)-1), "unknown status");
    ck_assert_str_eq(ref_status_name((ref_status)REF_STATUS_COUNT),
                     "unknown status");
}
END_TEST

START_TEST(test_status_message_starts_empty)
{
    ck_assert_str_eq(ref_status_message(), "");
}
END_TEST

START_TEST(test_fail_formats_and_passes_the_status_through)
{
    ck_assert_int_eq(ref_fail(REF_EPARAM, "argument '%s' is %d", "sh", 0),
                     REF_EPARAM);
    ck_assert_str_eq(ref_status_message(), "argument 'sh' is 0");
}
END_TEST

/* Would pass unseen: a long file name running over the buffer. */
START_TEST(test_fail_cuts_a_long_message)
{
    char name[2000];

    memset(name, 'a', sizeof name);
    name[sizeof name - 1] = '\0';
    ck_assert_int_eq(ref_fail(REF_EIO, "%s", name), REF_EIO);
    ck_assert_uint_eq(strlen(ref_status_message()), REF_MESSAGE_BYTES - 1);
}
END_TEST

static void *fail_elsewhere(void *result)
{
    *(int *)result = ref_status_message()[0] == '\0' &&
                     ref_fail(REF_EIO, "other thread") == REF_EIO;
    return NULL;
}

/* Would pass unseen: one message for all threads. */
START_TEST(test_message_belongs_to_its_thread)
{
    pthread_t thread;
    int fresh = 0;

    ck_assert_int_eq(ref_fail(REF_EPARAM, "this thread"), REF_EPARAM);
    ck_assert_int_eq(pthread_create(&thread, NULL, fail_elsewhere, &fresh), 0);
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
    ck_assert_int_eq(fresh, 1);
    ck_assert_str_eq(ref_status_message(), "this thread");
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_status_name_is_the_source_spelling);
    suite_test(test_status_name_of_a_value_outside);
    suite_test(test_status_message_starts_empty);
    suite_test(test_fail_formats_and_passes_the_status_through);
    suite_case("manners");
    suite_test(test_fail_cuts_a_long_message);
    suite_test(test_message_belongs_to_its_thread);
}

int main(void)
{
    return suite_main("status", fill);
}
