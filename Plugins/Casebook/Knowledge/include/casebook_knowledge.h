/* This target carries the manifest and the data of Casebook; its C is in carrier.c. */
