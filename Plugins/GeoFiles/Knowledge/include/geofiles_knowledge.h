/* This target carries the manifest of GeoFiles; its C is in carrier.c. */
