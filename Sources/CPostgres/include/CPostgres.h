/* libpq, found when a server is first asked for: it brings twenty libraries with it, which take half of the time in which all
   modules are loaded. Of its functions those are here that are declared in postgres.c; a call of another does not link. */
#ifndef LEERKRING_CPOSTGRES_H
#define LEERKRING_CPOSTGRES_H

#include <postgresql/libpq-fe.h>

/* Loads libpq, once; 0 where it is not there, and then nothing of it may be called. */
int postgres_load(void);

/* The fields of an error are named by macros that are characters. */
static inline const char *postgres_sqlstate(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}
static inline const char *postgres_position(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
}

static inline void postgres_ignore(void *context, const PGresult *notice) {
  (void)context;
  (void)notice;
}

/* What a server remarks may hold values of its tables: none of it is printed. */
static inline void postgres_silence(PGconn *connection) { PQsetNoticeReceiver(connection, postgres_ignore, 0); }

#endif
