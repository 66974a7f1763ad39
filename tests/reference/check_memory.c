/* Tests of reference/memory.c, and of memory that runs out: every function that
 * takes some is called again and again, its first request refused, then its
 * second, until none is. Each time it must say REF_ENOMEM, leave its outputs
 * alone and keep nothing. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/convlings.h"
#include "reference/io/image_file.h"
#include "reference/io/npy.h"
#include "reference/memory.h"
#include "tests/support/failing.h"
#include "tests/support/scratch.h"
#include "tests/support/suite.h"

/* One function at work.
 *   least  how many requests it makes at least
 *   run    calls it, and gives back what it made */
typedef struct work {
    const char *name;
    int least;
    ref_status (*run)(void);
} work;

/* Whether an output changed although the call failed. */
static int touched;

static ref_status tensor(void)
{
    ref_tensor t = {.n = 77};
    ref_status status = ref_tensor_new(1, 2, 3, 4, &t);

    if (status == REF_OK)
        ref_tensor_free(&t);
    else
        touched = touched || t.n != 77;
    return status;
}

static ref_status array(void)
{
    ref_array a = {.rank = 77};
    ref_status status = ref_array_new(REF_INT64, 2, (const int[]){3, 4}, &a);

    if (status == REF_OK)
        ref_array_free(&a);
    else
        touched = touched || a.rank != 77;
    return status;
}

static ref_status npy_write(void)
{
    float numbers[6] = {1, 2, 3, 4, 5, 6};
    const ref_array a = {REF_FLOAT32, 2, {2, 3}, numbers};

    return ref_npy_write(scratch_path("a.npy"), &a);
}

static ref_status npy_read(void)
{
    ref_array a = {.rank = 77};
    ref_status status = ref_npy_read(scratch_path("a.npy"), &a);

    if (status == REF_OK)
        ref_array_free(&a);
    else
        touched = touched || a.rank != 77;
    return status;
}

static ref_status image(void)
{
    ref_image im = {.h = 77};
    ref_status status = ref_image_new(3, 4, 5, 255, &im);

    if (status == REF_OK)
        ref_image_free(&im);
    else
        touched = touched || im.h != 77;
    return status;
}

static ref_status write_picture(const char *name)
{
    float samples[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255};
    const ref_image im = {samples, 3, 2, 2, 255};

    return ref_image_write(scratch_path(name), &im);
}

static ref_status read_picture(const char *name)
{
    ref_image im = {.h = 77};
    ref_status status = ref_image_read(scratch_path(name), &im);

    if (status == REF_OK)
        ref_image_free(&im);
    else
        touched = touched || im.h != 77;
    return status;
}

static ref_status png_write(void)
{
    return write_picture("a.png");
}

static ref_status png_read(void)
{
    return read_picture("a.png");
}

static ref_status ppm_write(void)
{
    return write_picture("a.ppm");
}

static ref_status ppm_read(void)
{
    return read_picture("a.ppm");
}

/* A bias of ones, so that an answer differs from what y held before. */
static const float ones[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

static void see(ref_status status, float y)
{
    touched = touched || (status == REF_OK ? y != 5.0f : y != 77.0f);
}

static ref_status conv2d(void)
{
    float y[9] = {77};
    ref_status status =
        ref_conv2d(ones, 1, 1, 4, 4, ones, 1, 2, 2, ones, NULL, y);

    see(status, y[0]);
    return status;
}

static ref_status conv2d_plan(void)
{
    ref_conv_plan *plan = NULL;
    ref_status status =
        ref_conv2d_plan_new(1, 4, 4, ones, 1, 2, 2, ones, NULL, &plan);
    float y[9] = {77};

    if (status != REF_OK) {
        touched = touched || plan != NULL;
        return status;
    }
    status = ref_conv_plan_run(plan, ones, 1, y);
    see(status, y[0]);
    ref_conv_plan_free(plan);
    return status;
}

static const work works[] = {
    {"ref_conv2d", 2, conv2d},
    {"ref_conv2d_plan_new", 3, conv2d_plan},
    {"ref_tensor_new", 1, tensor},
    {"ref_array_new", 1, array},
    {"ref_npy_write", 1, npy_write},
    {"ref_npy_read", 2, npy_read},
    {"ref_image_new", 1, image},
    {"ref_image_write, PNG", 2, png_write},
    {"ref_image_read, PNG", 2, png_read},
    {"ref_image_write, PPM", 1, ppm_write},
    {"ref_image_read, PPM", 2, ppm_read},
};

enum { WORKS = sizeof works / sizeof works[0], MOST_REQUESTS = 50 };

START_TEST(test_memory_runs_out)
{
    const work *w = &works[_i];
    int files, n = 1;

    scratch_new();
    ck_assert_int_eq(npy_write(), REF_OK);
    ck_assert_int_eq(png_write(), REF_OK);
    ck_assert_int_eq(ppm_write(), REF_OK);
    files = scratch_count();
    for (;; n++) {
        ref_status status;

        ck_assert_int_lt(n, MOST_REQUESTS);
        failing_from(n);
        status = w->run();
        failing_stop();
        ck_assert_msg(!touched, "%s changes its output", w->name);
        ck_assert_msg(failing_live() == 0,
                      "%s keeps %d pieces after failure %d", w->name,
                      failing_live(), n);
        ck_assert_int_eq(scratch_count(), files);
        if (failing_requests() < n) {
            ck_assert_int_eq(status, REF_OK);
            break;
        }
        ck_assert_msg(status == REF_ENOMEM, "%s: %s after failure %d", w->name,
                      ref_status_name(status), n);
    }
    ck_assert_int_gt(n, w->least);
    scratch_free();
}
END_TEST

/* The other operators take none: that is what their headers say. */
START_TEST(test_operators_take_no_memory)
{
    ref_status status;
    float y[16];

    failing_from(1);
    status =
        ref_conv_transpose2d(ones, 1, 1, 3, 3, ones, 1, 2, 2, NULL, NULL, y);
    if (status == REF_OK)
        status = ref_max_pool2d(ones, 1, 1, 4, 4, 2, 2, NULL, y, NULL);
    failing_stop();
    ck_assert_int_eq(status, REF_OK);
    ck_assert_int_eq(failing_requests(), 0);
}
END_TEST

/* Also for no bytes. */
START_TEST(test_memory_is_aligned)
{
    for (size_t bytes = 0; bytes < 300; bytes++) {
        unsigned char *some = ref_memory(bytes);
        unsigned char *zeros = ref_memory_zeros(bytes);

        ck_assert_ptr_nonnull(some);
        ck_assert_ptr_nonnull(zeros);
        ck_assert_uint_eq((uintptr_t)some % REF_ALIGNMENT, 0);
        ck_assert_uint_eq((uintptr_t)zeros % REF_ALIGNMENT, 0);
        for (size_t i = 0; i < bytes; i++)
            ck_assert_int_eq(zeros[i], 0);
        memset(zeros, 77, bytes); /* what the next one may get */
        free(some);
        free(zeros);
    }
}
END_TEST

enum { PARTS = 6 };

static const struct {
    ptrdiff_t count;
    size_t each;
} parts[PARTS] = {{5, 4}, {0, 8}, {64, 1}, {65, 1}, {1, 200}, {3, 64}};

/* Each part is aligned, and ends where the next begins or before; the last
 * ends with the space that was measured without memory. */
START_TEST(test_memory_of_a_work_space)
{
    ref_workspace measured = {NULL, 0}, laid = {NULL, 0};
    char *end;

    for (int i = 0; i < PARTS; i++)
        ck_assert_ptr_null(
            ref_workspace_part(&measured, parts[i].count, parts[i].each));
    ck_assert_uint_eq(measured.bytes, 64 + 0 + 64 + 128 + 256 + 192);
    laid.memory = ref_memory(measured.bytes);
    ck_assert_ptr_nonnull(laid.memory);
    end = laid.memory;
    for (int i = 0; i < PARTS; i++) {
        char *part = ref_workspace_part(&laid, parts[i].count, parts[i].each);

        ck_assert_uint_eq((uintptr_t)part % REF_ALIGNMENT, 0);
        ck_assert(part >= end);
        end = part + (size_t)parts[i].count * parts[i].each;
    }
    ck_assert(end <= laid.memory + measured.bytes);
    ck_assert_uint_eq(laid.bytes, measured.bytes);
    free(laid.memory);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_memory_is_aligned);
    suite_test(test_memory_of_a_work_space);
    suite_loop(test_memory_runs_out, WORKS);
    suite_test(test_operators_take_no_memory);
}

int main(void)
{
    return suite_main("memory", fill);
}
