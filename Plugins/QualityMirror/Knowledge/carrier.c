#include <kit_fingerprint.h>

/* Asked by the host after loading and before any Swift of this module runs. */
const char *leerkring_qualitymirror_fingerprint(void);
const char *leerkring_qualitymirror_fingerprint(void) { return KIT_FINGERPRINT; }
