#include "window_change.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A change that comes just before a wait would be missed without a pipe that stays readable. */
static int wake[2] = {-1, -1};

static void note_change(int signal) {
  int kept = errno;
  (void)signal;
  if (write(wake[1], "!", 1) < 0) { /* Full: whoever waits is awake already. */
  }
  errno = kept;
}

void window_change_install(void) {
  struct sigaction action;
  if (wake[0] >= 0 || pipe(wake) != 0) return;
  for (int end = 0; end < 2; end++) {
    fcntl(wake[end], F_SETFD, FD_CLOEXEC);
    fcntl(wake[end], F_SETFL, O_NONBLOCK);
  }
  memset(&action, 0, sizeof action);
  action.sa_handler = note_change;
  /* A command that runs is not disturbed by it. */
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, 0);
}

int window_change_descriptor(void) { return wake[0]; }

int window_change_take(void) {
  char drained[64];
  int changed = 0;
  while (wake[0] >= 0 && read(wake[0], drained, sizeof drained) > 0) changed = 1;
  return changed;
}

int window_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int window_rows(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}
