#include <sqlite3.h>

/* sqlite3_db_config takes a list of arguments that Swift cannot give. */
static inline int sqlite_switch(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

/* A bound text or blob is copied. */
static inline sqlite3_destructor_type sqlite_transient(void) { return SQLITE_TRANSIENT; }
