#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
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

/* When the last two interrupts came, in milliseconds of a clock that only goes on; 0 for never. */
static long long last_interrupt, last_but_one;

/* Whether this one is the third within a second: then all is to end, and what does not end by itself is ended. */
static int is_third(void) {
  struct timespec time;
  long long now;
  int third;
  clock_gettime(CLOCK_MONOTONIC, &time);
  now = time.tv_sec * 1000LL + time.tv_nsec / 1000000;
  third = last_but_one != 0 && now - last_but_one < 1000;
  last_but_one = last_interrupt;
  last_interrupt = now;
  if (third) {
    ending = SIGINT;
    alarm(1);
  }
  return third;
}

static void end_at_once(int signal) {
  (void)signal;
  _exit(128 + SIGINT);
}

static void note_interrupt(int signal) {
  (void)signal;
  interrupts = interrupts + 1;
  is_third();
  wake_up();
}

int interrupt_key(void) { return is_third(); }

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
  catch_signal(SIGALRM, end_at_once);
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
