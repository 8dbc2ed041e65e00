#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int pseudo_terminal_open(int columns, int rows, char *slave, size_t size) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, slave, size) != 0) {
    close(master);
    return -1;
  }
  pseudo_terminal_resize(master, columns, rows);
  return master;
}

void pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize window = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(master, TIOCSWINSZ, &window);
}

pid_t pseudo_terminal_start(const char *slave, const char *path, char *const arguments[], char *const environment[],
                            int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  pid_t process = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  /* The first terminal that the leader of a session opens is the session's own. */
  posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0);
  if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, 1);
  else posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  if (posix_spawn(&process, path, &actions, &attributes, arguments, environment) != 0) process = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return process;
}

int pseudo_terminal_is_cooked(int master) {
  struct termios settings;
  return tcgetattr(master, &settings) == 0 && (settings.c_lflag & ICANON) && (settings.c_lflag & ECHO) &&
         (settings.c_lflag & ISIG);
}
