/* Every function that takes sizes, called with whatever integers there are:
 * each call must end with a status, and under the sanitizers without a product
 * that wraps round. Small numbers are carried out, in arrays that hold any
 * result; absurd ones are called without outputs, so that what is allowed is
 * measured and not done. */
#include <limits.h>
#include <stdlib.h>

#include "tests/support/calls.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

enum { SMALL_ROUNDS = 3000, ABSURD_ROUNDS = 3000 };

/* Room for any result of numbers up to LARGEST_SMALL. */
enum { LARGEST_SMALL = 4, ROOM = 1 << 22 };

static const int absurd[] = {
    INT_MIN,     INT_MIN + 1, -65536,          -1,          0,       1,
    2,           3,           46340,           46341,       65535,   65536,
    INT_MAX / 3, INT_MAX / 2, INT_MAX / 2 + 1, INT_MAX - 1, INT_MAX,
};

enum { ABSURD = sizeof absurd / sizeof absurd[0] };

/* The arrays of all calls: zeros, made once before the tests are forked. */
static call_arrays arrays;

static void *room(size_t element_bytes)
{
    void *memory = calloc(ROOM, element_bytes);

    if (!memory)
        abort();
    return memory;
}

static void arrays_make(void)
{
    static int sizes[8];

    arrays = (call_arrays){
        .x = room(sizeof(float)),
        .weight = room(sizeof(float)),
        .bias = room(sizeof(float)),
        .more = room(sizeof(float)),
        .places = room(sizeof(int64_t)),
        .y = room(sizeof(float)),
        .exact = room(sizeof(double)),
        .bound = room(sizeof(double)),
        .indices = room(sizeof(int64_t)),
        .columns = room(sizeof(int)),
        .starts = room(sizeof(size_t)),
        .sizes = sizes,
    };
}

static const library_call *call_number(int i)
{
    const library_call *c = library_call_at(i);

    ck_assert_ptr_nonnull(c);
    return c;
}

static int known(ref_status status)
{
    return (int)status >= 0 && (int)status < REF_STATUS_COUNT;
}

START_TEST(test_small_numbers)
{
    const library_call *c = call_number(_i);
    dice d = {(uint64_t)_i + 1};
    int v[CALL_NUMBERS], done = 0;

    for (int round = 0; round < SMALL_ROUNDS; round++) {
        /* sizes come first; options are mostly 1, or mostly 0, or hardly any
         * call would be allowed */
        for (int i = 0; i < CALL_NUMBERS; i++)
            v[i] = dice_int(&d, 0, 9) == 0 ? dice_int(&d, -1, LARGEST_SMALL)
                   : i < 8                 ? dice_int(&d, 1, LARGEST_SMALL)
                                           : round % 2;
        done += c->run(v, &arrays) == REF_OK;
    }
    ck_assert_msg(done >= 10, "%s was done %d times only", c->name, done);
}
END_TEST

START_TEST(test_absurd_numbers)
{
    const library_call *c = call_number(_i);
    call_arrays a = arrays;
    dice d = {(uint64_t)_i + 1};
    int v[CALL_NUMBERS];

    a.y = NULL;
    a.exact = a.bound = NULL;
    a.indices = NULL;
    a.columns = NULL;
    for (int round = 0; round < ABSURD_ROUNDS; round++) {
        int one_in = dice_int(&d, 1, 6), empty = 0;
        ref_status status;

        for (int i = 0; i < CALL_NUMBERS; i++) {
            v[i] = dice_int(&d, 1, one_in) == 1
                       ? absurd[dice_int(&d, 0, ABSURD - 1)]
                       : dice_int(&d, 1, 2);
            empty = empty || v[i] == 0;
        }
        status = c->run(v, &a);
        ck_assert_msg(known(status), "%s gives status %d", c->name,
                      (int)status);
        ck_assert_msg(status != REF_OK || !c->outputs || empty,
                      "%s is done without an output", c->name);
        ck_assert_msg(status == REF_OK || *ref_status_message(),
                      "%s refuses without a word", c->name);
    }
}
END_TEST

/* One absurd number at every place, all others good. */
START_TEST(test_one_absurd_number)
{
    const library_call *c = call_number(_i);
    call_arrays a = arrays;

    a.y = NULL;
    a.exact = NULL;
    for (int place = 0; place < c->numbers; place++)
        for (int i = 0; i < ABSURD; i++) {
            int v[CALL_NUMBERS];

            for (int j = 0; j < CALL_NUMBERS; j++)
                v[j] = 1;
            v[place] = absurd[i];
            ck_assert(known(c->run(v, &a)));
        }
}
END_TEST

static void fill(void)
{
    int count = 0;

    while (library_call_at(count))
        count++;
    suite_case("small");
    suite_loop(test_small_numbers, count);
    suite_case("absurd");
    suite_loop(test_absurd_numbers, count);
    suite_loop(test_one_absurd_number, count);
}

int main(void)
{
    arrays_make();
    return suite_main("absurd", fill);
}
