/* The fingerprint that host and plugin must share. The digest is of the kit's sources; the test
   `KitFingerprintTests` recomputes it and, with LEERKRING_REFRESH=1, rewrites it here and in the manifests. */
#ifndef KIT_FINGERPRINT_H
#define KIT_FINGERPRINT_H

#define KIT_VERSION "0.1.0"
#define KIT_DIGEST "5ab8bd26258dc073c01da85820a8013c"
#define KIT_FINGERPRINT KIT_VERSION "/" KIT_DIGEST "/" __VERSION__

/* The fingerprint compiled into the kit's own library. */
const char *workbench_kit_fingerprint(void);
const char *workbench_kit_version(void);
const char *workbench_kit_digest(void);

#endif
