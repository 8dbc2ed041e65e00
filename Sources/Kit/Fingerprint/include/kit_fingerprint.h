/* The fingerprint that host and plugin must share. The digest is of the kit's sources: `.ci/kit-digest` writes it
   here and into the manifests, and the test `KitFingerprintTests` holds it. */
#ifndef KIT_FINGERPRINT_H
#define KIT_FINGERPRINT_H

#define KIT_VERSION "0.1.0"
#define KIT_DIGEST "bf2490b578bf07f1bba81b4d461d4594"
#define KIT_FINGERPRINT KIT_VERSION "/" KIT_DIGEST "/" __VERSION__

/* The fingerprint compiled into the kit's own library. */
const char *workbench_kit_fingerprint(void);
const char *workbench_kit_version(void);
const char *workbench_kit_digest(void);

#endif
