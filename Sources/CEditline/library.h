/* libedit, found when a person first sits at a prompt: it brings three libraries with it that no script needs. Its variadic
   functions are called here through what was found; editline_start loads it, and without it nothing else is called. */
#ifndef LEERKRING_EDITLINE_LIBRARY_H
#define LEERKRING_EDITLINE_LIBRARY_H

#include <histedit.h>

struct editline_library {
  __typeof__(el_init) *init;
  __typeof__(el_wset) *set;
  __typeof__(el_wget) *get;
  __typeof__(history_winit) *history_init;
  __typeof__(history_w) *history;
};

/* Null where it is not there. */
const struct editline_library *editline_library(void);

#endif
