#include "kit_fingerprint.h"

const char *workbench_kit_fingerprint(void) { return KIT_FINGERPRINT; }
const char *workbench_kit_version(void) { return KIT_VERSION; }
const char *workbench_kit_digest(void) { return KIT_DIGEST; }
