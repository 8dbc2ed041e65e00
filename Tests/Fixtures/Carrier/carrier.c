#include "fixture_carrier.h"

#include <kit_fingerprint.h>

/* One module holds all fixtures; which of them it is depends on the name in the manifest it is found by. */
#define FIXTURE(name)                                \
  const char *leerkring_##name##_fingerprint(void);  \
  const char *leerkring_##name##_fingerprint(void) { return KIT_FINGERPRINT; }

FIXTURE(good)
FIXTURE(lying)
FIXTURE(trapping)
FIXTURE(aborting)
FIXTURE(overflowing)
FIXTURE(killed)
FIXTURE(stopped)
FIXTURE(exiting)
FIXTURE(empty)
FIXTURE(entryless)

const char *leerkring_foreign_fingerprint(void);
const char *leerkring_foreign_fingerprint(void) { return KIT_VERSION "/" KIT_DIGEST "/another compiler"; }

const char *leerkring_speechless_fingerprint(void);
const char *leerkring_speechless_fingerprint(void) { return 0; }
