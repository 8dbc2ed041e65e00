#include <postgresql/libpq-fe.h>

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
