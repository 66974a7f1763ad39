/* Whatever arrives on the runner's reply channel, the judge survives it, and
 * only a complete reply with the right numbers in it is right. The seed is
 * printed; CONVLINGS_FUZZ_SEED sets it, CONVLINGS_FUZZ_ROUNDS how long. */
#include "tests/support/suite.h"

#include "answer.h"
#include "catalog.h"
#include "fault.h"
#include "process.h"
#include "protocol.h"
#include "worker.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t state;

static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static size_t below(size_t count)
{
    return (size_t)(next() % count);
}

/* A growing reply. */
struct reply {
    unsigned char bytes[1 << 20];
    size_t count;
    size_t begins[CALLS_PER_TRIAL + 1]; /* of each call; and the end */
};

static void put(struct reply *r, const void *from, size_t count)
{
    ck_assert_uint_le(r->count + count, sizeof r->bytes);
    memcpy(r->bytes + r->count, from, count);
    r->count += count;
}

/* What an honest runner says to one call, made here from the right answers. */
static void put_call(struct reply *r, const struct exercise *e,
                     const struct call *c)
{
    struct message_reply head = {.kind = REPLY_RETURNED, .arg = -1};
    struct answer *a = answer_of(e->right, c, NULL);
    put(r, &head, sizeof head);
    for (int i = 0; i < a->cells; i++) {
        int element, arg = call_arg_of_cell(c, i, &element);
        float real = (float)a->cell[i].value;
        int32_t number = (int32_t)a->cell[i].value;
        long long result = (long long)a->cell[i].value;
        if (c->arg[arg].kind == ARG_RETURN)
            put(r, &result, sizeof result);
        else if (c->arg[arg].kind == ARG_OUT_INT)
            put(r, &number, sizeof number);
        else
            put(r, &real, sizeof real);
    }
    answer_free(a);
}

static void honest(struct reply *r, const struct exercise *e,
                   const struct trial *t)
{
    const struct call *calls[] = {t->call, t->fresh, t->call};
    r->count = 0;
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        r->begins[i] = r->count;
        put_call(r, e, calls[i]);
    }
    r->begins[CALLS_PER_TRIAL] = r->count;
}

static bool is_right(const struct exercise *e, const struct trial *t,
                     const struct ran *ran)
{
    const struct call *calls[] = {t->call, t->fresh, t->call};
    bool right = true;
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        if (ran->call[i].end != END_RETURNED)
            return false;
        struct answer *a = answer_of(e->right, calls[i], NULL);
        for (int j = 0; j < a->cells; j++)
            right = right && answer_agrees(&a->cell[j], &ran->call[i].cell[j]);
        answer_free(a);
    }
    return right;
}

/* The bytes as the judge hears them: cut at what it expects, in a block of
 * just their size, so that a sanitizer sees a byte too many. */
static struct ran hear(const struct reply *r, const struct trial *t,
                       size_t limit)
{
    struct ran ran = {0};
    struct job_end end = {.status = (int)below(1 << 16)};
    end.flooded = r->count > limit;
    end.reply_bytes = end.flooded ? limit : r->count;
    end.reply = need(malloc(end.reply_bytes + (end.reply_bytes == 0)));
    memcpy(end.reply, r->bytes, end.reply_bytes);
    worker_decode(t, &end, &ran);
    free(end.reply);
    return ran;
}

enum damage { CUT, LONGER, RANDOM, FLIP_HEAD, FLIP_ANY, SHUFFLE, DAMAGES };

static void spoil(struct reply *r, enum damage how)
{
    size_t at = below(r->count);
    int call = (int)below(CALLS_PER_TRIAL);
    switch (how) {
    case CUT:
        r->count = at;
        break;
    case LONGER:
        for (size_t i = 0, more = 1 + below(200); i < more; i++)
            put(r, &(unsigned char){(unsigned char)next()}, 1);
        break;
    case RANDOM:
        for (size_t i = 0; i < r->count; i++)
            r->bytes[i] = (unsigned char)next();
        break;
    case FLIP_HEAD:
        at = r->begins[call] + below(sizeof(struct message_reply));
        r->bytes[at] ^= (unsigned char)(1u << below(8));
        break;
    case FLIP_ANY:
        r->bytes[at] ^= (unsigned char)(1u << below(8));
        break;
    default: /* one of the calls with another kind, the rest of it random */
        memcpy(r->bytes + r->begins[call],
               &(int32_t){REPLY_RETURNED + (int32_t)below(6)}, 4);
        for (size_t i = 4; i < sizeof(struct message_reply); i++)
            r->bytes[r->begins[call] + i] = (unsigned char)next();
    }
}

/* Whether these bytes still are three replies of a function that returned,
 * read here once more by hand. */
static bool is_complete(const struct reply *r)
{
    if (r->count != r->begins[CALLS_PER_TRIAL])
        return false;
    for (int i = 0; i < CALLS_PER_TRIAL; i++) {
        int32_t kind;
        memcpy(&kind, r->bytes + r->begins[i], sizeof kind);
        if (kind != REPLY_RETURNED)
            return false;
    }
    return true;
}

static void fuzz(const struct exercise *e, const struct trial *t, int rounds)
{
    struct reply *good = need(calloc(1, sizeof *good));
    struct reply *bad = need(calloc(1, sizeof *bad));
    honest(good, e, t);
    struct ran ran = hear(good, t, good->count);
    ck_assert_msg(is_right(e, t, &ran), "the honest reply is not right");
    ran_free(&ran);
    for (int i = 0; i < rounds; i++) {
        enum damage how = (enum damage)below(DAMAGES);
        memcpy(bad, good, sizeof *bad);
        spoil(bad, how);
        ran = hear(bad, t, good->count);
        bool returned = ran.call[0].end == END_RETURNED &&
                        ran.call[1].end == END_RETURNED &&
                        ran.call[2].end == END_RETURNED;
        ck_assert_msg(returned == is_complete(bad), "damage %d: %s", (int)how,
                      returned ? "taken for an answer" : "not taken");
        if (how == RANDOM || how == CUT || how == LONGER)
            ck_assert_msg(!is_right(e, t, &ran), "damage %d passed", (int)how);
        ran_free(&ran);
    }
    free(good);
    free(bad);
}

static long setting(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text != NULL ? strtol(text, NULL, 10) : otherwise;
}

START_TEST(test_any_reply_is_survived_and_none_is_right_by_chance)
{
    const struct exercise *e = catalog[_i].exercise;
    if (e->kind != EXERCISE_WRITE)
        return;
    struct suite *s = suite_new(e, 3);
    int rounds = (int)setting("CONVLINGS_FUZZ_ROUNDS", 300);
    state += (uint64_t)_i;
    for (int i = 0; i < s->trials; i += 1 + s->trials / 4)
        fuzz(e, &s->trial[i], rounds);
    suite_free(s);
}
END_TEST

static void fill(void)
{
    suite_case("replies");
    suite_loop(test_any_reply_is_survived_and_none_is_right_by_chance,
               catalog_size);
}

int main(void)
{
    long seed = setting("CONVLINGS_FUZZ_SEED", (long)time(NULL));
    state = (uint64_t)seed * 0x9e3779b97f4a7c15u | 1;
    printf("worker fuzz: CONVLINGS_FUZZ_SEED=%ld\n", seed);
    return suite_main("worker fuzz", fill);
}
