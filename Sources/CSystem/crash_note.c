#include "crash_note.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { signal_count = 6 };
static const int signals[signal_count] = {SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT, SIGFPE};
static struct sigaction before[signal_count];
static stack_t stack_before;

static char note_path[4096];
static char note_beginning[8192];
static char note_end[64];
/* A module that overflows the stack leaves none for the handler. */
static char handler_stack[65536];
static volatile sig_atomic_t armed;

/* Everything below that the handler calls is async-signal-safe (signal-safety(7)). */

static void make_folders(void) {
  for (char *at = note_path + 1; *at; at++) {
    if (*at != '/') continue;
    *at = 0;
    mkdir(note_path, 0700);
    *at = '/';
  }
}

static void put(int file, const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

static void write_note(int signal) {
  int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  int file = open(note_path, flags, 0600);
  if (file < 0 && errno == ENOENT) {
    make_folders();
    file = open(note_path, flags, 0600);
  }
  if (file < 0) return;
  char number[2] = {(char)('0' + signal / 10), (char)('0' + signal % 10)};
  put(file, note_beginning, strlen(note_beginning));
  put(file, signal < 10 ? number + 1 : number, signal < 10 ? 1 : 2);
  put(file, note_end, strlen(note_end));
  close(file);
}

static void handle(int signal, siginfo_t *info, void *context) {
  (void)context;
  /* A signal that another process sent says nothing about the module. */
  int sent = info && info->si_code <= 0 && info->si_pid != getpid();
  if (armed && !sent) {
    armed = 0;
    write_note(signal);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, 0);
  /* Blocked while this handler runs; it ends the process as soon as the handler returns. */
  raise(signal);
}

/* A module has no business to end the process; unlike a signal this comes by on the ordinary way out. */
static void note_exit(void) {
  if (!armed) return;
  armed = 0;
  write_note(0);
}

static void put_back(int count) {
  for (int index = 0; index < count; index++) sigaction(signals[index], &before[index], 0);
  sigaltstack(&stack_before, 0);
}

int crash_note_arm(const char *path, const char *beginning, const char *end) {
  if (strlen(path) >= sizeof note_path || strlen(beginning) >= sizeof note_beginning || strlen(end) >= sizeof note_end)
    return -1;
  strcpy(note_path, path);
  strcpy(note_beginning, beginning);
  strcpy(note_end, end);

  static int notes_exit;
  if (!notes_exit && atexit(note_exit) != 0) return -1;
  notes_exit = 1;

  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  if (sigaltstack(&stack, &stack_before) != 0) return -1;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < signal_count; index++) {
    if (sigaction(signals[index], &action, &before[index]) != 0) {
      put_back(index);
      return -1;
    }
  }
  armed = 1;
  return 0;
}

void crash_note_disarm(void) {
  if (!armed) return;
  armed = 0;
  put_back(signal_count);
}
