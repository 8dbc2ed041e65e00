/* Nobody but this module sees the functions here: libpq itself calls its own. */
#pragma GCC visibility push(hidden)
#include "CPostgres.h"
#pragma GCC visibility pop

#include <dlfcn.h>
#include <pthread.h>

/* What is called of libpq: what it returns, its name, what it takes, and the same as it is passed on. */
#define EACH_FUNCTION(X) \
  X(PGconn *, PQconnectStartParams, (const char *const *keys, const char *const *values, int expand), \
    (keys, values, expand)) \
  X(PostgresPollingStatusType, PQconnectPoll, (PGconn * c), (c)) \
  X(void, PQfinish, (PGconn * c), (c)) \
  X(PQconninfoOption *, PQconninfo, (PGconn * c), (c)) \
  X(void, PQconninfoFree, (PQconninfoOption * options), (options)) \
  X(PGcancel *, PQgetCancel, (PGconn * c), (c)) \
  X(void, PQfreeCancel, (PGcancel * cancel), (cancel)) \
  X(int, PQcancel, (PGcancel * cancel, char *words, int size), (cancel, words, size)) \
  X(char *, PQdb, (const PGconn *c), (c)) \
  X(char *, PQuser, (const PGconn *c), (c)) \
  X(ConnStatusType, PQstatus, (const PGconn *c), (c)) \
  X(const char *, PQparameterStatus, (const PGconn *c, const char *name), (c, name)) \
  X(int, PQserverVersion, (const PGconn *c), (c)) \
  X(int, PQsocket, (const PGconn *c), (c)) \
  X(int, PQconnectionNeedsPassword, (const PGconn *c), (c)) \
  X(int, PQconnectionUsedPassword, (const PGconn *c), (c)) \
  X(int, PQsslInUse, (PGconn * c), (c)) \
  X(PQnoticeReceiver, PQsetNoticeReceiver, (PGconn * c, PQnoticeReceiver take, void *context), (c, take, context)) \
  X(int, PQsendQueryParams, \
    (PGconn * c, const char *sql, int count, const Oid *types, const char *const *values, const int *lengths, \
     const int *formats, int format), \
    (c, sql, count, types, values, lengths, formats, format)) \
  X(int, PQsendPrepare, (PGconn * c, const char *name, const char *sql, int count, const Oid *types), \
    (c, name, sql, count, types)) \
  X(int, PQsendDescribePrepared, (PGconn * c, const char *name), (c, name)) \
  X(int, PQsetSingleRowMode, (PGconn * c), (c)) \
  X(PGresult *, PQgetResult, (PGconn * c), (c)) \
  X(int, PQisBusy, (PGconn * c), (c)) \
  X(int, PQconsumeInput, (PGconn * c), (c)) \
  X(int, PQgetCopyData, (PGconn * c, char **buffer, int async), (c, buffer, async)) \
  X(ExecStatusType, PQresultStatus, (const PGresult *r), (r)) \
  X(char *, PQresultErrorField, (const PGresult *r, int field), (r, field)) \
  X(int, PQntuples, (const PGresult *r), (r)) \
  X(int, PQnfields, (const PGresult *r), (r)) \
  X(char *, PQfname, (const PGresult *r, int column), (r, column)) \
  X(Oid, PQftype, (const PGresult *r, int column), (r, column)) \
  X(int, PQfmod, (const PGresult *r, int column), (r, column)) \
  X(char *, PQgetvalue, (const PGresult *r, int row, int column), (r, row, column)) \
  X(int, PQgetlength, (const PGresult *r, int row, int column), (r, row, column)) \
  X(int, PQgetisnull, (const PGresult *r, int row, int column), (r, row, column)) \
  X(void, PQclear, (PGresult * r), (r)) \
  X(void, PQfreemem, (void *memory), (memory)) \
  X(char *, PQescapeIdentifier, (PGconn * c, const char *name, size_t length), (c, name, length))

#define SLOT(result, name, takes, passes) static __typeof__(name) *name##_found;
EACH_FUNCTION(SLOT)

#define FORWARD(result, name, takes, passes) \
  result name takes { return name##_found passes; }
EACH_FUNCTION(FORWARD)

static int is_loaded;

static void load(void) {
  /* The version by which this was built: 5, since 2005. */
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(result, name, takes, passes) \
  name##_found = (__typeof__(name) *)dlsym(library, #name); \
  if (!name##_found) return;
  EACH_FUNCTION(FIND)
  is_loaded = 1;
}

int postgres_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}
