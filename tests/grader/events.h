/* Waiting for a key or for a saved file.
 *
 * File events (inotify) make it immediate where they arrive; the files'
 * times are looked at every half second all the same, because on network
 * folders, WSL and some containers events never come. */
#ifndef CONVLINGS_EVENTS_H
#define CONVLINGS_EVENTS_H

#include "catalog.h"

struct events;

/* Begins to watch the learner's files of all exercises, and takes single
 * keys from the terminal, if there is one. End with events_free, which puts
 * the terminal back (so does an interrupt). */
struct events *events_new(void);
void events_free(struct events *w);

/* Waits until a key is pressed or a file is saved. Returns the key, or 0
 * and the exercise whose file changed in *saved; -1: the input ended. */
int events_wait(struct events *w, const struct entry **saved);

/* Keys as they are outside events_wait: for a verb that asks a question. */
void events_pause(struct events *w);
void events_resume(struct events *w);

#endif
