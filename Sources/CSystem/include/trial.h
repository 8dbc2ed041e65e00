/* Does something that may crash in a copy of the process. */
#ifndef LEERKRING_TRIAL_H
#define LEERKRING_TRIAL_H

#include <stddef.h>

/* How a trial ended. */
struct trial_end {
  /* What the work returned, 0 through 255; -1 where it did not return. */
  int exit_code;
  /* The signal that ended the copy, else 0. */
  int signal;
  /* How many bytes of `told` were filled. */
  size_t told;
};

/* Runs `work(context)` in a forked copy that has no terminal to read from or print to, and whose signals do what they
   do by default. After `seconds` the copy is ended by SIGALRM. What it says by `trial_tell` comes into `told`.
   0, or -1 where no copy could be made. For a process with one thread. */
int trial_run(int (*work)(void *context), void *context, unsigned int seconds, char *told, size_t room,
              struct trial_end *end);

/* Sends text from within a trial. */
void trial_tell(const char *text, size_t length);

#endif
