/* This target carries the manifest of Databases; its C is in carrier.c. */
