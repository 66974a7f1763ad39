/* picture: what the learner's own function does to a real input. */
#include "fault.h"
#include "files.h"
#include "picture.h"
#include "show.h"
#include "term.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

static int draw(const struct options *o, const struct entry *e,
                const struct outcome *outcome)
{
    struct panels all = {0};
    char path[300], why[300];
    int wrong = picture_panels(&all, outcome);
    snprintf(all.title, sizeof all.title,
             "%s: %d of %d elements differ from the reference", e->name, wrong,
             outcome->right->cells);
    snprintf(path, sizeof path, "build/pictures/%s.png", e->name);
    const char *out = o->out != NULL ? o->out : path;
    printf("%s%s%s: %d of %d elements differ from the reference.\n\n",
           ink(INK_STRONG), e->name, ink(INK_PLAIN), wrong,
           outcome->right->cells);
    panels_print(stdout, &all);
    int status = 0;
    if (panels_draw(&all, e->name, out, why, sizeof why)) {
        printf("\n  Picture  %s\n", out);
    } else {
        printf("\n  No picture was written: %s\n", why);
        status = 1;
    }
    panels_free(&all);
    return status;
}

/* The call that is drawn, as a trial for the runner. */
static struct trial picture_trial(const struct entry *e)
{
    struct trial t = {.stage = STAGE_REALS};
    if (e->exercise->picture != NULL) {
        t.call = e->exercise->picture();
    } else {
        struct suite *s = suite_new(e->exercise, 0);
        t.call = call_copy(s->trial[0].call);
        suite_free(s);
    }
    t.fresh = call_copy(t.call);
    return t;
}

int verb_picture(const struct options *o)
{
    const struct entry *e = named_or_next(o, "picture");
    if (e == NULL)
        return EXIT_USAGE;
    if (e->exercise->kind != EXERCISE_WRITE) {
        printf("%s makes an input, not a picture.\n", e->name);
        return 0;
    }
    if (!picture_is_possible(e)) {
        printf("%s makes a number, not a picture.\n", e->name);
        return 0;
    }
    const char *path =
        o->file != NULL ? path_from_root(o->file) : entry_path(e, "exercises");
    struct compiled compiled = compile_file(e, path);
    int status = 1;
    if (!compiled.ok) {
        printf("%s\n%s does not compile, so there is nothing to draw.\n",
               compiled.first, path);
    } else {
        struct trial t = picture_trial(e);
        struct ran ran = worker_run(compiled.runner, &t);
        struct answer *right = answer_of(e->exercise->right, t.call, NULL);
        struct outcome outcome = {t.call, right, ran.call[CALL_FIRST].cell};
        if (ran.call[CALL_FIRST].end == END_RETURNED)
            status = draw(o, e, &outcome);
        else
            printf("%s did not return from the picture's input; see make"
                   " check EX=%s\n",
                   e->name, e->name);
        answer_free(right);
        ran_free(&ran);
        call_free(t.call);
        call_free(t.fresh);
    }
    compiled_free(&compiled);
    return status;
}
