/* This target carries the manifest and the data of Woonzorgwijzer; its C is in carrier.c. */
