/* RTLD_NEXT */
#define _GNU_SOURCE
#include "faulty_calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int armed;
static long count, from, to;
static int number, halves;
static const char *failed;

void faulty_arm(long first, long again, int error, int shortened) {
  count = 0;
  from = first;
  to = first + again;
  number = error;
  halves = shortened;
  failed = NULL;
  armed = 1;
}

long faulty_disarm(void) {
  armed = 0;
  return count;
}

const char *faulty_call(void) { return failed; }

/* Whether this call is to fail; errno is set then. */
static int fails(const char *name) {
  if (!armed) return 0;
  count++;
  if (count < from || count > to) return 0;
  if (!failed) failed = name;
  errno = number;
  return 1;
}

/* The system's own function, which this one stands before. */
#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

int open(const char *path, int flags, ...) {
  REAL(open);
  va_list rest;
  va_start(rest, flags);
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
  va_end(rest);
  return fails("open") ? -1 : real(path, flags, mode);
}

int close(int file) {
  REAL(close);
  /* Linux lets go of the descriptor, whatever it answers. */
  int answer = real(file);
  return fails("close") ? -1 : answer;
}

ssize_t write(int file, const void *bytes, size_t size) {
  REAL(write);
  if (armed && halves && size > 1 && count + 1 == from) {
    count++;
    /* What is left meets the fault. */
    from++;
    to++;
    halves = 0;
    if (!failed) failed = "write";
    return real(file, bytes, size / 2);
  }
  return fails("write") ? -1 : real(file, bytes, size);
}

int fsync(int file) {
  REAL(fsync);
  return fails("fsync") ? -1 : real(file);
}

int fdatasync(int file) {
  REAL(fdatasync);
  return fails("fdatasync") ? -1 : real(file);
}

int rename(const char *path, const char *name) {
  REAL(rename);
  return fails("rename") ? -1 : real(path, name);
}

int unlink(const char *path) {
  REAL(unlink);
  return fails("unlink") ? -1 : real(path);
}

int ftruncate(int file, off_t length) {
  REAL(ftruncate);
  return fails("ftruncate") ? -1 : real(file, length);
}

int fstat(int file, struct stat *status) {
  REAL(fstat);
  return fails("fstat") ? -1 : real(file, status);
}

int stat(const char *restrict path, struct stat *restrict status) {
  REAL(stat);
  return fails("stat") ? -1 : real(path, status);
}

int lstat(const char *restrict path, struct stat *restrict status) {
  REAL(lstat);
  return fails("lstat") ? -1 : real(path, status);
}

off_t lseek(int file, off_t offset, int whence) {
  REAL(lseek);
  return fails("lseek") ? -1 : real(file, offset, whence);
}

ssize_t read(int file, void *bytes, size_t size) {
  REAL(read);
  return fails("read") ? -1 : real(file, bytes, size);
}
