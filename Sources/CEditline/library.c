/* Nobody but this program sees the functions here: libedit itself calls its own. */
#pragma GCC visibility push(hidden)
#include "library.h"
#pragma GCC visibility pop

#include <dlfcn.h>
#include <pthread.h>

/* What Swift calls of it: what it returns, its name, what it takes, and the same as it is passed on. */
#define EACH_FUNCTION(X) \
  X(void, el_end, (EditLine * e), (e)) \
  X(int, el_source, (EditLine * e, const char *file), (e, file)) \
  X(void, el_resize, (EditLine * e), (e)) \
  X(void, el_deletestr, (EditLine * e, int count), (e, count)) \
  X(const wchar_t *, el_wgets, (EditLine * e, int *count), (e, count)) \
  X(int, el_cursor, (EditLine * e, int steps), (e, steps)) \
  X(const LineInfoW *, el_wline, (EditLine * e), (e)) \
  X(int, el_winsertstr, (EditLine * e, const wchar_t *text), (e, text)) \
  X(void, history_wend, (HistoryW * history), (history))

#define SLOT(result, name, takes, passes) static __typeof__(name) *name##_found;
EACH_FUNCTION(SLOT)

#define FORWARD(result, name, takes, passes) \
  result name takes { return name##_found passes; }
EACH_FUNCTION(FORWARD)

static struct editline_library found;
static int is_loaded;

static void load(void) {
  /* The version by which this was built: 2, since 2008. */
  void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(result, name, takes, passes) \
  name##_found = (__typeof__(name) *)dlsym(library, #name); \
  if (!name##_found) return;
  EACH_FUNCTION(FIND)
  found.init = (__typeof__(el_init) *)dlsym(library, "el_init");
  found.set = (__typeof__(el_wset) *)dlsym(library, "el_wset");
  found.get = (__typeof__(el_wget) *)dlsym(library, "el_wget");
  found.history_init = (__typeof__(history_winit) *)dlsym(library, "history_winit");
  found.history = (__typeof__(history_w) *)dlsym(library, "history_w");
  is_loaded = found.init && found.set && found.get && found.history_init && found.history;
}

const struct editline_library *editline_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &found : 0;
}
