#include "interrupt.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t ending;

static void note_interrupt(int signal) {
  (void)signal;
  interrupts = interrupts + 1;
}

static void note_ending(int signal) { ending = signal; }

static void catch_signal(int signal, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  /* No SA_RESTART: a read of the next line returns, and the loop looks at the flag. */
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, 0);
}

void interrupt_install(void) {
  catch_signal(SIGINT, note_interrupt);
  catch_signal(SIGHUP, note_ending);
  catch_signal(SIGTERM, note_ending);
  catch_signal(SIGPIPE, SIG_IGN);
}

int interrupt_count(void) { return interrupts; }
void interrupt_lower(void) { interrupts = 0; }
int interrupt_ending(void) { return ending; }
