#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t ending;

/* A signal that comes just before a read would be lost on it: whoever waits for input also waits for this pipe. */
static int wake[2] = {-1, -1};

static void wake_up(void) {
  int kept = errno;
  if (wake[1] >= 0 && write(wake[1], "!", 1) < 0) { /* Full: whoever waits is awake already. */
  }
  errno = kept;
}

static void note_interrupt(int signal) {
  (void)signal;
  interrupts = interrupts + 1;
  wake_up();
}

static void note_ending(int signal) {
  ending = signal;
  wake_up();
}

static void catch_signal(int signal, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  /* No SA_RESTART: a read of the next line returns, and the loop looks at the flag. */
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, 0);
}

void interrupt_install(void) {
  if (wake[0] < 0 && pipe(wake) == 0) {
    for (int end = 0; end < 2; end++) {
      fcntl(wake[end], F_SETFD, FD_CLOEXEC);
      fcntl(wake[end], F_SETFL, O_NONBLOCK);
    }
  }
  catch_signal(SIGINT, note_interrupt);
  catch_signal(SIGHUP, note_ending);
  catch_signal(SIGTERM, note_ending);
  catch_signal(SIGPIPE, SIG_IGN);
  /* A limit on the size of files is an error of one write, not the end of everything. */
  catch_signal(SIGXFSZ, SIG_IGN);
}

int interrupt_count(void) { return interrupts; }
int interrupt_descriptor(void) { return wake[0]; }

void interrupt_lower(void) {
  char drained[64];
  interrupts = 0;
  while (wake[0] >= 0 && read(wake[0], drained, sizeof drained) > 0) {
  }
}
int interrupt_ending(void) { return ending; }
