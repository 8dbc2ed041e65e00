#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void streams_open(void) {
  int descriptor = 0;
  /* The lowest free number is given out first, so each lands in its own place. */
  while (descriptor <= 2) {
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) {
      if (open("/dev/null", O_RDWR) < 0) return;
    } else {
      descriptor++;
    }
  }
}
