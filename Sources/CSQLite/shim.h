#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <sqlite3.h>

/* SQLite as far as it is called: what calls it is built with its header, and finds it when a database is read or written. */
#define SQLITE_FUNCTIONS(of) \
  of(sqlite3_bind_blob64) of(sqlite3_bind_double) of(sqlite3_bind_int64) of(sqlite3_bind_text) of(sqlite3_bind_text64) \
  of(sqlite3_clear_bindings) of(sqlite3_close_v2) of(sqlite3_column_blob) of(sqlite3_column_bytes) \
  of(sqlite3_column_count) of(sqlite3_column_decltype) of(sqlite3_column_double) of(sqlite3_column_int64) \
  of(sqlite3_column_name) of(sqlite3_column_text) of(sqlite3_column_type) of(sqlite3_deserialize) of(sqlite3_errmsg) \
  of(sqlite3_exec) of(sqlite3_finalize) of(sqlite3_free) of(sqlite3_hard_heap_limit64) of(sqlite3_limit) \
  of(sqlite3_open_v2) of(sqlite3_prepare_v2) of(sqlite3_progress_handler) of(sqlite3_reset) of(sqlite3_serialize) \
  of(sqlite3_step)

#define SQLITE_FIELD(function) __typeof__(function) *function;
struct sqlite_functions {
  SQLITE_FUNCTIONS(SQLITE_FIELD)
  /* sqlite3_db_config, which takes a list of arguments that Swift cannot give. */
  void *configure;
};
#undef SQLITE_FIELD

/* Finds all of them in a library that is open; false where one is not there. */
static inline bool sqlite_find(struct sqlite_functions *found, void *library) {
  bool all = true;
#define SQLITE_FIND(function) \
  found->function = (__typeof__(function) *)dlsym(library, #function); \
  all = all && found->function != NULL;
  SQLITE_FUNCTIONS(SQLITE_FIND)
#undef SQLITE_FIND
  found->configure = dlsym(library, "sqlite3_db_config");
  return all && found->configure != NULL;
}

static inline int sqlite_switch(const struct sqlite_functions *found, sqlite3 *database, int option, int on) {
  return ((__typeof__(sqlite3_db_config) *)found->configure)(database, option, on, (int *)0);
}

/* A bound text or blob is copied. */
static inline sqlite3_destructor_type sqlite_transient(void) { return SQLITE_TRANSIENT; }
