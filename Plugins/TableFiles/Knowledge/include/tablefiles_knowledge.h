/* This target carries the manifest of TableFiles; its C is in carrier.c. */
